"""The lock: which version of each package goes in, and the hashes that its wheels may have."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bundling import pip
from bundling.faults import BundleError
from bundling.platforms import PLATFORMS, PYTHONS

_LINE = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>[A-Za-z0-9.+!]+)(?P<hashes>( --hash=sha256:[0-9a-f]{64})+)")
_ELSEWHERE = re.compile(r"""(?P<name>[A-Za-z0-9._-]+)[^;]*;.*(win32|windows|["']nt["'])""", re.IGNORECASE)
_HEAD = """\
# What the portable folder is made of. Made by: python .ci/bundle.py --lock
# For CPython 3.11, 3.12 and 3.13 on Linux x86_64 and Windows x64; each hash is that of one wheel.
"""


@dataclass(frozen=True)
class Locked:
    """One package at one version."""

    name: str
    """In the normal form: small letters, words joined by a hyphen."""
    version: str
    hashes: tuple[str, ...]
    """SHA-256 of each wheel it may come as, sorted."""


def normal(name: str) -> str:
    """The normal form of a package's name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def parse_lock(text: str) -> tuple[Locked, ...]:
    """Read a lock.

    Raises:
        BundleError: If a line is not ``name==version`` and hashes, or names a package a second time.
    """
    found: dict[str, Locked] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            raise BundleError(f"Line {number} of the lock is not name==version --hash=sha256:...: {line}")
        if match["name"] in found:
            raise BundleError(f"Line {number} of the lock names {match['name']} a second time.")
        hashes = tuple(word.removeprefix("--hash=sha256:") for word in match["hashes"].split())
        found[match["name"]] = Locked(match["name"], match["version"], hashes)
    return tuple(found.values())


def lock_text(locked: Iterable[Locked]) -> str:
    """A lock as it is kept, sorted by name."""
    lines = (
        f"{one.name}=={one.version}" + "".join(f" --hash=sha256:{digest}" for digest in sorted(one.hashes))
        for one in sorted(locked, key=lambda one: one.name)
    )
    return _HEAD + "".join(f"{line}\n" for line in lines)


def make_lock(project: Path) -> tuple[Locked, ...]:
    """Ask pip what the program needs on every computer, and lock it.

    Raises:
        BundleError: If two computers would get two versions, or a package is left out that only Windows needs.
    """
    requirements = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    entries = [
        entry
        for platform in PLATFORMS.values()
        for python in PYTHONS
        for entry in pip.resolve(requirements, platform, python)
    ]
    return merged(entries)


def merged(entries: Iterable[dict[str, Any]]) -> tuple[Locked, ...]:
    """One lock from what pip reported for each computer.

    Raises:
        BundleError: As for :func:`make_lock`.
    """
    versions: dict[str, set[str]] = {}
    hashes: dict[str, set[str]] = {}
    wanted: set[str] = set()
    for entry in entries:
        about = entry["metadata"]
        name = normal(about["name"])
        versions.setdefault(name, set()).add(about["version"])
        hashes.setdefault(name, set()).add(entry["download_info"]["archive_info"]["hashes"]["sha256"])
        wanted |= {normal(needed) for needed in _only_windows(about.get("requires_dist") or ())}
    for name, several in versions.items():
        if len(several) > 1:
            raise BundleError(f"{name} would be {' and '.join(sorted(several))} on different computers.")
    if left_out := sorted(wanted - set(versions)):
        # pip asks the markers of the computer it runs on, so it never sees these
        raise BundleError(f"Windows needs {', '.join(left_out)} as well: name it in pyproject.toml.")
    return tuple(Locked(name, version, tuple(sorted(hashes[name]))) for name, (version,) in sorted(versions.items()))


def _only_windows(requirements: Iterable[str]) -> Iterable[str]:
    for requirement in requirements:
        match = _ELSEWHERE.match(requirement)
        if match and "extra" not in requirement and "!=" not in requirement.partition(";")[2]:
            yield match["name"]
