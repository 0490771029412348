"""The files that came in, byte for byte as they came, each under the digest of what is in it."""

import hashlib
import os
from collections.abc import Iterator, Set
from contextlib import contextmanager
from datetime import datetime, time
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.faults import read_fault, write_fault

_HIDDEN = (".", "~$")
"""What the names of files begin with that other programs hide or lock."""
_PARTNERSHIP, _SETTING = "partnership.json", "setting.json"
_KEPT = frozenset(
    {_PARTNERSHIP, _SETTING, "notice-boards.json", "audits", "agency-audits", "spot-checks", "walks", "question_banks"}
    | {"received", "backups", "reports", "facts", "pages", "signed", "lent"}
)
"""What this program keeps in a workspace and nobody sent to anybody."""


def sha256_of(data: bytes) -> str:
    """The digest of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def original_path(folder: Path, sha256: str) -> Path:
    """Where a file stands; spread over folders, because file managers choke on thousands in one."""
    return folder / sha256[:2] / sha256


def keep_original(folder: Path, data: bytes, day: str = "") -> str:
    """Keep a file, unless it is there already.

    Args:
        folder: Where originals are kept.
        data: What is in it.
        day: The day it came in, which its own date says from then on; empty for the day now.

    Returns:
        The digest it is kept under.

    Raises:
        WorkspaceError: If it cannot be written.
    """
    sha256 = sha256_of(data)
    path = original_path(folder, sha256)
    if not path.exists():
        make_folder(path.parent)
        write_atomically(path, data)
        if day:
            _came_on(path, day)
    return sha256


def _came_on(path: Path, day: str) -> None:
    noon = datetime.combine(datetime.fromisoformat(day), time(12)).timestamp()
    try:
        os.utime(path, (noon, noon))
    except OSError as error:
        raise write_fault(path, error) from error


def received_on(path: Path) -> str:
    """The day on which an original came in, as ``YYYY-MM-DD``.

    Raises:
        WorkspaceError: If it is not there any more.
    """
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).date().isoformat()
    except OSError as error:
        raise read_fault(path, error) from error


def originals_in(folder: Path) -> Iterator[Path]:
    """Every file that is kept, in the order of their digests."""
    if folder.is_dir():
        for part in sorted(path for path in folder.iterdir() if len(path.name) == 2 and path.is_dir()):
            yield from sorted(path for path in part.iterdir() if len(path.name) == 64)


def files_under(path: Path, left_out: dict[Path, None] | None = None) -> Iterator[Path]:
    """A file itself, or every file in a folder and those under it, by name; no hidden ones, links nor pipes.

    So is what this program itself keeps, where a folder is a workspace: its copies would come in a second time. What a
    setting sends lies in its folder ``sent``, and is found. A place that is named itself is never passed over.

    Args:
        path: The file or folder.
        left_out: Gets each workspace of which something was passed over.

    Raises:
        FileNotAcceptableError: If it is not there or cannot be looked into.
    """
    try:
        if not path.is_dir():
            if not S_ISREG(path.stat().st_mode):
                raise FileNotAcceptableError(f"{path} is no file.", "Nothing was changed. Name a file or a folder.")
            yield path
            return
        inside = sorted(path.iterdir())
        kinds = {child: child.lstat().st_mode for child in inside}
    except OSError as error:
        raise FileNotAcceptableError(
            f"{path} cannot be looked into: {(error.strerror or 'no reason given').lower()}.",
            "Nothing was changed. Check the name, and whether you may open it.",
        ) from error
    own = _own({child.name for child in inside})
    for child in inside:
        if child.name.startswith(_HIDDEN) or not (S_ISREG(kinds[child]) or S_ISDIR(kinds[child])):
            continue
        if child.name not in own:
            yield from files_under(child, left_out)
        elif left_out is not None:
            left_out[path] = None


def _own(names: Set[str]) -> Set[str]:
    """Of what lies in a folder, what this program keeps there; nothing where it is no workspace."""
    if _PARTNERSHIP in names:
        return _KEPT | {"sent"} | {name for name in names if name.endswith(".pack.json")}
    return _KEPT if _SETTING in names else frozenset()


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """A file that somebody gave, opened for reading bytes.

    Raises:
        WorkspaceError: If it is missing, locked or not readable.
    """
    try:
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise read_fault(path, error) from error
