"""What staff across the city know, on the full screen."""

import pytest
from textual.pilot import Pilot

from tests.services.knowledge_desks import knowing_desk
from tests.services.partnership_desks import started_partnership
from tests.ui.conftest import NARROW, Bench, drive, go_to, place, press, sees


@pytest.fixture
def knowing(bench: Bench) -> Bench:
    """A partnership to which settings sent answers."""
    knowing_desk(bench.root.absolute())
    return bench


def test_the_whole_job_by_keyboard(knowing: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Partnership")
        await press(pilot, "k")
        await place(pilot, "CityKnowledge")
        await sees(pilot, "Across the city: knew 75% of 20 answers, in 10 settings.")
        await press(pilot, "down")
        await sees(pilot, "too few settings to show")
        await press(pilot, "up", "s")
        await sees(pilot, "Education: knew 50% of 10 answers")
        await press(pilot, "s", "s", "s", "s", "d", "down")
        await sees(pilot, "Across the city: standards")
        await sees(pilot, "Of these settings, 6 told it with their return.")
        await press(pilot, "n")
        await sees(pilot, "No answer came in on")
        await press(pilot, "escape")
        await place(pilot, "Partnership")

    drive(knowing.app(), NARROW, steps)


def test_where_nothing_came_in_it_says_what_a_setting_does(bench: Bench) -> None:
    started_partnership(bench.root.absolute())

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "CityKnowledge")
        await sees(pilot, "compact-tui spot-check export")
        await press(pilot, "d")
        await sees(pilot, "nobody was asked about it yet")

    drive(bench.app(), NARROW, steps)
