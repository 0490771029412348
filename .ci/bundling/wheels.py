"""Wheels: which are the ones of the lock, and how one is unpacked."""

import hashlib
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from bundling.faults import BundleError
from bundling.lock import Locked, normal
from bundling.platforms import PYTHONS, Platform, tag

_FOREIGN = re.compile(r"[\\:\x00-\x1f]")
_DATA = re.compile(r"^[^/]+\.data/(?P<kind>[^/]+)/(?P<rest>.+)$")


def digest_of(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def chosen(folder: Path, lock: Iterable[Locked], platform: Platform) -> tuple[Path, ...]:
    """The wheels of a lock that lie in a folder and suit a platform, by name.

    Raises:
        BundleError: If one is missing for a version of Python, or has a hash that is not in the lock.
    """
    there = sorted(folder.glob("*.whl"))
    found: set[Path] = set()
    for one in lock:
        mine = [path for path in there if _is(path, one)]
        for python in PYTHONS:
            suits = [path for path in mine if _suits(path, platform, python)]
            if not suits:
                raise BundleError(f"{one.name} {one.version} for {platform.id} and Python {python} is not in {folder}.")
            found.update(suits)
    for path in found:
        if not any(digest_of(path) in one.hashes for one in lock if _is(path, one)):
            raise BundleError(f"{path.name} is not the wheel that was locked: its SHA-256 is another one.")
    return tuple(sorted(found))


def home_of(wheel: Path) -> str:
    """The folder that a wheel is unpacked into: ``lib``, or ``lib-cp311`` where it is for one Python alone."""
    python, abi, _ = _tags(wheel)
    return "lib" if abi in {"none", "abi3"} else f"lib-{python}"


def unpack(wheel: Path, into: Path) -> tuple[Path, ...]:
    """Unpack a wheel, leaving out scripts and the record of files.

    Returns:
        The files that were written.

    Raises:
        BundleError: If a name in it would be written elsewhere, or is there already with other content.
    """
    written = []
    with zipfile.ZipFile(wheel) as held:
        for entry in sorted(held.infolist(), key=lambda entry: entry.filename):
            if entry.is_dir():
                continue
            name = _placed(entry.filename)
            if name is None:
                continue
            target = into / checked_name(name, wheel.name)
            data = held.read(entry)
            if target.exists() and target.read_bytes() != data:
                raise BundleError(f"{name} in {wheel.name} is in another package too.")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            written.append(target)
    return tuple(written)


def checked_name(name: str, wheel: str) -> PurePosixPath:
    """A name inside an archive, if it stays inside.

    Raises:
        BundleError: If it does not, or means something else on Windows.
    """
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or _FOREIGN.search(name):
        raise BundleError(f"{wheel} holds a file that would be written elsewhere: {name!r}")
    return path


def _placed(name: str) -> str | None:
    """Where a file of a wheel goes; ``None`` for what is of no use here."""
    if name.endswith((".dist-info/RECORD", ".dist-info/INSTALLER", ".dist-info/REQUESTED")):
        return None
    if name.split("/")[1:2] == ["tests"]:
        return None
    match = _DATA.match(name)
    if match is None:
        return name
    return match["rest"] if match["kind"] in {"purelib", "platlib"} else None


def _tags(wheel: Path) -> tuple[str, str, str]:
    python, abi, platform = wheel.name.removesuffix(".whl").split("-")[-3:]
    return python, abi, platform


def _is(wheel: Path, one: Locked) -> bool:
    name, version = wheel.name.split("-")[:2]
    return (normal(name), version) == (one.name, one.version)


def _suits(wheel: Path, platform: Platform, python: str) -> bool:
    pythons, abi, platforms = _tags(wheel)
    on_it = platforms == "any" or not set(platforms.split(".")).isdisjoint(platform.pip_names)
    if abi == "abi3":
        oldest = min(int(one.removeprefix("cp3")) for one in pythons.split("."))
        return on_it and int(python.partition(".")[2]) >= oldest
    return on_it and not {"py3", tag(python)}.isdisjoint(pythons.split("."))
