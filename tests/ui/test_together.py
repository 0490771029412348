"""Together on the screen: counts typed in criterion by criterion, and the answer that was agreed."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import together
from tests.ui.conftest import NARROW, SIZES, Bench, drive, field, fill, go_to, place, press, saved, sees, write


@pytest.mark.parametrize("size", SIZES)
def test_counts_are_typed_and_the_answer_is_kept_with_them(audit: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "o")
        await place(pilot, "Together")
        await sees(pilot, "Nobody has been counted here yet.")
        await press(pilot, "down", "enter")
        await place(pilot, "FormDialog")
        await fill(pilot, "9", "4")
        await field(pilot, "agreed")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "down", "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Together")
        await sees(pilot, "Answer: Half way, by Whole staff")
        await sees(pilot, "■■■■■■■■■■■■■■□□□□□□  9 of 13  In hand")
        await sees(pilot, "1 of 3 answered together")
        await saved(pilot)

    drive(audit.app(), size, steps)
    assert audit.criterion("u1-wet-rack").answer == "half-way"
    assert [item.title for item in audit.criterion("u1-wet-rack").evidence] == [
        "Whole staff on 3 December 2026: 9 in hand, 4 half way"
    ]


def test_standards_are_turned_and_a_criterion_is_opened(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Together", "u1", "u1-greeting")
        await sees(pilot, "1.3 kind custom")
        await press(pilot, "p")
        await sees(pilot, "This is the first standard.")
        await press(pilot, "n", "n")
        await sees(pilot, "together, standard 3 of 3")
        await press(pilot, "n")
        await sees(pilot, "This is the last standard.")
        await press(pilot, "p", "a")
        await place(pilot, "Criterion")
        await sees(pilot, "Is the rack in sight?")

    drive(audit.app(), NARROW, steps)


def test_what_cannot_be_taken_is_told_and_undo_takes_a_count_back(audit: Bench) -> None:
    together.agree(audit.desk(), "1.1", {"count-in-hand": "6", "agreed": "in-hand"})

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Together", "u1")
        await sees(pilot, "6 of 6  In hand")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await write(pilot, "lots")
        await press(pilot, "enter")
        await sees(pilot, "not a number of people")
        await press(pilot, "escape")
        await place(pilot, "Together")
        await press(pilot, "ctrl+z")
        await sees(pilot, "Nobody has been counted here yet.")

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("u1-ticket").evidence == ()
