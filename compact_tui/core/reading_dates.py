"""Days that were read off a notice: gone by, soon, or still to come."""

import calendar
import re
from collections.abc import Iterator

from compact_tui.core.days import MONTHS, days_until, how_far, is_day, parse_day, say_day
from compact_tui.core.reading_finding import OUT_OF_DATE, RIGHT, UNKNOWN, Finding

SOON = 42
"""Days before which a last day is near: half a term."""
OLD = 365
"""Days after which something that was checked once wants another look."""
_NAMES = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS).replace("Sep(?:tember)?", "Sept?(?:ember)?")
DAY = re.compile(
    rf"(?i)\b(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{4}}"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{_NAMES})\.?,?\s+\d{{4}})\b"
)
"""A day or a month with its year."""
_MONTH = re.compile(rf"(?i)^({_NAMES})\.?,?\s+(\d{{4}})$")
_CHECKED = re.compile(r"(?i)\b(?:checked|reviewed|updated|agreed|approved|dated|written|printed|version|as of|since)\b")
_LAST = re.compile(r"(?i)\b(?:next|until|till|expir\w*|ends?|due|valid|runs? out|review by|by|to be)\b")
_BEFORE = 30


def date_findings(asked: bool, text: str, expires: str, today: str) -> tuple[Finding, ...]:
    """What is said of the days of a text.

    Args:
        asked: Whether the notice carries a day; else only the last day that was given is looked at.
        text: What was read off.
        expires: The day (``YYYY-MM-DD``) that stands on the notice as its last; empty for none.
        today: The day by which ages are judged.
    """
    found = list(_in_text(text, today)) if asked else []
    return (*([_last(expires, "", today)] if is_day(expires) else ()), *found)


def _in_text(text: str, today: str) -> Iterator[Finding]:
    for match in DAY.finditer(text):
        written = match.group()
        before = text[max(0, match.start() - _BEFORE) : match.start()].rpartition(";")[2]
        month = _MONTH.match(written)
        day = _last_of_month(written) if month else _day(written)
        if not day:
            yield Finding(state=UNKNOWN, sentence=f'"{written}" is not a day. Read it again.', read=written)
        elif _LAST.search(before):
            yield _last(day, written, today)
        elif _CHECKED.search(before):
            yield _checked(day, written, today)
        else:
            yield _unsaid(day, written, today)


def _day(written: str) -> str:
    try:
        return parse_day(re.sub(r"(?i)\bof\s+|,", " ", written))
    except ValueError:
        return ""


def _last_of_month(written: str) -> str:
    name, _, year = written.replace(",", " ").partition(" ")
    month = next(n for n, known in enumerate(MONTHS, 1) if known.lower().startswith(name.lower()[:3]))
    number = int(year.strip())
    return f"{number:04d}-{month:02d}-{calendar.monthrange(number, month)[1]:02d}" if number else ""


def _last(day: str, written: str, today: str) -> Finding:
    left, said = days_until(day, today), say_day(day)
    if left < 0:
        return Finding(state=OUT_OF_DATE, sentence=f"It ran out on {said}, {how_far(day, today)}.", read=written)
    if left <= SOON:
        sentence = f"It holds until {said}, {how_far(day, today)}: have the next one ready."
        return Finding(state=RIGHT, sentence=sentence, read=written)
    return Finding(state=RIGHT, sentence=f"It holds until {said}.", read=written)


def _checked(day: str, written: str, today: str) -> Finding:
    gone = -days_until(day, today)
    if gone < 0 and not _MONTH.match(written):
        sentence = f"It is said to have been checked on {say_day(day)}, which has not come yet. Read it again."
        return Finding(state=UNKNOWN, sentence=sentence, read=written)
    if gone > OLD:
        sentence = f"It was last checked in {written}, more than a year ago: see whether it still holds."
        return Finding(state=OUT_OF_DATE, sentence=sentence, read=written)
    return Finding(state=RIGHT, sentence=f"It was checked within the last year ({written}).", read=written)


def _unsaid(day: str, written: str, today: str) -> Finding:
    """A day of which nobody says what it is."""
    gone = -days_until(day, today)
    if gone <= 0:
        return Finding(state=RIGHT, sentence=f"{say_day(day)} is still to come, {how_far(day, today)}.", read=written)
    if gone > OLD:
        sentence = f"{written} is more than a year ago: see whether the notice still holds."
        return Finding(state=OUT_OF_DATE, sentence=sentence, read=written)
    sentence = f"{written} has gone by. If it is the day of the next check, the notice is out of date."
    return Finding(state=UNKNOWN, sentence=sentence, read=written)
