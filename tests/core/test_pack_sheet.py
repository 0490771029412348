"""An audit pack as sheets and back: nothing lost, and every mistake told by its sheet and cell."""

from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_lint import lint
from compact_tui.core.pack_sheet import LONGEST_CELL, READ_ME, sheets_of, too_long
from compact_tui.core.pack_sheet_read import PackSheets, read_sheets
from compact_tui.core.pack_sheet_rows import SheetRead
from compact_tui.core.pack_sheet_words import meaning_of
from compact_tui.core.pack_starter import starter_pack
from compact_tui.core.pack_tables import as_cell, items_in, pack_tables
from compact_tui.core.problems import Severity, say
from compact_tui.storage.packs import load_shipped, read_pack, shipped_packs
from tests.core.pack_strategies import packs
from tests.lighthouse import edition_two

SMALL = Path(__file__).parents[1] / "fixtures" / "small-pack"


@cache
def small() -> AuditPack:
    pack, problems = read_pack(SMALL)
    assert pack is not None, problems
    return pack


def cells(pack: AuditPack) -> dict[str, list[list[str]]]:
    """The sheets of a pack as a spreadsheet gives them back: text, row by row."""
    return {
        sheet.name: [[column.title for column in sheet.columns], *([str(cell) for cell in row] for row in sheet.rows)]
        for sheet in sheets_of(pack)
    }


def read(sheets: dict[str, list[list[str]]]) -> PackSheets:
    return read_sheets([SheetRead(name, tuple(map(tuple, rows))) for name, rows in sheets.items()])


def told(reading: PackSheets) -> list[str]:
    return [say(problem) for problem in reading.problems]


@pytest.mark.parametrize("name", shipped_packs())
def test_a_shipped_pack_comes_back_as_it_was(name: str) -> None:
    pack = load_shipped(name)

    reading = read(cells(pack))

    assert (reading.pack, reading.problems) == (pack, ())


@pytest.mark.parametrize("pack", [small(), edition_two(), starter_pack("Harbour", "2026-12-03")])
def test_a_small_pack_comes_back_as_it_was(pack: AuditPack) -> None:
    assert read(cells(pack)).pack == pack


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(packs())
def test_any_pack_comes_back_as_it_was(pack: AuditPack) -> None:
    reading = read(cells(pack))

    assert told(reading) == []
    assert reading.pack == pack


def test_the_starter_can_be_used_as_it_is() -> None:
    assert lint(starter_pack("Harbour watch", "2026-12-03"), "2026-12-03") == ()


def test_every_field_of_every_value_has_a_column_that_is_explained() -> None:
    columns = [(table, column) for table in pack_tables() for column in table.columns]

    assert [f"{table.name}: {column.title}" for table, column in columns if not meaning_of(table, column)] == []
    for table in pack_tables():
        fields = {field.encode_name for field in msgspec.structs.fields(table.item)}
        inner = {other.path[-1] for other in pack_tables() if other.path[:-1] == table.path}
        assert {column.key for column in table.own} == fields - inner


@pytest.mark.parametrize(
    "items", [(), ("a",), ("a", "b"), ("a ¶ b",), ("¶", "¶¶"), ("one\n\ntwo", "three"), ("¶\n\n¶",)]
)
def test_a_list_comes_back_from_one_cell(items: tuple[str, ...]) -> None:
    assert tuple(items_in(as_cell(items))) == items


def test_rows_may_be_put_in_another_order_and_empty_ones_left_between() -> None:
    sheets = cells(small())
    head, *rows = sheets["Standards"]
    sheets["Standards"] = [head, rows[2], [""] * len(head), rows[0], rows[1]]
    sheets["Criteria"] = [list(reversed(row)) for row in sheets["Criteria"]]

    assert read(sheets).pack == small()


def test_sheets_and_columns_for_notes_are_not_read() -> None:
    sheets = cells(small()) | {"# ours": [["anything"]]}
    sheets["Duties"] = [[*row, "# note" if at == 0 else "ask Ada"] for at, row in enumerate(sheets["Duties"])]

    reading = read(sheets)

    assert (reading.pack, reading.problems) == (small(), ())


def test_a_heading_may_be_typed_in_other_case_and_as_in_the_files() -> None:
    sheets = {name.upper() if name != READ_ME else name: rows for name, rows in cells(small()).items()}
    sheets["EVIDENCE KINDS"][0] = ["ID", "word", "Rung"]
    sheets["ANSWERS"][0] = [name.lower().replace(" ", "_") for name in sheets["ANSWERS"][0]]

    assert read(sheets).pack == small()


def put(sheet: str, row: int, column: str, text: str) -> dict[str, list[list[str]]]:
    """The small pack with one cell typed over; rows as a spreadsheet numbers them."""
    sheets = cells(small())
    sheets[sheet][row - 1][sheets[sheet][0].index(column)] = text
    return sheets


def added(sheet: str, row: int) -> dict[str, list[list[str]]]:
    """The small pack with a row that stands again at the end of its sheet."""
    sheets = cells(small())
    sheets[sheet].append(sheets[sheet][row - 1])
    return sheets


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        (
            put("Levels", 2, "Rank", "high"),
            'sheet "Levels", cell C2: "high" is not a whole number. Write one, such as 3.',
        ),
        (
            put("Levels", 4, "Weak", "jes"),
            'sheet "Levels", cell E4: Here stands "jes", where yes or no should be. Write yes or no.',
        ),
        (
            put("Criteria", 3, "Standard", "u11"),
            'sheet "Criteria", cell A3: There is no standard "u11". Did you mean "u1"?',
        ),
        (put("Criteria", 3, "Standard", ""), 'sheet "Criteria", cell A3: It does not say which standard it is of.'),
        (put("Criteria", 2, "Question", ""), 'sheet "Criteria", row 2: u1-ticket: The key "question" is missing.'),
        (put("Criteria", 1, "Question", "Qestion"), 'cell C1: "Qestion" is not known here. Did you mean "Question"?'),
        (put("Duties", 1, "Meaning", "Word"), 'sheet "Duties", cell C1: "Word" stands here twice.'),
        (put("Duties", 1, "Meaning", ""), 'sheet "Duties", cell C1: Something stands here under no heading.'),
        (put("Pack", 3, "Key", "Editon"), 'sheet "Pack", cell A3: "Editon" is not known here. Did you mean "Edition"?'),
        (put("Standards", 2, "Introduction", "x\u200by"), 'sheet "Standards", cell E2'),
    ],
)
def test_a_mistake_is_told_with_its_cell(sheets: dict[str, list[list[str]]], words: str) -> None:
    reading = read(sheets)

    assert reading.pack is None
    assert words in "\n".join(told(reading))


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        (
            put("Criteria", 2, "Duty", "mst"),
            'sheet "Criteria", cell E2: u1-ticket, duty: No duty "mst" is known. Did you',
        ),
        (added("Criteria", 2), 'sheet "Criteria", cell B11: u1-ticket, id: The id "u1-ticket" is used twice.'),
        (put("Citations", 2, "Confidence", "Z"), 'sheet "Citations", cell D2'),
        (put("Pack", 7, "Value", "soon"), 'sheet "Pack", cell B7: pack, valid_from: "soon" is not a day.'),
    ],
)
def test_what_the_lint_finds_is_told_with_its_cell(sheets: dict[str, list[list[str]]], words: str) -> None:
    reading = read(sheets)

    assert reading.pack is not None, told(reading)
    found = [say(one) for one in lint(reading.pack, "2026-12-03", reading.locate)]
    assert any(words in line for line in found), found


def test_a_sheet_of_another_name_is_said_and_a_near_one_guessed() -> None:
    sheets = cells(small())
    sheets["Critera"] = sheets.pop("Criteria")
    sheets["Shopping"] = [["eggs"]]

    reading = read(sheets)

    assert 'No sheet of a pack is called "Critera", so it is not read. Did you mean "Criteria"?' in told(reading)[0]
    assert [problem.severity for problem in reading.problems[:2]] == [Severity.ERROR, Severity.WARNING]


def test_a_workbook_without_the_pack_sheet_is_no_pack() -> None:
    reading = read({"Sheet1": [["a"]]})

    assert reading.pack is None
    assert 'There is no sheet "Pack", so this is not an audit pack.' in "\n".join(told(reading))


def test_a_text_that_no_cell_can_hold_is_named() -> None:
    standard = replace(small().standard[0], topics=("x" * 20_000, "y" * 20_000))
    pack = replace(small(), standard=(standard, *small().standard[1:]))

    assert list(too_long(sheets_of(small()))) == []
    assert list(too_long(sheets_of(pack))) == ['sheet "Standards", row 2, Topics']
    assert LONGEST_CELL == 32_767
