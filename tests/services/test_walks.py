"""Walking: marks, what was read off, undo, after a restart, what to put right, paper, and one thing by itself."""

from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.services import audits, board_items, boards, looking, records, walk_paper, walk_right, walks
from compact_tui.services.desk import Desk
from tests.board_samples import noticing_desk, with_boards, with_notices, with_people
from tests.services.desks import SMALL_PACK, at, reopened

ALL_STAFF = ["lead", "edition", "racks", "tray", "pool"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a staff room and a front door."""
    return with_boards(noticing_desk(tmp_path / "ws"))


def mark_all(desk: Desk, walk: str, board: str, mark: str = "there") -> None:
    for item in walks.walk_page(desk, walk, board).items:
        looking.look(desk, walk, board, item.id, mark=mark)


def test_a_walk_goes_board_by_board_and_item_by_item_in_the_shortest_order(desk: Desk) -> None:
    page = walks.begin_walk(desk)
    assert (page.board, page.number, page.of, page.here, page.then) == ("b-staff", 1, 2, "lead", "edition")
    assert [item.id for item in page.items] == ALL_STAFF
    assert (page.looked_words, page.all_items, page.next, page.previous) == ("0 of 5 looked at", 7, "b-door", "")

    page = looking.look(desk, page.walk, "b-staff", "edition", mark="there")
    assert (page.here, page.then, page.looked, page.items[1].last) == ("edition", "racks", 1, "")
    page = looking.look(desk, page.walk, "b-staff", "pool", mark="missing")
    assert (page.here, page.then) == ("pool", "lead")
    mark_all(desk, page.walk, "b-staff")
    page = walks.walk_page(desk, page.walk)
    assert (page.board, page.here, page.all_looked, page.previous, page.next) == ("b-door", "lead", 5, "b-staff", "")
    mark_all(desk, page.walk, "b-door")
    assert (walks.walk_page(desk).here, walks.walk_page(desk).then) == ("", "")


def test_a_walk_that_was_left_is_gone_on_with_after_a_restart(desk: Desk) -> None:
    begun = walks.begin_walk(desk, role="Deputy")
    looking.look(desk, begun.walk, "b-staff", "lead", mark="wrong", note="An old poster.")

    later = with_notices(reopened(desk))

    page = walks.walk_page(later)
    assert (page.walk, page.here, page.items[0].mark_words, page.items[0].note) == (
        begun.walk,
        "edition",
        "wrong",
        "An old poster.",
    )
    assert walks.list_walks(later)[0].role == "Deputy"
    assert walks.list_walks(later)[0].open is True


def test_a_board_with_last_years_edition_a_former_lead_and_an_old_number_is_found_out(desk: Desk) -> None:
    with_people(desk)
    walk = walks.begin_walk(desk).walk
    lead = looking.look(desk, walk, "b-staff", "lead", reads="Sam Hill, 0845 555 0271").items[0]
    edition = looking.look(desk, walk, "b-staff", "edition", reads="KUD 2025").items[1]

    assert "Sam Hill" in lead.found[0]
    assert "Jo Park" in lead.found[0]
    assert "0845 555 0271" in " ".join(lead.found[1:])
    assert (lead.proposed, lead.mark) == ("wrong", "")
    assert "2026" in edition.found[0]
    assert (edition.proposed, edition.mark) == ("out-of-date", "")

    half = looking.look(desk, walk, "b-staff", "lead", reads="Jo Park, 0845 555 0271").items[0]
    assert (len(half.found), "0845 555 0271" in half.found[0], half.last) == (1, True, "")
    right = looking.look(desk, walk, "b-staff", "lead", reads="jo park, +44 23 9200 0002").items[0]
    assert right.proposed == "there"
    assert looking.look(desk, walk, "b-staff", "lead", reads="").items[0].found == ()


def test_a_day_that_stands_on_a_notice_is_compared_and_ages_it_later(desk: Desk) -> None:
    page = looking.look(desk, walks.begin_walk(desk).walk, "b-staff", "racks", mark="there", expires="1 Dec 2026")
    racks = page.items[2]
    assert (racks.expires, racks.proposed) == ("2026-12-01", "out-of-date")
    assert walks.latest_looks(desk)[0].mark == "out-of-date"

    looking.look(desk, page.walk, "b-staff", "racks", expires="31 August 2027")
    assert walks.latest_looks(desk)[0].mark == "there"
    assert walks.latest_looks(at(desk, days=271))[0].mark == "there"
    assert walks.latest_looks(at(desk, days=272))[0].mark == "out-of-date"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"mark": "gone"}, 'no mark "gone"'),
        ({"mark": "not-needed"}, "Say why it is not needed"),
        ({"mark": "not-needed", "reason": "  "}, "Say why it is not needed"),
        ({"expires": "soon"}, '"soon" is not a day'),
        ({"item": "tower", "mark": "there"}, '"tower" is not looked at on Staff room'),
        ({"board": "b-dor", "mark": "there"}, '"b-dor" is not on this walk'),
        ({"walk_id": "w-99", "mark": "there"}, 'no walk "w-99"'),
    ],
)
def test_a_look_that_cannot_be_taken_changes_nothing(desk: Desk, said: dict[str, str], sentence: str) -> None:
    walk = walks.begin_walk(desk).walk
    given = {"walk_id": walk, "board": "b-staff", "item": "racks", **said}
    with pytest.raises(UsageError, match=sentence):
        looking.look(desk, given.pop("walk_id"), given.pop("board"), given.pop("item"), **given)
    assert walks.list_walks(desk)[0].looked == 0


def test_why_something_was_not_needed_is_offered_the_next_time_and_goes_with_the_mark(desk: Desk) -> None:
    walk = walks.begin_walk(desk).walk
    looking.look(desk, walk, "b-staff", "pool", mark="not-needed", reason="No pool.")
    walk_right.finish_walk(desk, walk)

    later = at(desk, days=30)
    page = walks.begin_walk(later)
    assert (page.items[4].last, page.items[4].last_reason) == ("not needed here, 3 Dec 2026", "No pool.")
    looking.look(later, page.walk, "b-staff", "pool", mark="not-needed", reason="Still none.")
    assert looking.look(later, page.walk, "b-staff", "pool", mark="there").items[4].reason == ""


def test_steps_are_taken_back_one_by_one_and_nothing_of_another_walk(desk: Desk) -> None:
    walk = walks.begin_walk(desk).walk
    with pytest.raises(CompactError, match="nothing to take back"):
        looking.take_back(desk, walk)
    looking.look(desk, walk, "b-staff", "lead", mark="there")
    looking.look(desk, walk, "b-door", "racks", mark="missing")

    page = looking.take_back(desk, walk)
    assert (page.board, page.here, page.looked) == ("b-door", "racks", 0)
    other = walks.begin_walk(desk).walk
    looking.look(desk, other, "b-staff", "lead", mark="wrong")
    with pytest.raises(CompactError, match="nothing to take back"):
        looking.take_back(desk, walk)
    assert walks.walk_page(desk, walk).items[0].mark == "there"


def test_one_thing_is_checked_by_itself_on_the_walk_of_today(desk: Desk) -> None:
    seen = looking.check(desk, "staff room", "Where the", "there")
    assert (seen.board_name, seen.item.title, seen.item.mark) == ("Staff room", "Where the racks are", "there")
    assert (walks.list_walks(desk)[0].open, walks.list_walks(desk)[0].boards) == (False, ("Staff room",))

    looking.check(desk, "Front door", "racks", "missing", note="Fell down.")
    assert len(walks.list_walks(desk)) == 1
    open_walk = walks.begin_walk(desk).walk
    assert looking.check(desk, "Front door", "racks", "there").walk == open_walk
    looking.check(at(desk, days=1), "Front door", "racks", "there")
    assert [one.on for one in walks.list_walks(desk)] == ["2026-12-04", "2026-12-03", "2026-12-03"]
    with pytest.raises(UsageError, match="Say how it is"):
        looking.check(desk, "Front door", "racks", note="Fell down.")
    with pytest.raises(UsageError, match='Nothing called "poool"'):
        looking.check(desk, "Staff room", "poool", "there")


def test_what_is_to_be_put_right_is_kept_with_the_walk_where_there_is_no_audit(desk: Desk) -> None:
    walk = walks.begin_walk(desk).walk
    looking.look(desk, walk, "b-door", "lead", mark="wrong", note="Sam left.")
    looking.look(desk, walk, "b-staff", "racks", mark="missing")
    looking.look(desk, walk, "b-staff", "edition", mark="out-of-date")
    looking.look(desk, walk, "b-staff", "pool", mark="there")

    end = walk_right.walk_end(desk)
    assert [line.what for line in end.lines] == [
        "Put up: Where the racks are (Staff room)",
        "Renew: Which umbrella book holds (Staff room)",
        "Put right: Who leads on umbrellas (Front door)",
    ]
    assert (end.heading, end.not_looked, end.can_plan) == ("The walk: what to put right", 3, False)
    assert end.sentence == (
        "4 looked at: 1 there and right, 1 out of date, 1 wrong, 1 missing. 3 items not looked at yet."
    )
    staff = walk_right.walk_end(desk, walk, "Staff room")
    assert (len(staff.lines), staff.next_board, staff.not_looked) == (2, "b-door", 2)
    with pytest.raises(UsageError, match="no one audit"):
        walk_right.plan_right(desk, walk)
    assert walk_right.finish_walk(desk, walk).lines == end.lines
    assert walk_right.newest_end(desk) == walk_right.walk_end(desk, walk)
    with pytest.raises(UsageError, match="No walk waits"):
        walk_right.walk_end(desk)


def test_each_becomes_an_action_of_the_audit_under_the_standard_of_its_topic(desk: Desk) -> None:
    with_people(desk)
    audits.start(desk, pack=str(SMALL_PACK), cycle="2026-2028")
    walk = walks.begin_walk(desk).walk
    looking.look(desk, walk, "b-staff", "lead", mark="wrong", reads="Sam Hill", note="By the kettle.")
    looking.look(desk, walk, "b-staff", "racks", mark="missing")
    first, other = walk_right.walk_end(desk, walk).lines

    end = walk_right.plan_right(desk, walk, first.look)

    action = records.list_actions(desk)[0]
    assert (action.what.split(". ")[0], action.due) == ("Put right: Who leads on umbrellas (Staff room)", "2026-12-17")
    assert "Jo Park" in action.what
    assert action.what.endswith("By the kettle.")
    assert (end.lines[0].action, end.lines[1].action) == (action.id, "")
    assert end.plan_words == "Each can go on the action plan of the audit."
    end = walk_right.plan_right(desk, walk)
    assert (len(records.list_actions(desk)), end.plan_words) == (2, "All of it is on the action plan.")
    with pytest.raises(UsageError, match="Nothing is left to plan"):
        walk_right.plan_right(desk, walk, other.look)
    with pytest.raises(UsageError, match="Nothing is left to plan"):
        walk_right.plan_right(desk, walk)


def test_the_latest_looks_are_those_of_what_still_belongs(desk: Desk) -> None:
    for day, mark in ((0, "wrong"), (9, "there")):
        looking.check(at(desk, days=day), "Staff room", "lead", mark)
    looking.check(desk, "Staff room", "pool", "missing")
    looking.check(desk, "Front door", "racks", "missing")
    boards.close_board(desk, "Front door")

    looks = walks.latest_looks(desk)
    assert [(one.item, one.mark, one.on, one.topics) for one in looks] == [
        ("pool", "missing", "2026-12-03", ()),
        ("lead", "there", "2026-12-12", ("rain",)),
    ]
    board_items.switch_item(desk, "Staff room", "pool", "We have none.")
    assert [one.item for one in walks.latest_looks(desk)] == ["lead"]


def test_a_board_shows_what_each_walk_found_newest_first(desk: Desk) -> None:
    looking.check(desk, "Staff room", "lead", "wrong", note="Sam left")
    looking.check(at(desk, days=400), "Staff room", "lead", "there")

    history = boards.show_board(desk, "Staff room").history
    assert [(one.on, one.words, one.not_right) for one in history] == [
        ("2028-01-07", "1 looked at: 1 there and right", ()),
        ("2026-12-03", "1 looked at: 1 wrong", ("Who leads on umbrellas: wrong. Sam left.",)),
    ]
    kept = sorted(path.name for path in desk.workspace.walks_folder.glob("*.json"))
    assert kept == ["2026.json", "2028.json"]


def test_where_there_is_no_board_a_walk_and_a_sheet_say_how_to_begin(tmp_path: Path) -> None:
    desk = noticing_desk(tmp_path / "empty")
    for verb in (walks.begin_walk, walk_paper.sheet):
        with pytest.raises(CompactError, match="no notice board") as told:
            verb(desk)
        assert "--suggested" in told.value.hint
    with pytest.raises(UsageError, match="Nobody has walked yet"):
        walk_right.newest_end(desk)
