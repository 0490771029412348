"""Posters as a page: one side of A4 each, in letters that are read from where people stand."""

from compact_tui.core.poster_page import PosterPage
from compact_tui.exchange.html import rendered


def poster_html(page: PosterPage, mark: str = "") -> bytes:
    """Posters, a side each.

    Args:
        page: The posters.
        mark: What ``has_mark`` is to know the file by later; empty for none.
    """
    return rendered("poster.html.j2", page, mark)
