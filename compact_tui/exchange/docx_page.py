"""A page as a Word file: headings, lists and tables that Word, LibreOffice and screen readers know as such."""

import re
from collections.abc import Sequence

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph as WordParagraph

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
from compact_tui.core.text import visible
from compact_tui.exchange.docx_chart import describe, figures_of, shade_shares
from compact_tui.exchange.docx_form import blank_document, bytes_of, mark, shade, width_of
from compact_tui.exchange.html import shown

_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_GROUND, _HEAD_GROUND = "EEF3FA", "E6E6E6"
_BOX = "\u2610"
_NAMES = 0.3
"""Share of the width that the names of facts take."""
_MOST = 60
"""Characters of a text that still count when the width of its column is measured."""
_CHAR, _ROOM = 2.2, 5
"""Millimetres of a bold letter, and of what stands at both sides of a text."""
_LINE = 20
"""Points between lines that are written on by hand."""


def page_docx(page: ReportPage) -> bytes:
    """The page as the bytes of a ``.docx`` file; the same page gives the same bytes.

    Nothing in it runs, is fetched or names the machine; what would steer a reader is made visible.
    """
    document = blank_document(_text(page.title), large=page.large, dense=page.dense)
    document.add_heading(_text(page.title), level=1)
    for number, line in enumerate(page.first_lines):
        first = document.add_paragraph()
        first.add_run(_text(line)).bold = number == 0
        shade(first._p.get_or_add_pPr(), _GROUND)
    for section in page.sections:
        _section(document, section)
    return bytes_of(document)


def _text(text: str) -> str:
    return _NOT_IN_XML.sub(lambda found: visible(found[0]), shown(text))


def _section(document: Document, section: Section) -> None:
    heading = document.add_heading(_text(section.heading), level=max(2, min(section.level, 3)))
    heading.paragraph_format.page_break_before = section.new_side
    before = len(document.paragraphs)
    for block in section.blocks:
        _block(document, block)
    if section.keep:
        for paragraph in document.paragraphs[before:-1]:
            paragraph.paragraph_format.keep_with_next = True


def _block(document: Document, block: AnyBlock) -> None:
    match block:
        case Paragraph():
            document.add_paragraph(_text(block.text))
        case ListBlock():
            for item in block.items:
                document.add_paragraph(_text(item), style="List Bullet")
        case Facts():
            wide = width_of(document)
            _filled(document, block.pairs, (round(wide * _NAMES), wide - round(wide * _NAMES)))
        case TableBlock():
            _table(document, block)
        case CopyBlock():
            _label(document, block.label)
            _filled(document, ((block.text,),), (width_of(document),), named=False)
        case InkBlock():
            _label(document, block.label)
            for line in block.lines:
                _pen(document, _text(line))
        case TickBlock():
            _ticks(document, block)
        case ChartBlock():
            _chart(document, block)
        case WritingBlock():
            _label(document, block.label)
            for _ in range(block.lines):
                _pen(document, "")


def _label(document: Document, label: str) -> None:
    if label:
        words = document.add_paragraph()
        words.add_run(_text(label)).bold = True
        words.paragraph_format.keep_with_next = True


def _pen(document: Document, words: str) -> None:
    """A line to write on, after words."""
    line = document.add_paragraph(f"{words} \t" if words else "\t")
    form = line.paragraph_format
    form.tab_stops.add_tab_stop(Mm(width_of(document)), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    form.line_spacing = Pt(_LINE)


def _ticks(document: Document, block: TickBlock) -> None:
    boxes = [f"{_BOX} {_text(box)}" for box in block.boxes]
    _label(document, block.label)
    for line in boxes if block.stacked else [f"{' ' * 4}".join(boxes)]:
        document.add_paragraph(line)


def _chart(document: Document, block: ChartBlock) -> None:
    table = _table(document, figures_of(block))
    shade_shares(table, block)
    describe(table, _text(block.title), _text(block.sentence))


def _table(document: Document, block: TableBlock) -> Table:
    document.add_paragraph(_text(block.caption), style="Caption")
    wide = len(block.headers)
    rows = [(*row, *("",) * wide)[:wide] for row in block.rows]
    table = _filled(document, [block.headers, *rows], _widths((block.headers, *rows), width_of(document)))
    head = table.rows[0]
    mark(head._tr.get_or_add_trPr(), "tblHeader")
    for cell in head.cells:
        shade(cell._tc.get_or_add_tcPr(), _HEAD_GROUND)
        for run in cell.paragraphs[0].runs:
            run.bold = True
    return table


def _filled(document: Document, rows: Sequence[Sequence[str]], widths: Sequence[int], *, named: bool = True) -> Table:
    """A table with a grid; its first column is what names the rows, unless said otherwise."""
    table: Table = document.add_table(rows=len(rows), cols=len(widths), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.LEFT, False
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Mm(wide)
    for line, row in zip(table.rows, rows, strict=True):
        mark(line._tr.get_or_add_trPr(), "cantSplit")
        for number, (cell, text) in enumerate(zip(line.cells, row, strict=True)):
            cell.width = Mm(widths[number])
            _cell(cell, text, bold=named and number == 0)
    after = document.add_paragraph()
    after.paragraph_format.space_after = Pt(0)
    return table


def _cell(cell: _Cell, text: str, *, bold: bool) -> None:
    words: WordParagraph = cell.paragraphs[0]
    words.add_run(_text(text)).bold = bold
    words.paragraph_format.space_after = Pt(0)


def _widths(rows: Sequence[Sequence[str]], wide: int) -> list[int]:
    """Millimetres for each column: room for its longest word, and of what is left the more, the longer its texts."""
    columns = list(zip(*rows, strict=True))
    least = [_ROOM + _CHAR * min(max(map(len, " ".join(column).split()), default=0), _MOST) for column in columns]
    wanted = [_CHAR * min(max(map(len, column)), _MOST) for column in columns]
    left = wide - sum(least)
    if left <= 0:
        return [int(wide * one / sum(least)) for one in least]
    widths = [int(one + left * want / (sum(wanted) or 1)) for one, want in zip(least, wanted, strict=True)]
    return [*widths[:-1], wide - sum(widths[:-1])]
