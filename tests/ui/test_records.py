"""All evidence, and all actions."""

import time
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from compact_tui.core.audit import Evidence
from compact_tui.core.record_views import FileCheck
from compact_tui.services import records
from compact_tui.ui.messages import Go
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


def one(bench: Bench, name: str):  # type: ignore[no-untyped-def]
    """The first record on the disk."""
    desk = bench.desk()
    return (records.list_evidence if name == "Evidence" else records.list_actions)(desk)[0]


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


def test_seen_again_is_one_key(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "s")
        await sees(pilot, "Seen today")
        await sees(pilot, "Seen on: 3 Dec 2026")

    drive(audit.app(), NARROW, steps)
    assert one(audit, "Evidence").seen_on == "2026-12-03"


def test_the_ladder_says_nothing_yet_in_words_and_opens_for_each_standard(audit: Bench) -> None:
    half_way(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await sees(pilot, "✓ Stubs show: 1 piece   · Visitors say: nothing yet")
        await press(pilot, "l")
        await place(pilot, "LadderDialog")
        await press(pilot, "down", "down")
        await sees(pilot, "· Stubs show: nothing yet")
        await press(pilot, "escape")
        await place(pilot, "Evidence")

    drive(audit.app(), NARROW, steps)


def test_files_are_looked_after_one_by_one_and_taken_only_by_their_own_key(audit: Bench, tmp_path: Path) -> None:
    file = tmp_path / "roll.txt"
    file.write_text("Ten tickets")
    records.add_evidence(audit.desk(), {"title": "Roll", "file": str(file)}, ())
    file.write_text("Nine tickets")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "v")
        await place(pilot, "FilesDialog")
        await sees(pilot, "1 file: 1 changed.")
        await sees(pilot, "11 bytes then, 12 bytes now")
        await press(pilot, "enter", "escape")
        await place(pilot, "Evidence")
        assert records.verify(audit.desk()).to_take == 1
        await press(pilot, "v")
        await place(pilot, "FilesDialog")
        await sees(pilot, "t take what changed")
        await press(pilot, "t")
        await place(pilot, "Evidence")
        await wait_for(pilot, lambda: records.verify(audit.desk()).same, "it taken")
        await press(pilot, "v")
        await sees(pilot, "1 file: 1 same.")
        await press(pilot, "t")
        await sees(pilot, "esc back")

    drive(audit.app(), NARROW, steps)


def test_files_are_read_beside_the_screen_which_says_how_far_it_is(
    audit: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
        records.add_evidence(audit.desk(), {"title": f"Piece {name}", "file": str(tmp_path / name)}, ())
    go_on = Event()
    check = records.check_file

    def slow(item: Evidence) -> FileCheck:
        if item.title == "Piece b":
            go_on.wait(10)
        return check(item)

    monkeypatch.setattr(records, "check_file", slow)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "v")
        await place(pilot, "FilesDialog")
        await sees(pilot, "checking 2 of 2: Piece b")
        go_on.set()
        await sees(pilot, "2 files: 2 same.")

    drive(audit.app(), NARROW, steps)


def test_leaving_while_a_file_is_read_ends_the_program_at_once(
    audit: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_text("a")
    records.add_evidence(audit.desk(), {"title": "A", "file": str(tmp_path / "a")}, ())
    go_on = Event()
    monkeypatch.setattr(records, "check_file", lambda item: go_on.wait(20))

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "v")
        await sees(pilot, "checking 1 of 1")

    begun = time.monotonic()
    drive(audit.app(), NARROW, steps)
    assert time.monotonic() - begun < 10
    go_on.set()


def test_what_was_typed_is_offered_again_when_its_file_cannot_be_read(audit: Bench, tmp_path: Path) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Evidence")
        await press(pilot, "a")
        await place(pilot, "FormDialog")
        await write(pilot, "Roll")
        await field(pilot, "file", str(tmp_path))
        await press(pilot, "ctrl+s")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "Choose one file in it.")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await sees(pilot, "Roll")
        await field(pilot, "file", "")
        await press(pilot, "ctrl+u", "ctrl+s")
        await place(pilot, "Evidence")
        await sees(pilot, "Evidence (1)")

    drive(audit.app(), NARROW, steps)
    assert titles(audit, "Evidence") == ["Roll"]


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
