"""Initials of a person that stand with a date of birth, or with an age and a year group."""

import re
from collections.abc import Iterator

from .personal_births import BRACKETS, WORK_SINCE, Birth, births
from .personal_context import Around, Place, words_of
from .personal_dates import Day, days_in
from .personal_words import ACRONYMS, DOTTED, INVENTED, LETTERED, LINKING, ONE_CHILD, SIGNED

_TWO = r"[A-Z](?:\.\s?|\s|\.?-)?[A-Z](?:(?:\.\s?|\s|\.?-)?[A-Z])?(?:\.(?!\w))?|[a-z]\.\s?[a-z]\.(?:\s?[a-z]\.)?"
_ONE = r"(?:[B-HJ-Z]\b\.?|[AI](?=['.,(\[]))"
_FREE = r"(?<![^\W_])(?<![^\W_]\.)"
_INITIALS = re.compile(rf"{_FREE}(?:{_TWO})(?![^\W_])")
_SINGLE = re.compile(rf"{_FREE}{_ONE}(?='?s?(?:\s(?:is|was|has a))?[\s,:(\[/|-]{{1,3}}$)")
_SMALL = re.compile(r"(?<![\w.'])[A-Za-z][a-z](?=[\s,:(/|-]{1,3}$)")
_LISTED = re.compile(rf"{_FREE}({_TWO})\s?(?:,|and|&|/|\+)\s?(?:and\s)?$")
_LEAD = re.compile(
    r"\s?[,(\[/|:-]+\s?(?:(?i:initials)\s?:?\s?)?|\s(?i:initials)\s?:?\s?|\s(?i:for|of)\s"
    r"|\s(?=\w\.?\w\.?(?:[\s,;:)-]*$|[,;:)]))"
)
_APART = re.compile(r"[.!?]\s+\w|\n\s*\n|\d{3}")
_GROUP = r"(?:(?:y|yr|year)\s?(?:\d{1,2}|r)|reception|rec|y[rn]|fs[12]|nursery|pre-?school|sixth\sform)\b"
_COUNT = r"(?:\d{1,2}|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MONTHS = r"(?:[\s,]{0,2}\d{1,2}\s?(?:m|mths?|months?))?"
_AGE = rf"(?:(?:aged?\s?)?{_COUNT}[\s-]?(?:y|yo|y/o|yrs?|years?){_MONTHS}(?:[\s-]old)?\b|aged?\s?{_COUNT}\b)"
_BARE = r"\d{1,2}(?![\w.:%]|/\d)"
_LINK = (
    r"[\s,;:/()\[\]=_-]{1,4}(?:(?:is|in|and|who|now|a|an|the|our|from|boy|girl|male|female|m|f|pupil|student|child)\b"
    r"[\s,(-]{1,2}){0,3}"
)
_BEHIND = re.compile(
    rf"(?:'s\b)?{_LINK}(?:(?:{_AGE}|{_BARE}){_LINK}(?:in\s)?{_GROUP}|{_GROUP}{_LINK}(?:{_AGE}|{_BARE}))", re.IGNORECASE
)
_BETWEEN_GROUP = re.compile(rf"(?<!\w){_GROUP}{_LINK}$", re.IGNORECASE)
_BETWEEN_AGE = re.compile(rf"(?<!\w){_AGE}{_LINK}$", re.IGNORECASE)
_THEN_AGE = re.compile(rf"{_LINK}(?:{_AGE}|{_BARE})", re.IGNORECASE)
_THEN_GROUP = re.compile(rf"{_LINK}(?:in\s)?{_GROUP}", re.IGNORECASE)
_ANY = re.compile(rf"{_FREE}(?:(?:{_TWO})(?![^\W_])|{_ONE})")
_ANY_OR_SMALL = re.compile(rf"{_FREE}(?:(?:{_TWO}|[a-z]{{2}})(?![^\W_])|{_ONE})")
_GAP = re.compile(
    rf"[\s,(\[/|:=_-]{{1,3}}(?:(?:m|f|male|female|boy|girl|{_GROUP}|{_AGE}|{_BARE})\)?[\s,(/-]{{1,3}}){{0,2}}",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d")
_REACH = 40


def birth_places(around: Around) -> Iterator[Place]:
    """Dates of birth, each also together with the initials beside it, and initials that need no word of birth."""
    days = list(days_in(around.text))
    named = set()
    for birth in births(around, days):
        named.add(birth.start)
        key = re.sub(r"\s", "", around.text[birth.start : birth.end]).lower()
        yield Place("birth-date", birth.start, birth.end, key)
        stretch = _with_initials(around, birth)
        if stretch is not None:
            yield _whole(around, *stretch)
    for day in days:
        if day.year and not day.loose and day.start not in named:
            start = _beside(around, day)
            if start is not None:
                yield _whole(around, start, day.end)
    for found in _ANY_OR_SMALL.finditer(around.text):
        stretch = _with_age(around.text, *found.span())
        if stretch and are_initials(found.group()) and _is_free(around, found.start(), found.group()):
            yield _whole(around, *stretch)


def _with_age(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The stretch of initials together with an age and a year group, in whatever order the three stand."""
    if not _FIGURE.search(text, max(start - 40, 0), end + 40):
        return None
    behind = _BEHIND.match(text, end)
    if behind:
        return start, behind.end()
    before = text[max(start - 40, 0) : start]
    for first, second in ((_BETWEEN_GROUP, _THEN_AGE), (_BETWEEN_AGE, _THEN_GROUP)):
        led, followed = first.search(before), second.match(text, end)
        if led and followed:
            return start - len(before) + led.start(), followed.end()
    return None


def are_initials(text: str) -> bool:
    """Whether capitals may be those of a person: no known abbreviation."""
    letters = "".join(filter(str.isalpha, text)).upper()
    return letters not in (DOTTED if "." in text else ACRONYMS)


def _whole(around: Around, start: int, end: int) -> Place:
    """Initials up to the end of the date, with the initials listed before them and the bracket that closes."""
    for _ in range(4):
        listed = _LISTED.search(around.text[max(start - 14, 0) : start])
        if listed is None or not are_initials(listed.group(1)):
            break
        start -= len(listed.group())
    stretch = around.text[start:end]
    closing = around.text[end : end + 1]
    if (closing == ")" and "(" in stretch and ")" not in stretch) or (closing == "]" and "[" in stretch):
        end += 1
    return Place("initials-birth", start, end, "")


def _with_initials(around: Around, birth: Birth) -> tuple[int, int] | None:
    label = min(birth.label[0], birth.start)
    start = _before(around, label, birth.start)
    if start is not None:
        return start, birth.end
    end = _behind(around, birth.end) or _behind(around, birth.label[1])
    return (birth.start, end) if end > birth.start else None


def _before(around: Around, label: int, start: int) -> int | None:
    """Where initials start that stand before a word of birth, or between it and the date."""
    text, low = around.text, max(label - _REACH, 0)
    for found in reversed(list(_INITIALS.finditer(text, low, start))):
        until = label if found.end() <= label else start
        ended = found.group().endswith(".") and found.group().count(".") == 1
        between = text[found.end() - ended : until]
        linked = "." in found.group() or words_of(between.lower()) <= LINKING
        if are_initials(found.group()) and linked and not _APART.search(between):
            return found.start()
    near = max(label - 12, 0)
    single = _SINGLE.search(text[near:label])
    if single and _is_free(around, near + single.start(), single.group()):
        return near + single.start()
    small = _SMALL.search(text[near:label])
    return near + small.start() if small and are_initials(small.group()) else None


def _behind(around: Around, end: int) -> int:
    """Where initials have ended that stand right behind a date of birth or the word that names it; 0 if none do."""
    lead = _LEAD.match(around.text, end)
    found = _INITIALS.match(around.text, lead.end()) if lead else None
    return found.end() if found and are_initials(found.group()) else 0


def _beside(around: Around, day: Day) -> int | None:
    """Where initials start right before a date that nothing calls one of birth.

    It must be older than the work, and nobody may have signed or renewed anything on it. A date in brackets may be a
    little younger, for nobody signs so; three capitals without dots are more often an abbreviation, and count only
    where a child is spoken of.
    """
    for found in _ANY.finditer(around.text, max(day.start - 24, 0), day.start):
        between = around.text[found.end() : day.start]
        if _GAP.fullmatch(between):
            break
    else:
        return None
    if not are_initials(found.group()) or not _is_free(around, found.start(), found.group()):
        return None
    if day.year >= WORK_SINCE + BRACKETS * ("(" in between):
        return None
    told = words_of(around.before(found.start(), 40)) | words_of(around.after(day.end, 20))
    long = len(re.sub(r"\W", "", found.group())) > 2 and "." not in found.group()
    return None if told & SIGNED or (long and not told & ONE_CHILD) else found.start()


def _is_free(around: Around, start: int, letter: str) -> bool:
    """Whether a single capital is an initial: not the letter of a class or a room, nor an invented "Child B"."""
    if len(re.sub(r"\W", "", letter)) > 1:
        return True
    before = re.search(r"([^\W\d_]+)\s$", around.before(start, 16))
    if before is None:
        return True
    return before.group(1) not in (LETTERED | ONE_CHILD if letter[0] in INVENTED else LETTERED)
