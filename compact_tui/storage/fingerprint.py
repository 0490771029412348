"""What a file holds, as a digest, read in blocks and within a bounded time; and where it lies if it was moved."""

import hashlib
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from compact_tui.core.errors import FileNotAcceptableError, WorkspaceError
from compact_tui.storage.faults import read_fault

PATIENCE = 60.0
"""Seconds that reading one file may take; a disk in this building reads several gigabytes in that time."""
_BLOCK = 1024 * 1024
_MOST_LOOKED_AT = 2000
"""Entries of a folder that are looked at for a file that was moved."""
_MOST_READ = 20
"""Files of the right size that are read whole for it."""


class Fingerprint(Struct, frozen=True):
    """What a file holds."""

    sha256: str
    size: int


class TooSlowError(FileNotAcceptableError):
    """A file takes too long to read."""


def path_of(text: str) -> Path:
    """The path that a person typed: with ``~`` for the home folder, or as a browser writes it (``file:///``)."""
    if text.lower().startswith("file:"):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname

        parts = urlsplit(text)
        host = f"//{parts.netloc}" if parts.netloc not in {"", "localhost"} else ""
        return Path(host + url2pathname(parts.path))
    try:
        return Path(text).expanduser()
    except RuntimeError:  # a home folder that nobody can name
        return Path(text)


def is_something(path: Path) -> bool:
    """Whether anything has this name: a file, a folder, a link that leads nowhere or what may not be looked at."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


def size_of(path: Path) -> int:
    """Bytes of a file.

    Raises:
        FileNotAcceptableError: If it is a folder or a device.
        WorkspaceError: If it is not there or may not be looked at.
    """
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise _fault(path, error) from error
    if stat.S_ISDIR(found.st_mode):
        raise FileNotAcceptableError(f"{path} is a folder, not a file.", "Choose one file in it.")
    if not stat.S_ISREG(found.st_mode):
        raise FileNotAcceptableError(f"{path} is not an ordinary file.", "Choose a document.")
    return found.st_size


def fingerprint(path: Path, patience: float = PATIENCE) -> Fingerprint:
    """Read a file once, in blocks, and say what it holds.

    Args:
        path: The file.
        patience: Seconds that this may take.

    Raises:
        FileNotAcceptableError: If it is a folder or a device, or reading it takes too long.
        WorkspaceError: If it is not there or cannot be read.
    """
    size_of(path)
    until = time.monotonic() + patience
    digest, size = hashlib.sha256(), 0
    try:
        with open(path, "rb", buffering=0) as file:
            while block := file.read(_BLOCK):
                digest.update(block)
                size += len(block)
                if time.monotonic() > until:
                    raise TooSlowError(
                        f"{path} is too large, or its drive too slow, to be read in {patience:.0f} seconds.",
                        "Say in words where it is instead.",
                    )
    except OSError as error:
        raise _fault(path, error) from error
    return Fingerprint(digest.hexdigest(), size)


def _fault(path: Path, error: OSError | ValueError) -> WorkspaceError:
    if isinstance(error, OSError):
        return read_fault(path, error)
    return WorkspaceError(f"{str(path)!r} cannot be the name of a file.", "Check the name.")


def find_moved(path: Path, wanted: Fingerprint, patience: float = PATIENCE) -> Path | None:
    """Where a file that is gone lies now: in the folder it was in, in the one above, or in one beside or below it.

    Only ordinary files of the very size are read, and only so many, so that this ends on any drive.

    Args:
        path: Where it lay.
        wanted: What it held.
        patience: Seconds that this may take altogether.
    """
    until = time.monotonic() + patience
    read = 0
    for candidate in _candidates(path, wanted.size):
        left = until - time.monotonic()
        if left <= 0 or read >= _MOST_READ:
            return None
        read += 1
        try:
            if fingerprint(candidate, left).sha256 == wanted.sha256:
                return candidate
        except (FileNotAcceptableError, WorkspaceError):
            continue  # one that cannot be read is not known to be ours
    return None


def _candidates(path: Path, size: int) -> Iterator[Path]:
    """Files of a size, those nearest to where a file lay first."""
    folder, above = path.parent, path.parent.parent
    searched: list[Path] = []
    for place in (folder, above, *_folders_in(folder), *_folders_in(above)):
        if place in searched:
            continue
        searched.append(place)
        if len(searched) > _MOST_READ:
            return
        for entry in _entries(place):
            try:
                if entry.is_file() and entry.stat().st_size == size and entry.path != str(path):
                    yield Path(entry.path)
            except OSError:
                continue  # gone or locked meanwhile: not the one that is looked for


def _folders_in(folder: Path) -> Iterator[Path]:
    for entry in _entries(folder):
        try:
            if entry.is_dir(follow_symlinks=False):
                yield Path(entry.path)
        except OSError:
            continue  # as above


def _entries(folder: Path) -> "list[os.DirEntry[str]]":
    found: list[os.DirEntry[str]] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                found.append(entry)
                if len(found) >= _MOST_LOOKED_AT:
                    break
    except OSError:
        return []
    return sorted(found, key=lambda entry: entry.name)
