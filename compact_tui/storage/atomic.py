"""Writing a file so that it is either wholly the old one or wholly the new one, whatever happens."""

import errno
import os
import platform
import re
import stat
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from compact_tui.storage.faults import write_fault

RETRY_PAUSES: Sequence[float] = (0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts to replace a file that a scanner or a sync client holds."""

_LEFT_OVER = re.compile(r"\.~.+\.(?P<host>[0-9a-f]{8})-(?P<pid>\d+)-[0-9a-f]{8}\.tmp")
_HOUR = 3600.0
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOSYS}


@cache
def host_mark() -> str:
    """A short mark of this computer, which does not tell its name."""
    return f"{zlib.crc32(platform.node().encode('utf-8', 'replace')):08x}"


def write_atomically(path: Path, data: bytes, *, folder_sync: bool = True) -> os.stat_result:
    """Replace a file, or make it, in one step that survives a power cut.

    Args:
        path: The file. Where it is a link, the file it points to is replaced.
        data: Everything that will be in it.
        folder_sync: Whether to wait until the folder, too, is on the disk.

    Returns:
        What the system says of the new file.

    Raises:
        WorkspaceError: If it could not be written; the old file is untouched, unless the replacing
            itself was done and only the folder could not be confirmed.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        temporary = target.with_name(f".~{target.name[:80]}.{host_mark()}-{os.getpid()}-{os.urandom(4).hex()}.tmp")
        try:
            written = _write_new(temporary, data, like=target)
            _replace(temporary, target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
        if folder_sync:
            _sync_folder(target.parent)
    except OSError as error:
        raise write_fault(path, error) from error
    return written


def _write_new(temporary: Path, data: bytes, like: Path) -> os.stat_result:
    binary = getattr(os, "O_BINARY", 0)
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(handle, rest) :]
        _keep_mode(handle, like)
        os.fsync(handle)
        return os.fstat(handle)
    finally:
        os.close(handle)


def _keep_mode(handle: int, like: Path) -> None:
    """Give the new file the permissions that somebody chose for the old one."""
    if os.name != "posix":
        return
    try:
        wanted = stat.S_IMODE(like.stat().st_mode)
    except FileNotFoundError:
        return
    if stat.S_IMODE(os.fstat(handle).st_mode) != wanted:
        os.fchmod(handle, wanted)


def _replace(temporary: Path, target: Path) -> None:
    for pause in RETRY_PAUSES:
        try:
            os.replace(temporary, target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    os.replace(temporary, target)


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, so that they survive a power cut too.

    Raises:
        WorkspaceError: If that is not possible.
    """
    try:
        missing = [above for above in (folder, *folder.parents) if not above.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for made in missing:
            _sync_folder(made.parent)
    except OSError as error:
        raise write_fault(folder, error) from error


def sweep(folder: Path, now: float | None = None) -> int:
    """Remove temporary files that an interrupted save left in a folder.

    Args:
        folder: The folder; one that is not there is as good as swept.
        now: Seconds since the epoch; the clock if not given.

    Returns:
        How many were removed. What cannot be removed now is left for another time.
    """
    removed = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _LEFT_OVER.fullmatch(entry.name)
            if found is None:
                continue
            with suppress(OSError):
                age = (time.time() if now is None else now) - entry.stat(follow_symlinks=False).st_mtime
                if age > _HOUR or (found["host"] == host_mark() and is_dead(int(found["pid"]))):
                    os.unlink(entry.path)
                    removed += 1
    return removed


def is_dead(pid: int) -> bool:
    """Whether a process of this computer has surely ended; never sure on Windows."""
    if os.name != "posix":
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OverflowError):
        return False
    return False
