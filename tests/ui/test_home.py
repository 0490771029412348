"""Home: where things stand, and one key to each place."""

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import NARROW, SIZES, Bench, by_palette, drive, place, screen_text, sees, program


@pytest.mark.parametrize("size", SIZES)
def test_home_opens(audit: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await place(pilot, "Home")
        print(screen_text(program(pilot)))
        await by_palette(pilot, "Evidence")
        await place(pilot, "Evidence")
        print(screen_text(program(pilot)))

    drive(audit.app(), size, steps)
