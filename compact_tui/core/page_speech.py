"""A page as it is heard: every line says a thing by itself, no columns, no underlining, no blanks drawn."""

from collections.abc import Iterator
from typing import assert_never

from compact_tui.core.chart import bar_words
from compact_tui.core.page import (
    AnyBlock,
    ChartBlock,
    CopyBlock,
    Facts,
    InkBlock,
    ListBlock,
    Paragraph,
    ReportPage,
    TableBlock,
    TickBlock,
    WritingBlock,
)

BY_PEN = "(to write by pen)"
_NOTHING = {"", "-"}
"""What stands in a cell of which there is nothing to say."""


def spoken_lines(page: ReportPage) -> Iterator[str]:
    """A page as lines, one thing a line, of any length; a section is begun by an empty line and its heading."""
    yield page.title
    yield from page.first_lines
    for section in page.sections:
        yield ""
        yield f"Section: {section.heading}" if section.level <= 2 else section.heading
        for block in section.blocks:
            yield from _block(block)


def _block(block: AnyBlock) -> Iterator[str]:
    match block:
        case Paragraph():
            yield block.text
        case ListBlock():
            yield from (f"- {item}" for item in block.items)
        case Facts():
            yield from (f"{name}: {said}" for name, said in block.pairs if said not in _NOTHING)
        case CopyBlock():
            yield from (f"{block.label}:", block.text)
        case TableBlock():
            yield f"{block.caption.rstrip('.')}:"
            yield from (_row(block.headers, row) for row in block.rows)
        case InkBlock():
            yield f"{block.label}:"
            yield from (f"- {line} {BY_PEN}" for line in block.lines)
        case TickBlock():
            yield f"{block.label or 'Tick one'}:"
            yield from (f"- {box}" for box in block.boxes)
        case WritingBlock():
            yield f"{block.label}: {BY_PEN}"
        case ChartBlock():
            yield f"{block.title}: {block.sentence}"
            yield from (f"- {bar.label}: {bar_words(bar)}" for bar in block.bars)
        case _:
            assert_never(block)


def _row(headers: tuple[str, ...], row: tuple[str, ...]) -> str:
    """A row in one line: what it is about, then each cell after its header."""
    cells = zip(headers[1:], row[1:], strict=True)
    told = [f"{header} {' '.join(cell.split())}" for header, cell in cells if cell not in _NOTHING]
    return f"- {row[0]}: {'; '.join(told)}" if told else f"- {row[0]}"
