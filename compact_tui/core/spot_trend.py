"""How well something was known, term by term."""

from collections.abc import Mapping, Sequence

from compact_tui.core.spot_sums import Sum
from compact_tui.core.spot_suppression import shown_of
from compact_tui.core.spot_views import TermView

TERMS = ("Spring", "Summer", "Autumn")
"""January to April, May to August, September to December."""
_SAME = 10
"""Percentage points within which nothing has changed: few answers move a share by as much."""


def term_of(day: str) -> str:
    """The term of a day or month, such as ``2026-3`` for the autumn; terms sort by time."""
    return f"{day[:4]}-{(int(day[5:7]) - 1) // 4 + 1}"


def term_words(term: str) -> str:
    """A term as a person says it: ``Autumn 2026``."""
    year, _, number = term.partition("-")
    return f"{TERMS[int(number) - 1]} {year}"


def trend(terms: Mapping[str, Sum]) -> tuple[TermView, ...]:
    """How well something was known in each term, oldest first; a term with few answers gives no figure.

    Args:
        terms: What was heard in each term, by ``term_of``.
    """
    ordered = sorted(term for term, heard in terms.items() if heard.answers)
    cells = shown_of([terms[term].answers for term in ordered]).cells
    return tuple(
        TermView(
            id=term,
            words=term_words(term),
            shown=shown,
            share=terms[term].percent if shown else 0,
            word=terms[term].word if shown else "not shown",
        )
        for term, shown in zip(ordered, cells, strict=True)
    )


def trend_words(terms: Sequence[TermView]) -> str:
    """How the last two terms that may be shown compare, in a few words; empty with fewer than two."""
    told = [term for term in terms if term.shown]
    if len(told) < 2:
        return ""
    before, now = told[-2:]
    return f"{change_words(before.share, now.share)} than in {before.words}".replace(
        "about the same than in", "about the same as in"
    )


def change_words(before: int, now: int) -> str:
    """How two shares in per cent compare."""
    if abs(now - before) <= _SAME:
        return "about the same"
    return "better known" if now > before else "less well known"
