"""Saying who the setting is."""

import pytest
from textual.pilot import Pilot

from compact_tui.services.books import read_setting
from compact_tui.ui.widgets.choice_box import ChoiceBox
from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    by_palette,
    drive,
    field,
    fill,
    go_to,
    leave,
    place,
    press,
    program,
    sees,
    wait_for,
    write,
)


@pytest.mark.parametrize("size", SIZES)
def test_everything_about_the_setting_is_filled_in_by_keyboard(bench: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Setup")
        await sees(pilot, "Name of the setting (needed)")
        await fill(pilot, "Brolly House")
        await press(pilot, "enter")
        await place(pilot, "Choose")
        await press(pilot, "down", "enter")
        await place(pilot, "Setup")
        await sees(pilot, "Education: schools")
        await field(pilot, "areas")
        await fill(pilot, "Portsmouth, Southsea", "returns@partnership.example", "18 Dec 2026")
        await fill(pilot, "Jo Gray", "Head porter", "jo@brolly.example", "023 9200 0000")
        await field(pilot, "register_id", "G77")
        await press(pilot, "enter")
        await place(pilot, "Home")

    drive(bench.app(), size, steps)
    kept = read_setting(bench.desk())
    assert kept is not None
    assert (kept.name, kept.kind, kept.sector) == ("Brolly House", "secondary-school", "education")
    assert (kept.areas, kept.return_to, kept.due) == (
        ("Portsmouth", "Southsea"),
        ("returns@partnership.example",),
        "2026-12-18",
    )
    assert (kept.contact_name, kept.contact_role) == ("Jo Gray", "Head porter")
    assert (kept.contact_email, kept.contact_phone, kept.register_id) == ("jo@brolly.example", "023 9200 0000", "G77")


def test_saving_is_in_the_palette(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "s")
        await place(pilot, "Setup")
        await press(pilot, "end")
        await write(pilot, " West")
        await by_palette(pilot, "Save")
        await place(pilot, "Home")
        await sees(pilot, "Brolly House West")

    drive(audit.app(), NARROW, steps)
    kept = read_setting(audit.desk())
    assert kept is not None
    assert kept.name == "Brolly House West"


WRONG = [
    ("return_to", "not an address", '"not" is not an email address.'),
    ("due", "the 40th", "the 40th"),
    ("contact_email", "jo@", '"jo@" is not an email address.'),
]


@pytest.mark.parametrize(("field", "typed", "sentence"), WRONG)
def test_what_cannot_be_taken_is_told_beside_the_field_and_nothing_is_saved(
    audit: Bench, field: str, typed: str, sentence: str
) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Setup")
        box = program(pilot).screen.query_one(f"#field-{field} Input")
        box.focus()
        await pilot.pause()
        await write(pilot, typed)
        await press(pilot, "ctrl+s")
        await sees(pilot, "✗ ")
        await sees(pilot, sentence)
        assert program(pilot).focused is box

    drive(audit.app(), NARROW, steps)
    kept = read_setting(audit.desk())
    assert kept is not None
    assert (kept.return_to, kept.due, kept.contact_email) == ((), "", "")


def test_a_setting_without_a_name_is_refused_at_its_field(bench: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Setup")
        await press(pilot, "enter")
        await sees(pilot, "✗ This is needed.")
        await write(pilot, "B")
        await press(pilot, "ctrl+s")
        await wait_for(pilot, lambda: isinstance(pilot.app.focused, ChoiceBox), "the sector, which is needed too")
        await sees(pilot, "✗ This is needed.")

    drive(bench.app(), NARROW, steps)
    assert read_setting(bench.desk()) is None


@pytest.mark.parametrize(("down", "sector"), [(0, "education"), (6, "early-years"), (11, "other"), (17, "small-group")])
def test_the_sector_follows_the_kind(bench: Bench, down: int, sector: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Setup")
        await press(pilot, "tab", "enter")
        await place(pilot, "Choose")
        await press(pilot, *["down"] * down, "enter")
        await place(pilot, "Setup")
        box = program(pilot).screen.query_one("#field-sector").query_one(ChoiceBox)
        assert box.chosen == sector

    drive(bench.app(), NARROW, steps)


def test_a_sector_that_was_chosen_stays_when_the_kind_changes(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Setup")
        await press(pilot, "tab", "enter")
        await place(pilot, "Choose")
        await press(pilot, "end", "enter")
        await place(pilot, "Setup")
        await press(pilot, "ctrl+s")
        await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)
    kept = read_setting(audit.desk())
    assert kept is not None
    assert (kept.kind, kept.sector) == ("other", "education")


def test_leaving_with_something_typed_asks_first(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Setup")
        await press(pilot, "escape")
        await place(pilot, "Home")
        await go_to(pilot, "Setup")
        await write(pilot, "X")
        await press(pilot, "escape")
        await place(pilot, "Confirm")
        await press(pilot, "enter")
        await place(pilot, "Setup")
        await press(pilot, "escape")
        await place(pilot, "Confirm")
        await press(pilot, "l")
        await place(pilot, "Home")

    drive(audit.app(), NARROW, steps)
    kept = read_setting(audit.desk())
    assert kept is not None
    assert kept.name == "Brolly House"


def test_leaving_the_program_in_the_middle_of_the_form_ends_well(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Setup")
        await write(pilot, "X")
        await leave(pilot)

    assert drive(audit.app(), NARROW, steps) == 0
