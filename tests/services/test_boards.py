"""Notice boards: suggested ones, adding, changing, taking down, what belongs on each, undo."""

from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.services import board_items, boards, looking, settings, walks
from compact_tui.services.board_place import board_events, board_words
from compact_tui.services.desk import Desk
from tests.board_samples import DOOR, STAFF, noticing_desk, with_boards
from tests.services.desks import at, desk_in


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk on an empty workspace with the umbrella list."""
    return noticing_desk(tmp_path / "ws")


def items_of(desk: Desk, board: str) -> list[str]:
    return [item.id for item in boards.show_board(desk, board).items if not item.off]


def test_an_empty_workspace_suggests_the_boards_of_its_sector_and_one_step_adds_them(desk: Desk) -> None:
    page = boards.list_boards(desk)
    assert (page.boards, page.sentence, board_words(desk)) == ((), "no boards yet", "none named yet")
    assert [one.id for one in page.suggested] == ["staff-room", "reception", "corridor", "toilets"]
    assert not desk.workspace.root.exists()

    page = boards.add_suggested(desk)

    assert [(one.name, one.order) for one in page.boards] == [
        ("Staff room", 1),
        ("Reception", 2),
        ("Children's corridor", 3),
        ("Toilets and changing", 4),
    ]
    assert (page.suggested, page.sentence) == ((), "4 boards, nobody has walked yet")
    assert boards.add_suggested(desk).boards == page.boards


@pytest.mark.parametrize(
    ("sector", "nursery", "names"),
    [
        ("early-years", "", ["Staff room", "Parents' entrance", "Children's room"]),
        ("other", "", ["Office", "Reception", "Hall, or the board we bring along", "Toilets and changing"]),
        ("small-group", "", ["Hall, or the board we bring along", "Toilets and changing"]),
        ("education", "no", ["Staff room", "Reception", "Children's corridor", "Toilets and changing"]),
        (
            "education",
            "yes",
            [
                *("Staff room", "Reception", "Children's corridor"),
                *("Parents' entrance", "Children's room", "Toilets and changing"),
            ],
        ),
    ],
)
def test_what_is_suggested_follows_the_sector_and_the_nursery(
    desk: Desk, sector: str, nursery: str, names: list[str]
) -> None:
    settings.set_up(desk, {"name": "Brolly House", "sector": sector, "nursery": nursery})
    assert [one.name for one in boards.list_boards(desk).suggested] == names
    assert [one.name for one in boards.add_suggested(desk).boards] == names


def test_a_school_with_a_nursery_has_the_notices_of_both_on_the_boards_of_each_audience(tmp_path: Path) -> None:
    desk = desk_in(tmp_path / "ws")
    settings.set_up(desk, {"name": "Brolly House", "sector": "education", "nursery": "no"})
    boards.add_suggested(desk)
    for_staff, for_visitors = items_of(desk, "Staff room"), items_of(desk, "Reception")

    settings.set_up(desk, {"nursery": "yes"})

    assert set(items_of(desk, "Staff room")) - set(for_staff) == {"guidance-early-years", "ratios-and-key-people"}
    assert set(items_of(desk, "Reception")) - set(for_visitors) == {"ratios-and-key-people"}
    assert {"guidance-schools", *for_staff} <= set(items_of(desk, "Staff room"))


def test_some_of_the_suggested_boards_can_be_chosen(desk: Desk) -> None:
    assert [one.name for one in boards.add_suggested(desk, ["corridor"]).boards] == ["Children's corridor"]
    with pytest.raises(UsageError, match='"corridoor" is not suggested'):
        boards.add_suggested(desk, ["corridoor"])


def test_what_belongs_on_a_board_follows_its_audience_and_the_sector(desk: Desk) -> None:
    with_boards(desk)
    assert items_of(desk, "Staff room") == ["lead", "edition", "racks", "tray", "pool"]
    assert items_of(desk, "front") == items_of(desk, "b-door") == ["lead", "racks"]

    settings.set_up(desk, {"name": "Brolly House", "sector": "other"})
    assert items_of(desk, "1") == ["lead", "edition", "racks", "tray", "pool", "tower"]

    boards.change_board(desk, "Front door", {"audience": "staff, children, visitors"})
    assert items_of(desk, "b-door") == ["lead", "edition", "racks", "tray", "pool", "tower"]


def test_an_item_is_switched_off_with_a_reason_on_one_board_and_on_again(desk: Desk) -> None:
    with_boards(desk)
    page = board_items.switch_item(desk, "Staff room", "pool", "We have no pool.")

    assert [(one.id, one.off) for one in page.items][-1] == ("pool", "We have no pool.")
    assert page.board.items == 4
    boards.change_board(desk, "Front door", {"audience": "children"})
    assert items_of(desk, "Front door") == ["racks", "pool"]

    board_items.switch_item(desk, "Staff room", "Rules of the p", on=True)
    assert items_of(desk, "Staff room") == ["lead", "edition", "racks", "tray", "pool"]
    with pytest.raises(UsageError, match="belongs on Staff room already"):
        board_items.switch_item(desk, "Staff room", "pool", on=True)


def test_something_of_ones_own_belongs_on_the_boards_of_its_audience(desk: Desk) -> None:
    with_boards(desk)
    typed = {"title": "Our rain dance", "says": "When\n\n Where ", "audience": "visitors", "look": "weekly"}
    board_items.add_own_item(desk, typed)

    own = boards.show_board(desk, "Front door").items[-1]
    assert (own.title, own.says, own.own, own.look_words, own.marks) == (
        "Our rain dance",
        ("When", "Where"),
        True,
        "every week",
        (),
    )
    assert "Our rain dance" not in [one.title for one in boards.show_board(desk, "Staff room").items]

    board_items.remove_own_item(desk, own.id)
    assert items_of(desk, "Front door") == ["lead", "racks"]
    assert boards.undo_board(desk).what == "undid no longer our own: Our rain dance"
    assert items_of(desk, "Front door") == ["lead", "racks", own.id]
    with pytest.raises(UsageError, match='"lead" is nothing of your own'):
        board_items.remove_own_item(desk, "lead")


def test_a_board_is_changed_taken_down_and_hung_again_and_every_step_can_be_undone(desk: Desk) -> None:
    with_boards(desk)
    boards.change_board(desk, "Staff room", {"place": "behind the door", "order": "9"})
    assert [one.name for one in boards.list_boards(desk).boards] == ["Front door", "Staff room"]

    boards.close_board(desk, "Staff room")
    page = boards.list_boards(desk)
    assert [(one.name, one.closed) for one in page.boards] == [("Front door", False), ("Staff room", True)]
    assert page.boards[1].words == "taken down 3 Dec 2026"
    with pytest.raises(UsageError, match="taken down already"):
        boards.close_board(desk, "b-staff")

    boards.close_board(desk, "b-staff", closed=False)
    boards.undo_board(desk)
    boards.undo_board(desk)
    boards.undo_board(desk)
    staff = boards.show_board(desk, "b-staff").board
    assert (staff.place, staff.order, staff.closed) == ("by the kettle", 1, False)
    boards.redo_board(desk)
    assert boards.show_board(desk, "b-staff").board.place == "behind the door"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "", "audience": "staff"}, "--name: This is needed"),
        ({"name": "Hall"}, "--audience: This is needed"),
        ({"name": "Hall", "audience": "cats"}, '"cats" is not one of'),
        ({"name": "Hall", "audience": "staff", "order": "0"}, '"0" is not a place'),
        ({"name": "Hall", "audience": "staff", "order": "1.5"}, "is not a place"),
        ({"name": "STAFF room", "audience": "staff"}, 'There is a board called "STAFF room" already'),
    ],
)
def test_a_board_that_cannot_be_taken_changes_nothing(desk: Desk, typed: dict[str, str], sentence: str) -> None:
    with_boards(desk)
    with pytest.raises(UsageError, match=sentence):
        boards.add_board(desk, typed)
    assert len(boards.list_boards(desk).boards) == 2


@pytest.mark.parametrize(
    ("name", "sentence", "hint"),
    [
        ("Staf room", 'no board "Staf room"', 'Did you mean "Staff room"?'),
        ("", 'no board ""', "board list"),
        ("Hall", "could be several", "Hall 1 (b-3), Hall 2 (b-5)"),
    ],
)
def test_a_board_that_is_not_there_is_told_with_what_is(desk: Desk, name: str, sentence: str, hint: str) -> None:
    with_boards(desk)
    boards.add_board(desk, {"name": "Hall 1", "audience": "staff"})
    boards.add_board(desk, {"name": "Hall 2", "audience": "staff"})
    with pytest.raises(UsageError, match=sentence) as told:
        boards.show_board(desk, name)
    assert hint in told.value.hint


def test_nothing_can_be_undone_where_there_are_no_boards(desk: Desk) -> None:
    for verb in (boards.undo_board, boards.redo_board):
        with pytest.raises(CompactError, match="nothing to undo"):
            verb(desk)


def test_home_and_the_calendar_tell_how_the_boards_stand(desk: Desk) -> None:
    with_boards(desk)
    assert board_words(desk) == "nobody has walked yet"
    assert [(one.day, one.what, one.kind) for one in board_events(desk)] == [
        ("2026-12-03", "Walk to the notice board: Staff room", "walk"),
        ("2026-12-03", "Walk to the notice board: Front door", "walk"),
    ]
    looking.check(desk, "Staff room", "lead", "wrong")
    looking.check(desk, "Staff room", "edition", "there")
    looking.check(desk, "Front door", "racks", "there", expires="15 Jan 2027")
    looking.check(desk, "Front door", "lead", "missing")
    board_items.switch_item(desk, "Front door", "lead", "It is inside.")

    later = at(desk, days=21)

    assert board_words(later) == "walked 3 weeks ago, 1 not right"
    assert [(one.day, one.id) for one in board_events(later)] == [("2026-12-17", "b-staff"), ("2027-01-15", "b-door")]
    assert [one.words for one in boards.list_boards(later).boards] == [
        "walked 3 weeks ago, 1 not right, look again",
        "walked 3 weeks ago, all right",
    ]
    assert board_words(at(desk, days=60)) == "walked 8 weeks ago, 2 not right"
    boards.close_board(later, "Staff room")
    assert board_words(later) == "walked 3 weeks ago, all right"
    assert [one.id for one in board_events(later)] == ["b-door"]


def test_a_walk_that_waits_is_told_before_how_the_boards_stand(desk: Desk) -> None:
    with_boards(desk)
    walk = walks.begin_walk(desk).walk

    assert board_words(desk) == "a walk to go on with"
    assert (boards.list_boards(desk).waiting, boards.list_boards(desk).waiting_words) == (walk, "begun 3 Dec 2026")


def test_boards_need_neither_a_setting_nor_an_audit(desk: Desk) -> None:
    boards.add_board(desk, STAFF)
    boards.add_board(desk, DOOR)
    assert (
        sorted(path.name for path in desk.workspace.root.rglob("*.json")) == ["notice-boards.json"] * 2
    )  # one is its copy of the day
