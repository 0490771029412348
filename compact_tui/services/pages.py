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
