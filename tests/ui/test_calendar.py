"""What is due when, and the file of it."""

import pytest
import vobject  # type: ignore[import-untyped]
from textual.pilot import Pilot

from compact_tui.services.settings import set_up
from tests.ui.conftest import NARROW, SIZES, Bench, by_palette, drive, go_to, place, press, sees
from tests.ui.places import half_way


@pytest.mark.parametrize("size", SIZES)
def test_home_leads_there_one_key_writes_the_file_and_it_says_where(audit: Bench, size: tuple[int, int]) -> None:
    half_way(audit)
    set_up(audit.desk(), {"due": "10 Jan 2027"})

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "k")
        await place(pilot, "Calendar")
        await sees(pilot, "January 2027")
        await sees(pilot, "Return due: 2026-2028")
        await sees(pilot, "3 dates, 1 passed already")
        await sees(pilot, "w writes these dates as one file:")
        await press(pilot, "w")
        await sees(pilot, "3 dates written to")
        await press(pilot, "escape")
        await place(pilot, "Home")
        await press(pilot, "k")
        await sees(pilot, "There already; w brings it up to date:")

    drive(audit.app(), size, steps)
    (written,) = audit.desk().workspace.pages_folder.iterdir()
    assert len(vobject.readOne(written.read_bytes().decode()).vevent_list) == 3


def test_enter_goes_to_where_it_is_worked_on_and_escape_comes_back(audit: Bench) -> None:
    half_way(audit)
    set_up(audit.desk(), {"due": "10 Jan 2027"})

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Calendar")
        await press(pilot, "down", "enter")
        await place(pilot, "Actions")
        await sees(pilot, "What: Hang a mirror")
        await press(pilot, "escape")
        await place(pilot, "Calendar")
        await press(pilot, "home", "enter")
        await place(pilot, "Calendar")
        await press(pilot, "end", "enter")
        await place(pilot, "Setup")

    drive(audit.app(), NARROW, steps)


def test_with_nothing_due_it_says_what_to_do(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Calendar")
        await sees(pilot, "Nothing has a day yet.")
        await press(pilot, "enter")
        await by_palette(pilot, "Write the file")
        await sees(pilot, "0 dates written to")

    drive(audit.app(), NARROW, steps)


def test_a_foreign_file_in_its_place_is_kept_and_said(audit: Bench) -> None:
    folder = audit.desk().workspace.pages_folder
    folder.mkdir()
    foreign = folder / "calendar-2026-2028-a-3.ics"
    foreign.write_text("Mine")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Calendar")
        await press(pilot, "w")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "is there already and is not a")

    drive(audit.app(), NARROW, steps)
    assert foreign.read_text() == "Mine"
