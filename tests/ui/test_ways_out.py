"""Going back to a backup, and erasing a text, by keyboard."""

from datetime import timedelta

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from compact_tui.services import answering, settings, workbooks
from compact_tui.ui.dialogs.erase import EraseDialog
from tests.ui.conftest import (
    NARROW,
    NOW,
    SIZES,
    Bench,
    by_palette,
    drive,
    gone,
    place,
    press,
    program,
    screen_text,
    sees,
    wait_for,
    write,
)

TEXT = "Tom Bell"


def earlier(bench: Bench) -> None:
    """Two days ago a note, yesterday another; so there is a copy of how it was yesterday morning."""
    desk = bench.desk("Porter")
    answering.answer(replace(desk, now=lambda: NOW - timedelta(days=2)), "1.1", "in-hand", note="Ten.")
    answering.answer(replace(desk, now=lambda: NOW - timedelta(days=1)), "1.1", "half-way", note=f"Rang {TEXT}.")
    settings.set_up(replace(desk, now=lambda: NOW - timedelta(days=1)), {"name": "Parasol House"})


@pytest.mark.parametrize("size", SIZES)
def test_going_back_by_keyboard_and_undo(audit: Bench, size: tuple[int, int]) -> None:
    earlier(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "b")
        await place(pilot, "Backups")
        await sees(pilot, "2 December 2026")
        await press(pilot, "down" if "About your setting" in _first(pilot) else "up")
        await sees(pilot, "half way -> in hand")
        await press(pilot, "r")
        await place(pilot, "Confirm")
        await press(pilot, "enter")
        await place(pilot, "Backups")
        assert audit.criterion("1.1").answer == "half-way"
        await press(pilot, "r")
        await place(pilot, "Confirm")
        await press(pilot, "r")
        assert audit.criterion("1.1").answer == "half-way"
        await press(pilot, "g")
        await place(pilot, "Backups")
        await sees(pilot, "before going back")
        await wait_for(pilot, lambda: audit.criterion("1.1").note == "Ten.", "the old note")
        await press(pilot, "ctrl+z")
        await wait_for(pilot, lambda: audit.criterion("1.1").note == f"Rang {TEXT}.", "the note again")
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(audit.app(), size, steps)


def _first(pilot: Pilot[int]) -> str:
    return next(row for row in screen_text(program(pilot)).splitlines() if "❯" in row)


def test_undo_after_going_back_with_the_setting_takes_back_that_and_not_the_audit(audit: Bench) -> None:
    earlier(audit)

    def name() -> str:
        return settings.typed_setting(audit.desk())["name"]

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "b")
        await place(pilot, "Backups")
        while "About your setting" not in _first(pilot):
            await press(pilot, "down")
        await press(pilot, "r")
        await place(pilot, "Confirm")
        await press(pilot, "g")
        await place(pilot, "Backups")
        await wait_for(pilot, lambda: name() == "Brolly House", "the old name")
        await press(pilot, "ctrl+z")
        await wait_for(pilot, lambda: name() == "Parasol House", "the name again")

    drive(audit.app(), SIZES[0], steps)
    assert audit.criterion("1.1").note == f"Rang {TEXT}."


@pytest.mark.parametrize("size", SIZES)
def test_a_text_is_looked_for_and_erased_by_its_own_letter(audit: Bench, size: tuple[int, int]) -> None:
    earlier(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "a")
        await place(pilot, "Audit")
        await by_palette(pilot, "Erase a text everywhere …")
        await place(pilot, "EraseDialog")
        await write(pilot, "tom bell")
        await press(pilot, "enter")
        await sees(pilot, "Nothing was erased yet.")
        await sees(pilot, "Erasing cannot be undone")
        assert "e erase everywhere" in screen_text(program(pilot))
        await press(pilot, "enter")
        assert audit.criterion("1.1").note == f"Rang {TEXT}."
        await press(pilot, "e")
        await sees(pilot, "Erased from")
        await sees(pilot, "What this program cannot reach")
        assert "Tom" not in screen_text(program(pilot))
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(audit.app(), size, steps)
    assert audit.criterion("1.1").note == "Rang [erased 3 December 2026]."


def test_a_file_that_still_holds_the_text_is_told_on_screen_before_and_after(audit: Bench) -> None:
    earlier(audit)
    workbooks.export_workbook(audit.desk("Porter"))

    async def steps(pilot: Pilot[int]) -> None:
        await by_palette(pilot, "Erase a text everywhere …")
        await place(pilot, "EraseDialog")
        await write(pilot, "tom bell")
        await press(pilot, "enter")
        await sees(pilot, "It will still be")
        await sees(pilot, "lent/")
        await press(pilot, "e")
        await sees(pilot, "It is still in 1 file, named below.")
        await sees(pilot, "lent/")

    drive(audit.app(), NARROW, steps)


def test_words_that_were_changed_after_looking_are_not_erased(audit: Bench) -> None:
    earlier(audit)

    async def steps(pilot: Pilot[int]) -> None:
        await by_palette(pilot, "Erase a text everywhere …")
        await place(pilot, "EraseDialog")
        await write(pilot, "rang")
        await press(pilot, "enter")
        await sees(pilot, "Nothing was erased yet.")
        pilot.app.screen.query_one(Input).focus()
        await write(pilot, "e")
        await gone(pilot, "Nothing was erased yet.")
        assert pilot.app.screen.query_one(Input).value == "e"
        await press(pilot, "tab", "e")
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(audit.app(), SIZES[0], steps)
    assert audit.criterion("1.1").note == f"Rang {TEXT}."


@pytest.mark.parametrize(
    ("typed", "said"), [("abc", "too short"), ("9.9#note", "no place"), ("zebra", "Nothing found")]
)
def test_what_cannot_be_erased_is_said_in_the_dialog_and_can_be_typed_again(
    audit: Bench, typed: str, said: str
) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await by_palette(pilot, "Erase a text everywhere …")
        await place(pilot, "EraseDialog")
        await write(pilot, typed)
        await press(pilot, "enter")
        await sees(pilot, said)
        assert isinstance(pilot.app.focused, Input)
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(audit.app(), SIZES[0], steps)


def test_a_place_that_is_handed_over_is_looked_for_at_once_and_what_is_being_typed_is_saved_first(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        answering.write_note(program(pilot).session.desk, "1.1", f"Just now {TEXT}.")
        program(pilot).action_erase("1.1#note")
        await place(pilot, "EraseDialog")
        await sees(pilot, "It stands in")
        assert isinstance(pilot.app.screen, EraseDialog)
        await press(pilot, "e")
        await sees(pilot, "Erased from")
        await press(pilot, "escape")
        await place(pilot, "Home")

    drive(audit.app(), SIZES[0], steps)
    assert audit.criterion("1.1").note == "[erased 3 December 2026]"
    assert not [path for path in audit.root.rglob("*") if path.is_file() and TEXT.encode() in path.read_bytes()]
