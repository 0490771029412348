"""The first pass on the screen: a page for each standard, one key each, and what it came to."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import audits, first_pass, grading
from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    by_palette,
    drive,
    field,
    fill,
    go_to,
    place,
    press,
    saved,
    sees,
    write,
)


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_pass_is_one_key_for_each_standard(audit: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "f")
        await place(pilot, "FirstPass")
        await sees(pilot, "about 5 minutes left")
        await press(pilot, "2")
        await sees(pilot, "2 of 3")
        await press(pilot, "3")
        await sees(pilot, "3 of 3")
        await press(pilot, "1")
        await sees(pilot, "Weakest first")
        await sees(pilot, "Begin the full audit with 2 ")
        await sees(pilot, "Soaked (provisional)")
        await saved(pilot)
        await press(pilot, "enter")
        await place(pilot, "Standard")
        await sees(pilot, "Keeping umbrellas")

    drive(audit.app(), size, steps)
    result = first_pass.first_pass_result(audit.desk())
    assert [(line.standard, line.level) for line in result.lines] == [
        ("u2", "soaked"),
        ("u1", "a-few-drops"),
        ("u3", "bone-dry"),
    ]


def test_the_arrows_show_one_model_answer_after_the_other_and_enter_chooses(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "FirstPass")
        await sees(pilot, "Nobody passes the door with a dripping umbrella.")
        await press(pilot, "down", "down")
        await sees(pilot, "Umbrellas lean against the wall.")
        await press(pilot, "enter")
        await sees(pilot, "2 of 3")

    drive(audit.app(), NARROW, steps)
    assert audit.standard("u1").grade == "soaked"


def test_pages_can_be_skipped_gone_back_to_and_taken_back(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "FirstPass")
        await press(pilot, "p")
        await sees(pilot, "This is the first page.")
        await press(pilot, "n")
        await sees(pilot, "2 of 3")
        await press(pilot, "2")
        await sees(pilot, "3 of 3")
        await press(pilot, "p")
        await sees(pilot, "Here now: A few drops (provisional).")
        await press(pilot, "backspace")
        await sees(pilot, "Nothing is chosen here yet.")
        await press(pilot, "ctrl+z")
        await sees(pilot, "Here now: A few drops (provisional).")
        await press(pilot, "n", "n")
        await sees(pilot, "Weakest first")
        await press(pilot, "p")
        await sees(pilot, "3 of 3")

    drive(audit.app(), NARROW, steps)
    assert audit.standard("u2").provisional


def test_it_is_left_at_any_time_and_gone_on_with(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "FirstPass")
        await press(pilot, "1", "escape")
        await place(pilot, "Home")
        await sees(pilot, "1 provisional")
        await press(pilot, "f")
        await place(pilot, "FirstPass")
        await sees(pilot, "2 of 3")
        await by_palette(pilot, "Result")
        await sees(pilot, "1 of 3 chosen, 1 provisional")
        await press(pilot, "a")
        await place(pilot, "Standard")

    drive(audit.app(), NARROW, steps)


def test_choosing_goes_on_to_the_next_standard_that_waits(audit: Bench) -> None:
    first_pass.choose_first(audit.desk(), "u2", "soaked")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "FirstPass")
        await press(pilot, "1")
        await sees(pilot, "3 of 3")
        await press(pilot, "p", "2")
        await sees(pilot, "3 of 3")

    drive(audit.app(), NARROW, steps)
    assert audit.standard("u2").grade == "a-few-drops"


def test_a_grade_given_after_answering_is_left_and_said_so(audit: Bench) -> None:
    grading.grade(audit.desk(), "u1", "bone-dry")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "FirstPass", "u1")
        await sees(pilot, "It was graded after answering")
        await press(pilot, "3")
        await place(pilot, "ProblemDialog")
        await press(pilot, "escape")
        await place(pilot, "FirstPass")

    drive(audit.app(), NARROW, steps)
    assert (audit.standard("u1").grade, audit.standard("u1").provisional) == ("bone-dry", False)


def test_without_an_audit_it_starts_one_and_asks_only_what_is_needed(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await sees(pilot, "f  First pass")
        await press(pilot, "f")
        await place(pilot, "FormDialog")
        await fill(pilot, "Brolly House")
        await field(pilot, "kind")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "FirstPass")
        await sees(pilot, "1 of 12")

    drive(bench.app(), NARROW, steps)
    assert len(audits.list_audits(bench.desk())) == 1


def test_on_the_grade_screen_it_is_marked_and_one_key_confirms_it(audit: Bench) -> None:
    first_pass.choose_first(audit.desk(), "u1", "a-few-drops")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await sees(pilot, "grade: A few drops (provisional)")
        await sees(pilot, "! A few drops")
        await sees(pilot, "c confirms it")
        await press(pilot, "w")
        await sees(pilot, "Choose a grade first.")
        await press(pilot, "c")
        await sees(pilot, "✓ A few drops")
        await press(pilot, "c")
        await sees(pilot, "There is no provisional grade here.")

    drive(audit.app(), NARROW, steps)
    assert (audit.standard("u1").grade, audit.standard("u1").provisional) == ("a-few-drops", False)


def test_on_the_grade_screen_another_level_is_chosen_instead(audit: Bench) -> None:
    first_pass.choose_first(audit.desk(), "u1", "a-few-drops")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await press(pilot, "3")
        await sees(pilot, "grade: Soaked")

    drive(audit.app(), NARROW, steps)
    assert (audit.standard("u1").grade, audit.standard("u1").provisional) == ("soaked", False)


def test_writing_a_summary_of_a_provisional_standard_leaves_it_provisional(audit: Bench) -> None:
    first_pass.choose_first(audit.desk(), "u1", "a-few-drops")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Grade", "u1")
        await press(pilot, "s")
        await write(pilot, "Drier.")
        await press(pilot, "escape")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    assert (audit.standard("u1").summary, audit.standard("u1").provisional) == ("Drier.", True)
