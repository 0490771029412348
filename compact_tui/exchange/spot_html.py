"""Pages of the spot checks that have a form of their own: the pocket card and the slide."""

from compact_tui.core.card_page import CardPage
from compact_tui.core.slide_page import SlidePage
from compact_tui.exchange.html import rendered


def card_html(page: CardPage, mark: str = "") -> bytes:
    """A pocket card: the upper half of an A4 sheet, to be cut and folded.

    Args:
        page: The card.
        mark: What ``has_mark`` is to know the file by later; empty for none.
    """
    return rendered("card.html.j2", page, mark)


def slide_html(page: SlidePage, mark: str = "") -> bytes:
    """A question and its answer for a projector, or as two large pages; the mark as above."""
    return rendered("slide.html.j2", page, mark)
