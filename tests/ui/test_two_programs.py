"""What another program saved meanwhile: it comes in with the next save, and what both changed is told."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import answering, grading
from compact_tui.storage import atomic
from tests.ui.conftest import (
    NARROW,
    SIZES,
    Bench,
    drive,
    focus,
    go_to,
    place,
    press,
    program,
    saved,
    screen_text,
    sees,
    wait_for,
    write,
)
from tests.ui.test_saving import Disk


def test_what_another_program_saved_comes_in_with_the_next_save(audit: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "h")
        await saved(pilot)
        answering.answer(audit.desk("Porter"), "1.2", "need-support", note="The tray leaks.")
        grading.summarise(audit.desk("Porter"), "2", "Theirs.")
        await press(pilot, "w")
        await wait_for(pilot, lambda: audit.criterion("1.1").answer == "half-way", "our second answer")
        await press(pilot, "right")
        await sees(pilot, "The tray leaks.")
        await sees(pilot, "✓ We need support")

    drive(audit.app(), NARROW, steps)
    assert (audit.criterion("1.1").answer, audit.criterion("1.2").answer) == ("half-way", "need-support")
    assert audit.standard("2").summary == "Theirs."
    whole = ["2 summary", "1.2 We need support", "1.1 Half way", "1.1 In hand", "audit 2026-2028 started"]
    assert sorted(change.what for change in audit.history()) == sorted(whole)


@pytest.mark.parametrize("size", SIZES)
def test_both_changed_the_same_words_ours_stand_and_theirs_are_told_of(audit: Bench, size: tuple[int, int]) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        await press(pilot, "enter", "enter")
        await focus(pilot, "note")
        answering.write_note(audit.desk("Porter"), "1.1", "Theirs")
        await write(pilot, "Ours")
        await press(pilot, "escape")
        await sees(pilot, "Someone else changed the same")
        await focus(pilot, "answers")
        await sees(pilot, "Ours")
        await press(pilot, "ctrl+r")
        await place(pilot, "HistoryDialog")
        assert screen_text(program(pilot)).count("1.1 note") == 2
        await sees(pilot, "Porter")

    drive(audit.app(), size, steps)
    assert audit.criterion("1.1").note == "Ours"


@pytest.mark.parametrize("dialog", ["", "ActNowDialog"])
def test_what_came_in_with_our_save_is_shown_at_once_also_behind_a_dialog(
    audit: Bench, monkeypatch: pytest.MonkeyPatch, dialog: str
) -> None:
    disk = Disk()
    monkeypatch.setattr(atomic, "_write_new", disk.write)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        bar = program(pilot).screen.query_one("#saved")
        disk.full = True
        await press(pilot, "h")
        await sees(pilot, "NOT SAVED")
        disk.full = False
        answering.answer(audit.desk("Porter"), "1.2", "half-way")
        if dialog:
            await press(pilot, "f9")
            await place(pilot, dialog)
        program(pilot).action_save_now()
        await wait_for(pilot, lambda: not bar.has_class("-failed"), "the bar to say that all is saved")
        if dialog:
            await press(pilot, "escape")
            await place(pilot, "Criterion")
        await sees(pilot, "2 of 3 answered")

    drive(audit.app(), NARROW, steps)
    assert [audit.criterion(name).answer for name in ("1.1", "1.2")] == ["in-hand", "half-way"]
