"""Writing beside a criterion: when it is saved, as what, and what may stand in it."""

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from compact_tui.services import answering
from compact_tui.services.history import undo
from compact_tui.ui.widgets.text_box import TextBox
from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    by_palette,
    drive,
    focus,
    go_to,
    paste,
    place,
    press,
    program,
    saved,
    screen_text,
    sees,
    wait_for,
    write,
)


async def begin(pilot: Pilot[int], text: str = "") -> TextArea:
    """Be in the note of 1.1, and type a text."""
    await go_to(pilot, "Criterion", "u1", "u1-ticket")
    note = program(pilot).screen.query_one("#note", TextArea)
    while pilot.app.focused is not note:
        await press(pilot, "tab")
    await write(pilot, text)
    return note


def test_a_note_is_saved_after_a_pause_without_any_key(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await begin(pilot, "Ten picked.")
        await saved(pilot)
        assert audit.criterion("1.1").note == "Ten picked."

    drive(audit.app(), NARROW, steps)


WAYS = ["escape", "tab", "ctrl+s", "ctrl+q", "ctrl+r", "ctrl+f"]


@pytest.mark.parametrize("way", WAYS)
def test_a_note_is_saved_on_every_way_out_of_it(audit: Bench, way: str) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await begin(pilot, "Ten picked")
        await press(pilot, way)
        if way != "ctrl+q":
            await saved(pilot)

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("1.1").note == "Ten picked"
    assert [change.what for change in audit.history()] == ["1.1 note", "audit 2026-2028 started"]


def test_typing_in_one_field_is_one_change_until_it_is_left(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        note = await begin(pilot, "Ten")
        await saved(pilot)
        await write(pilot, " picked")
        await wait_for(pilot, lambda: audit.criterion("1.1").note == "Ten picked", "the second pause")
        await press(pilot, "escape")
        await press(pilot, "tab")
        await wait_for(pilot, lambda: pilot.app.focused is note, "the note in focus")
        await press(pilot, "end")
        await write(pilot, " blind")
        await press(pilot, "escape")
        await wait_for(pilot, lambda: audit.criterion("1.1").note == "Ten picked blind", "the third piece")

    drive(audit.app(), NARROW, steps)
    assert [change.what for change in audit.history()] == ["1.1 note", "1.1 note", "audit 2026-2028 started"]
    undo(audit.desk())
    assert audit.criterion("1.1").note == "Ten picked"
    undo(audit.desk())
    assert audit.criterion("1.1").note == ""


def test_answering_and_going_on_save_the_note_too(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await begin(pilot, "One")
        await press(pilot, "escape")
        await focus(pilot, "answers")
        await press(pilot, "h", "right")
        await sees(pilot, "1.2  Do wet")
        assert "One" not in screen_text(program(pilot))
        await press(pilot, "left")
        await sees(pilot, "One")

    drive(audit.app(), NARROW, steps)
    kept = audit.criterion("1.1")
    assert (kept.answer, kept.note) == ("in-hand", "One")
    assert audit.criterion("1.2").note == ""


@pytest.mark.parametrize("size", SIZES)
def test_the_private_note_is_another_one(audit: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await begin(pilot, "For all")
        await press(pilot, "escape")
        await focus(pilot, "answers")
        await press(pilot, "v")
        await sees(pilot, "━ Private note: never leaves")
        await write(pilot, "Ask Bob")
        await press(pilot, "escape")
        await focus(pilot, "answers")
        await press(pilot, "v")
        await sees(pilot, "What we found (v: private note)")
        await sees(pilot, "For all")
        await by_palette(pilot, "Private note")
        await sees(pilot, "Ask Bob")
        await press(pilot, "escape")
        await focus(pilot, "answers")
        await press(pilot, "right")
        await sees(pilot, "What we found")

    drive(audit.app(), size, steps)
    kept = audit.criterion("1.1")
    assert (kept.note, kept.private_note) == ("For all", "Ask Bob")
    assert [change.what for change in audit.history()][:2] == ["1.1 private note", "1.1 note"]


def test_the_box_takes_back_its_own_typing_before_the_program_does(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        note = await begin(pilot)
        await paste(pilot, "Ten picked.")
        await paste(pilot, " Twenty picked.")
        await wait_for(pilot, lambda: note.text == "Ten picked. Twenty picked.", "both pieces")
        await press(pilot, "ctrl+z")
        await wait_for(pilot, lambda: note.text == "Ten picked.", "the box's own undo")
        await press(pilot, "ctrl+y")
        await wait_for(pilot, lambda: note.text.endswith("Twenty picked."), "the box's own redo")
        await press(pilot, "escape")

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("1.1").note == "Ten picked. Twenty picked."
    assert [change.verb for change in audit.history()] == ["note", "start"]


def test_words_are_counted_while_they_are_written(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await begin(pilot, "Ten")
        await sees(pilot, "━ 1 word ━")
        await write(pilot, " picked  blind")
        await sees(pilot, "━ 3 words ━")

    drive(audit.app(), NARROW, steps)


def test_a_very_long_paste_with_windows_newlines_is_kept_whole(audit: Bench) -> None:
    line = "Ten umbrellas picked blind, ten tickets found.\r\n"
    text = line * (200_000 // len(line) + 1)

    async def steps(pilot: Pilot[int]) -> None:
        await begin(pilot)
        await paste(pilot, text)
        await sees(pilot, " words ━")
        await press(pilot, "ctrl+q")

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("1.1").note == text.replace("\r\n", "\n").strip()


STRANGE = [
    "[bold]loud[/bold] [@click=app.leave]leave[/]",
    "[/nothing] [$accent]x[/$accent] \\[a]",
    "{braces} %s $HOME &amp; <b>b</b>",
    "Zoë’s café – ½ €",
]


@pytest.mark.parametrize("text", STRANGE)
def test_text_with_markup_is_shown_as_it_was_typed_everywhere(audit: Bench, text: str) -> None:
    desk = audit.desk()
    answering.answer(desk, "1.1", "no-rain-here", note=text, reason=text)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await sees(pilot, text)
        assert screen_text(program(pilot)).count(text.split()[0]) == 2
        await press(pilot, "slash")
        await place(pilot, "FindDialog")
        await write(pilot, text.split()[0])
        await sees(pilot, "2 places")
        await sees(pilot, text)
        await press(pilot, "escape")
        await place(pilot, "Criterion")
        await press(pilot, "e")
        await place(pilot, "FormDialog")
        await paste(pilot, text)
        await press(pilot, "ctrl+s")
        await place(pilot, "Criterion")
        await press(pilot, "ctrl+r")
        await place(pilot, "HistoryDialog")
        await sees(pilot, f"evidence: {text}"[:40])

    drive(audit.app(), SIZES[1], steps)


def test_escape_sequences_are_made_visible_and_steer_nothing(audit: Bench) -> None:
    text = "red \x1b[31m bell \x07 turned \u202e end"
    answering.answer(audit.desk(), "1.1", "no-rain-here", reason=text)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await sees(pilot, "red <U+001B>[31m bell <U+0007>")
        shown = screen_text(program(pilot))
        assert not [char for char in shown if not (char.isprintable() or char == "\n")]

    drive(audit.app(), SIZES[1], steps)
    assert audit.criterion("1.1").reason == text


def test_escape_sequences_in_a_note_steer_nothing_either(audit: Bench) -> None:
    text = "red \x1b[31m bell \x07 turned \u202e end"
    answering.answer(audit.desk(), "1.1", "in-hand", note=text)

    async def steps(pilot: Pilot[int]) -> None:
        await begin(pilot)
        await sees(pilot, "red ?[31m bell ? turned ? end")
        shown = screen_text(program(pilot))
        assert not [char for char in shown if not (char.isprintable() or char == "\n")]
        await press(pilot, "end")
        await write(pilot, "!")

    drive(audit.app(), SIZES[1], steps)
    assert audit.criterion("1.1").note == f"{text}!"


def test_what_is_being_written_is_not_replaced_by_what_comes_in(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        box = await begin(pilot, "Mine")
        assert isinstance(box, TextBox)
        box.show_text("Theirs", "What we found")
        assert box.text == "Mine"

    drive(audit.app(), NARROW, steps)


def test_what_is_said_for_a_moment_stands_as_it_is_too(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        program(pilot).screen.notify("[/nothing] [bold].html")
        await sees(pilot, "[/nothing] [bold].html")

    drive(audit.app(), NARROW, steps)
