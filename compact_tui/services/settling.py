"""Having everything on the disk before something is done with the files themselves."""

from compact_tui.core.errors import WorkspaceError
from compact_tui.services.desk import Desk
from compact_tui.storage.writer import Writer

_PATIENCE = 10.0
"""Seconds to wait for the saving thread."""


def settle(desk: Desk, nothing: str) -> None:
    """Have everything saved that is in memory only.

    Args:
        desk: Where, when and who.
        nothing: What is not done if that fails: ``Nothing was erased.``

    Raises:
        WorkspaceError: If something cannot be saved; it stays in memory.
    """
    if isinstance(desk.saver, Writer):
        desk.saver.retry()
        desk.saver.flush(_PATIENCE)
    waiting = [book.path.name for book in desk.shelf.books.values() if book.unsaved]
    if waiting:
        raise WorkspaceError(
            f"There are changes in {', '.join(waiting)} that are not saved yet, and cannot be saved just now.",
            f"{nothing} What you typed is kept in memory. See to the disk or the folder, then try again.",
        )
