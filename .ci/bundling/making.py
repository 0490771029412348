"""Puts a portable folder together, and packs it."""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bundling import pip
from bundling.archive import write_archive, write_sums
from bundling.compiling import compile_in, compiled_for
from bundling.faults import BundleError
from bundling.licences import write_licences
from bundling.lock import parse_lock
from bundling.pages import as_html, as_text, filled
from bundling.platforms import PYTHONS, Platform, tag
from bundling.starts import starts, words_of
from bundling.wheels import chosen, home_of, unpack

PORTABLE = "portable.txt"
"""The file by which the program itself sees that it runs from such a folder."""


@dataclass(frozen=True)
class Order:
    """What is to be made."""

    platform: Platform
    lock: Path
    output: Path
    """Where folder and archive go."""
    project: Path
    wheels: Path | None = None
    """Where the locked wheels lie; ``None`` fetches them."""
    program: Path | None = None
    """The program's own wheel; ``None`` builds it."""


@dataclass(frozen=True)
class Made:
    """What was made."""

    folder: Path
    archive: Path
    digest: str
    """SHA-256 of the archive."""


def make(order: Order) -> Made:
    """Make folder and archive.

    Raises:
        BundleError: If something is not as the lock says, or the folder is there already.
    """
    with tempfile.TemporaryDirectory(prefix="compact-bundle-") as passing:
        fetched = order.wheels or _fetched(order, Path(passing, "wheels"))
        program = order.program or pip.build(order.project, Path(passing, "program"))
        wheels = (*chosen(fetched, parse_lock(order.lock.read_text("utf-8")), order.platform), program)
        version = program.name.split("-")[1]
        folder = order.output / f"compact-audit-{version}-{order.platform.id}"
        if folder.exists():
            raise BundleError(f"{folder} is there already: take it away first.")
        folder.mkdir(parents=True)
        try:
            return _put_together(order, folder, wheels, version)
        except BaseException:
            shutil.rmtree(folder)
            raise


def _fetched(order: Order, folder: Path) -> Path:
    for python in PYTHONS:
        pip.download(order.lock, order.platform, python, folder)
    return folder


def _put_together(order: Order, folder: Path, wheels: tuple[Path, ...], version: str) -> Made:
    for wheel in wheels:
        unpack(wheel, folder / home_of(wheel))
    compile_in(folder / "lib")
    compile_in(folder / f"lib-{tag(compiled_for())}")
    write_licences(wheels, folder / "licences")
    executable = _write_starts(order.platform, folder)
    _write_pages(order.platform, folder, version)
    write_sums(folder)
    archive = folder.with_name(folder.name + ".zip")
    return Made(folder, archive, write_archive(folder, archive, executable))


def _write_starts(platform: Platform, folder: Path) -> tuple[str, ...]:
    files = starts(platform, compiled_for())
    for file in files:
        target = folder / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.data)
        if file.executable:
            target.chmod(0o755)
    return tuple(file.name for file in files if file.executable)


def _write_pages(platform: Platform, folder: Path, version: str) -> None:
    words = {
        **words_of(platform),
        "version": version,
        "computer": platform.words,
        "needs": platform.needs,
        "native": "\n".join(f"- {name}" for name in native_parts(folder)),
        "how": f"from locked packages, each with its SHA-256; byte code inside is for Python {compiled_for()}",
    }
    page = filled("for-IT.text", words)
    ends = "\r\n" if platform.is_windows else "\n"
    for name, text in (
        ("for-IT.html", as_html(page)),
        ("for-IT.txt", as_text(page)),
        ("start-here.txt", filled("start-here.txt", words)),
        (PORTABLE, f"Compact audit {version}, portable folder, {platform.id}\n"),
    ):
        (folder / name).write_text(text, "utf-8", newline=ends)


def native_parts(folder: Path) -> tuple[str, ...]:
    """The compiled files, by folder: each package once, with how many files it has there."""
    counted: dict[str, int] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".so", ".pyd", ".dll"}:
            place = "/".join(path.relative_to(folder).parts[:2])
            counted[place] = counted.get(place, 0) + 1
    return tuple(f"{place} ({number} file{'' if number == 1 else 's'})" for place, number in counted.items())
