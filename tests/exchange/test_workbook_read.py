"""Reading a workbook that came back: moved, renamed, hidden, merged, added to, and what cannot be read."""

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from functools import cache

import pytest
from msgspec.structs import replace
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from compact_tui.core.digest import digest_of
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.workbook import SheetRead, WorkbookRead
from compact_tui.core.workbook_build import build_workbook
from compact_tui.exchange.workbook_read import GONE, read_workbook
from compact_tui.exchange.workbook_write import workbook_bytes
from tests.samples import lamp_audit, lamp_pack
from tests.workbooks import Hands


@cache
def _made(private: bool = False) -> bytes:
    value = build_workbook(lamp_audit(), lamp_pack(), setting="The Gallery", made_on="2026-12-03", private=private)
    return workbook_bytes(value)


def _sheet(read: WorkbookRead, kind: str, name: str = "") -> SheetRead:
    return next(sheet for sheet in read.sheets if sheet.kind == kind and sheet.name.startswith(name))


def _texts(sheet: SheetRead, column: str) -> dict[str, str]:
    """What stands in a column, by id of the row."""
    return {row.cells["id"].text: row.cells[column].text for row in sheet.rows if row.cells["id"].text}


def test_what_was_written_is_read() -> None:
    read = read_workbook(_made())

    assert read.notes == ()
    assert read.lent is not None
    assert (read.lent.audit, read.lent.standards, read.lent.private) == ("a-1", ("hall", "stairs"), False)
    assert [sheet.kind for sheet in read.sheets] == ["standard", "standard", "evidence", "actions"]
    assert _texts(_sheet(read, "standard"), "answer") == {
        "answers/hall-bulb": "Lit",
        "answers/hall-switch": "Lit",
        "answers/hall-shade": "No lamp",
        "grades/hall": "Bright",
        "summaries/hall": "",
    }
    assert _texts(_sheet(read, "evidence"), "seen_on") == {"evidence/e-1": "2026-11-20", "evidence/e-2": "2026-11-21"}
    assert _sheet(read, "evidence").rows[0].cells["title"].ref == "B2"


def _swap(hands: Hands) -> None:
    """Answer and note change places, and a column of one's own comes between."""
    sheet = hands.sheet("1 ")
    for row in range(1, sheet.max_row + 1):
        answer, note = sheet.cell(row, 6), sheet.cell(row, 8)
        answer.value, note.value = note.value, answer.value
    sheet.insert_cols(7)
    sheet["G1"], sheet["G3"] = "My own notes", "Ring Bob"


def _sort(hands: Hands) -> None:
    sheet = hands.sheet("1 ")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=10)]
    for down, row in enumerate(sorted(rows, key=lambda cells: str(cells[2])), 2):
        for at, value in enumerate(row, 1):
            sheet.cell(down, at).value = value


def _rename_and_hide(hands: Hands) -> None:
    for at, sheet in enumerate(hands.book.worksheets):
        sheet.title = f"Sheet {at}"
    hands.book.worksheets[1].sheet_state = "hidden"
    hands.book.move_sheet("Sheet 4", -4)


def _title_above(hands: Hands) -> None:
    sheet = hands.sheet("1 ")
    sheet.insert_rows(1, 2)
    sheet["B1"] = "Filled in by the porters"


def _shout_headers(hands: Hands) -> None:
    for cell in hands.sheet("1 ")[1]:
        cell.value = f" {str(cell.value).upper()}:"


MOVED: tuple[Callable[[Hands], None], ...] = (_swap, _sort, _rename_and_hide, _title_above, _shout_headers)


@pytest.mark.parametrize("move", MOVED)
def test_whatever_was_moved_the_same_is_read(move: Callable[[Hands], None]) -> None:
    hands = Hands(_made())
    move(hands)

    read = read_workbook(hands.data())

    first = next(
        s for s in read.sheets if s.kind == "standard" and any("hall-bulb" in r.cells["id"].text for r in s.rows)
    )
    before = _sheet(read_workbook(_made()), "standard")
    assert [_texts(first, column) for column in ("answer", "note", "reason")] == [
        _texts(before, column) for column in ("answer", "note", "reason")
    ]
    assert read.lent is not None


def test_columns_and_sheets_that_are_not_ours_are_left_alone_and_named() -> None:
    hands = Hands(_made())
    _swap(hands)
    hands.book.create_sheet("Shopping")["A1"] = "Bulbs"
    hands.book.create_sheet("Empty")
    hands.sheet("2 ").cell(1, 8).value = "What we fond"

    assert sorted(read_workbook(hands.data()).notes) == [
        'Sheet "1 The hall": the column "My own notes" is not one of ours and was left alone.',
        'Sheet "2 The stairs" has no column "What we found": what stood in it is left as it is.',
        'Sheet "2 The stairs": the column "What we fond" is not one of ours and was left alone. '
        'Did you mean "What we found"? Then call it so, and try again.',
        'Sheet "Shopping" is not one of ours and was left alone.',
    ]


def test_merged_cells_count_for_each_row_in_their_first_column_and_are_named() -> None:
    hands = Hands(_made())
    sheet = hands.sheet("1 ")
    sheet["F3"] = "Flickers"
    sheet.merge_cells("F3:G5")
    sheet.merge_cells("A3:A4")

    read = read_workbook(hands.data())

    rows = _sheet(read, "standard").rows
    assert [(row.at, row.cells["answer"].text) for row in rows if 3 <= row.at <= 5] == [
        (3, "Flickers"), (4, "Flickers"), (5, "Flickers"),
    ]  # fmt: skip
    assert [row.cells["answer"].ref for row in rows if 3 <= row.at <= 5] == ["F3", "F4", "F5"]
    assert [("reason" in row.cells, "id" in row.cells) for row in rows if 3 <= row.at <= 5] == [
        (False, True), (False, False), (False, True),
    ]  # fmt: skip
    assert [note for note in read.notes if "merged" in note] == [
        f'Sheet "1 The hall": the cells {area} are merged; what stands in them counts for each row, in the first '
        "column."
        for area in ("A3:A4", "F3:G5")
    ]


@pytest.mark.parametrize(
    ("typed", "text", "wrong"),
    [
        ("=1+1", "", "formula"),
        ('=HYPERLINK("https://example.org","x")', "", "formula"),
        ("#N/A", "", "error"),
        (3, "3", ""),
        (3.0, "3", ""),
        (1.5, "1.5", ""),
        (True, "yes", ""),
        (date(2026, 12, 3), "2026-12-03", ""),
        (datetime(2026, 12, 3, 14, 30), "2026-12-03 14:30", ""),
        (None, "", ""),
    ],
)
def test_a_cell_is_text_whatever_was_typed_and_a_formula_is_nothing(typed: object, text: str, wrong: str) -> None:
    hands = Hands(_made())
    hands.fill("1 ", "answers/hall-bulb", "What we found", typed)

    cell = next(r.cells["note"] for r in _sheet(read_workbook(hands.data()), "standard").rows if r.at == 3)

    assert (cell.ref, cell.text, cell.wrong) == ("H3", text, wrong)


@pytest.mark.parametrize(("mac", "days"), [(False, 46359), (True, 46359 - 1462)])
def test_a_count_of_days_is_a_day_in_a_column_of_days(mac: bool, days: int) -> None:
    hands = Hands(_made())
    hands.book.epoch = CALENDAR_MAC_1904 if mac else CALENDAR_WINDOWS_1900
    cell = hands.cell("Evidence", "evidence/e-1", "Seen on")
    cell.value, cell.number_format = days, "General"

    assert _texts(_sheet(read_workbook(hands.data()), "evidence"), "seen_on")["evidence/e-1"] == "2026-12-03"


@pytest.mark.parametrize("harm", ["removed", "changed", "cut"])
def test_without_what_was_lent_it_is_said_that_nobody_can_tell_who_changed_what(harm: str) -> None:
    hands = Hands(_made())
    lent = hands.sheet("Lent")
    if harm == "removed":
        del hands.book["Lent"]
    else:
        text = str(lent["A2"].value)
        lent["A2"] = text.replace("Monday", "Tuesday") if harm == "changed" else text[:-9]

    read = read_workbook(hands.data())

    assert (read.lent, read.notes) == (None, (GONE,))


def test_a_workbook_of_a_newer_version_is_refused() -> None:
    hands = Hands(_made())
    plain = json.loads(str(hands.sheet("Lent")["A2"].value)) | {"format_version": 2}
    plain["digest"] = digest_of(plain)
    hands.sheet("Lent")["A2"] = json.dumps(plain)

    with pytest.raises(FileNotAcceptableError, match="version 2"):
        read_workbook(hands.data())


def test_a_long_list_of_what_was_lent_goes_through_several_cells() -> None:
    audit = lamp_audit()
    long = tuple(replace(answer, note="Dark_" * 6000) for answer in audit.answers)
    value = build_workbook(replace(audit, answers=long), lamp_pack(), setting="", made_on="2026-12-03")

    read = read_workbook(workbook_bytes(value))

    assert read.lent == value.lent
    assert Hands(workbook_bytes(value)).sheet("Lent").max_row > 3


def test_links_to_other_files_are_said_and_not_followed() -> None:
    target = io.BytesIO(_made())
    with zipfile.ZipFile(target, "a") as parts:
        parts.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")

    assert read_workbook(target.getvalue()).notes == ("It has links to other files. None of them was followed.",)
