"""Days and instants as they are kept (``YYYY-MM-DD``, UTC ``Z``), typed and said."""

import re
from datetime import UTC, date, datetime

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_FIRST_YEAR, _LAST_YEAR = 1900, 2999
"""Days beyond are slips or worse, and cannot all be reckoned with."""
_FORMS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<name>[a-z]+)\.?\s+(?P<year>\d{4})"),
)


def parse_day(text: str) -> str:
    """A day that a person typed, as ``YYYY-MM-DD``.

    Takes ``2026-12-18``, ``18/12/2026`` (day first) and ``18 December 2026``.

    Raises:
        ValueError: With a sentence for the person.
    """
    plain = " ".join(text.strip().lower().split())
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is None:
            continue
        parts = found.groupdict()
        month = int(parts["month"]) if parts.get("month") else _month(parts["name"])
        try:
            day = date(int(parts["year"]), month, int(parts["day"])).isoformat()
        except ValueError:
            break
        if is_day(day):
            return day
    raise ValueError(f'"{text.strip()}" is not a day. Write it like 18 December 2026, 18/12/2026 or 2026-12-18.')


def _month(name: str) -> int:
    for number, month in enumerate(MONTHS, 1):
        if len(name) >= 3 and month.lower().startswith(name):
            return number
    return 0


def is_day(text: str) -> bool:
    """Whether a text is a day in the form that is kept, of a year that can be meant."""
    try:
        day = date.fromisoformat(text)
        return day.isoformat() == text and _FIRST_YEAR <= day.year <= _LAST_YEAR
    except ValueError:
        return False


def say_day(day: str) -> str:
    """``2026-12-18`` as ``18 December 2026``; anything else as it is."""
    if not is_day(day):
        return day
    value = date.fromisoformat(day)
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def say_short(day: str) -> str:
    """``2026-12-18`` as ``18 Dec 2026``."""
    if not is_day(day):
        return day
    value = date.fromisoformat(day)
    return f"{value.day} {MONTHS[value.month - 1][:3]} {value.year}"


def days_until(day: str, today: str) -> int:
    """Whole days from today to a day; negative when it has passed."""
    return (date.fromisoformat(day) - date.fromisoformat(today)).days


def how_far(day: str, today: str) -> str:
    """How far off a day is: ``in 3 days``, ``today``, ``2 days ago``; empty where it is no day."""
    if not is_day(day):
        return ""
    left = days_until(day, today)
    if not left:
        return "today"
    return f"in {_days(left)}" if left > 0 else f"{_days(-left)} ago"


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"


def instant(moment: datetime) -> str:
    """A moment as it is kept: UTC to the second, ``2026-11-22T14:02:09Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def say_instant(kept: str) -> str:
    """A kept instant as it is said in a line: ``22 Nov 2026, 14:02 UTC``; anything else as it is."""
    day, _, time = kept.partition("T")
    return f"{say_short(day)}, {time[:5]} UTC" if is_day(day) and time.endswith("Z") else say_short(kept)


def day_of(kept: str) -> str:
    """The day of a kept instant."""
    return kept[:10]


def moment_of(kept: str) -> datetime:
    """A kept instant as an aware moment.

    Raises:
        ValueError: If it is not one.
    """
    return datetime.strptime(kept, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
