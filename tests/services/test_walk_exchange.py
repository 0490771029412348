"""Boards and walks between two computers: nothing twice, ours stay, boards of one name are one."""

from pathlib import Path

import pytest

from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.services import board_items, boards, looking, walk_exchange, walks
from compact_tui.services.desk import Desk
from tests.board_samples import STAFF, noticing_desk, with_boards
from tests.services.desks import at


@pytest.fixture
def here(tmp_path: Path) -> Desk:
    """The computer of whoever walks."""
    desk = with_boards(noticing_desk(tmp_path / "here"))
    looking.check(desk, "Staff room", "lead", "wrong", note="Sam left")
    looking.check(at(desk, days=40), "Front door", "racks", "there")
    board_items.switch_item(desk, "Staff room", "pool", "No pool.")
    return desk


@pytest.fixture
def there(tmp_path: Path) -> Desk:
    """The computer of whoever leads, with nothing on it."""
    return noticing_desk(tmp_path / "there", who="Lead", name="y")


def test_everything_goes_over_and_a_second_time_nothing(here: Desk, there: Desk) -> None:
    file = Path(walk_exchange.export_walks(here).path)

    dry = walk_exchange.import_walks(there, file, dry_run=True)
    assert (dry.new, dry.done, boards.list_boards(there).boards) == (7, False, ())
    assert walk_exchange.import_walks(there, file).sentence == "7 records taken in, 0 were here already."
    again = walk_exchange.import_walks(there, file)

    assert (again.new, again.same, again.conflicts) == (0, 7, ())
    assert walks.latest_looks(there) == walks.latest_looks(here)
    assert boards.show_board(there, "Staff room") == boards.show_board(here, "Staff room")
    kept = sorted(path.name for path in there.workspace.walks_folder.glob("*.json"))
    assert kept == ["2026.json", "2027.json"]


def test_where_both_differ_ours_stay_and_it_is_said(here: Desk, there: Desk) -> None:
    file = Path(walk_exchange.export_walks(here).path)
    walk_exchange.import_walks(there, file)
    walk = walks.list_walks(there)[-1].id
    looking.look(there, walk, "b-staff", "lead", note="Jo is on it")

    taken = walk_exchange.import_walks(there, file)

    assert [(one.what, one.ours, one.theirs) for one in taken.conflicts] == [("note", "Jo is on it", "Sam left")]
    assert taken.sentence == "0 records taken in, 6 were here already. 1 record not as ours; ours stay."
    assert boards.show_board(there, "b-staff").history[0].not_right[0].endswith("Jo is on it.")


def test_a_board_that_is_called_like_one_of_ours_is_that_board(here: Desk, there: Desk) -> None:
    boards.add_board(there, {**STAFF, "name": "STAFF ROOM"})
    file = Path(walk_exchange.export_walks(here).path)

    for new in (6, 0):
        assert walk_exchange.import_walks(there, file).new == new
    page = boards.list_boards(there)
    assert [(one.name, one.not_right) for one in page.boards] == [("STAFF ROOM", 1), ("Front door", 0)]
    assert walks.list_walks(there)[-1].boards == ("STAFF ROOM",)
    assert [one.off for one in boards.show_board(there, "staff room").items][-1] == "No pool."


def test_another_file_is_neither_written_over_nor_taken_in(here: Desk, there: Desk, tmp_path: Path) -> None:
    other = tmp_path / "mine.json"
    other.write_text("{}")
    with pytest.raises(UsageError, match="something else"):
        walk_exchange.export_walks(here, other)
    with pytest.raises(FileNotAcceptableError):
        walk_exchange.import_walks(there, other)
    assert not there.workspace.notice_boards_path.exists()
    walk_exchange.export_walks(here, tmp_path / "ours.json")
    assert walk_exchange.export_walks(here, tmp_path / "ours.json").looks == 2
