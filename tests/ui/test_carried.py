"""The last round on screen: beginning the next, confirming, dismissing, comparing; and opening a request."""

from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot

from compact_tui.services import answering, audits, carrying, grading
from compact_tui.services.books import open_audit, read_setting
from tests.services.test_requests import file_of, request
from tests.ui.conftest import (
    NARROW,
    Bench,
    by_palette,
    drive,
    go_to,
    place,
    press,
    program,
    saved,
    screen_text,
    sees,
    write,
)


def said(bench: Bench) -> None:
    """What was said in the round before: two answers and a summary of the first standard, one of the second."""
    desk = bench.desk("Lead")
    answering.answer(desk, "u1-ticket", "in-hand", note="Ten tickets.")
    answering.answer(desk, "u1-wet-rack", "half-way", note="The tray was full.")
    grading.summarise(desk, "u1", "Fewer wet coats.")
    answering.answer(desk, "u2-watch", "in-hand")


def carried_on(bench: Bench) -> None:
    """The next round, begun past the screen."""
    said(bench)
    carrying.carry_forward(bench.desk("Lead"), {"cycle": "", "pack": ""})


def test_the_next_round_is_begun_confirmed_and_dismissed_by_keyboard(audit: Bench) -> None:
    said(audit)

    async def go_on(pilot: Pilot[int]) -> None:
        await press(pilot, "y")
        await place(pilot, "Carried")
        await sees(pilot, "This audit was not carried from an earlier one.")
        await press(pilot, "s")
        await place(pilot, "FormDialog")
        await sees(pilot, "2028-2030")
        await press(pilot, "ctrl+s")
        await sees(pilot, "4 carried answers from 2026-2028 in 2 standards wait for you.")
        await place(pilot, "Carried")
        await press(pilot, "enter")
        await sees(pilot, "From 2026-2028, not confirmed: In hand. Ten tickets.")
        await press(pilot, "w")
        await place(pilot, "ProblemDialog")
        await sees(pilot, "2 carried answers in standard 1 were not read yet.")
        await press(pilot, "escape")
        await press(pilot, "c")
        await sees(pilot, "The tray was full.")
        await press(pilot, "d")
        await sees(pilot, "Fewer wet coats.")
        await press(pilot, "w")
        await sees(pilot, "Nothing waits here")
        await press(pilot, "ctrl+z")
        await sees(pilot, "Fewer wet coats.")
        await saved(pilot)

    drive(audit.app(), NARROW, go_on)
    kept = open_audit(audit.desk()).kept
    assert kept.head.cycle == "2028-2030"
    assert [(a.criterion, a.answer, a.note) for a in kept.answers] == [("u1-ticket", "in-hand", "Ten tickets.")]
    assert [c.criterion for c in kept.carried_answers] == ["u2-watch"]
    assert [s.standard for s in kept.carried_summaries] == ["u1"]


def test_home_leads_to_what_waits_and_the_whole_standard_is_confirmed_once_read(audit: Bench) -> None:
    carried_on(audit)

    async def confirm(pilot: Pilot[int]) -> None:
        await sees(pilot, "Confirm 3 carried answers in standard 1")
        await press(pilot, "n")
        await place(pilot, "Carried")
        await sees(pilot, "3 carried answers in standard 1")
        await press(pilot, "down", "down")
        await sees(pilot, "Fewer wet coats.")
        await press(pilot, "w")
        await sees(pilot, "Nothing waits here")
        await press(pilot, "escape")
        await sees(pilot, "1 carried answer from 2026-2028 in 1 standard waits for you.")
        await press(pilot, "escape")
        await place(pilot, "Home")
        await saved(pilot)

    drive(audit.app(), NARROW, confirm)
    assert len(open_audit(audit.desk()).kept.answers) == 2


def test_a_criterion_shows_what_was_said_and_one_key_confirms_it(audit: Bench) -> None:
    carried_on(audit)

    async def confirm(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Criterion", "u1", "u1-wet-rack")
        await sees(pilot, "From 2026-2028, not confirmed: Half way.")
        await press(pilot, "c")
        await sees(pilot, "The tray was full.")
        assert "not confirmed" not in screen_text(program(pilot))
        await press(pilot, "c")
        await sees(pilot, "Nothing from the last")
        await saved(pilot)

    drive(audit.app(), NARROW, confirm)
    assert [a.criterion for a in open_audit(audit.desk()).kept.answers] == ["u1-wet-rack"]


def test_two_rounds_are_compared_and_printed(audit: Bench) -> None:
    carried_on(audit)
    answering.answer(audit.desk("Lead"), "u1-ticket", "half-way")

    async def compare(pilot: Pilot[int]) -> None:
        await press(pilot, "y", "y")
        await place(pilot, "Compare")
        await sees(pilot, "In hand -> Half way")
        await press(pilot, "p")
        await sees(pilot, "Written to")
        await press(pilot, "a")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await sees(pilot, "0 answers changed from 2028-2030 to 2028-2030")
        await press(pilot, "escape")
        await place(pilot, "Carried")

    drive(audit.app(), NARROW, compare)
    assert "2026-2028" in next(audit.desk().workspace.pages_folder.glob("*-compare-*.html")).read_text()


def test_a_request_is_opened_read_and_taken(audit: Bench, tmp_path: Path) -> None:
    file = file_of(tmp_path, replace(request(), setting="Acorn House", cycle="2026-2028"))

    async def take(pilot: Pilot[int]) -> None:
        await press(pilot, "s")
        await place(pilot, "Setup")
        for answer in ("escape", "t"):
            await by_palette(pilot, "Open a request")
            await place(pilot, "FormDialog")
            await write(pilot, file)
            await press(pilot, "ctrl+s")
            await place(pilot, "RequestDialog")
            await sees(pilot, "Look here first: It asks")
            assert read_setting(audit.desk()) == before
            await press(pilot, answer)
        await place(pilot, "Home")
        await saved(pilot)

    before = read_setting(audit.desk())
    drive(audit.app(), NARROW, take)
    kept = read_setting(audit.desk())
    assert kept is not None
    assert (kept.due, kept.name) == ("2027-01-18", "Brolly House")
    assert len(audits.list_audits(audit.desk())) == 1
