"""A page as lines of text, for the preview on screen and for line mode."""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from compact_tui.core.chart import bar_words, chart_words, lengths
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
from compact_tui.core.text import visible

_NARROWEST = 20
_NARROWEST_COLUMN = 14
_GAP = "  "
_PEN = 30
"""Columns of the line that is written on by hand."""
_MARKS = "#=-.+:"
"""What the parts of a bar are drawn with, best first, and again from the first where there are more words."""
_BAR = 24
"""Columns of a bar."""
_BOX = "[_]"
"""A box to tick; without a space, so that no line breaks inside it."""


def page_lines(page: ReportPage, width: int) -> tuple[str, ...]:
    """A page as lines of at most ``width`` columns; what would steer a terminal is made visible.

    A table that fits stands in columns; otherwise each of its cells is a line with its header.
    """
    width = max(width, _NARROWEST)
    return tuple(line.rstrip() for line in _lines(page, width))


def _lines(page: ReportPage, width: int) -> Iterator[str]:
    title = wrapped(page.title, width)
    yield from title
    yield "=" * max(columns(line) for line in title)
    for sentence in page.first_lines:
        yield ""
        yield from wrapped(sentence, width)
    for section in page.sections:
        heading = wrapped(section.heading, width)
        yield from ("", "", *heading) if section.level <= 2 else ("", *heading)
        yield ("-" if section.level <= 2 else ".") * max(columns(line) for line in heading)
        for block in section.blocks:
            yield ""
            yield from _block(block, width)


def _block(block: AnyBlock, width: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield from wrapped(block.text, width)
        case ListBlock():
            yield from _items([f"- {item}" for item in block.items], width)
        case Facts():
            for name, said in block.pairs:
                yield from _hanging(f"{name}: ", said, width, "  ")
        case CopyBlock():
            yield f"{visible(block.label)}:"
            yield from wrapped(block.text, width)
        case TableBlock():
            yield from wrapped(f"{block.caption}.", width)
            yield from _table(block, width)
        case InkBlock():
            yield f"{visible(block.label)}:"
            for line in block.lines:
                yield from _hanging("  ", f"{line} {'_' * _PEN}", width, "  ")
        case TickBlock():
            yield from _ticks(block, width)
        case WritingBlock():
            yield from wrapped(f"{block.label}:", width)
            yield from ["_" * width] * block.lines
        case ChartBlock():
            yield from _chart(block, width)


def _items(items: Iterable[str], width: int) -> Iterator[str]:
    for item in items:
        yield from _hanging("", item, width, "  ")


def _ticks(block: TickBlock, width: int) -> Iterator[str]:
    if block.label:
        yield from wrapped(f"{block.label}:", width)
    if block.stacked:
        for box in block.boxes:
            yield from _hanging(f"{_BOX} ", box, width, "    ")
    else:
        yield from wrapped(" ".join(f"{_BOX} {box}" for box in block.boxes), width)


def _chart(chart: ChartBlock, width: int) -> Iterator[str]:
    """Each bar drawn and said in words; what a mark stands for comes first."""
    marks = {word: _MARKS[at % len(_MARKS)] for at, word in enumerate(chart_words(chart))}
    yield from wrapped(f"{chart.title}.", width)
    yield from wrapped(chart.sentence, width)
    legend = [f"{mark} {visible(word)}" for word, mark in marks.items()]
    yield from [_GAP.join(legend)] if columns(_GAP.join(legend)) <= width else _items(legend, width)
    for bar in chart.bars:
        yield from wrapped(bar.label, width)
        long = lengths(bar, min(_BAR, width // 2))
        drawn = "".join(marks[part.word] * size for part, size in zip(bar.parts, long, strict=True))
        yield from _hanging(f"  {drawn} " if drawn else "  ", bar_words(bar), width, "    ")


def _table(table: TableBlock, width: int) -> Iterator[str]:
    rows = [tuple(visible(cell) for cell in row) for row in (table.headers, *table.rows)]
    widths = _column_widths(rows, width)
    if widths:
        yield from _in_columns(rows, widths)
        return
    for row in rows[1:]:
        yield ""
        for at, (header, cell) in enumerate(zip(rows[0], row, strict=True)):
            yield from _hanging(f"{header}: " if at == 0 else f"  {header}: ", cell, width, "    ")


def _column_widths(rows: list[tuple[str, ...]], width: int) -> list[int]:
    """Widths at which a table fits, the widest columns made narrower; none where it would be hard to read."""
    if any("\n" in cell for row in rows for cell in row):
        return []
    widths = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    over = sum(widths) + len(_GAP) * (len(widths) - 1) - width
    while over > 0:
        widest = widths.index(max(widths))
        if widths[widest] <= _NARROWEST_COLUMN:
            return []
        widths[widest] -= 1
        over -= 1
    return widths


def _in_columns(rows: list[tuple[str, ...]], widths: list[int]) -> Iterator[str]:
    for row in (rows[0], tuple("-" * size for size in widths), *rows[1:]):
        cells = [wrapped(cell, size) for cell, size in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            yield _GAP.join(part + " " * (size - columns(part)) for part, size in zip(parts, widths, strict=True))


def _hanging(start: str, text: str, width: int, indent: str) -> Iterator[str]:
    """Text after a start, its further lines indented."""
    first, *rest = text.split("\n")
    yield from wrapped(start + first, width, indent)
    for line in rest:
        yield from wrapped(indent + line, width, indent)


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_char_columns(char) for char in text)


def _char_columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Text in lines of at most ``width`` columns, broken between words; a word that is too long is cut."""
    made: list[str] = []
    for paragraph in visible(text).split("\n"):
        made += _wrap_line(paragraph, width, indent)
    return made


def _wrap_line(text: str, width: int, indent: str) -> list[str]:
    lead = text[: len(text) - len(text.lstrip(" "))]
    made: list[str] = []
    line = lead
    for word in text.split():
        joined = f"{line} {word}" if line.strip() else line + word
        if columns(joined) <= width:
            line = joined
            continue
        if line.strip():
            made.append(line)
            line = indent
        while columns(line + word) > width:
            taken = _fitting(word, width - columns(line))
            made.append(line + word[:taken])
            line, word = indent, word[taken:]
        line += word
    return [*made, line] if line.strip() or not made else made


def _fitting(word: str, width: int) -> int:
    """How many characters of a word fit; always at least one."""
    used = 0
    for at, char in enumerate(word):
        used += _char_columns(char)
        if used > width:
            return max(at, 1)
    return len(word)
