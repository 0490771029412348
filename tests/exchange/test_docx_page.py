"""The page as a Word file: read back with Word's own names for things, the same bytes, and proof against text."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm

from compact_tui.core.page import Paragraph, ReportPage, Section, TableBlock
from compact_tui.exchange.docx_page import page_docx
from tests.exchange.test_html import HOSTILE, every_block

TABLE = TableBlock("Files by month", ("Month", "Files"), (("May", "3"), ("June", "12")))
PAGE = ReportPage(
    "What we looked at",
    ("Not closed yet.", "No child is named."),
    (
        Section("How we chose", 2, (Paragraph("By chance."),)),
        Section("The months", 3, (TABLE,), keep=True),
        Section("Apart", 2, (Paragraph("On a side of its own."),), new_side=True),
    ),
)


def opened(page: ReportPage = PAGE) -> WordDocument:
    return Document(BytesIO(page_docx(page)))


def parts(page: ReportPage = PAGE) -> dict[str, bytes]:
    with ZipFile(BytesIO(page_docx(page))) as file:
        return {info.filename: file.read(info) for info in file.infolist()}


def test_headings_lists_and_tables_are_what_word_calls_by_these_names() -> None:
    document = opened(every_block("words"))

    styles = [p.style.name for p in document.paragraphs if p.style is not None]
    assert styles[0] == "Heading 1"
    assert [styles.count(name) for name in ("Heading 2", "Heading 3", "List Bullet", "Caption")] == [1, 1, 4, 2]
    assert {t.style.name for t in document.tables if t.style is not None} == {"Table Grid"}


def test_everything_on_the_page_is_in_the_file_in_its_order() -> None:
    document = opened()

    said = [p.text for p in document.paragraphs if p.text]
    assert said == [
        "What we looked at",
        "Not closed yet.",
        "No child is named.",
        "How we chose",
        "By chance.",
        "The months",
        "Files by month",
        "Apart",
        "On a side of its own.",
    ]
    assert [[c.text for c in row.cells] for row in document.tables[0].rows] == [
        ["Month", "Files"],
        ["May", "3"],
        ["June", "12"],
    ]


def test_the_head_of_a_table_stands_on_every_side_and_no_row_is_broken() -> None:
    head, *rows = opened().tables[0].rows

    assert head._tr.trPr is not None
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert [row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [
        False
    ] * 2
    assert all(row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in (head, *rows))


def test_the_columns_fill_the_paper_between_the_margins_and_no_word_is_broken() -> None:
    table = opened(ReportPage("x", (), (Section("y", 2, (TABLE,)),))).tables[0]
    crowded = TableBlock("c", ("unbroken" * 3,) * 8, (("x",) * 8,))

    widths = [column.width for column in table.columns]
    assert sum(width or 0 for width in widths) == pytest.approx(Mm(170), abs=2000)
    assert all((width or 0) >= Mm(15) for width in widths)
    columns = opened(ReportPage("x", (), (Section("y", 2, (crowded,)),))).tables[0].columns
    assert sum(column.width or 0 for column in columns) <= Mm(171)


@pytest.mark.parametrize(("large", "wide", "tall"), [(False, 210, 297), (True, 297, 210)])
def test_the_paper_is_a4_with_the_number_of_the_page_below(large: bool, wide: int, tall: int) -> None:
    section = opened(ReportPage("x", (), (), large=large)).sections[0]

    assert (round(section.page_width or 0, -3), round(section.page_height or 0, -3)) == (
        round(Mm(wide), -3),
        round(Mm(tall), -3),
    )
    assert (section.orientation == WD_ORIENT.LANDSCAPE) is large
    fields = section.footer._element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")) for field in fields] == ["PAGE", "NUMPAGES"]


def test_it_says_its_title_and_language_and_nothing_of_the_machine() -> None:
    document = opened()

    said = document.core_properties
    assert (said.title, said.language, said.author, said.last_modified_by) == (PAGE.title, "en-GB", "", "")
    languages = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_no_macro_no_picture_and_nothing_from_elsewhere_is_in_it() -> None:
    files = parts()

    assert not [name for name in files if "vba" in name.lower() or name.endswith((".bin", ".jpeg", ".png"))]
    assert not [name for name, data in files.items() if name.endswith(".rels") and b'TargetMode="External"' in data]


def test_the_same_page_is_the_same_bytes() -> None:
    assert page_docx(PAGE) == page_docx(PAGE)
    with ZipFile(BytesIO(page_docx(PAGE))) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_part_that_is_kept_together_stays_with_its_next_and_one_apart_begins_a_side() -> None:
    document = opened()

    by_text = {p.text: p.paragraph_format for p in document.paragraphs}
    assert by_text["Files by month"].keep_with_next is True
    assert by_text["Apart"].page_break_before is True
    assert not by_text["How we chose"].page_break_before


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (HOSTILE, HOSTILE),
        ("\u202ereversed\x1b[2J\x00", "<U+202E>reversed<U+001B>[2J<U+0000>"),
        ("half \ud800 and no letter \uffff", "half <U+D800> and no letter <U+FFFF>"),
        ("", ""),
        ("one\ntwo", "one\ntwo"),
    ],
    ids=["markup", "steering", "not text", "empty", "two lines"],
)
def test_whatever_was_typed_is_shown_and_does_nothing(text: str, shown: str) -> None:
    document = opened(every_block(text))

    assert document.paragraphs[0].text == shown
    assert document.tables[0].rows[0].cells[1].text == shown
