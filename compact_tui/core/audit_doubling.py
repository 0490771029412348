"""Which two audits would be done twice: about the same, near each other in time, in the same part of the city."""

from collections.abc import Sequence
from itertools import combinations

from compact_tui.core.agency_template import OWN
from compact_tui.core.audit_calendar_views import AuditLine
from compact_tui.core.learning_forms import MULTI_AGENCY, say_month

WITHIN = 6
"""Months: two audits are near each other where fewer lie between their beginnings."""
PLANNED = "planned"
_NO_KIND = {"", OWN, MULTI_AGENCY}
"""Kinds that do not say what is looked at."""


def months_between(one: str, other: str) -> int:
    """How many months lie between two, such as ``2026-11`` and ``2027-02``: 3."""
    return abs(_number(one) - _number(other))


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])


def is_double(one: AuditLine, other: AuditLine) -> bool:
    """Whether two audits would look at the same twice.

    They share a standard, or, where one of them names no standard, they look at the same kind of thing; they begin
    within six months; and they are of the same sector, or one is of all, or the same agency does both. Two that are
    over are no longer worth a word.
    """
    if PLANNED not in {one.state, other.state} or not one.month or not other.month:
        return False
    near = months_between(one.month, other.month) < WITHIN
    return near and _same_place(one, other) and _same_thing(one, other)


def _same_thing(one: AuditLine, other: AuditLine) -> bool:
    if one.standards and other.standards:
        return bool(set(one.standards) & set(other.standards))
    return one.kind == other.kind and one.kind not in _NO_KIND


def _same_place(one: AuditLine, other: AuditLine) -> bool:
    return one.sector == other.sector or "" in {one.sector, other.sector} or _same_agency(one, other)


def _same_agency(one: AuditLine, other: AuditLine) -> bool:
    return bool(one.who) and one.who.casefold() == other.who.casefold()


def doubles(lines: Sequence[AuditLine]) -> tuple[tuple[AuditLine, AuditLine], ...]:
    """Every two audits that would be done twice, in the order of the calendar."""
    return tuple((one, other) for one, other in combinations(lines, 2) if is_double(one, other))


def double_words(one: AuditLine, other: AuditLine, standards: dict[str, str]) -> str:
    """Why two audits would be done twice, as a sentence."""
    shared = [standards.get(name, name) for name in one.standards if name in other.standards]
    about = f"both touch {', '.join(shared)}" if shared else "both look at the same kind of thing"
    if _same_agency(one, other):
        return f"{_named(one)} and {_named(other)}: {about}. Is it the same one? Then take out the one that is planned."
    return f"{_named(one)} and {_named(other)}: {about}, within {WITHIN} months. Could they do one together?"


def _named(line: AuditLine) -> str:
    return f'"{line.title}" ({line.who}, {say_month(line.month)})'
