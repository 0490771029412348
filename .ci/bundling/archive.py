"""The list of sums, and the archive: the same files give the same bytes."""

import hashlib
import zipfile
from collections.abc import Iterable
from pathlib import Path

SUMS = "SHA256SUMS.txt"
_WHEN = (2020, 1, 1, 0, 0, 0)
"""The time that every file carries, so that the day of making changes nothing."""


def files_in(folder: Path) -> tuple[Path, ...]:
    """Every file below a folder, sorted by its name as an archive holds it."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(found, key=lambda path: path.relative_to(folder).as_posix()))


def write_sums(folder: Path) -> None:
    """Write the list that ``sha256sum --check`` reads; the list itself is not in it."""
    lines = (
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in files_in(folder)
        if path != folder / SUMS
    )
    (folder / SUMS).write_text("".join(lines), "utf-8", newline="\n")


def write_archive(folder: Path, archive: Path, executable: Iterable[str]) -> str:
    """Pack a folder, under its own name, into a ``.zip``.

    Args:
        folder: What to pack.
        archive: The file to write.
        executable: The names, from the folder on, of the files that can be started.

    Returns:
        The SHA-256 of the archive, which is written beside it too.
    """
    started = set(executable)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as held:
        for path in files_in(folder):
            name = path.relative_to(folder).as_posix()
            entry = zipfile.ZipInfo(f"{folder.name}/{name}", _WHEN)
            entry.create_system = 3  # Unix, on whatever this runs: only then the rights below are read
            entry.external_attr = (0o100755 if name in started else 0o100644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            held.writestr(entry, path.read_bytes(), compresslevel=9)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    archive.with_name(archive.name + ".sha256").write_text(f"{digest}  {archive.name}\n", "utf-8", newline="\n")
    return digest
