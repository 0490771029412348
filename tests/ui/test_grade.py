"""The grade of a standard, its reason and its summary."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import answering, grading
from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    by_palette,
    drive,
    focus,
    go_to,
    gone,
    leave,
    place,
    press,
    program,
    saved,
    screen_text,
    sees,
    wait_for,
    write,
)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("keys", "level"), [("1", "bone-dry"), ("2", "a-few-drops"), ("3", "soaked")])
def test_each_level_has_a_number(audit: Bench, keys: str, level: str, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await press(pilot, keys)
        await saved(pilot)
        await sees(pilot, f"{keys}  ✓ ")

    drive(audit.app(), size, steps)
    assert audit.standard("1").grade == level


def test_a_level_is_read_with_the_arrows_and_chosen_with_enter(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await sees(pilot, "╭─ Bone dry ─")
        await press(pilot, "end")
        await sees(pilot, "Umbrellas lean against the wall.")
        await sees(pilot, "From here to A few drops:")
        await press(pilot, "up", "enter")
        await sees(pilot, "grade: A few drops")

    drive(audit.app(), NARROW, steps)
    assert audit.standard("1").grade == "a-few-drops"


def test_choosing_and_taking_away_are_in_the_palette(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await press(pilot, "end")
        await by_palette(pilot, "Choose")
        await sees(pilot, "grade: Soaked")
        await by_palette(pilot, "No grade")
        await sees(pilot, "grade: not graded yet")
        await by_palette(pilot, "Next standard")
        await place(pilot, "Standard")
        await sees(pilot, "2 Keeping umbrellas")

    drive(audit.app(), NARROW, steps)
    assert audit.standard("1").grade == "not-graded"
    assert [change.what for change in audit.history()][:2] == ["1 grade removed", "1 graded Soaked"]


def test_a_reason_before_a_grade_explains_itself(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await press(pilot, "w")
        await sees(pilot, "Choose a grade first.")
        assert type(pilot.app.screen).__name__ == "GradeScreen"

    drive(audit.app(), NARROW, steps)


def test_a_reason_that_was_left_is_offered_again(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await press(pilot, "1")
        await sees(pilot, "grade: Bone dry")
        await press(pilot, "w")
        await place(pilot, "TextDialog")
        await write(pilot, "The ro")
        await press(pilot, "escape")
        await place(pilot, "Grade")
        assert audit.standard("1").reason == ""
        await by_palette(pilot, "Reason")
        await place(pilot, "TextDialog")
        await sees(pilot, "The ro")
        await write(pilot, "ll hangs.")
        await press(pilot, "ctrl+s")
        await place(pilot, "Grade")
        await sees(pilot, "Your reason: The roll hangs.")

    drive(audit.app(), NARROW, steps)
    assert (audit.standard("1").grade, audit.standard("1").reason) == ("bone-dry", "The roll hangs.")


def test_a_pack_without_rules_suggests_nothing_and_asks_no_reason(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await sees(pilot, "Choose the model answer that fits you best.")
        await press(pilot, "3")
        await sees(pilot, "grade: Soaked")
        shown = screen_text(program(pilot))
        assert "uggested" not in shown
        assert type(pilot.app.screen).__name__ == "GradeScreen"

    drive(audit.app(), NARROW, steps)


@pytest.fixture
def ruled(bench: Bench) -> Bench:
    """An audit of the shipped pack, whose rules suggest a level; its first standard is answered with the best."""
    bench.set_up()
    bench.start(pack=None)
    desk = bench.desk()
    for criterion in grading.show_standard(desk, "1").criteria:
        answering.answer(desk, criterion.id, "met")
    return bench


def test_a_grade_that_differs_from_the_suggested_one_asks_why(ruled: Bench) -> None:
    standard = ruled.standard("1")
    other = next(at for at, level in enumerate(standard.levels, 1) if not level.suggested)
    same = next(at for at, level in enumerate(standard.levels, 1) if level.suggested)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", standard.id)
        await sees(pilot, f"Suggested: {standard.suggested_word}.")
        await press(pilot, str(same))
        await sees(pilot, f"grade: {standard.suggested_word}")
        assert type(pilot.app.screen).__name__ == "GradeScreen"
        await press(pilot, str(other))
        await place(pilot, "TextDialog")
        await write(pilot, "We are modest.")
        await press(pilot, "ctrl+s")
        await place(pilot, "Grade")
        await sees(pilot, "Your reason: We are modest.")

    drive(ruled.app(), NARROW, steps)
    kept = ruled.standard("1")
    assert (kept.grade, kept.reason) == (standard.levels[other - 1].id, "We are modest.")


@pytest.mark.parametrize("size", SIZES)
def test_the_summary_is_saved_after_a_pause_and_on_leaving_as_one_change(audit: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await press(pilot, "s")
        await focus(pilot, "summary")
        await write(pilot, "Fewer wet coats")
        await saved(pilot)
        assert audit.standard("1").summary == "Fewer wet coats"
        await write(pilot, ", and 1 less complaint")
        await press(pilot, "escape")
        await wait_for(pilot, lambda: audit.standard("1").summary.endswith("complaint"), "the rest on the disk")

    drive(audit.app(), size, steps)
    assert [change.what for change in audit.history()] == ["1 summary", "audit 2026-2028 started"]
    assert audit.standard("1").grade == "not-graded"


def test_undo_in_another_run_takes_the_summary_back(audit: Bench) -> None:
    async def summarise(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await press(pilot, "s")
        await write(pilot, "Drier")
        await leave(pilot)

    async def take_back(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await sees(pilot, "Drier")
        await press(pilot, "ctrl+z")
        await gone(pilot, "Drier")

    drive(audit.app(), NARROW, summarise)
    assert audit.standard("1").summary == "Drier"
    drive(audit.app(), NARROW, take_back)
    assert audit.standard("1").summary == ""


def test_back_goes_to_the_last_criterion_and_to_the_standard(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u2")
        await press(pilot, "left")
        await place(pilot, "Criterion")
        await sees(pilot, "2.3  Is there room")
        await press(pilot, "right")
        await place(pilot, "Grade")
        await press(pilot, "escape")
        await place(pilot, "Standard")
        await sees(pilot, "2 Keeping umbrellas")

    drive(audit.app(), NARROW, steps)
