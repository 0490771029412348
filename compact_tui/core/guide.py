"""The one-minute guide and the glossary, as values."""

from msgspec import Struct

from compact_tui.core.page import Paragraph, ReportPage, Section
from compact_tui.core.report_text import wrapped


class GuidePart(Struct, frozen=True):
    """A paragraph of the guide."""

    heading: str
    text: str


class Guide(Struct, frozen=True):
    """What the audit is, why, how long, what to have ready, how to begin."""

    part: tuple[GuidePart, ...]


class Term(Struct, frozen=True, kw_only=True):
    """A term that a new volunteer would not know."""

    term: str
    meaning: str
    also: tuple[str, ...] = ()
    """Other names for it."""
    source: str = ""
    """Id of the source it is taken from; empty for general knowledge of the field."""


class Glossary(Struct, frozen=True):
    """The terms, in the order of the alphabet."""

    term: tuple[Term, ...]


def guide_page(guide: Guide) -> ReportPage:
    """The guide as a page to read or print."""
    sections = (Section(part.heading, 2, (Paragraph(" ".join(part.text.split())),)) for part in guide.part)
    return ReportPage("The Compact audit in one minute", (), tuple(sections))


def guide_lines(guide: Guide, width: int) -> tuple[str, ...]:
    """The guide as lines of text, each part begun by its heading."""
    lines: list[str] = []
    for part in guide.part:
        lines += wrapped(f"{part.heading}: {' '.join(part.text.split())}", width)
    return tuple(lines)


def look_up(glossary: Glossary, text: str) -> tuple[Term, ...]:
    """The term of this name, then those that hold it in a name, then in their meaning; all for no text."""
    wanted = " ".join(text.casefold().split())
    exact, by_name, by_meaning = [], [], []
    for term in glossary.term:
        names = [name.casefold() for name in (term.term, *term.also)]
        if wanted in names:
            exact.append(term)
        elif any(wanted in name for name in names):
            by_name.append(term)
        elif wanted in term.meaning.casefold():
            by_meaning.append(term)
    return (*exact, *by_name, *by_meaning)
