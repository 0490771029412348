"""Notice boards in typed lines: naming them, a whole walk, undo, what to put right, paper, posters, files."""

from pathlib import Path

import pytest

from compact_tui.services import boards, records, walks
from tests.board_samples import DOOR, NOTICES, STAFF
from tests.plain.conftest import Room

PEOPLE = {"lead_name": "Jo Park", "social_care_phone": "023 9200 0002"}


@pytest.fixture
def hall(room: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """A room in which the umbrella list is the only one."""
    monkeypatch.setattr("compact_tui.services.notices.shipped_notices", lambda: NOTICES)
    return room


@pytest.fixture
def hung(hall: Room) -> Room:
    """The same with a staff room and a front door."""
    boards.add_board(hall.desk(), STAFF)
    boards.add_board(hall.desk(), DOOR)
    return hall


def not_right(room: Room) -> list[tuple[str, str]]:
    return [(one.item, one.mark) for one in walks.latest_looks(room.desk()) if one.mark != "there"]


def test_the_usual_boards_are_taken_and_one_is_changed(hall: Room) -> None:
    said = hall.talk(
        "Notice boards",
        ("Begin with the usual boards: Staff room, Reception", "1"),
        ("4 boards, nobody has walked yet. Saved.", "Staff room"),
        ("1. Who leads on umbrellas", "Change it"),
        ("What do you call it?", "Office"),
        ("Where does it hang?", "upstairs"),
        ("Whom is it for?", ""),
        ("Which one is it", ""),
        ("Changed. Saved.", "Something does not"),
        ("Which?", "Rules of the pool"),
        ("Why is it not needed here?", "We have no pool."),
        ("Not here: Rules of the pool. We have no pool.", "It was taken down"),
        ("It is taken down", "It hangs again"),
        ("It hangs again.", "The list"),
        ("Office:", "q"),
    )
    assert said.unread == ()
    board = boards.show_board(hall.desk(), "Office").board
    assert (board.place, board.audiences, board.items, board.closed) == ("upstairs", ("staff",), 4, False)


def test_a_walk_finds_last_years_edition_a_former_lead_and_an_old_number(hung: Room) -> None:
    room = hung.started()
    from compact_tui.services.settings import set_people

    set_people(room.desk(), PEOPLE)
    said = room.talk(
        "Notice boards",
        ("2 boards, nobody has walked yet", "Walk round"),
        ("1. Who leads on umbrellas", "x"),
        ("r and what it says, d and its last day. Type ? for help.", "r Sam Hill, 0845 555 0271"),
        ("That speaks for: wrong. Only Enter keeps that.", ""),
        ("2. Which umbrella book holds", "r KUD 2025"),
        ("That speaks for: out of date.", "o"),
        ("3. Where the racks are", "t"),
        ("4. Who empties the tray", ""),
        ("5. Rules of the pool", "n"),
        ("Say why it is not needed", "n We have no pool"),
        ("And now?", "Put it"),
        ("All of it is on the action plan. Saved.", "t"),
        ("2. Where the racks are", "d soon"),
        ('"soon" is not a day', "d 1 Sep 2027"),
        ("It holds until", "m fell down"),
        ("1. Put up: Where the racks are (Front door): missing.", "2"),
        ("The walk is ended.", "q"),
    )
    assert said.unread == ()
    assert "Sam Hill" in said.after("r Sam Hill")
    assert "Jo Park" in said.after("r Sam Hill")
    assert not_right(room) == [
        ("lead", "wrong"),
        ("edition", "out-of-date"),
        ("pool", "not-needed"),
        ("racks", "missing"),
    ]
    assert [one.due for one in records.list_actions(room.desk())] == ["2026-12-17"] * 2


def test_a_step_is_taken_back_and_a_walk_that_was_left_is_gone_on_with(hung: Room) -> None:
    said = hung.talk(
        "Notice boards",
        "Walk round",
        "t",
        ("2. Which umbrella book holds", ""),
        ("3. Where the racks are", "m"),
        ("4. Who empties the tray", "u"),
        ("Taken back.", "t"),
        ("4. Who empties the tray", "b"),
        ("Notice boards:", "Go on with the walk"),
        ("2. Which umbrella book holds", "m"),
        "q",
    )
    assert said.unread == ()
    assert not_right(hung) == [("edition", "missing")]
    assert walks.walk_page(hung.desk()).looked == 3


def test_a_sheet_is_written_and_typed_in_and_what_it_found_is_shown_later(hung: Room) -> None:
    said = hung.talk(
        "Notice boards",
        "Write the round sheet",
        ("The round sheet, 2 boards and 7 items", "Type in a sheet"),
        ("On which day?", "1 Dec 2026"),
        ("Staff room?", "t t z"),
        ("Front door?", ""),
        ('number 3: "z" is not one of', "1"),
        ("On which day?", ""),
        ("Staff room?", "t t m"),
        ("Front door?", ""),
        ("3 looked at: 2 there and right, 1 missing.", "Walks so far"),
        ("1 December 2026, Staff room", "1"),
        ("1. Put up: Where the racks are", "q"),
    )
    assert said.unread == ()
    assert not_right(hung) == [("racks", "missing")]


def test_ones_own_things_are_added_and_taken_away_and_that_is_undone(hung: Room) -> None:
    said = hung.talk(
        "Notice boards",
        ("Walks so far", "Add something of your own"),
        ("What is it?", "Rain dance"),
        ("What must it say?", "When"),
        ".",
        ("On which boards?", "1"),
        ("How often to look?", "1"),
        ("It is looked at from the next walk on.", "Staff room"),
        ("6. Rain dance", "Take something of your own"),
        ("Take away which?", "1"),
        ("Taken away.", "The list"),
        ("Notice boards:", "Take back"),
        ("Undid no longer our own: Rain dance. Saved.", "Do it again"),
        ("Redid no longer our own: Rain dance. Saved.", "q"),
    )
    assert said.unread == ()
    assert [one.own for one in boards.show_board(hung.desk(), "Staff room").items] == [False] * 5


def test_boards_and_walks_go_to_a_file_and_come_from_one(hung: Room, tmp_path: Path) -> None:
    said = hung.talk("Notice boards", "Write boards and walks", ("are written to", "q"))
    assert said.unread == ()
    file = next(hung.root.glob("pages/*.json"))
    other = Room(tmp_path / "other")
    heard = other.talk("Notice boards", "Take in the walks", ("Which file?", str(file)), ("2 records taken in", "q"))
    assert heard.unread == ()
    assert [one.name for one in boards.list_boards(other.desk()).boards] == ["Staff room", "Front door"]


def test_a_poster_asks_for_what_is_missing_or_leaves_a_line(hall: Room) -> None:
    said = hall.talk(
        "Notice boards",
        "Posters",
        ("Posters:", "1"),
        ("Something is missing. What now?", "Leave a line"),
        ("written to", "Posters"),
        ("Posters:", "1"),
        ("Something is missing.", "Say it now"),
        "Jo Park",
        ("Day somebody last checked", "1 Dec 2026"),
        ("written to", "q"),
    )
    assert said.unread == ()
    page = next(hall.root.glob("pages/poster-*.html"))
    assert "Jo Park" in page.read_text("utf-8")
