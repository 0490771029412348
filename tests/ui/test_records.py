"""All evidence, and all actions."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import records
from compact_tui.ui.messages import Go
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
from tests.ui.record_rows import one, titles

LISTS = ["Evidence", "Actions"]


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


@pytest.mark.parametrize("name", LISTS)
def test_one_is_changed_and_the_cursor_stays_on_it(audit: Bench, name: str) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, name)
        await press(pilot, "e")
        await place(pilot, "FormDialog")
        await write(pilot, " again")
        await press(pilot, "ctrl+s")
        await place(pilot, name)
        await sees(pilot, "again")
        await press(pilot, "ctrl+z")
        await wait_for(pilot, lambda: not titles(audit, name)[0].endswith("again"), "it as it was")
        await press(pilot, "ctrl+y")
        await wait_for(pilot, lambda: titles(audit, name)[0].endswith("again"), "it changed")

    drive(audit.app(), NARROW, steps)
    assert titles(audit, name)[0].endswith(" again")


@pytest.mark.parametrize("name", LISTS)
def test_criteria_are_ticked_from_a_list_by_number(audit: Bench, name: str) -> None:
    half_way(audit)
    before = one(audit, name).numbers

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, name)
        await press(pilot, "c")
        await place(pilot, "TickDialog")
        await write(pilot, "3.2")
        await sees(pilot, "1 line")
        await press(pilot, "enter")
        await sees(pilot, "ticked")
        await press(pilot, "backspace", "backspace", "backspace")
        await write(pilot, before[0])
        await press(pilot, "enter", "ctrl+s")
        await place(pilot, name)
        await sees(pilot, "3.2")
        await press(pilot, "c")
        await place(pilot, "TickDialog")
        await press(pilot, "enter", "escape")
        await place(pilot, name)

    drive(audit.app(), NARROW, steps)
    assert one(audit, name).numbers == ("3.2",)


def test_an_action_is_done_with_what_happened_and_opened_again(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Actions")
        await press(pilot, "o")
        await sees(pilot, "It is open.")
        await press(pilot, "x")
        await place(pilot, "FormDialog")
        await fill(pilot, "Empty since Monday")
        await press(pilot, "enter")
        await place(pilot, "Actions")
        await press(pilot, "end")
        await sees(pilot, "State: done 3 Dec 2026")
        await sees(pilot, "What happened: Empty since Monday")
        await press(pilot, "x")
        await sees(pilot, "It is done 3 Dec 2026 already")
        await press(pilot, "o")
        await sees(pilot, "overdue, 1 Dec 2026")
        await press(pilot, "p")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await sees(pilot, "This is needed.")
        await write(pilot, "No tray now")
        await press(pilot, "ctrl+s")
        await place(pilot, "Actions")
        await press(pilot, "end")
        await sees(pilot, "State: dropped 3 Dec 2026")

    drive(audit.app(), NARROW, steps)
    last = records.list_actions(audit.desk())[-1]
    assert (last.status, last.outcome) == ("dropped", "No tray now")


def test_an_action_due_in_the_past_is_taken_and_said_to_be_overdue(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Actions")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await fill(pilot, "Mop", "Cleaner")
        await write(pilot, "1 Dec 2026")
        await press(pilot, "enter")
        await place(pilot, "Actions")
        await sees(pilot, "Its day has passed already")

    drive(audit.app(), NARROW, steps)


def test_a_role_that_was_named_before_is_offered_while_typing(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Actions")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await fill(pilot, "Mop")
        await sees(pilot, "Used before: Cleaner, Porter.")
        await write(pilot, "cl")
        await sees(pilot, "┃ cleaner")
        await press(pilot, "right", "ctrl+s")
        await place(pilot, "Actions")

    drive(audit.app(), NARROW, steps)
    assert [a.who for a in records.list_actions(audit.desk()) if a.what == "Mop"] == ["Cleaner"]


def test_a_record_that_is_asked_for_has_the_cursor(audit: Bench) -> None:
    half_way(audit)
    wanted = records.list_actions(audit.desk())[1]

    async def steps(pilot: Pilot[int]) -> None:
        pilot.app.post_message(Go("actions", field=wanted.id))
        await place(pilot, "Actions")
        await sees(pilot, f"What: {wanted.what}")

    drive(audit.app(), NARROW, steps)


def test_the_cursor_stays_in_sight_when_what_is_told_of_a_row_takes_room_from_the_list(audit: Bench) -> None:
    typed = {"where": "Cloakroom", "held_by": "Porter", "seen_on": "2026-12-01", "review_by": "2027-12-01"}
    for at in range(12):
        title = f"Piece {at}" if at < 11 else "The last " + "and longest " * 24
        records.add_evidence(audit.desk(), typed | {"title": title}, ("u1-ticket",))

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "e")
        await place(pilot, "Evidence")
        await sees(pilot, "Evidence (12)")
        await press(pilot, "end")
        await sees(pilot, "What: The last and longest")
        await sees(pilot, "\u276f   The last and longest")

    drive(audit.app(), NARROW, steps)
