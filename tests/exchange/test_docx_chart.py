"""A chart in a Word file: opened again, its figures in a table that is shaded and has words for the ear."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell

from compact_tui.core.page import ChartBlock
from compact_tui.exchange.docx_chart import ground
from compact_tui.exchange.docx_page import page_docx
from tests.chart_samples import LAMPS, chart_page, hostile_chart
from tests.exchange.test_html import HOSTILE, luminance


def tables(chart: ChartBlock) -> list[Table]:
    return Document(BytesIO(page_docx(chart_page(chart)))).tables


def fill(cell: _Cell) -> str:
    found = cell._tc.get_or_add_tcPr().find(qn("w:shd"))
    return "" if found is None else str(found.get(qn("w:fill")))


def alternative(table: Table) -> list[str | None]:
    properties = table._tbl.tblPr
    return [child.get(qn("w:val")) for child in properties[-2:]]


def test_the_figures_stand_once_in_a_table_under_a_caption_that_says_how_to_read_it() -> None:
    document = Document(BytesIO(page_docx(chart_page(LAMPS))))

    captions = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Caption"]
    assert captions == ["How bright the rooms are. The darker a cell, the larger its share."] * 2
    assert len(document.tables) == 2
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["Name", "Bright", "Dim", "Dark", "Note"],
        ["Halls", "30 (75%)", "9 (23%)", "1 (3%)", "-"],
        ["Lofts", "0 (0%)", "5 (25%)", "15 (75%)", "-"],
        ["Cellars", "-", "-", "-", "Too few to show."],
    ]


def test_a_cell_is_the_darker_the_larger_its_share_and_names_and_notes_are_not_shaded() -> None:
    halls, lofts, cellars = tables(LAMPS)[0].rows[1:]

    assert [fill(cell) for cell in halls.cells] == ["", ground(75), ground(23), ground(3), ""]
    assert [fill(cell) for cell in lofts.cells] == ["", ground(0), ground(25), ground(75), ""]
    assert [fill(cell) for cell in cellars.cells][1:4] == ["FFFFFF"] * 3


@pytest.mark.parametrize(("percent", "colour"), [(0, "FFFFFF"), (50, "C6D9F0"), (100, "8DB3E2"), (101, "8DB3E2")])
def test_the_ground_goes_from_white_to_a_blue_that_black_words_stand_out_from(percent: int, colour: str) -> None:
    assert ground(percent) == colour
    assert (luminance(colour) + 0.05) / 0.05 >= 4.5


def test_who_hears_the_file_is_told_the_title_and_what_the_chart_shows() -> None:
    assert alternative(tables(LAMPS)[0]) == [LAMPS.title, LAMPS.sentence]


@pytest.mark.parametrize("text", [HOSTILE, "", "\x00\x1b\u202e", "half \ud800"])
def test_hostile_words_are_text_and_nothing_else(text: str) -> None:
    name = tables(hostile_chart(text))[0].rows[1].cells[0].text

    assert name == text.replace("\x00\x1b\u202e", "<U+0000><U+001B><U+202E>").replace("\ud800", "<U+D800>")
