"""The secretary of a judo club, by keyboard alone: which tool, the questions, the plan."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import audits, settings
from tests.ui.conftest import NARROW, SIZES, Bench, drive, field, fill, gone, place, press, sees, write


async def _which(pilot: Pilot[int], *, paid: bool = False) -> None:
    """Answer the four questions."""
    await press(pilot, "f3")
    await place(pilot, "FormDialog")
    for name in ("paid", "ofsted", "school"):
        await field(pilot, name)
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, *(() if paid and name == "paid" else ("down",)), "enter")
        await place(pilot, "FormDialog")
    await field(pilot, "helpers", "3")
    await press(pilot, "enter")
    await place(pilot, "Confirm")


@pytest.mark.parametrize("size", SIZES)
def test_from_nothing_to_the_first_answer_without_knowing_which_tool_is_theirs(
    bench: Bench, size: tuple[int, int]
) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Setup")
        await sees(pilot, "Which is ours?")
        await write(pilot, "Tumble Judo")
        await _which(pilot)
        await sees(pilot, "Yours is the one for small groups")
        await sees(pilot, "You are registered with Ofsted: no")
        await press(pilot, "t")
        await place(pilot, "Setup")
        await sees(pilot, "Small voluntary group")
        await press(pilot, "ctrl+s")
        await place(pilot, "Home")
        await sees(pilot, "Begin: about 40 minutes")
        await press(pilot, "n")
        await sees(pilot, "Begin with part 1")
        await gone(pilot, "standard")
        await press(pilot, "n")
        await place(pilot, "Standard")
        await sees(pilot, "Which question?")
        await press(pilot, "enter")
        await place(pilot, "Criterion")
        await press(pilot, "y")
        await sees(pilot, "1 of 42, 40 minutes left")

    drive(bench.app(), size, steps)
    assert audits.show(bench.desk()).standards[0].answered == 1


def test_the_answer_can_be_left_aside_and_nothing_is_chosen(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Setup")
        await _which(pilot, paid=True)
        await sees(pilot, "Yours is the full audit")
        await press(pilot, "escape")
        await place(pilot, "Setup")
        await gone(pilot, "charities, clubs")

    drive(bench.app(), NARROW, steps)


def test_the_full_audit_is_taken_with_its_sector(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Setup")
        await fill(pilot, "Tumble Judo")
        await press(pilot, "w")
        await place(pilot, "FormDialog")
        await press(pilot, "escape")
        await place(pilot, "Setup")
        await _which(pilot, paid=True)
        await press(pilot, "t")
        await place(pilot, "Setup")
        await press(pilot, "ctrl+s")
        await place(pilot, "Home")

    drive(bench.app(), NARROW, steps)
    assert settings.typed_setting(bench.desk())["sector"] == "other"


@pytest.mark.parametrize("size", SIZES)
def test_a_copy_to_share_is_made_without_being_pressed_to_send_it(bench: Bench, size: tuple[int, int]) -> None:
    desk = bench.desk()
    settings.set_up(desk, {"name": "Tumble Judo", "kind": "voluntary-group"})
    audits.start(desk)

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Standard")
        await press(pilot, "enter")
        await place(pilot, "Criterion")
        await press(pilot, "s")
        await sees(pilot, "1 of 42, 40 minutes left")
        await press(pilot, "escape", "escape", "escape")
        await place(pilot, "Home")
        await press(pilot, "r")
        await place(pilot, "Return")
        await sees(pilot, "To share, only if you choose")
        await press(pilot, "m")
        await sees(pilot, "Made. Nobody has it but you.")
        await gone(pilot, "NOT yet sent")
        await press(pilot, "escape")
        await place(pilot, "Home")
        await sees(pilot, "with nobody but you")
        await gone(pilot, "NOT yet sent")

    drive(bench.app(), size, steps)
