"""The card for when a child may be at risk, whom to ring, and who is at the keyboard."""

import pytest
from textual.pilot import Pilot

from compact_tui.services.settings import typed_people
from compact_tui.services.who import remembered
from tests.ui.conftest import (
    NARROW,
    SIZES,
    WIDE,
    Bench,
    by_palette,
    drive,
    field,
    fill,
    focus,
    go_to,
    gone,
    place,
    press,
    sees,
    write,
)
from tests.ui.places import open_place


def test_the_card_opens_in_a_wide_window_with_one_key_and_leads_back_there(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        for name in ("Home", "Criterion", "Corridor"):  # from every place in a narrow one: test_every_place.py
            await open_place(pilot, name)
            await press(pilot, "f9")
            await place(pilot, "ActNowDialog")
            await sees(pilot, "ring 999")
            await press(pilot, "escape")
            await place(pilot, name)

    drive(audit.app(), WIDE, steps)


def test_the_card_opens_while_a_note_is_written_and_over_a_dialog_and_loses_nothing(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "enter")
        await write(pilot, "Half a thought")
        await press(pilot, "f9")
        await place(pilot, "ActNowDialog")
        await press(pilot, "f9", "escape")
        await place(pilot, "Criterion")
        await press(pilot, "escape")
        await focus(pilot, "answers")
        await press(pilot, "e")
        await place(pilot, "FormDialog")
        await write(pilot, "Ticket roll")
        await press(pilot, "f9")
        await place(pilot, "ActNowDialog")
        await press(pilot, "escape")
        await place(pilot, "FormDialog")
        await sees(pilot, "Ticket roll")

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("u1-ticket").note == "Half a thought"


@pytest.mark.parametrize("size", SIZES)
def test_people_are_filled_in_by_keyboard_and_the_card_names_them(bench: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "m")
        await place(pilot, "People")
        await fill(pilot, "Jo Park", "Office by the door", "01632 960001")
        await field(pilot, "numbers_checked_on", "someday")
        await press(pilot, "enter")
        await sees(pilot, "is not a day")
        await press(pilot, *["backspace"] * 7)
        await write(pilot, "3 Dec 2026")
        await press(pilot, "enter")
        await place(pilot, "Home")
        await press(pilot, "f9")
        await sees(pilot, "Jo Park, Office by the door: 01632 960001")

    drive(bench.app(), size, steps)
    kept = typed_people(bench.desk())
    assert (kept["lead_name"], kept["numbers_checked_on"]) == ("Jo Park", "3 December 2026")


def test_leaving_the_form_with_something_typed_asks_first(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "People")
        await write(pilot, "Jo")
        await press(pilot, "escape")
        await place(pilot, "Confirm")
        await press(pilot, "escape")
        await place(pilot, "People")
        await press(pilot, "escape")
        await place(pilot, "Confirm")
        await press(pilot, "l")
        await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)
    assert typed_people(audit.desk())["lead_name"] == ""


def test_somebody_says_once_who_they_are_and_the_next_one_switches_with_one_key(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "f4")
        await place(pilot, "FormDialog")
        await fill(pilot, "Head porter")
        await write(pilot, "jp")
        await press(pilot, "enter")
        await sees(pilot, "At the keyboard: Head porter (JP).")
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "h")
        await sees(pilot, "In hand")
        await press(pilot, "f4")
        await place(pilot, "Choose")
        await sees(pilot, "Head porter (JP)")
        await press(pilot, "end", "enter")
        await place(pilot, "FormDialog")
        await fill(pilot, "Cloakroom lead")
        await press(pilot, "enter")
        await place(pilot, "Criterion")
        await press(pilot, "w")

    drive(audit.app(), NARROW, steps)
    assert [change.by for change in audit.history()][:2] == ["Cloakroom lead", "Head porter (JP)"]
    assert remembered(audit.root) == "Cloakroom lead"


def test_a_whole_name_for_initials_is_refused_beside_the_field(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await by_palette(pilot, "Who")
        await place(pilot, "FormDialog")
        await fill(pilot, "Head")
        await write(pilot, "Jo Park")
        await press(pilot, "enter")
        await sees(pilot, "at most four letters")
        await press(pilot, "escape")
        await gone(pilot, "at most four letters")

    drive(audit.app(), NARROW, steps)
    assert remembered(audit.root) == ""
