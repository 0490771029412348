"""The lock that lasts as long as one save and dies with its process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.faults import write_fault

LOCK_SECONDS = 5.0
"""How long to wait for another save of the same book."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Keep every other program from saving a book meanwhile.

    Raises:
        WorkspaceError: If another one does not let go in time, or no lock can be made there.
    """
    from filelock import FileLock, Timeout

    folder = path.parent / ".locks"
    lock = FileLock(folder / f"{path.name}.lock", timeout=LOCK_SECONDS, mode=0o666, poll_interval=0.005)
    try:
        folder.mkdir(exist_ok=True)
        lock.acquire()
    except Timeout as error:
        raise WorkspaceError(
            f"{path} could not be saved: another program is saving it and has not finished.",
            "Close the other window or program, then save again.",
        ) from error
    except OSError as error:
        raise write_fault(path, error) from error
    try:
        yield
    finally:
        lock.release()
