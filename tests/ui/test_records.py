"""All evidence, and all actions."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import records
from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    by_palette,
    drive,
    fill,
    go_to,
    place,
    press,
    program,
    screen_text,
    sees,
    wait_for,
    write,
)
from tests.ui.places import half_way

LISTS = ["Evidence", "Actions"]


def titles(bench: Bench, name: str) -> list[str]:
    """What is in a list on the disk."""
    if name == "Evidence":
        return [item.title for item in records.list_evidence(bench.desk())]
    return [item.what for item in records.list_actions(bench.desk())]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "key"), [("Evidence", "e"), ("Actions", "t")])
def test_one_is_added_looked_at_deleted_and_brought_back(
    audit: Bench, name: str, key: str, size: tuple[int, int]
) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, key)
        await place(pilot, name)
        await sees(pilot, f"{name} (0)")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await write(pilot, "Hang a mirror")
        await press(pilot, "ctrl+s")
        await place(pilot, name)
        await sees(pilot, f"{name} (1)")
        await sees(pilot, "What: Hang a mirror")
        await press(pilot, "d")
        await place(pilot, "Confirm")
        await press(pilot, "enter")
        await place(pilot, name)
        await sees(pilot, f"{name} (1)")
        await press(pilot, "d")
        await place(pilot, "Confirm")
        await press(pilot, "d")
        await place(pilot, name)
        await sees(pilot, f"{name} (0)")
        await press(pilot, "ctrl+z")
        await sees(pilot, f"{name} (1)")

    drive(audit.app(), size, steps)
    assert titles(audit, name) == ["Hang a mirror"]


@pytest.mark.parametrize("name", LISTS)
def test_adding_and_deleting_are_in_the_palette(audit: Bench, name: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, name)
        await by_palette(pilot, "Add")
        await place(pilot, "FormDialog")
        await write(pilot, "Hang a mirror")
        await press(pilot, "ctrl+s")
        await place(pilot, name)
        await by_palette(pilot, "Delete")
        await place(pilot, "Confirm")
        await press(pilot, "down", "enter")
        await place(pilot, name)
        await sees(pilot, f"{name} (0)")

    drive(audit.app(), NARROW, steps)
    assert titles(audit, name) == []


@pytest.mark.parametrize(("name", "question"), [("Evidence", "1.1  Does every"), ("Actions", "1.2  Do wet ones")])
def test_enter_goes_to_the_criterion_it_belongs_to(audit: Bench, name: str, question: str) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, name)
        await press(pilot, "enter")
        await place(pilot, "Criterion")
        await sees(pilot, question)

    drive(audit.app(), NARROW, steps)


@pytest.mark.parametrize("name", LISTS)
def test_what_cannot_be_done_explains_itself(audit: Bench, name: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, name)
        await press(pilot, "d")
        await sees(pilot, "There is nothing here yet")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await write(pilot, "Mirror")
        await press(pilot, "ctrl+s")
        await place(pilot, name)
        await press(pilot, "enter")
        await sees(pilot, "It belongs to no criterion")
        assert type(pilot.app.screen).__name__ == f"{name}Screen"

    drive(audit.app(), NARROW, steps)


def test_overdue_actions_come_first_and_say_so_in_words(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Actions")
        rows = screen_text(program(pilot)).splitlines()
        assert "! Empty the tray at four" in rows[2]
        assert "overdue, 1 Dec 2026 1.2" in rows[2]
        assert "Hang a mirror" in rows[3]
        assert "overdue" not in rows[3]
        await press(pilot, "down")
        await sees(pilot, "State: open")

    drive(audit.app(), NARROW, steps)


def test_a_piece_of_evidence_on_this_computer_does_not_show_where_it_lies(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await fill(pilot, "Roll")
        await press(pilot, "tab")
        await write(pilot, "C:\\Users\\jo\\roll.pdf")
        await press(pilot, "ctrl+s")
        await place(pilot, "Evidence")
        await sees(pilot, "Where: A file kept at the setting")
        await wait_for(pilot, lambda: titles(audit, "Evidence") == ["Roll"], "it on the disk")

    drive(audit.app(), NARROW, steps)
