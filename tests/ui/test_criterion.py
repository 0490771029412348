"""One criterion: answering it, going on, and what is added to it."""

import pytest
from textual.pilot import Pilot

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
from tests.ui.places import half_way

ANSWERS = [("h", "in-hand"), ("w", "half-way"), ("s", "need-support"), ("a", "still-asking")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("key", "answer"), ANSWERS)
def test_each_answer_has_a_key_and_is_saved_at_once(audit: Bench, key: str, answer: str, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, key)
        await saved(pilot)
        assert audit.criterion("1.1").answer == answer
        await sees(pilot, f"{key}  ✓ ")

    drive(audit.app(), size, steps)
    assert [change.verb for change in audit.history()] == ["answer", "start"]


@pytest.mark.parametrize(
    ("down", "answer"), [(0, "in-hand"), (1, "half-way"), (2, "need-support"), (4, "still-asking")]
)
def test_each_answer_has_a_row(audit: Bench, down: int, answer: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "home", *["down"] * down, "enter")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("1.1").answer == answer


def test_an_answer_that_needs_a_reason_asks_for_it(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "r")
        await place(pilot, "TextDialog")
        await sees(pilot, "No rain here: why?")
        await press(pilot, "ctrl+s")
        await sees(pilot, "A few words are needed here.")
        await write(pilot, "It is a desert.")
        await press(pilot, "ctrl+s")
        await place(pilot, "Criterion")
        await sees(pilot, "r  ✓ No rain here     It is a desert.")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    kept = audit.criterion("1.1")
    assert (kept.answer, kept.reason) == ("no-rain-here", "It is a desert.")


def test_a_reason_that_was_left_is_offered_again_and_changes_nothing(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "h")
        await press(pilot, "r")
        await place(pilot, "TextDialog")
        await write(pilot, "Half a rea")
        await press(pilot, "escape")
        await place(pilot, "Criterion")
        await saved(pilot)
        assert audit.criterion("1.1").answer == "in-hand"
        await press(pilot, "r")
        await place(pilot, "TextDialog")
        await sees(pilot, "Half a rea")
        await write(pilot, "son")
        await press(pilot, "ctrl+s")
        await place(pilot, "Criterion")
        await sees(pilot, "✓ No rain here     Half a reason")

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("1.1").reason == "Half a reason"


def test_an_answer_is_taken_away_again(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "h")
        await sees(pilot, "✓ In hand")
        await press(pilot, "backspace")
        await gone(pilot, "✓ In hand")
        await press(pilot, "backspace")

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("1.1").answer == "unanswered"
    assert [change.what for change in audit.history()][:2] == ["1.1 answer removed", "1.1 In hand"]


def test_enter_on_the_answer_that_is_given_goes_to_the_note(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "h", "enter")
        await focus(pilot, "note")
        await press(pilot, "h")

    drive(audit.app(), NARROW, steps)
    assert (audit.criterion("1.1").answer, audit.criterion("1.1").note) == ("in-hand", "h")


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_way_through_leads_over_every_grade_to_the_return(audit: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        for standard in range(1, 4):
            for number in range(1, 4):
                await sees(pilot, f"{standard}.{number}  ")
                await press(pilot, "h", "right")
            await place(pilot, "Grade")
            await press(pilot, "1", "n")
            if standard < 3:
                await place(pilot, "Standard")
                await press(pilot, "enter")
                await place(pilot, "Criterion")
        await place(pilot, "Return")
        await sees(pilot, "everything is answered and graded")

    drive(audit.app(), size, steps)
    for standard in "123":
        view = audit.standard(standard)
        assert view.grade == "bone-dry"
        assert [criterion.answer for criterion in view.criteria] == ["in-hand"] * 3


def test_left_goes_back_and_says_so_at_the_first(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u2", "u2-watch")
        await press(pilot, "left")
        await sees(pilot, "1.3  Is the visitor")
        await press(pilot, "left", "left", "left")
        await sees(pilot, "This is the first.")
        await sees(pilot, "1.1  Does every")
        await press(pilot, "space")
        await sees(pilot, "1.2  Do wet")
        await press(pilot, "escape")
        await place(pilot, "Standard")
        await press(pilot, "escape")
        await place(pilot, "Audit")

    drive(audit.app(), NARROW, steps)


def test_u_goes_to_what_waits_and_says_when_nothing_does(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "u")
        await sees(pilot, "2.2  Are broken ribs")
        await press(pilot, "u")
        await sees(pilot, "2.3  Is there room")
        await press(pilot, "u")
        await place(pilot, "Grade")
        audit.finish()
        await press(pilot, "u")
        await sees(pilot, "Nothing waits")

    drive(audit.app(), NARROW, steps)


FILTERS = [
    (1, "unanswered only", ["2.2", "2.3", "3.1"]),
    (2, "not met, partly met", ["1.2", "2.1"]),
    (3, "musts only", ["2.1", "3.1", "3.2"]),
]


@pytest.mark.parametrize(("presses", "words", "numbers"), FILTERS)
def test_a_filter_walks_only_through_some(audit: Bench, presses: int, words: str, numbers: list[str]) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        for _ in range(presses):
            await press(pilot, "f")
        await sees(pilot, f"{words}")
        for number in numbers:
            await press(pilot, "right")
            await sees(pilot, f"━ {number}  ")
        if number in {"2.1", "3.2"}:
            await press(pilot, "right")
            await sees(pilot, "That was the last")
        await press(pilot, *["f"] * (4 - presses))
        await wait_for(pilot, lambda: program(pilot).filter_id == "all", "all criteria again")

    drive(audit.app(), NARROW, steps)


def test_guidance_comes_and_goes_and_stays_so_while_walking(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        assert "What good looks like" not in screen_text(program(pilot))
        await by_palette(pilot, "Guidance")
        await sees(pilot, "What good looks like")
        await press(pilot, "right")
        await sees(pilot, "The tray is emptied at noon")
        await by_palette(pilot, "Guidance")
        await gone(pilot, "What good looks like")

    drive(audit.app(), NARROW, steps)


def test_undo_and_redo_go_on_in_another_run(audit: Bench) -> None:
    async def answer(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "h", "w")
        await sees(pilot, "✓ Half way")
        await leave(pilot)

    async def undo(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "ctrl+z")
        await sees(pilot, "✓ In hand")
        await sees(pilot, "Undid 1.1 Half way.")
        await press(pilot, "ctrl+z")
        await gone(pilot, "✓ In hand")
        await press(pilot, "ctrl+z")
        await sees(pilot, "There is nothing to undo.")
        await leave(pilot)

    async def redo(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "ctrl+y")
        await sees(pilot, "✓ In hand")
        await by_palette(pilot, "Redo")
        await sees(pilot, "✓ Half way")
        await press(pilot, "ctrl+y")
        await sees(pilot, "There is nothing to redo.")
        await leave(pilot)

    drive(audit.app(), NARROW, answer)
    drive(audit.app(), NARROW, undo)
    assert audit.criterion("1.1").answer == "unanswered"
    drive(audit.app(), NARROW, redo)
    assert audit.criterion("1.1").answer == "half-way"


def test_answering_by_letter_is_off_while_a_note_is_written(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "h", "enter")
        await focus(pilot, "note")
        await write(pilot, "was f/e?")

    drive(audit.app(), NARROW, steps)
    kept = audit.criterion("1.1")
    assert (kept.answer, kept.note) == ("in-hand", "was f/e?")


def test_enter_writes_the_note_while_nobody_has_chosen_an_answer(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "enter")
        await focus(pilot, "note")

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("1.1").answer == "unanswered"


def test_up_from_no_answer_goes_to_the_last(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "up", "enter")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("1.1").answer == "still-asking"
