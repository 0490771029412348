"""A chart in a Word file: the table of its figures, each cell as dark as its share is large, with words for the ear."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from msgspec.structs import replace

from compact_tui.core.chart import chart_table, chart_words
from compact_tui.core.page import ChartBlock, TableBlock
from compact_tui.exchange.docx_form import shade

LEGEND = "The darker a cell, the larger its share."
_FAINT, _FULL = (0xFF, 0xFF, 0xFF), (0x8D, 0xB3, 0xE2)
"""Grounds of nothing and of everything; black words stand out on both."""


def figures_of(chart: ChartBlock) -> TableBlock:
    """The table that stands for the chart, its caption saying how to look at it."""
    return replace(chart_table(chart), caption=f"{chart.title.rstrip('.')}. {LEGEND}")


def shade_shares(table: Table, chart: ChartBlock) -> None:
    """Shade the figures of a table made of ``figures_of``, by the shares of the bars."""
    for row, bar in zip(table.rows[1:], chart.bars, strict=True):
        for cell, word in zip(row.cells[1:], chart_words(chart), strict=False):
            share = sum(part.percent for part in bar.parts if part.word == word)
            shade(cell._tc.get_or_add_tcPr(), ground(share))


def describe(table: Table, title: str, sentence: str) -> None:
    """Give a table its alternative text."""
    for name, said in (("tblCaption", title), ("tblDescription", sentence)):
        words = OxmlElement(f"w:{name}")
        words.set(qn("w:val"), said)
        table._tbl.tblPr.append(words)


def ground(percent: int) -> str:
    """The ground of a cell for a share of 0 to 100, as Word writes colours."""
    share = min(max(percent, 0), 100)
    return "".join(f"{faint + (full - faint) * share // 100:02X}" for faint, full in zip(_FAINT, _FULL, strict=True))
