"""Notice boards and the walk on the full screen: by keyboard, by the palette, left and gone on with, a failing save."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.services import boards, looking, records, settings, walks
from tests.board_samples import DOOR, NOTICES, STAFF
from tests.ui.conftest import (
    NARROW,
    WIDE,
    Bench,
    by_palette,
    drive,
    field,
    fill,
    focus,
    go_to,
    gone,
    place,
    press,
    sees,
    write,
)


@pytest.fixture(autouse=True)
def umbrellas(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The umbrella list is the only one."""
    monkeypatch.setattr("compact_tui.services.notices.shipped_notices", lambda: NOTICES)
    yield


@pytest.fixture
def hung(bench: Bench) -> Bench:
    """A workspace with a staff room and a front door, and nothing else."""
    boards.add_board(bench.desk(), STAFF)
    boards.add_board(bench.desk(), DOOR)
    return bench


def marks(bench: Bench) -> dict[str, str]:
    return {f"{one.board_name}/{one.item}": one.mark for one in walks.latest_looks(bench.desk())}


def test_a_walk_finds_last_years_edition_a_former_lead_and_an_old_number(audit: Bench) -> None:
    for typed in (STAFF, DOOR):
        boards.add_board(audit.desk(), typed)
    settings.set_people(audit.desk(), {"lead_name": "Jo Park", "social_care_phone": "023 9200 0002"})

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "h")
        await place(pilot, "Boards")
        await press(pilot, "n")
        await place(pilot, "BoardWalk")
        await sees(pilot, "Whose name is on it?")
        await press(pilot, "r")
        await place(pilot, "FormDialog")
        await fill(pilot, "Sam Hill, 0845 555 0271")
        await place(pilot, "BoardWalk")
        await sees(pilot, "Jo Park")
        await sees(pilot, "That speaks for: wrong.")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "BoardWalk")
        await sees(pilot, "1 of 5 looked at")
        await press(pilot, "r")
        await place(pilot, "FormDialog")
        await fill(pilot, "KUD 2025")
        await place(pilot, "BoardWalk")
        await sees(pilot, "That speaks for: out of date.")
        await press(pilot, "o", "t", "t", "t")
        await place(pilot, "WalkRight")
        await sees(pilot, "Renew: Which umbrella book holds")
        await press(pilot, "a")
        await sees(pilot, "on the plan")
        await press(pilot, "n")
        await place(pilot, "BoardWalk")
        await press(pilot, "t", "t")
        await place(pilot, "WalkRight")
        await sees(pilot, "nothing to put right")
        await press(pilot, "n")
        await place(pilot, "Boards")
        await sees(pilot, "2 not right")

    drive(audit.app(), NARROW, steps)
    assert marks(audit)["Staff room/lead"] == "wrong"
    assert marks(audit)["Staff room/edition"] == "out-of-date"
    assert [one.what[:34] for one in records.list_actions(audit.desk())] == ["Put right: Who leads on umbrellas "]
    assert walks.list_walks(audit.desk())[0].open is False


def test_every_item_takes_one_key_and_the_usual_boards_are_taken_with_one(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "h")
        await place(pilot, "Boards")
        await sees(pilot, "Press u to begin with all of them")
        await press(pilot, "u")
        await sees(pilot, "Children's corridor")
        await press(pilot, "n")
        await place(pilot, "BoardWalk")
        await press(pilot, "t", "t", "t", "t", "t")
        await place(pilot, "WalkRight")
        await press(pilot, "n")
        await place(pilot, "BoardWalk")
        await press(pilot, "t", "t")
        await place(pilot, "WalkRight")

    drive(bench.app(), NARROW, steps)
    assert len(marks(bench)) == 7


def test_a_walk_is_left_undone_by_a_step_and_gone_on_with_after_a_restart(hung: Bench) -> None:
    async def first(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Boards")
        await press(pilot, "n")
        await place(pilot, "BoardWalk")
        await press(pilot, "t", "m")
        await sees(pilot, "2 of 5 looked at")
        await press(pilot, "ctrl+z")
        await sees(pilot, "1 of 5 looked at")
        await press(pilot, "w", "escape")
        await place(pilot, "Boards")
        await sees(pilot, "press g to go on")

    async def then(pilot: Pilot[int]) -> None:
        await press(pilot, "h")
        await place(pilot, "Boards")
        await press(pilot, "n")
        await place(pilot, "Choose")
        await sees(pilot, "A walk waits, begun 3 Dec 2026")
        await press(pilot, "escape", "g")
        await place(pilot, "BoardWalk")
        await sees(pilot, "2 of 5 looked at")
        await press(pilot, "escape")
        await place(pilot, "Boards")
        await press(pilot, "n")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "BoardWalk")
        await press(pilot, "right")
        await sees(pilot, "board 2 of 2")
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await fill(pilot, "It is inside.")
        await place(pilot, "BoardWalk")
        await press(pilot, "d")
        await place(pilot, "FormDialog")
        await fill(pilot, "Nearly fell", "1 Dec 2026")
        await place(pilot, "BoardWalk")
        await sees(pilot, "Note: Nearly fell")

    drive(hung.app(), NARROW, first)
    drive(hung.app(), WIDE, then)
    assert marks(hung) == {"Staff room/lead": "there", "Staff room/edition": "wrong", "Front door/lead": "not-needed"}


def test_a_board_is_added_changed_switched_and_that_is_undone(hung: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Boards")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await write(pilot, "Hall")
        await field(pilot, "audience")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "down", "down", "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Boards")
        await sees(pilot, "Hall")
        await press(pilot, "enter")
        await place(pilot, "Board")
        await press(pilot, "end", "x")
        await place(pilot, "FormDialog")
        await fill(pilot, "We have no pool.")
        await place(pilot, "Board")
        await sees(pilot, "Not here: We have no pool.")
        await press(pilot, "d")
        await sees(pilot, "taken down 3 Dec 2026")
        await press(pilot, "ctrl+z")
        await gone(pilot, "taken down 3 Dec 2026")
        await press(pilot, "n")
        await place(pilot, "BoardWalk")
        await sees(pilot, "0 of 4 looked at")

    drive(hung.app(), NARROW, steps)
    page = boards.show_board(hung.desk(), "Staff room")
    assert [(one.id, one.off) for one in page.items if one.off] == [("pool", "We have no pool.")]
    assert [one.name for one in boards.list_boards(hung.desk()).boards] == ["Staff room", "Front door", "Hall"]


def test_a_sheet_is_written_and_typed_in_until_it_can_be_read(hung: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Boards")
        await press(pilot, "s")
        await sees(pilot, "The round sheet, 2 boards and 7 items")
        await press(pilot, "p")
        await place(pilot, "FormDialog")
        await fill(pilot, "", "t t x", "")
        await sees(pilot, "number 3")
        await place(pilot, "FormDialog")
        await field(pilot, f"row-{boards.list_boards(hung.desk()).boards[0].id}")
        await press(pilot, "backspace", "m", "enter", "enter")
        await place(pilot, "WalkRight")
        await sees(pilot, "Put up: Where the racks are")

    drive(hung.app(), NARROW, steps)
    assert marks(hung)["Staff room/racks"] == "missing"


def test_a_poster_asks_for_what_is_missing_and_a_file_is_written_by_the_palette(bench: Bench) -> None:
    boards.add_board(bench.desk(), STAFF)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Boards")
        await by_palette(pilot, "Posters")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await sees(pilot, "Leave a line to write on")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await fill(pilot, "Jo Park", "1 Dec 2026")
        await place(pilot, "Boards")
        await sees(pilot, "written to")
        await press(pilot, "x")
        await sees(pilot, "1 board and 0 walks are written")

    drive(bench.app(), NARROW, steps)
    assert len(list(bench.root.glob("pages/poster-*.html"))) == 1


def test_a_walk_that_cannot_be_saved_says_so_and_keeps_the_mark(hung: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = walks.begin_walk(hung.desk()).walk

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "BoardWalk", walk)
        with monkeypatch.context() as patch:
            patch.setattr("compact_tui.storage.atomic._write_new", _full)
            await press(pilot, "m")
            await sees(pilot, "NOT SAVED")
        await sees(pilot, "1 of 5 looked at")
        await press(pilot, "ctrl+s")
        await sees(pilot, "saved 12:00")

    drive(hung.app(), NARROW, steps)
    assert marks(hung) == {"Staff room/lead": "missing"}


def _full(temporary: Path, data: bytes, like: Path) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_what_a_walk_found_is_looked_at_later(hung: Bench) -> None:
    looking.check(hung.desk(), "Staff room", "lead", "wrong", note="Sam left")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Boards")
        await press(pilot, "w")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "WalkRight")
        await sees(pilot, "Sam left")
        await press(pilot, "a")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "no one audit")
        await press(pilot, "escape")
        await focus(pilot, "right")

    drive(hung.app(), NARROW, steps)
