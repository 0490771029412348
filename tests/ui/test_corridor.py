"""In the corridor on the screen: three questions, the keys counted, undo, and going on later."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import spot_checks, spot_keeping
from compact_tui.services.spot_books import all_checks, all_heard
from compact_tui.ui.app import CompactApp
from tests.asking import with_bank
from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    by_palette,
    drive,
    go_to,
    gone,
    place,
    press,
    program,
    saved,
    screen_text,
    sees,
    write,
)

MOST_KEYS = 20


@pytest.fixture
def told(bench: Bench) -> Bench:
    """A workspace with nothing but what staff were told, and a role group that was asked before."""
    desk = with_bank(bench.desk("Head"))
    spot_keeping.tell_staff(desk, {"purpose": "To learn.", "months": "12"})
    page = spot_checks.begin(desk, "Lunchtime staff", seed=1, number=1)
    spot_checks.hear(desk, page.check, page.question, level="partial")
    spot_checks.finish(desk, page.check)
    return bench


def app_of(bench: Bench) -> CompactApp:
    """The program with the umbrella bank."""
    app = bench.app()
    with_bank(app.session.desk)
    return app


class Counting:
    """Presses keys and counts them."""

    def __init__(self, pilot: Pilot[int]) -> None:
        self.pilot = pilot
        self.keys = 0

    async def press(self, *keys: str) -> None:
        """Press keys."""
        self.keys += len(keys)
        await press(self.pilot, *keys)


@pytest.mark.parametrize("size", SIZES)
def test_three_questions_are_asked_from_home_and_ticked_in_twenty_keys(told: Bench, size: tuple[int, int]) -> None:
    ticked: list[int] = []

    async def steps(pilot: Pilot[int]) -> None:
        counted = Counting(pilot)
        await counted.press("i")
        await place(pilot, "Spot")
        await counted.press("enter")
        await place(pilot, "FormDialog")
        await counted.press("enter", "enter")  # the group asked last; nobody says how many
        await place(pilot, "Corridor")
        for number in ("1", "2", "3"):
            await sees(pilot, f"question {number} of 3")
            spoken = "a  " not in _shown(pilot)
            await counted.press(*(("space", "1", "2") if spoken else ("a", "b")))
            await sees(pilot, "Say this back")
            await counted.press("enter")
            ticked.append(2)
        await place(pilot, "Choose")
        await sees(pilot, "Lunchtime staff, 3 answers: ")
        await counted.press("enter")
        await place(pilot, "Spot")
        await sees(pilot, "4 answers heard so far.")
        assert counted.keys <= MOST_KEYS

    drive(app_of(told), size, steps)
    heard, check = all_heard(told.desk())[1:], all_checks(told.desk())[-1]
    assert [len(one.points) for one in heard] == ticked
    assert {one.level for one in heard} <= {"full", "partial", "not-yet"}
    assert check.ended_at and check.follow_up


def _shown(pilot: Pilot[int]) -> str:
    return screen_text(program(pilot))


def begun(bench: Bench) -> str:
    """A round that waits at its first question; its id."""
    return spot_checks.begin(with_bank(bench.desk("Head")), "Lunchtime staff", seed=5).check


def test_only_the_question_is_there_until_the_answer_is_wanted(told: Bench) -> None:
    check = begun(told)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Corridor", check)
        await sees(pilot, "Read aloud")
        assert "Say this back" not in _shown(pilot) and "needed" not in _shown(pilot)
        await press(pilot, "space")
        await sees(pilot, "Say this back")
        await sees(pilot, "Source: ")

    drive(app_of(told), NARROW, steps)


def test_the_level_can_be_said_otherwise_and_the_last_step_taken_back(told: Bench) -> None:
    check = begun(told)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Corridor", check)
        await sees(pilot, "question 1 of 3")
        await press(pilot, "space", "k")
        await sees(pilot, "question 2 of 3")
        await press(pilot, "ctrl+z")
        await sees(pilot, "question 1 of 3")
        await sees(pilot, "enter keeps: not yet")
        await press(pilot, "p")
        await sees(pilot, "question 2 of 3")
        await press(pilot, "left")
        await sees(pilot, "kept: partial")
        await press(pilot, "ctrl+z", "ctrl+z")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "There is nothing to take back in this round.")
        await press(pilot, "escape")

    drive(app_of(told), NARROW, steps)
    assert [one.level for one in all_heard(told.desk())] == ["partial"]


def test_a_note_a_flag_and_the_reason_are_one_key_away(told: Bench) -> None:
    check = begun(told)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Corridor", check)
        await press(pilot, "w")
        await sees(pilot, "Why this question?")
        await press(pilot, "t")
        await place(pilot, "TextDialog")
        await write(pilot, "Asked who the deputy is.")
        await press(pilot, "ctrl+s")
        await place(pilot, "Corridor")
        await sees(pilot, "Note: Asked who the deputy is.")
        await press(pilot, "x")
        await place(pilot, "TextDialog")
        await write(pilot, "Too long to read aloud.")
        await press(pilot, "ctrl+s")
        await sees(pilot, "You flagged this question.")
        await press(pilot, "f9")
        await place(pilot, "ActNowDialog")
        await press(pilot, "escape")
        await place(pilot, "Corridor")

    drive(app_of(told), (120, 36), steps)
    assert all_heard(told.desk())[-1].note == "Asked who the deputy is."


def test_a_round_that_was_left_is_gone_on_with_where_it_stopped(told: Bench) -> None:
    check = begun(told)

    async def leaves(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Corridor", check)
        await press(pilot, "space", "f")
        await sees(pilot, "question 2 of 3")
        await press(pilot, "escape")
        await place(pilot, "Spot")
        await sees(pilot, "1 of 3 answered")
        await saved(pilot)

    async def goes_on(pilot: Pilot[int]) -> None:
        await sees(pilot, "1 round to go on with")
        await by_palette(pilot, "Spot checks")
        await place(pilot, "Spot")
        await press(pilot, "g")
        await place(pilot, "Corridor")
        await sees(pilot, "question 2 of 3")
        await press(pilot, "space", "f")
        await sees(pilot, "question 3 of 3")
        await press(pilot, "space", "n")
        await place(pilot, "Choose")
        await press(pilot, "escape")
        await place(pilot, "Spot")
        await gone(pilot, "Go on with")

    drive(app_of(told), NARROW, leaves)
    drive(app_of(told), NARROW, goes_on)
    assert [one.level for one in all_heard(told.desk())] == ["partial", "full", "full", "not-yet"]


def test_what_staff_are_told_is_shown_before_the_first_question_of_all(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "i")
        await place(pilot, "Spot")
        await press(pilot, "n")
        await place(pilot, "Choose")
        await sees(pilot, "It is not a test of any person.")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await write(pilot, "Porters")
        await press(pilot, "enter", "enter")
        await place(pilot, "Corridor")

    drive(app_of(bench), NARROW, steps)
    told = spot_keeping.keeping(bench.desk())
    assert (told.told, told.months, told.initials) == (True, 12, False)
