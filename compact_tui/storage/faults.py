"""What the system says of a file, as a sentence for the person."""

import errno
from pathlib import Path

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.text import capitalised


class DamagedError(WorkspaceError):
    """A file is there, but what is in it is not what was once saved."""


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM}
_ELSEWHERE = "work in a folder that you may write to, with --workspace DIR"
_GONE = {errno.ENOENT, errno.ENOTDIR}


def write_fault(path: Path, error: OSError) -> WorkspaceError:
    """Why a file could not be written."""
    if error.errno in _FULL:
        return WorkspaceError(f"{path} could not be saved: the disk is full.", "Make some room, then save again.")
    if error.errno == errno.EROFS:
        return WorkspaceError(f"{path} could not be saved: the disk is read-only.", f"{capitalised(_ELSEWHERE)}.")
    if error.errno in _NOT_ALLOWED:
        return WorkspaceError(
            f"{path} could not be saved: this computer does not allow it, or another program holds the file.",
            f"Close other programs that use the folder and save again, or {_ELSEWHERE}.",
        )
    if error.errno in _GONE:
        return WorkspaceError(
            f"{path} could not be saved: its folder is not there.",
            f"Bring the folder or the drive back and save again, or {_ELSEWHERE}.",
        )
    return WorkspaceError(f"{path} could not be saved: {_reason(error)}.", f"Save again, or {_ELSEWHERE}.")


def read_fault(path: Path, error: OSError) -> WorkspaceError:
    """Why a file could not be read."""
    if error.errno in _GONE:
        return WorkspaceError(f"{path} is not there.", "Check the name, and that the drive it is on is connected.")
    if error.errno in _NOT_ALLOWED:
        return WorkspaceError(
            f"{path} cannot be read: this computer does not allow it, or another program has locked it.",
            "Close other programs that use the file, or ask who looks after this computer.",
        )
    if error.errno == errno.EISDIR:
        return WorkspaceError(f"{path} is a folder, not a file.", "Name the file in it that is meant.")
    return WorkspaceError(f"{path} cannot be read: {_reason(error)}.", "The file was left as it is.")


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
