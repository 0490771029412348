"""Editions of documents that were read off a notice, compared with those in force."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from compact_tui.core.days import MONTHS, say_day
from compact_tui.core.notice import KnownEdition, NoticeList
from compact_tui.core.reading_finding import OUT_OF_DATE, RIGHT, UNKNOWN, Finding

_REACH = 40
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"^\s?['\u2019]?(\d\d)(?:\s?[/-]\s?\d\d)?(?![\d\s]*\d)")
_BEFORE = re.compile(r"(?i)(20\d\d)(?:[/-]\d\d)?[\s,]*(?:edition|version)?\s*(?:of\s+)?(?:the\s+)?$")
_ALONE = re.compile(r"(?<!\d)(?<!\d )(20\d\d)(?! ?\d)")
_MONTH_BEFORE = re.compile(rf"(?i)({'|'.join(month[:3] for month in MONTHS)})[a-z]*\.?,?\s*$")


class _Mention(Struct, frozen=True):
    """A document as it is named in a text."""

    edition: KnownEdition
    name: str
    start: int
    end: int


def edition_findings(ids: Sequence[str], text: str, notices: NoticeList, today: str) -> tuple[Finding, ...]:
    """What is said of every document that a text names.

    Args:
        ids: Documents that the notice carries.
        text: What was read off.
        notices: The list with the editions that are known.
        today: The day by which one is in force.
    """
    mentions = sorted(_mentions(text, notices), key=lambda mention: mention.start)
    if mentions:
        return tuple(_of_mention(text, mentions, at, today) for at in range(len(mentions)))
    asked = [edition for edition in notices.edition if edition.id in ids]
    alone = _ALONE.search(text)
    if not asked or not alone:
        return ()
    year = alone.group(1)
    if len(asked) == 1:
        return (_judged(asked[0], _called(asked[0]), year, _month(text[: alone.start()]), year, today),)
    told = "; ".join(f"{_called(edition)}: {edition.edition}" for edition in asked)
    return (Finding(state=UNKNOWN, sentence=f"{year} of which document? In force: {told}.", read=year),)


def _mentions(text: str, notices: NoticeList) -> Iterator[_Mention]:
    names = [(name, edition) for edition in notices.edition for name in (edition.title, *edition.short)]
    taken: list[tuple[int, int]] = []
    for name, edition in sorted(names, key=lambda pair: -len(pair[0])):
        words = r"\s+".join(map(re.escape, name.split()))
        for found in re.finditer(rf"(?i)(?<![a-z0-9]){words}(?![a-z])", text):
            if not any(first < found.end() and found.start() < last for first, last in taken):
                taken.append(found.span())
                yield _Mention(edition, found.group(), *found.span())


def _of_mention(text: str, mentions: Sequence[_Mention], at: int, today: str) -> Finding:
    one = mentions[at]
    until = mentions[at + 1].start if at + 1 < len(mentions) else len(text)
    since = mentions[at - 1].end if at else 0
    after = text[one.end : min(until, one.end + _REACH)].partition(";")[0]
    before = text[since : one.start]
    behind = _YEAR.search(after) or _SHORT_YEAR.search(after)
    if behind:
        year = behind.group(1) if len(behind.group(1)) == 4 else f"20{behind.group(1)}"
        read = text[one.start : one.end + behind.end()]
        return _judged(one.edition, one.name, year, _month(after[: behind.start()]), read, today)
    ahead = _BEFORE.search(before)
    if ahead:
        read = text[since + ahead.start() : one.end]
        return _judged(one.edition, one.name, ahead.group(1), _month(before[: ahead.start()]), read, today)
    sentence = f"Which edition of {one.name} is it? In force is {one.edition.edition}."
    return Finding(state=UNKNOWN, sentence=sentence, read=one.name)


def _month(before: str) -> int:
    """The month that stands in front of a year, from 1; 0 where none does."""
    found = _MONTH_BEFORE.search(before)
    return next((n for n, m in enumerate(MONTHS, 1) if found and m[:3].lower() == found.group(1).lower()), 0)


def _judged(edition: KnownEdition, name: str, year: str, month: int, read: str, today: str) -> Finding:
    now = _YEAR.search(edition.edition)
    held = now.group(1) if now else ""
    held_month = _month(edition.edition[: now.start()]) if now else 0
    since = say_day(edition.in_force_from)
    coming = edition.in_force_from > today
    if coming and year < held and edition.replaced[:1] and edition.replaced[0].endswith(year):
        sentence = f"{name} {year} still holds; the {edition.edition} edition follows on {since}."
        return Finding(state=RIGHT, sentence=sentence, read=read)
    if year < held:
        force = f", in force since {since}" if since and not coming else ""
        sentence = f"{name} {year} has been replaced: the edition is {edition.edition}{force}."
        return Finding(state=OUT_OF_DATE, sentence=sentence, read=read)
    if year > held:
        sentence = f"{name} {year} is newer than what is known here ({edition.edition}). Look on GOV.UK which holds."
        return Finding(state=UNKNOWN, sentence=sentence, read=read)
    if month and held_month and month != held_month:
        sentence = f"The {name} that is in force is of {edition.edition}. Read the month again."
        return Finding(state=UNKNOWN, sentence=sentence, read=read)
    if coming:
        sentence = f"{name} {year} holds only from {since}. Until then the edition before it does."
        return Finding(state=UNKNOWN, sentence=sentence, read=read)
    words = f"{name} {year} is the edition in force."
    return Finding(state=RIGHT, sentence=f"{words} {edition.note}".strip(), read=read)


def _called(edition: KnownEdition) -> str:
    return edition.short[0] if edition.short else edition.title
