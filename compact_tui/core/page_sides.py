"""About how many sides of A4 a page takes when it is printed."""

import math

from compact_tui.core.chart import chart_table
from compact_tui.core.page import (
    AnyBlock,
    ChartBlock,
    CopyBlock,
    Facts,
    InkBlock,
    ListBlock,
    Paragraph,
    ReportPage,
    Section,
    TableBlock,
    TickBlock,
    WritingBlock,
)

_SIDE = 50
"""Lines of running text on a side, by what was measured on printed pages."""
_WIDE = 105
"""Characters in a line of it."""
_CHART, _BAR = 5.0, 3.2
"""Lines for the title and legend of a chart, and for each of its bars; its table comes on top."""
_DENSE = 0.6
"""How much of that room a dense page needs."""


def sides_about(page: ReportPage) -> int:
    """About how many sides; an estimate, since the printer's own fonts and margins decide."""
    if page.large:
        return 1 + sum(section.new_side for section in page.sections)
    scale = _DENSE if page.dense else 1.0
    sides, used = 0, 4.0 + 1.5 * len(page.first_lines)
    for section in page.sections:
        tall = _section(section) * scale
        if section.new_side or (section.keep and used + tall > _SIDE):
            sides, used = sides + 1, 0.0
        used += tall
        sides, used = sides + int(used // _SIDE), used % _SIDE
    return sides + (used > 0)


def _section(section: Section) -> float:
    heading = 3.0 if section.level == 2 else 2.0
    return heading + sum(_block(block) * _small(section, block) for block in section.blocks)


def _small(section: Section, block: AnyBlock) -> float:
    """Facts in a part that is kept together are printed small and with narrow names."""
    return 0.62 if section.keep and isinstance(block, Facts) else 1.0


def _block(block: AnyBlock) -> float:
    match block:
        case Paragraph():
            return _text(block.text) + 0.3
        case ListBlock():
            return sum(_text(item, 0.95) for item in block.items) + 0.8
        case Facts():
            return sum(max(_text(name, 0.3), _text(said, 0.7)) + 0.2 for name, said in block.pairs) + 0.8
        case CopyBlock():
            return _text(block.text) + 2.5
        case InkBlock():
            return 0.95 * len(block.lines) + 2.5
        case TickBlock() if block.stacked:
            return sum(_text(box, 1.05) * 0.82 + 0.2 for box in block.boxes) + 0.5
        case TickBlock():
            return _text(" " * 5 * len(block.boxes) + "".join(block.boxes)) + (1.0 if block.label else 0.3)
        case WritingBlock():
            return 1.35 * block.lines
        case ChartBlock():
            return _CHART + _BAR * len(block.bars) + _block(chart_table(block))
        case TableBlock():
            return 2.5 + sum(_row(row) for row in (block.headers, *block.rows))


def _row(row: tuple[str, ...]) -> float:
    share = 1.15 / max(len(row), 1)
    return max((_text(cell, share) for cell in row), default=0.0) * 0.85 + 0.5


def _text(text: str, share: float = 1.0) -> float:
    """Lines that a text takes in a share of the width."""
    room = max(_WIDE * share, 8)
    return float(sum(max(math.ceil(len(line) / room), 1) for line in text.split("\n")))
