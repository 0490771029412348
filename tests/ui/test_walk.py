"""The list of standards, a standard, and finding one's way between them."""

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    by_palette,
    drive,
    go_to,
    place,
    press,
    program,
    screen_text,
    sees,
    write,
)
from tests.ui.places import half_way


@pytest.mark.parametrize("size", SIZES)
def test_from_the_audit_into_a_standard_and_a_criterion_and_back(audit: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "a")
        await place(pilot, "Audit")
        await press(pilot, "down")
        await sees(pilot, "Between noon and closing")
        await press(pilot, "enter")
        await place(pilot, "Standard")
        await press(pilot, "down", "enter")
        await place(pilot, "Criterion")
        await sees(pilot, "2.2  Are broken ribs")
        await press(pilot, "escape")
        await place(pilot, "Standard")
        await press(pilot, "escape")
        await place(pilot, "Audit")
        await sees(pilot, "❯ 2  ")
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(audit.app(), size, steps)


def test_the_audit_by_the_palette(audit: Bench) -> None:
    ways = {"Open": "Standard", "Unanswered": "Standard Criterion", "Return": "Return"}

    async def steps(pilot: Pilot[int]) -> None:
        for label, wanted in ways.items():
            await go_to(pilot, "Audit")
            await by_palette(pilot, label)
            await place(pilot, wanted.split()[-1])
        await go_to(pilot, "Audit")
        await by_palette(pilot, "Home")
        await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)


def test_the_standard_by_the_palette(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Standard", "u1")
        await by_palette(pilot, "Next")
        await place(pilot, "Standard")
        await sees(pilot, "2 Keeping umbrellas")
        await by_palette(pilot, "Previous")
        await sees(pilot, "1 Taking umbrellas in")
        await by_palette(pilot, "Grade")
        await place(pilot, "Grade")
        await go_to(pilot, "Standard", "u1")
        await by_palette(pilot, "Open")
        await place(pilot, "Criterion")

    drive(audit.app(), NARROW, steps)


def test_next_and_previous_are_grey_where_they_lead_nowhere(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        screens = {"u1": (None, True), "u2": (True, True), "u3": (True, None)}
        for standard, (previous, following) in screens.items():
            await go_to(pilot, "Standard", standard)
            screen = program(pilot).screen
            assert screen.check_action("previous", ()) is previous
            assert screen.check_action("next", ()) is following
            words = {command.title for command in program(pilot).get_system_commands(screen)}
            assert ("Previous" in words, "Next" in words) == (bool(previous), bool(following))
        await press(pilot, "n")
        await sees(pilot, "3 Giving umbrellas back")
        await press(pilot, "p", "p")
        await go_to(pilot, "Standard", "u1")
        await press(pilot, "p")
        await sees(pilot, "1 Taking umbrellas in")

    drive(audit.app(), NARROW, steps)


@pytest.mark.parametrize("standard", ["u1", "u3"])
def test_a_grey_key_is_painted_in_another_colour(audit: Bench, standard: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Standard", standard)
        svg = program(pilot).export_screenshot()
        disabled = {line.split('"')[0] for line in svg.split('class="')[1:] if "Next" in line.split("</text>")[0]}
        other = {line.split('"')[0] for line in svg.split('class="')[1:] if "Previous" in line.split("</text>")[0]}
        assert disabled
        assert other
        assert disabled.isdisjoint(other)

    drive(audit.app(), NARROW, steps)


NUMBERS = [
    ("3.2", "Criterion", "3.2  What becomes"),
    ("2", "Standard", "2 Keeping umbrellas"),
    ("1.3", "Criterion", "1.3  Is the"),
]


@pytest.mark.parametrize("key", ["slash", "j", "ctrl+f"])
@pytest.mark.parametrize(("number", "name", "title"), NUMBERS)
def test_a_number_jumps(audit: Bench, key: str, number: str, name: str, title: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Audit")
        await press(pilot, key)
        await place(pilot, "FindDialog")
        await write(pilot, number)
        await sees(pilot, f"❯ {number}")
        await press(pilot, "enter")
        await place(pilot, name)
        await sees(pilot, title)

    drive(audit.app(), NARROW, steps)


def test_a_word_is_found_in_what_was_written_and_in_the_pack(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Audit")
        await by_palette(pilot, "Find")
        await place(pilot, "FindDialog")
        await sees(pilot, "12 places")
        await write(pilot, "spare roll")
        await sees(pilot, "1 place ")
        await sees(pilot, "private note")
        await sees(pilot, "Ask Bob about the spare roll.")
        await press(pilot, *["backspace"] * 10)
        await write(pilot, "parasol")
        await sees(pilot, "❯ 2")
        await press(pilot, "down", "up", "pagedown")
        await press(pilot, "enter")
        await sees(pilot, "Compact audit 2026-2028 ·")
        await go_to(pilot, "Audit")
        await press(pilot, "slash")
        await place(pilot, "FindDialog")
        await write(pilot, "xylophone")
        await sees(pilot, "Nothing found. Try a shorter word.")
        await press(pilot, "enter", "escape")
        await place(pilot, "Audit")

    drive(audit.app(), NARROW, steps)


def test_unanswered_on_the_audit_goes_to_the_first_that_waits(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Audit")
        await press(pilot, "end", "u")
        await place(pilot, "Criterion")
        await sees(pilot, "2.2  Are broken ribs")

    drive(audit.app(), NARROW, steps)


def test_a_jump_along_the_rail(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        assert "▸ 1 Taking in" in screen_text(program(pilot))
        await press(pilot, "shift+tab")
        await press(pilot, "end", "enter")
        await place(pilot, "Standard")
        await sees(pilot, "▸ 3 Giving back")

    drive(audit.app(), SIZES[1], steps)
