"""A chart as a drawing: boxes, stripes and words in their places, for the template that makes SVG of them."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.chart import bar_words, chart_words, lengths, part_figures
from compact_tui.core.page import ChartBar, ChartBlock
from compact_tui.core.report_text import columns, wrapped

WIDE = 420
"""Units across on a screen; the page draws them larger or smaller with the room there is."""
WIDE_ON_PAPER = 680
"""Units across on paper: as wide as the text of an A4 page, with letters a little larger than the text's."""
MOST_BARS = 14
"""Bars in one drawing, about what stands on a side of paper; further ones make another drawing."""
_TALL, _GAP, _UNDER = 22, 2, 12
"""Units: how tall a bar is, the white between its parts, the room below it."""
_LINE, _LETTER = 18, 7.6
"""Units from line to line, and across a letter."""
_SWATCH, _STRIPE = 16, 6
"""Units: a box of the legend, and from stripe to stripe."""
_DARK, _MIDDLE, _PALE, _WHITE = "#0a1f3d", "#5076a5", "#dce9f7", "#ffffff"


class Ground(Struct, frozen=True):
    """How the parts with one word look: in light or in pattern unlike all others, in print too."""

    fill: str
    ink: str = _DARK
    """Of a number on it."""
    down: bool = False
    """Striped from top to bottom."""
    across: bool = False
    """Striped from side to side."""


GROUNDS = (
    Ground(_DARK, _WHITE),
    Ground(_MIDDLE, _WHITE),
    Ground(_PALE),
    Ground(_WHITE, down=True),
    Ground(_PALE, across=True),
    Ground(_WHITE, down=True, across=True),
)
"""By the place of the word, best first; again from the first where there are more words."""


class Box(Struct, frozen=True):
    """One part of a bar, or what shows in the legend how such a part looks; lengths in units."""

    x: float
    y: float
    wide: float
    tall: float
    ground: Ground
    said: str = ""
    """What it is, with every figure; empty in the legend."""
    number: str = ""
    """What is written on it; empty where it would not fit."""

    @property
    def stripes(self) -> str:
        """Its stripes as the path of a pen; empty without."""
        right, low = self.x + self.wide, self.y + self.tall
        down = _steps(self.x, right) if self.ground.down else ()
        across = _steps(self.y, low) if self.ground.across else ()
        return "".join(
            (*(f"M{x:g} {self.y:g}V{low:g}" for x in down), *(f"M{self.x:g} {y:g}H{right:g}" for y in across))
        )

    @property
    def plate(self) -> float:
        """How wide the white is on which the number stands clear of stripes; 0 without stripes or number."""
        return _room(self.number) if self.number and (self.ground.down or self.ground.across) else 0


class Words(Struct, frozen=True):
    """A line of words; where its letters stand on, in units."""

    x: float
    y: float
    text: str


class Drawing(Struct, frozen=True):
    """A chart, or a part of one with many bars."""

    title: str
    sentence: str
    tall: float
    boxes: tuple[Box, ...]
    words: tuple[Words, ...]
    wide: int


def drawings(chart: ChartBlock, wide: int = WIDE) -> tuple[Drawing, ...]:
    """The chart in as many drawings as its bars need, so many units wide; none without bars."""
    starts = range(0, len(chart.bars), MOST_BARS)
    shares = [chart.bars[start : start + MOST_BARS] for start in starts]
    ends = [f" ({at} of {len(shares)})" if len(shares) > 1 else "" for at in range(1, len(shares) + 1)]
    grounds = {word: GROUNDS[at % len(GROUNDS)] for at, word in enumerate(chart_words(chart))}
    return tuple(
        _drawn(replace(chart, title=chart.title + end, bars=bars), grounds, wide)
        for end, bars in zip(ends, shares, strict=True)
    )


def _drawn(chart: ChartBlock, grounds: dict[str, Ground], wide: int) -> Drawing:
    boxes: list[Box] = []
    words: list[Words] = []
    low = _legend(grounds, boxes, words, wide) + _UNDER
    for bar in chart.bars:
        low = _lines(bar.label, 0, low, words, wide) + 4
        if any(part.count for part in bar.parts):
            boxes += _parts(bar, low, grounds, wide)
            low = _lines(bar.note, 0, low + _TALL + 2, words, wide) if bar.note else low + _TALL
        else:
            low = _lines(bar_words(bar), _SWATCH, low - 4, words, wide)
        low += _UNDER
    return Drawing(chart.title, chart.sentence, low, tuple(boxes), tuple(words), wide)


def _legend(grounds: dict[str, Ground], boxes: list[Box], words: list[Words], across: int) -> float:
    """Every word behind a box that looks like its parts, in rows; gives where they end."""
    x, low, y = 0.0, 2.0, 2.0
    for word, ground in grounds.items():
        wide = _SWATCH + 6 + _room(word)
        if x and x + wide > across:
            x, y = 0.0, low
        boxes.append(Box(x + 1, y + 1, _SWATCH, _SWATCH, ground))
        low = max(low, _lines(word, x + _SWATCH + 7, y, words, across) + 6)
        x += wide + 8
    return low


def _parts(bar: ChartBar, y: float, grounds: dict[str, Ground], across: int) -> Iterator[Box]:
    x = 1.0
    for part, wide in zip(bar.parts, lengths(bar, across - 2), strict=True):
        if wide:
            number = str(part.count)
            drawn = max(wide - _GAP, 1)
            yield Box(
                x, y, drawn, _TALL, grounds[part.word], f"{part.word}: {part_figures(part)}",
                number if _room(number) <= drawn else "",
            )  # fmt: skip
        x += wide


def _lines(text: str, x: float, y: float, words: list[Words], wide: int) -> float:
    """Text in lines no longer than the drawing is wide; gives where they end."""
    for line in wrapped(text, int((wide - x) / _LETTER)):
        words.append(Words(x, y + 14, line))
        y += _LINE
    return y


def _room(text: str) -> float:
    return columns(text) * _LETTER + 6


def _steps(start: float, end: float) -> list[float]:
    """Where the stripes between two edges are, none of them on an edge."""
    return [start + at * _STRIPE + _STRIPE / 2 for at in range(int((end - start) // _STRIPE))]
