"""Dates in a text, as people in England write them."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from .days import MONTHS

_LONG = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS if name not in {"May", "September"})
_MONTH = rf"(?:{_LONG}|May|Sept?(?:ember)?)(?![^\W\d_])\.?"
_CENTURY = r"(?:19|20)\d\d"
_YEAR = rf"(?:{_CENTURY}|'?\d\d)(?!\d)"
_DATE = re.compile(
    rf"""(?xi)(?<![\d/])(?:
      (?P<y1>{_CENTURY})\s?[-/.\\]\s?(?P<m1>\d\d?)\s?[-/.\\]\s?(?P<d1>\d\d?)
    | (?P<d2>\d\d?)\s?[-/.\\]\s?(?P<m2>\d\d?)\s?[-/.\\]\s?(?P<y2>{_YEAR})
    | (?P<d3>\d\d?)\s(?P<m3>\d\d?)\s(?P<y3>{_CENTURY}|\d\d)
    | (?P<d4>\d\d?)(?:\s?(?:st|nd|rd|th))?(?:\sof)?[\s/.\\-]{{0,2}}(?P<m4>{_MONTH})
      (?:,?[\s/.\\-]{{0,2}}(?P<y4>{_YEAR}))?
    | (?<![^\W_])(?P<m5>{_MONTH})\s?(?P<d5>\d\d?)(?:\s?(?:st|nd|rd|th))?(?:,?\s{{0,2}}(?P<y5>{_CENTURY}))?
    | (?P<d6>[0-3]\d)(?P<m6>[01]\d)(?P<y6>{_CENTURY}|\d\d)
    | (?P<y7>{_CENTURY})(?P<m7>[01]\d)(?P<d7>[0-3]\d)
    | (?P<d8>\d\d?)/(?P<m8>\d\d?)(?!\s?(?:of|weeks?|wks?|months?|days?|hours?|hrs?)\b)
    )(?![^\W_]|/\d)"""
)
_TURN = 30
"""Years of two figures up to this one are of this century."""


class Day(NamedTuple):
    """A day of the calendar in a folded text."""

    start: int
    end: int
    year: int
    """0 where none is written."""
    loose: bool
    """Whether it is a date only beside a word that says so: figures without a break, or day and month in figures."""


def days_in(text: str) -> Iterator[Day]:
    """Every date in a text, in order of place; the month may stand before the day."""
    for found in _DATE.finditer(text):
        form = next(form for form in range(1, 9) if found[f"d{form}"])
        year = _year(found[f"y{form}"]) if form < 8 else 0
        if _in_calendar(int(found[f"d{form}"]), _month(found[f"m{form}"]), year):
            yield Day(*found.span(), year, form > 5)


def _year(written: str | None) -> int:
    if written is None:
        return 0
    year = int(written.strip("'"))
    if year > 99:
        return year
    return year + (2000 if year <= _TURN else 1900)


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    return 1 + next(place for place, name in enumerate(MONTHS) if name[:3].lower() == written[:3].lower())


def _in_calendar(day: int, month: int, year: int) -> bool:
    if month > 12 >= day:
        day, month = month, day
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True
