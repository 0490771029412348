"""A poster to hang up: a notice's lines, filled from the profile and the known numbers, a side each."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from compact_tui.core.confidence import LOOK_UP
from compact_tui.core.days import is_day, say_day
from compact_tui.core.notice import KnownNumber, NoticeItem, NoticeList
from compact_tui.core.notice_use import known_marks
from compact_tui.core.poster_lines import (
    HEADING,
    LARGE,
    NUMBER,
    PLACEHOLDER,
    STEP,
    TITLE,
    PosterLine,
    placeholders,
    poster_lines,
)
from compact_tui.core.reading_words import said
from compact_tui.core.setting import Setting
from compact_tui.core.text import capitalised

CHECKED = "numbers_checked_on"
"""The field of the profile that says when somebody last checked its names and numbers."""
INK = "_" * 22
"""What stands where somebody writes with a pen."""
_WEIGHTS = {LARGE: 2.4, HEADING: 1.8, TITLE: 2.2}
_WIDE = 46
_WIDE_LARGE = 24
"""Characters of a line in letters of the size that is most usual, by what was measured on printed pages."""
_SIZES = (("grand", 15.0), ("large", 23.0), ("medium", 30.0))
_NEEDED_BY_ALL = "name"


class PosterBlock(Struct, frozen=True):
    """A line of a poster, filled in."""

    kind: str
    """As in ``core.poster_lines``."""
    text: str
    number: int = 0
    """Of a step, from 1; 0 for anything else."""


class PosterSide(Struct, frozen=True, kw_only=True):
    """One poster: one side of A4."""

    item: str
    """Id of the notice."""
    title: str
    blocks: tuple[PosterBlock, ...]
    audience: str
    """Whom it is for first, an id of ``core.notice.AUDIENCES``."""
    size: str
    """How large the letters can be: ``grand large medium small``."""
    checked: str
    """The corner: the day on which the oldest of what stands on it was checked."""
    sources: str
    """Where its names and numbers come from."""


class PosterPage(Struct, frozen=True):
    """Posters to print."""

    title: str
    setting: str
    sides: tuple[PosterSide, ...]


def missing_for(items: Iterable[NoticeItem], setting: Setting | None) -> tuple[str, ...]:
    """Fields of the profile that posters need and it does not say, in the order in which they stand on them."""
    needed: dict[str, None] = {}
    for item in items:
        lines = [line for line in poster_lines(item.poster) if not line.optional]
        needed.update({name: None for line in lines for name in placeholders(line.text) if not _is_number(name)})
        if _of_profile(poster_lines(item.poster), setting):
            needed[CHECKED] = None
    return tuple(field for field in needed if not said(setting, field))


def poster_side(item: NoticeItem, notices: NoticeList, setting: Setting | None, *, blank: bool = False) -> PosterSide:
    """A notice as a poster.

    Args:
        item: The notice.
        notices: The list with the known numbers.
        setting: Who we are; ``None`` while nobody has said.
        blank: Whether what is missing becomes a line to write on with a pen; else it is left as it is asked for.
    """
    numbers = {number.id: number for number in notices.number}
    kept = [line for line in poster_lines(item.poster) if not line.optional or _is_said(line, setting)]
    blocks: list[PosterBlock] = []
    step = 0
    for line in kept:
        step = step + 1 if line.kind == STEP else step
        text = _filled(line.text, numbers, setting, blank=blank)
        blocks.append(PosterBlock(line.kind, text, step if line.kind == STEP else 0))
    used = [numbers[name] for name in _numbers_in(kept) if name in numbers]
    ours = _of_profile(kept, setting)
    return PosterSide(
        item=item.id,
        title=blocks[0].text if blocks else item.title,
        blocks=tuple(blocks[1:]),
        audience=item.audiences[0],
        size=_size(blocks),
        checked=_checked(used, setting, ours=ours, blank=blank),
        sources=_sources(used, notices, ours=ours),
    )


def to_check(items: Iterable[NoticeItem], notices: NoticeList, today: str) -> tuple[str, ...]:
    """Known numbers on posters that were seen in secondary text only: to be rung before the poster hangs."""
    named = {name for item in items for name in _numbers_in(poster_lines(item.poster))}
    return tuple(
        f"{number.name} {number.number}"
        for number in notices.number
        if number.id in named and LOOK_UP in known_marks(number, notices, today)
    )


def _is_number(name: str) -> bool:
    return name.startswith(NUMBER)


def _numbers_in(lines: Iterable[PosterLine]) -> tuple[str, ...]:
    named = (name for line in lines for name in placeholders(line.text) if _is_number(name))
    return tuple(dict.fromkeys(name.removeprefix(NUMBER).strip() for name in named))


def _of_profile(lines: Iterable[PosterLine], setting: Setting | None) -> bool:
    """Whether names or numbers of the profile stand on it."""
    shown = (line for line in lines if not line.optional or _is_said(line, setting))
    return any(not _is_number(name) and name != _NEEDED_BY_ALL for line in shown for name in placeholders(line.text))


def _is_said(line: PosterLine, setting: Setting | None) -> bool:
    return all(_is_number(name) or said(setting, name) for name in placeholders(line.text))


def _filled(text: str, numbers: dict[str, KnownNumber], setting: Setting | None, *, blank: bool) -> str:
    def value(name: str) -> str:
        if _is_number(name):
            return _whole(numbers[name.removeprefix(NUMBER).strip()].number)
        return _whole(said(setting, name).rstrip(".")) or (INK if blank else f"{{{name}}}")

    return PLACEHOLDER.sub(lambda found: value(found.group(1).strip()), text)


def _whole(text: str) -> str:
    """A text in which no number is broken over two lines."""
    return re.sub(r"(?<=\d) (?=\d)", "\u00a0", text)


def _checked(used: Sequence[KnownNumber], setting: Setting | None, *, ours: bool, blank: bool) -> str:
    days = [number.checked_on for number in used]
    if ours:
        days.append(said(setting, CHECKED))
    if not days:
        return ""
    if all(is_day(day) for day in days):
        return f"Checked on {say_day(min(days))}"
    return f"Checked on {INK}" if blank else ""


def _sources(used: Sequence[KnownNumber], notices: NoticeList, *, ours: bool) -> str:
    titles = {source.id: f"{source.title} ({source.publisher})" for source in notices.source}
    told = [f"{number.number}: {titles[number.source[0].source]}" for number in used if number.source]
    told = [*(["names and local numbers: our own profile"] if ours else []), *told]
    words = "; ".join(told)
    return f"{capitalised(words)}." if words else ""


def _size(blocks: Sequence[PosterBlock]) -> str:
    lines = sum(_WEIGHTS.get(block.kind, 1.2) * _rows(block) for block in blocks)
    return next((size for size, most in _SIZES if lines <= most), "small")


def _rows(block: PosterBlock) -> int:
    wide = _WIDE_LARGE if block.kind == LARGE else _WIDE
    return max(1, -(-len(block.text) // wide))
