"""A pack as a workbook and back, also as LibreOffice saves it; what a hostile or damaged file cannot do."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import Workbook, load_workbook

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.pack import AuditPack
from compact_tui.core.problems import say
from compact_tui.exchange.pack_toml import pack_files
from compact_tui.exchange.pack_workbook import read_pack_workbook, write_pack
from compact_tui.exchange.sheet_print import pages_across
from compact_tui.exchange.xlsx_open import MOST_ROWS, cell_text, open_xlsx
from compact_tui.storage.packs import load_shipped, read_pack, shipped_packs
from tests.core.pack_strategies import packs
from tests.lighthouse import edition_two
from tests.other_partnership import sheets

FIXTURES = Path(__file__).parents[1] / "fixtures"


def small() -> AuditPack:
    pack, problems = read_pack(FIXTURES / "small-pack")
    assert pack is not None, problems
    return pack


def changed(pack: AuditPack, change: Callable[[Workbook], object]) -> bytes:
    """The workbook of a pack after somebody changed it."""
    book = load_workbook(io.BytesIO(write_pack(pack)))
    change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("name", shipped_packs())
def test_a_shipped_pack_comes_back_from_a_workbook(name: str) -> None:
    pack = load_shipped(name)

    reading = read_pack_workbook(write_pack(pack))

    assert (reading.pack, reading.problems) == (pack, ())


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(packs())
def test_any_pack_comes_back_from_a_workbook(pack: AuditPack) -> None:
    reading = read_pack_workbook(write_pack(pack))

    assert [say(problem) for problem in reading.problems] == []
    assert reading.pack == pack


def test_a_workbook_that_libreoffice_saved_is_the_same_pack() -> None:
    reading = read_pack_workbook((FIXTURES / "small-pack-resaved.xlsx").read_bytes())

    assert (reading.pack, reading.problems) == (small(), ())


def test_the_other_partnership_is_what_its_source_says() -> None:
    reading = read_pack_workbook((FIXTURES / "other-partnership.xlsx").read_bytes())
    book = open_xlsx((FIXTURES / "other-partnership.xlsx").read_bytes())

    found = {p.title: tuple(tuple(cell_text(c.value) for c in row) for row in p.iter_rows()) for p in book.worksheets}
    wide = {name: len(rows[0]) for name, rows in sheets().items()}
    typed = {name: tuple(tuple(map(str, row)) for row in rows) for name, rows in sheets().items()}
    assert {name: tuple(row[: wide[name]] for row in rows) for name, rows in found.items()} == typed
    assert reading.problems == ()
    assert reading.pack is not None
    assert (len(reading.pack.standard), len(reading.pack.level), reading.pack.rule) == (8, 3, ())


def test_no_cell_holds_a_formula_or_a_link_whatever_is_typed() -> None:
    data = write_pack(edition_two())
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        pages = b"".join(packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/sheet"))

    assert b"<f>" not in pages
    assert b"<hyperlink" not in pages


def test_closed_values_are_offered_and_headings_stay_in_sight() -> None:
    book = load_workbook(io.BytesIO(write_pack(small())))

    offered = {v.formula1 for v in book["Answers"].data_validations.dataValidation}
    assert offered == {'"met,partly-met,not-met,not-applicable,not-known"', '"yes,no"'}
    assert "'Duties'!$A$2:$A$200" in {v.formula1 for v in book["Criteria"].data_validations.dataValidation}
    assert book["Criteria"].freeze_panes == "B2"
    assert book["Read me"]["A2"].value.startswith("This workbook is an audit pack")


@pytest.mark.parametrize(
    ("name", "pages", "again"), [("Criteria", 3, "$A:$B"), ("Standards", 2, "$A:$A"), ("Pack", 1, None)]
)
def test_a_sheet_is_printed_large_enough_to_read_with_its_head_and_what_names_the_rows_on_every_page(
    name: str, pages: int, again: str | None
) -> None:
    page = load_workbook(io.BytesIO(write_pack(small())))[name]

    assert (page.page_setup.orientation, page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (
        "landscape", pages, 0
    )  # fmt: skip
    assert (page.print_title_rows, page.print_title_cols) == ("$1:$1", again)
    assert page.page_setup.pageOrder == ("overThenDown" if pages > 1 else None)
    assert page.oddFooter is not None
    assert page.oddFooter.right.text == "Page &P of &N"


@pytest.mark.parametrize(
    ("widths", "beside", "pages"),
    [
        ((), 0, 1),
        ((204,), 0, 1),
        ((300,), 0, 1),
        ((24, 300), 1, 1),
        ((24, 90, 88), 1, 1),
        ((24, 90, 89), 1, 2),
        ((24, 179, 179, 179), 1, 3),
        ((24, 180, 1), 1, 2),
        ((90, 90, 20, 20), 2, 2),
        ((90, 90, 20, 20), 1, 2),
        ((50, 150, 150, 40), 1, 3),
    ],
)
def test_columns_go_on_on_a_further_page_before_they_get_too_small(
    widths: tuple[int, ...], beside: int, pages: int
) -> None:
    assert pages_across(widths, beside) == pages


def test_a_formula_is_refused_with_its_cell() -> None:
    def formula(book: Workbook) -> None:
        book["Criteria"]["C3"] = "=1+1"

    reading = read_pack_workbook(changed(small(), formula))

    assert reading.pack is None
    assert say(reading.problems[0]) == (
        'sheet "Criteria", cell C3: Here stands a formula, and this program works none out. Type the value itself.'
    )


def test_numbers_and_days_that_a_spreadsheet_made_of_text_are_read_as_typed() -> None:
    from datetime import datetime

    def typed(book: Workbook) -> None:
        book["Pack"]["B3"] = 2026.1
        book["Change log"]["B2"] = datetime(2026, 1, 1)
        book["Levels"]["C2"] = 30.0
        book["Levels"]["E4"] = True

    assert read_pack_workbook(changed(small(), typed)).pack == small()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is not a workbook, or it is damaged"),
        (b"PK\x03\x04 torn", "is not a workbook, or it is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is protected by a password, or in the old Excel format"),
        (b"x" * 20_000_001, "is larger than 20 MB"),
    ],
)
def test_what_is_no_workbook_is_said(data: bytes, words: str) -> None:
    with pytest.raises(FileNotAcceptableError) as caught:
        read_pack_workbook(data, "ours.xlsx")

    assert caught.value.message.startswith("ours.xlsx ")
    assert words in caught.value.message


def packed(parts: dict[str, bytes], base: bytes = b"") -> bytes:
    file = io.BytesIO(base)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({"xl/vbaProject.bin": b"macro"}, "holds macros"),
        ({"xl/more.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "declarations"),
        ({"xl/more.xml": b"<x>" + b" " * 50_000_000 + b"</x>"}, "far more than a workbook"),
        ({f"xl/{n}.txt": b"" for n in range(2_001)}, "far more than a workbook"),
    ],
)
def test_a_workbook_that_would_do_harm_is_refused(parts: dict[str, bytes], words: str) -> None:
    data = packed(parts, write_pack(small()))

    with pytest.raises(FileNotAcceptableError) as caught:
        read_pack_workbook(data)

    assert words in caught.value.message
    assert "Nothing was changed." in caught.value.hint


def test_a_sheet_without_end_is_refused() -> None:
    def endless(book: Workbook) -> None:
        book["Duties"].cell(MOST_ROWS + 1, 1, "far down")

    with pytest.raises(FileNotAcceptableError) as caught:
        read_pack_workbook(changed(small(), endless))

    assert 'The sheet "Duties" reaches down to row 20,001' in caught.value.message


@pytest.mark.parametrize("pack", [small(), edition_two(), load_shipped("small-group")])
def test_a_pack_comes_back_from_its_text_files(pack: AuditPack, tmp_path: Path) -> None:
    for name, data in pack_files(pack).items():
        (tmp_path / name).write_bytes(data)

    assert read_pack(tmp_path) == (pack, ())


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(packs())
def test_any_pack_comes_back_from_its_text_files(tmp_path_factory: pytest.TempPathFactory, pack: AuditPack) -> None:
    folder = tmp_path_factory.mktemp("pack")
    for name, data in pack_files(pack).items():
        (folder / name).write_bytes(data)

    assert read_pack(folder) == (pack, ())


def test_long_texts_stand_on_lines_that_a_person_can_read() -> None:
    text = pack_files(load_shipped("small-group"))["pack.toml"].decode()

    assert max(map(len, text.splitlines())) < 200
    assert '"""\n' in pack_files(small())["u1.toml"].decode() or '"""\n' in text
