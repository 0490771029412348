"""The workbook as a file: text is text, what is offered, what is locked, how it prints."""

import io
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from compact_tui.core.audit import Audit, CriterionAnswer, Evidence
from compact_tui.core.pack import AuditPack
from compact_tui.core.workbook_build import build_workbook
from compact_tui.exchange.workbook_write import workbook_bytes
from tests.samples import head, lamp_audit, lamp_pack, umbrella_pack, without_levels


def _made(audit: Audit, pack: AuditPack, private: bool = False) -> Workbook:
    value = build_workbook(audit, pack, setting="The Gallery", made_on="2026-12-03", private=private)
    return load_workbook(io.BytesIO(workbook_bytes(value)))


@pytest.fixture(scope="module")
def lamps() -> Workbook:
    return _made(lamp_audit(), lamp_pack())


def _texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def _offered(book: Workbook, sheet: Worksheet, ref: str) -> list[str]:
    """The words that are offered in a cell."""
    rules = [rule for rule in sheet.data_validations.dataValidation if ref in rule.sqref]
    assert len(rules) == 1, ref
    name, _, area = str(rules[0].formula1).removeprefix("=").partition("!")
    return [str(cell.value) for row in book[name][area.replace("$", "")] for cell in row]


def test_there_is_a_front_sheet_one_for_each_standard_and_two_for_records(lamps: Workbook) -> None:
    shown = [sheet.title for sheet in lamps.worksheets if sheet.sheet_state == "visible"]
    front = " ".join(_texts(lamps["Start here"]))

    assert shown == ["Start here", "1 The hall", "2 The stairs", "Evidence", "Actions"]
    assert lamps.active is lamps["Start here"]
    for said in ("Care of lamps", "The Gallery", "2026-2028", "3 December 2026", "2 standards, 4 criteria", "1.1, 1.2"):
        assert said in front


def test_answers_and_grades_are_chosen_from_the_words_of_the_pack(lamps: Workbook) -> None:
    hall = lamps["1 The hall"]

    assert _offered(lamps, hall, "F3") == ["Lit", "Flickers", "Out", "No lamp", "In the dark"]
    assert (hall["F3"].value, hall["H3"].value, hall["G5"].value) == (
        "Lit", "Two bulbs, checked on Monday.", "The bulb hangs bare.",
    )  # fmt: skip
    assert _offered(lamps, hall, "F6") == ["Bright", "Glowing", "Dim"]
    assert [hall.cell(row, 3).value for row in range(6, 11)] == [
        "Which of these fits us best?", "Bright", "Glowing", "Dim", "In our own words",
    ]  # fmt: skip
    assert _offered(lamps, lamps["Actions"], "E2") == ["open", "done", "dropped"]
    assert lamps["Evidence"]["F2"].is_date


def test_ids_are_hidden_and_locked_and_headers_stay_in_sight(lamps: Workbook) -> None:
    hall = lamps["1 The hall"]

    assert hall["A3"].value == "answers/hall-bulb"
    assert (hall.column_dimensions["A"].hidden, hall["A3"].protection.locked, hall.protection.sheet) == (
        True,
        True,
        True,
    )
    assert [hall[f"{letter}3"].protection.locked for letter in "CDFGH"] == [True, True, False, False, False]
    assert hall.freeze_panes == "D2"


def test_it_prints_across_a4_with_the_headers_on_each_page(lamps: Workbook) -> None:
    for sheet in lamps.worksheets[1:5]:
        setup = sheet.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
        assert sheet.print_title_rows == "$1:$1"
        assert all(cell.alignment.wrap_text for cell in sheet[2])


def test_rows_are_as_high_as_their_words_and_grow_with_what_is_typed() -> None:
    data = workbook_bytes(build_workbook(lamp_audit(), lamp_pack(), setting="", made_on="2026-12-03"))

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert b'<row r="3"' in sheets[1] and b' ht="' in sheets[1]
    assert not any(b"customHeight" in sheet for sheet in sheets)


@pytest.mark.parametrize("text", ["=1+1", "+44", "-x", "@you", "https://example.org/a", "12.50", "{=A1}", "\t=x", "'q"])
def test_no_text_becomes_a_formula_a_link_or_a_number(text: str) -> None:
    audit = Audit(
        head=head(cycle=text),
        answers=(CriterionAnswer(criterion="hall-bulb", answer="lit", note=text),),
        evidence=(Evidence(id="e-1", title=text, where=text, supports=("hall",)),),
    )
    book = _made(audit, lamp_pack())

    for cell in (book["1 The hall"]["H3"], book["Evidence"]["B2"], book["Evidence"]["D2"]):
        assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
    assert not any(cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)


def test_a_pack_without_grades_has_no_row_for_one() -> None:
    book = _made(Audit(head=head()), without_levels(lamp_pack()))

    assert [book["1 The hall"].cell(row, 3).value for row in range(5, 8)] == [
        "Is there a shade?\nA shade. (nice)", "In our own words", None,
    ]  # fmt: skip


@pytest.mark.parametrize("private", [False, True])
def test_private_notes_and_local_files_stay_out_unless_they_are_asked_for(private: bool) -> None:
    audit = lamp_audit()
    seen = Evidence(
        id="e-9", title="See /home/jo/file one.pdf", file="/home/jo/secret.pdf", sha256="abc123", supports=("hall",)
    )
    audit = Audit(head=audit.head, answers=audit.answers, evidence=(seen,))

    data = workbook_bytes(build_workbook(audit, lamp_pack(), setting="", made_on="2026-12-03", private=private))

    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        whole = b"".join(parts.read(name) for name in parts.namelist())
    assert (b"dark corner" in whole, b"Private note" in whole) == (private, private)
    assert not any(secret in whole for secret in (b"/home/jo", b"secret", b"abc123"))


def test_sheets_of_long_or_equal_names_stay_apart() -> None:
    pack = umbrella_pack()
    short = "Start here/[everything]: in one very long name"
    pack = replace(pack, standard=tuple(replace(s, number=1, short=short) for s in pack.standard))

    book = _made(Audit(head=head()), pack)

    names = [sheet.title for sheet in book.worksheets]
    assert len({name.casefold() for name in names}) == len(names) == 8
    assert max(map(len, names)) <= 31


def test_a_file_is_the_same_words_each_time(tmp_path: Path) -> None:
    value = build_workbook(lamp_audit(), lamp_pack(), setting="The Gallery", made_on="2026-12-03")
    one, two = (load_workbook(io.BytesIO(workbook_bytes(value))) for _ in range(2))

    assert [_texts(sheet) for sheet in one.worksheets] == [_texts(sheet) for sheet in two.worksheets]
