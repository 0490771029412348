"""Dates of birth, told from all other dates by the words around them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .personal_context import Around, names_before, words_of
from .personal_dates import Day
from .personal_words import (
    ABOUT_BIRTHS,
    CORRECTED,
    DONE,
    GROWN,
    LETTERED,
    LIMITS,
    NEVER_A_BIRTH,
    NEWBORN,
    NOT_OF_A_PERSON,
    ONE_CHILD,
    SIGNED,
)

WORK_SINCE = 2022
"""The first year of a date that may be one of the work: nothing older is signed, seen or reviewed in an audit."""
BRACKETS = 2
"""How many years younger a date may be that stands in brackets right behind somebody: nothing is signed like that."""
_NUMBER = (
    r"(?:\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh)teen)"
)
_LABEL = re.compile(
    rf"""(?xi)(?<![^\W_])(?:
      dobs?(?![^\W\d_]) | d\.\s?o\.\s?b(?![^\W\d_])\.? | d\so\sb\b | d[/-]o[/-]b\b | d\s?of\s?b(?:irth)?\b
    | (?:dates?|day)[\s-]?of[\s-]?birth\b | birth\s?-?dates?\b | born\b(?!\s+(?:out|in\s+mind|from|again|and\s+bred))
    | b[.:]?(?=\s?\d\d?[/.-]\d\d?[/.-]\d)
    | (?P<tight>birth\s?-?days?\b | b['-]?day\b | birth\b
      | (?:turn(?:s|ed|ing)?|will\sbe|was|is|becomes|became|reached|reaches)\s{_NUMBER}(?=\son\b))
    )"""
)
_REACH = 50
_KIN = "|".join(sorted(ONE_CHILD))
_CHAIN = re.compile(
    rf"(?i)\s?(?:\([^()]{{1,12}}\)\s?)?(?:[,;/&+]|and|or|not|to|instead of|rather than)\s?(?:(?:and|not)\s)?"
    rf"(?:(?:his|her|the|their)\s)?(?:(?:{_KIN})(?:'s)?\s)?(?:(?:is|was|dob)\s)?"
)
_TO = re.compile(r"(?i)\s?(?:to|until|till|-)\s?")
_OPEN = re.compile(r"(?i)\s?(?:and|or)\s(?:later|earlier|onwards?|before|after)\b|\sonwards?\b")
_ON = re.compile(
    r"(?:\s?of\s(?:[\w.']{1,12}\s){1,3}?)?\W*(?:(?:is|was|falls|fell|being|this|next|last|year|week|weekend|month|today|"
    r"tomorrow|yesterday|coming|up|on|the|s|mon|tues|wednes|thurs|fri|satur|sun|day|sat|thu|tue|wed)\W*){0,5}"
)
_BEHIND = re.compile(
    r"[\s,(\[/|=-]*(?:(?:is|was|being|as|given)\s){0,3}(?:(?:when|the day)\s)?"
    r"(?:(?:his|her|their|the|a|he|she|they|baby|child's|pupil's|patient's|baby's)\s)?(?:(?:was|were)\s)?"
)
_OF_REGISTER = re.compile(
    r"\s?(?:[:=]|is\b|was\b|were\b)?\s{0,2}\d|\s(?:check|was|were|list|field|column|detail|record)"
)
_SHOWN = re.compile(r"\b(?:as|is|was|says?|shows?|showing|reads?|gives?|gave|given|states?|being)\W*$")
_AGE = r"\d{1,3}[\s-]?(?:yo|y/o|yrs?|years?)(?:[\s-]old)?"
_YEAR_GROUP = r"(?:y|yr|year)\s?\d{1,2}"
_CHILD = re.compile(
    rf"(?<!\w)(?:(?:{_KIN}|young person|service user)(?:'s)?(?:\s[a-z]|,?\s\d{{1,2}})?|aged?\s?\d{{1,3}}"
    rf"|{_AGE}|{_YEAR_GROUP}|[mf](?=\W*[,(/]))[\s,:(\[-]{{1,3}}$"
)
_GROWN_UP = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(GROWN))})\s?[(\[]$")
_AGED = re.compile(rf"[\s,(\[-]{{1,3}}(?:aged?\s\d|{_AGE}\b|{_YEAR_GROUP}\b)")


class Birth(NamedTuple):
    """A date of birth and the word that says so."""

    start: int
    end: int
    label: tuple[int, int]
    """Where that word stands; where the date stands if it needs none of its own."""


def births(around: Around, days: Sequence[Day]) -> Iterator[Birth]:
    """The dates that a word before or behind them makes dates of birth, a list they stand in, or an age or a child."""
    labels = list(_LABEL.finditer(around.text))
    ends = [label.end() for label in labels]
    ended = -40
    for number, day in enumerate(days):
        place = bisect_right(ends, day.start)
        before = labels[place - 1] if place else None
        behind = labels[place] if place < len(labels) else None
        limit = _is_limit(around.text, day, days[number + 1] if number + 1 < len(days) else None)
        if before is not None and _leads_to(around, before, day, limit=limit):
            label = before.span()
        elif day.loose or not day.year or limit:
            continue
        elif behind is not None and _stands_behind(around, day, behind):
            label = behind.span()
        elif _in_chain(around, ended, day.start) or _beside_a_child(around, day):
            label = day.start, day.end
        else:
            continue
        ended = day.end
        yield Birth(day.start, day.end, label)


def _is_limit(text: str, day: Day, following: Day | None) -> bool:
    """Whether a date opens a range of dates, or stands for everybody born since or until then."""
    to_another = following is not None and following.start - day.end < 8
    if to_another and following is not None and _TO.fullmatch(text, day.end, following.start):
        return True
    return _OPEN.match(text, day.end) is not None


def _leads_to(around: Around, label: re.Match[str], day: Day, *, limit: bool) -> bool:
    """Whether a date is what a word of birth before it speaks of."""
    between = day.start - label.end()
    gap = around.text[label.end() : day.start].lower() if between <= _REACH else "?"
    if re.search(r"\w", gap) and gap != around.before(day.start, between):
        return False
    if between > _REACH or re.search(r"\d{3}|\d[/.-]\d", gap):
        return False
    owner = names_before(around.before(label.start(), 30), 4)
    if label["tight"] or not day.year:
        return _ON.fullmatch(gap) is not None and not set(owner) & NOT_OF_A_PERSON
    if label.group() == "B" or (label.group().lower() in {"b", "b.", "b:"} and set(owner[-1:]) & LETTERED):
        return False
    if label.group().lower() == "born" and set(owner[-2:]) & NOT_OF_A_PERSON:
        return False
    told, last = words_of(gap), names_before(gap)
    if told & CORRECTED and last[-1] in {"from", "to", "as", "was"}:
        return True
    done = day.year >= WORK_SINCE and told & DONE and not re.search(r"\bas\W*$", gap)
    if done or told & NEVER_A_BIRTH or set(last) & LIMITS or limit:
        return False
    return not told & ABOUT_BIRTHS or _SHOWN.search(gap) is not None


def _stands_behind(around: Around, day: Day, label: re.Match[str]) -> bool:
    """Whether a word right behind a date calls it one of birth."""
    between = around.text[day.end : label.start()].lower() if label.start() - day.end <= 30 else "?"
    if label["tight"] or not _BEHIND.fullmatch(between) or words_of(around.before(day.start, 40)) & SIGNED:
        return False
    return not _OF_REGISTER.match(around.text[label.end() : label.end() + 14].lower())


def _in_chain(around: Around, ended: int, start: int) -> bool:
    """Whether a date of birth has just ended and this one is listed with it."""
    return start - ended < 40 and _CHAIN.fullmatch(around.text, ended, start) is not None


def _beside_a_child(around: Around, day: Day) -> bool:
    """Whether a date older than the work stands right beside a child or an age, or behind an adult in brackets."""
    before = around.before(day.start, 40)
    if words_of(before) & SIGNED:
        return False
    if before.endswith("("):
        if set(names_before(before, 1)) & NEWBORN:
            return True
        if day.year >= WORK_SINCE + BRACKETS:
            return False
    elif day.year >= WORK_SINCE:
        return False
    if _CHILD.search(before) or _AGED.match(around.text, day.end):
        return True
    return _GROWN_UP.search(before) is not None
