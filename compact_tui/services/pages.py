"""Writing a page to read or print where the person wants it."""

import os
from pathlib import Path

from compact_tui.core.errors import UsageError
from compact_tui.core.page import ReportPage


def write_page(page: ReportPage, path: Path) -> Path:
    """Write a page as HTML; a file that is there already is kept.

    Raises:
        UsageError: If the file is there already.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.html import page_html
    from compact_tui.storage.atomic import write_atomically

    if os.path.lexists(path):
        raise UsageError(f"{path} is there already.", "Name another file with --output, or move that one away.")
    write_atomically(path, page_html(page))
    return path


def write_again(target: Path, data: bytes, mark: str, what: str) -> None:
    """Write a page with a mark; one of the same mark is replaced, any other file is kept.

    Args:
        target: Where it goes.
        data: The page.
        mark: What it is known by.
        what: What it is, such as ``this page of this audit``.

    Raises:
        UsageError: If another file is there already.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.html import has_mark
    from compact_tui.storage.atomic import write_atomically
    from compact_tui.storage.reading import read_bytes

    if os.path.lexists(target) and not (target.is_file() and has_mark(read_bytes(target)[0], mark)):
        raise UsageError(
            f"{target} is there already and is not {what}.",
            "Nothing was written. Name another file with --output, or move that one away.",
        )
    write_atomically(target, data)
