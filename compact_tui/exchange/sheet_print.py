"""How a sheet of a workbook comes out of a printer: across A4, its head on every page, large enough to read."""

from collections.abc import Sequence
from typing import Any

from compact_tui.core.workbook import in_cell

_A4 = 9
_ACROSS = 205
"""Letters that a page is wide at 70 percent: any smaller, text of eleven points is hard to read."""
_LONGEST_HEAD = 100
"""Letters of the title on top of a page: little more than 200 fit into the whole line."""


def print_on_a4(sheet: Any, title: str, widths: Sequence[int] = (), beside: int = 0) -> None:
    """Have a sheet printed across A4, with its title on top, and below its name and the number of the page.

    It is made as wide as the page. Where the text would become too small to be read, its columns go on on a further
    page instead, and what names the rows stands on that one too.

    Args:
        sheet: The sheet of XlsxWriter.
        title: What stands on top.
        widths: Of each column, in letters; none for a sheet that always fits.
        beside: How many columns at the left name the row.
    """
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(0.4, 0.4, 0.6, 0.6)
    sheet.set_header(f"&L{_in_header(title)}")
    sheet.set_footer("&L&A&RPage &P of &N")
    across = pages_across(widths, beside)
    sheet.fit_to_pages(across, 0)
    if across > 1:
        sheet.print_across()
        sheet.repeat_columns(0, beside - 1)


def pages_across(widths: Sequence[int], beside: int) -> int:
    """On how many pages beside each other the columns of a sheet can be read, those that name the row on each."""
    edges = [width + 1 for width in widths]
    pages, again = 1, sum(edges[:beside])
    used = again
    for edge in edges[beside:]:
        if used + edge > _ACROSS and used > again:
            pages, used = pages + 1, again
        used += edge
    return pages


def _in_header(text: str) -> str:
    """A text for the head of a page, where an ampersand begins a command."""
    return in_cell(text)[:_LONGEST_HEAD].replace("&", "&&")
