"""Whether the words and posters of a notice list can hang on any wall: no numbers but known ones, nothing unfilled."""

import re
from collections.abc import Iterator

from compact_tui.core.days import parse_day
from compact_tui.core.notice import KnownNumber, NoticeItem, NoticeList
from compact_tui.core.placeholder import placeholder_in
from compact_tui.core.poster_lines import NUMBER, TITLE, placeholders, poster_lines
from compact_tui.core.problems import Path, Problem
from compact_tui.core.reading_words import numbers
from compact_tui.core.reference_checks import unknown
from compact_tui.core.setting_forms import PEOPLE_FORM

POSTER_FIELDS = (*(field.id for field in PEOPLE_FORM.fields if field.parse is not parse_day), "name")
"""Fields of the profile that a poster may name."""
FEWEST, MOST = 3, 6
"""How many points an item says."""
_HOURS = re.compile(
    r"(?i)\b24\s?(?:h\b|hours|/\s?7)|\bopen (?:all|day)|\b\d{1,2}\s?(?:[ap]m\b|[.:]\d\d\b)|\bmon\w*\s?(?:-|to)\s?fri"
)
_LONGEST_SHORT = 3


def text_problems(item: NoticeItem, path: Path) -> Iterator[Problem]:
    """What an item says: enough and not too much, without numbers of its own and without gaps."""
    if not FEWEST <= len(item.says) <= MOST:
        what = f"It says {len(item.says)} things; there should be {FEWEST} to {MOST}."
        yield Problem(what=what, remedy="Say what must be on it, a point each.", path=(*path, "says"))
    for key in ("why", "out_of_date"):
        if not getattr(item, key):
            yield Problem(what=f'"{key}" is missing or empty.', remedy="Fill it in.", path=(*path, key))
    for text, place in _texts(item):
        here = (*path, *place)
        yield from _no_number(text, here)
        yield from no_hours(text, here)
        if unfinished := placeholder_in(re.sub(r"\{[^{}]*\}", "it", text)):
            yield Problem(what=f'"{unfinished}" only keeps a place.', remedy="Write what belongs there.", path=here)


def _texts(item: NoticeItem) -> Iterator[tuple[str, Path]]:
    yield item.title, ("title",)
    yield item.why, ("why",)
    for key in ("says", "out_of_date", "poster"):
        yield from ((text, (key, at)) for at, text in enumerate(getattr(item, key)))
    yield from ((reading.ask, ("reads", at, "ask")) for at, reading in enumerate(item.reads))


def _no_number(text: str, path: Path) -> Iterator[Problem]:
    for number in numbers(text):
        if len(number.digits) > _LONGEST_SHORT:
            what = f"The number {number.written} stands in the words of an item."
            remedy = "Put it into [[number]] and write {number:id}; local ones come from the profile."
            yield Problem(what=what, remedy=remedy, path=path)


def no_hours(text: str, path: Path) -> Iterator[Problem]:
    """Opening hours, which change without anybody telling the boards."""
    if found := _HOURS.search(text):
        what = f'"{found.group()}" are opening hours, and nobody has confirmed any.'
        yield Problem(what=what, remedy="Leave them out.", path=path)


def poster_problems(item: NoticeItem, notices: NoticeList, path: Path) -> Iterator[Problem]:
    """Whether a poster has one title, first, and every placeholder is filled by something."""
    lines = poster_lines(item.poster)
    for at, line in enumerate(lines):
        here = (*path, "poster", at)
        if (line.kind == TITLE) != (at == 0):
            what = "The first line of a poster is its title, and no other is."
            yield Problem(what=what, remedy='Begin the first line with "# ", headings with "## ".', path=here)
        if not line.text:
            yield Problem(what="The line is empty.", remedy="Fill it or take it out.", path=here)
        named = tuple(placeholders(line.text))
        if line.optional and not any(not name.startswith(NUMBER) for name in named):
            what = "A line with ? in front names nothing of the profile, so it is never left out."
            yield Problem(what=what, remedy="Take the ? out.", path=here)
        for name in named:
            if name.startswith(NUMBER):
                known = [number.id for number in notices.number]
                yield from unknown(name.removeprefix(NUMBER).strip(), known, "number", here)
            else:
                yield from unknown(name, POSTER_FIELDS, "field of the profile", here)


def number_problems(number: KnownNumber, notices: NoticeList, path: Path) -> Iterator[Problem]:
    """Whether a known number is one, and is not among the old ones."""
    found = tuple(numbers(number.number))
    if len(found) != 1:
        yield Problem(what=f'"{number.number}" is not one number.', remedy="Write one.", path=(*path, "number"))
    seen = {other.digits for old in notices.old for text in old.seen for other in numbers(text)}
    if any(one.digits in seen for one in found):
        what = "The number stands among the old ones too."
        yield Problem(what=what, remedy="Take it out of one of the two.", path=(*path, "number"))
    yield from no_hours(number.about, (*path, "about"))
