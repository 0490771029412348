"""How many of a group returned, said in one way wherever it is said."""

from collections.abc import Sequence

from compact_tui.core.analysis_views import Analysis, GroupFigures
from compact_tui.core.suppression import percent

OWN_AUDIT = "own audit"
OTHER_EDITION = "other edition"


def came(group: GroupFigures) -> int:
    """How many of a group returned, on whichever audit and edition."""
    return group.returned + group.elsewhere


def share_in(returned: int, expected: int) -> str:
    """The share of those that returned in brackets, after a space; empty where more came than were expected."""
    return f" ({percent(returned, expected)}%)" if 0 < expected >= returned else ""


def beside_figures(group: GroupFigures) -> str:
    """Where the returns of a group are that its figures leave out; empty where there are none.

    Such as ``1 of them on another edition and not in these figures``.
    """
    return _beside(group.returned, group.elsewhere, group.editions)


def beside_all(analysis: Analysis) -> str:
    """The same of all sectors together."""
    return _beside(*_added(analysis.sectors))


def returned_words(group: GroupFigures) -> str:
    """How many returned, such as ``15 of 15 returned, 1 of them on another edition and not in these figures``."""
    return _said(came(group), group.expected, beside_figures(group))


def all_returned_words(analysis: Analysis) -> str:
    """The same of all sectors together."""
    return _said(analysis.returns, analysis.expected, beside_all(analysis))


def where_else(group: GroupFigures) -> str:
    """What stands in place of figures of a group that returned, but nothing that is counted, such as ``own audit``."""
    return OTHER_EDITION if group.editions else OWN_AUDIT


def other_words(group: GroupFigures) -> str:
    """What the returns are on that the figures of a group leave out: ``audit``, ``edition`` or ``audit or edition``."""
    which = ["audit"] if group.elsewhere > group.editions else []
    return " or ".join([*which, *(["edition"] if group.editions else [])])


def _added(groups: Sequence[GroupFigures]) -> tuple[int, int, int]:
    return (
        sum(group.returned for group in groups),
        sum(group.elsewhere for group in groups),
        sum(group.editions for group in groups),
    )


def _beside(counted: int, elsewhere: int, editions: int) -> str:
    if not elsewhere:
        return ""
    if not counted and not editions:
        return "on an audit of its own and not in these figures"
    others = elsewhere - editions
    parts = [f"{editions} of them on another edition"] if editions else []
    parts += [f"{others} of them on another audit" if not parts else f"{others} on another audit"] if others else []
    return f"{', '.join(parts)}{',' if len(parts) > 1 else ''} and not in these figures"


def _said(returned: int, expected: int, beside: str) -> str:
    return f"{returned} of {expected} returned{f', {beside}' if beside else ''}"
