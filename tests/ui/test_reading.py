"""Reading returns on screen: shared out, graded, said to the setting, given out as a file and taken in."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.services import allocating, moderating, reading_files
from compact_tui.services.desk import Desk
from compact_tui.services.good_practice import list_practice
from compact_tui.services.read_queue import queue
from compact_tui.services.reading_page import reading_page
from tests.services.desks import desk_in
from tests.services.reading_desks import galleries
from tests.ui.conftest import NARROW, WIDE, Bench, by_palette, drive, fill, go_to, place, press, sees, write


@pytest.fixture
def lamps(bench: Bench) -> Bench:
    """A partnership with three returns to read; the third is dim."""
    galleries(bench.root, 3, dim=(3,))
    return bench


def test_returns_are_shared_out_and_one_is_read_by_keys(lamps: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Partnership")
        await press(pilot, "l")
        await place(pilot, "ReadQueue")
        await sees(pilot, "graded dim: standard 1")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await fill(pilot, "Ann = G1, Ben")
        await press(pilot, "ctrl+s")
        await sees(pilot, "3 returns shared out among 2 readers.")
        await press(pilot, "s")
        await sees(pilot, "Ann: 0 of ")
        await press(pilot, "c")
        await sees(pilot, "Nobody wrote down a contact yet.")
        await press(pilot, "enter")
        await place(pilot, "Reading")
        await press(pilot, "m")
        await sees(pilot, "Move to a standard first.")
        await press(pilot, "down", "r")
        await place(pilot, "FormDialog")
        await press(pilot, "tab")
        await fill(pilot, "Who has the key?")
        await press(pilot, "ctrl+s")
        await place(pilot, "Reading")
        await press(pilot, "t")
        await sees(pilot, "k-0001 Comment: Who has the key?")
        await press(pilot, "d")
        await sees(pilot, "Gallery 3 · read")
        await press(pilot, "ctrl+z")
        await sees(pilot, "Undid Gallery 3: read.")

    drive(lamps.app(), NARROW, steps)

    view = reading_page(lamps.desk(), "r-3")
    assert (view.done_on, view.standards[0].ours[-1]) == ("", "k-0001 Comment: Who has the key?")
    assert queue(lamps.desk()).waiting == 0


def test_a_grade_is_given_with_its_reason_and_asked_for_again_without_one(lamps: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Reading", "r-3")
        await press(pilot, "down", "m")
        await place(pilot, "FormDialog")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "up", "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "say why glowing")
        await press(pilot, "escape")
        await place(pilot, "FormDialog")
        await press(pilot, "tab")
        await fill(pilot, "The log is there.")
        await press(pilot, "ctrl+s")
        await place(pilot, "Reading")
        await sees(pilot, "m-0001: Glowing")

    drive(lamps.app(), WIDE, steps)

    assert [one.words for one in reading_page(lamps.desk(), "r-3").decisions] == [
        "Standard 1: Glowing. The log is there."
    ]


def test_plan_and_contact_are_said_through_the_palette(lamps: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Reading", "r-1")
        await by_palette(pilot, "Plan …")
        await place(pilot, "FormDialog")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Reading")
        await sees(pilot, "(1 action): accepted")
        await press(pilot, "n")
        await place(pilot, "Reading")
        await sees(pilot, "Gallery 2")

    drive(lamps.app(), WIDE, steps)

    assert reading_page(lamps.desk(), "r-1").plan_words.endswith("accepted")


def test_what_a_reader_decided_elsewhere_is_looked_at_and_taken_in(lamps: Bench, tmp_path: Path) -> None:
    desk = lamps.desk()
    allocating.allocate(desk, {"readers": "Ann"})
    given = Path(reading_files.export_reading(desk, {"reader": "Ann"}).path)
    ann: Desk = desk_in(tmp_path / "ann", name="z")
    reading_files.open_reading(ann, given)
    moderating.moderate(ann, "r-2", "1", "dim", "It went out.")
    back = reading_files.export_reading(ann, {"output": str(tmp_path / "b.json")})

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "ReadQueue")
        await press(pilot, "i")
        await place(pilot, "FormDialog")
        await fill(pilot, back.path)
        await place(pilot, "MergeDialog")
        await sees(pilot, "Gallery 2 1 Grade")
        await press(pilot, "i")
        await place(pilot, "ReadQueue")
        await sees(pilot, "1 change taken in.")
        await press(pilot, "v")
        await sees(pilot, "Ann (3)")

    drive(lamps.app(), NARROW, steps)

    assert reading_page(lamps.desk(), "r-2").standards[0].moderated == "dim"


def test_good_practice_seen_in_a_return_is_written_down_where_it_was_seen(lamps: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Reading", "r-3")
        await press(pilot, "down", "g")
        await place(pilot, "FormDialog")
        await write(pilot, "Gallery 3 lights the stairs.")
        await press(pilot, "ctrl+s")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "a learning report names no setting")
        await press(pilot, "escape")
        await place(pilot, "FormDialog")
        await press(pilot, *["backspace"] * 28)
        await write(pilot, "They light the stairs.")
        await press(pilot, "ctrl+s")
        await place(pilot, "Reading")
        await sees(pilot, "Written down for the")

    drive(lamps.app(), NARROW, steps)

    lines = list_practice(lamps.desk()).lines
    assert [(one.text, one.standard, one.return_id) for one in lines] == [("They light the stairs.", "hall", "r-3")]
