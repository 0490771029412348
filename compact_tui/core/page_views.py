"""Views of the pages that can be printed."""

from compact_tui.core.audit_views import View


class PageLine(View, frozen=True, kw_only=True):
    """A page that can be printed."""

    id: str
    words: str
    about: str
    """What it is for."""
    sides: int
    """About how many sides of paper; of the first standard where it is asked which."""
    sides_words: str
    asks_standard: bool = False
    """Whether it has to be said which standard."""


class StandardChoice(View, frozen=True, kw_only=True):
    """A standard that a page may be about."""

    id: str
    number: str
    words: str


class PagesView(View, frozen=True, kw_only=True):
    """What can be printed."""

    pages: tuple[PageLine, ...]
    standards: tuple[StandardChoice, ...]
    """For the pages that ask which."""
    folder: str
    """Where pages are written."""
    sentence: str


class PrintedView(View, frozen=True, kw_only=True):
    """A page that was written."""

    page: str
    """Its path."""
    kind: str
    sides: int
    """About how many sides of paper."""
    sentence: str
