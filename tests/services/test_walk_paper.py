"""A walk on paper: the round sheet, and typing it in a row of letters for each board."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.services import boards, looking, walk_paper, walks
from compact_tui.services.desk import Desk
from tests.board_samples import noticing_desk, with_boards


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a staff room and a front door."""
    return with_boards(noticing_desk(tmp_path / "ws"))


def test_a_sheet_is_typed_in_a_row_of_letters_a_board(desk: Desk) -> None:
    rows = {"Staff room": "t o w(old number) - n(no pool)", "b-door": "", "Front door": "m.T"}
    with pytest.raises(UsageError, match="Front door: there are 3 letters for 2 items"):
        walk_paper.enter_paper(desk, rows, "1 Dec 2026")
    assert walks.list_walks(desk) == ()

    end = walk_paper.enter_paper(desk, {**rows, "Front door": "m t"}, "1 Dec 2026", "Caretaker")

    assert [(line.item, line.because) for line in end.lines] == [
        ("edition", ()),
        ("racks", ("old number",)),
        ("lead", ()),
    ]
    line = walks.list_walks(desk)[0]
    assert (line.on, line.role, line.looked, line.open) == ("2026-12-01", "Caretaker", 6, False)
    again = walk_paper.enter_form(desk, {"row-b-staff": "- - - - n", "row-b-door": " ", "on": ""})
    assert again.sentence == "1 looked at: 1 not needed here. 4 items not looked at yet."


@pytest.mark.parametrize(
    ("row", "on", "sentence"),
    [
        ("t x", "", 'Staff room, number 2: "x" is not one of t, o, w, m, n or -'),
        ("n", "", "number 1: say why it is not needed"),
        ("t w(old", "", "cannot be read"),
        ("tttttt", "", "6 letters for 5 items"),
        ("  ", "", "no row of letters"),
        ("t", "4 Dec 2026", "still to come"),
        ("t", "soon", "is not a day"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_by_its_number(desk: Desk, row: str, on: str, sentence: str) -> None:
    with pytest.raises(UsageError) as told:
        walk_paper.enter_paper(desk, {"Staff room": row}, on)
    assert sentence in told.value.message
    assert walks.list_walks(desk) == ()


def test_the_round_sheet_has_every_board_in_the_order_of_the_walk(desk: Desk) -> None:
    boards.change_board(desk, "Staff room", {"order": "5"})
    looking.check(desk, "Front door", "lead", "wrong")

    written = walk_paper.sheet(desk)

    text = Path(written.page).read_text("utf-8")
    assert text.index("Front door") < text.index("Staff room")
    assert "1. Who leads on umbrellas [last: wrong, 3 Dec 2026]" in text
    assert "Whose name is on it? Which number?" in text
    assert (written.boards, written.items) == (2, 7)
    assert walk_paper.sheet(desk, ["Staff room"]).boards == 1
    other = desk.workspace.root / "mine.html"
    other.write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        walk_paper.sheet(desk, output=str(other))
