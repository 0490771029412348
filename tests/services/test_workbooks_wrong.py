"""Workbooks that come back with rows and cells that cannot be taken, or cannot be told apart."""

from pathlib import Path

import pytest

from compact_tui.services import answering, workbooks
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from tests.services.desks import reopened
from tests.workbooks import half_filled, in_hands

LEFT = "It was left as it is."
CANNOT = (
    ("1 ", "1.1", "Answer", "In hnad", 'Sheet "1 Taking in", cell F3: "In hnad" is not one of the words here. Did you '
     f'mean "In hand"? {LEFT}'),
    ("1 ", "1.1", "What we found", "=A1", 'Sheet "1 Taking in", cell H3: holds a formula, which is never worked out '
     f"here. Type what it should say. {LEFT}"),
    ("1 ", "1.2", "Answer", "No rain here", 'Sheet "1 Taking in", row 4: "No rain here" needs a reason beside it. '
     f"{LEFT}"),
    ("1 ", "Bone dry", "What we found", "That is us", 'Sheet "1 Taking in", row 7 is about nothing that was asked in '
     'this workbook, and holds "That is us". It was left alone. Copy it into the row it belongs to.'),
    ("2 ", "Which of these fits us best?", "Reason", "So.", 'Sheet "2 Keeping", row 6: There is a reason for the '
     f"grade, and no grade. {LEFT}"),
    ("Evidence", "Ticket roll", "Seen on", "lately", 'Sheet "Evidence", cell F2: "lately" is not a day. Write it like '
     f"18 December 2026, 18/12/2026 or 2026-12-18. {LEFT}"),
    ("Evidence", "Ticket roll", "What is", None, 'Sheet "Evidence", row 2: "What is it?" is empty: it needs a name. '
     f"{LEFT}"),
    ("Actions", "Empty the tray at four", "Done on", "9/9/27", 'Sheet "Actions", row 2: 9 September 2027 is still to '
     f"come. {LEFT}"),
)  # fmt: skip
DROPPED = f'Sheet "Actions", row 3: What is dropped needs a reason, under What happened. {LEFT}'


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("os.fsync", lambda handle: None)
    return half_filled(tmp_path / "brolly")


def test_what_cannot_be_taken_is_named_by_sheet_and_cell_and_the_rest_comes_in(desk: Desk) -> None:
    hands = in_hands(desk)
    hands.add("Actions", What_will="Move the rack", State="DROPPED")
    for sheet, row, header, value, _ in sorted(CANNOT, key=lambda case: case[3] is None):
        hands.fill(sheet, row, header, value)
    hands.fill("3 ", "3.1", "Answer", "Half way")

    taken = workbooks.import_workbook(desk, hands.save(desk.workspace.root / "back.xlsx"))

    assert taken.wrong == (*(sentence for *_, sentence in CANNOT), DROPPED)
    assert (taken.merge.notes, taken.settled) == (taken.wrong, False)
    assert [line.id for line in taken.merge.lines] == ["answers/u3-match/answer"]
    assert answering.show_criterion(desk, "3.1").answer == "half-way"


def test_rows_are_found_by_number_and_question_where_the_ids_are_gone(desk: Desk) -> None:
    hands = in_hands(desk)
    for name in ("1 ", "2 ", "3 ", "Evidence", "Actions"):
        hands.sheet(name).delete_cols(1)
    hands.fill("2 ", "2.2", "Answer", "Half way")
    hands.fill("Evidence", "Ticket roll", "Who holds", "Porter")
    sheet = hands.sheet("3 ")
    sheet["A3"] = 3.1
    sheet["E3"] = "In hand"
    sheet["A4"], sheet["B4"], sheet["E4"] = "3.2", "What is for lunch?", "In hand"

    taken = workbooks.preview_workbook(desk, hands.save(desk.workspace.root / "back.xlsx"))

    item = open_audit(desk).kept.evidence[0].id
    assert [line.id for line in taken.merge.lines] == [
        "answers/u2-repair/answer",
        "answers/u3-match/answer",
        f"evidence/{item}/held_by",
    ]
    assert taken.wrong == (
        'Sheet "3 Giving back", row 4 is about nothing that was asked in this workbook, and holds "In hand". '
        "It was left alone. Copy it into the row it belongs to.",
    )
    assert "1 row of the workbook is no longer in it" in taken.merge.notes[-1]


def test_rows_that_are_gone_are_left_as_they_are_and_said(desk: Desk) -> None:
    before, hands = open_audit(desk).kept, in_hands(desk)
    hands.sheet("1 ").delete_rows(3)
    hands.sheet("Evidence").delete_rows(2)

    taken = workbooks.import_workbook(desk, hands.save(desk.workspace.root / "back.xlsx"))

    assert taken.merge.notes == (
        "2 rows of the workbook are no longer in it; what stood there is left as it is: "
        "1.1 Does every umbrella get a ticket?; Ticket roll.",
    )
    assert (open_audit(reopened(desk)).kept, taken.settled) == (before, True)


def test_a_row_that_stands_twice_is_read_once_and_said(desk: Desk) -> None:
    hands = in_hands(desk)
    sheet = hands.sheet("1 ")
    for at_column in range(1, 9):
        sheet.cell(20, at_column).value = sheet.cell(3, at_column).value
    sheet.cell(20, 6).value = "Half way"

    taken = workbooks.preview_workbook(desk, hands.save(desk.workspace.root / "back.xlsx"))

    assert taken.merge.lines == ()
    assert taken.merge.notes == ('Sheet "1 Taking in", row 20 is about the same as row 3; only that one was read.',)


def test_without_what_was_lent_every_difference_is_a_choice(desk: Desk) -> None:
    hands = in_hands(desk)
    del hands.book["Lent"]
    hands.fill("1 ", "1.1", "What we found", "Nine of ten.")
    hands.fill("2 ", "2.2", "Answer", "In hand")

    taken = workbooks.preview_workbook(desk, hands.save(desk.workspace.root / "back.xlsx"))

    assert {line.id: line.state for line in taken.merge.lines} == {
        "answers/u1-ticket/note": "both",
        "answers/u2-repair/answer": "theirs",
    }
    assert taken.merge.notes[0].startswith("What this workbook was lent with is gone")
