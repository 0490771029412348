"""Saving that fails on the partnership's side and where its reply is answered: it is said, and nothing is lost."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.core.partnership import ReplyMade
from compact_tui.services import partnership, replies_in
from compact_tui.services.collecting import collect
from compact_tui.services.partnership_book import kept
from compact_tui.services.records import list_actions
from compact_tui.storage import atomic
from tests.reply_samples import file_in, return_made, with_return
from tests.services.collect_desks import partnership as asking
from tests.services.collect_desks import posted, states, stranger
from tests.services.partnership_desks import TYPED
from tests.ui.conftest import (
    NARROW,
    SMALL_PACK,
    Bench,
    by_palette,
    drive,
    go_to,
    gone,
    place,
    press,
    saved,
    sees,
    write,
)
from tests.ui.test_saving import Disk


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(atomic, "_write_new", made.write)
    return made


def test_whose_a_return_is_cannot_be_saved_yet_and_is_saved_later(bench: Bench, tmp_path: Path, full: Disk) -> None:
    asking(bench.root, settings=3)
    collect(bench.desk(), [posted(tmp_path / "in", stranger("r-x", "Gallery 33"))])

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Collect")
        full.full = True
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Collect")
        await sees(pilot, "NOT SAVED")
        full.full = False
        await press(pilot, "ctrl+s")
        await saved(pilot)
        await sees(pilot, "1 return of 3 expected.")

    drive(bench.app(), NARROW, steps)
    assert states(bench.desk()) == {"r-x": ("G3", "current")}


def test_receipts_that_cannot_be_written_are_not_made_and_made_later(bench: Bench, full: Disk, tmp_path: Path) -> None:
    asking(bench.root, settings=3)
    collect(bench.desk(), [posted(tmp_path / "in", stranger("r-x", "Gallery 3", "G3"))])

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Collect")
        full.full = True
        await by_palette(pilot, "Receipts")
        await place(pilot, "ProblemDialog")
        await press(pilot, "enter")
        await place(pilot, "Collect")
        full.full = False
        await by_palette(pilot, "Receipts")
        await sees(pilot, "1 receipt made in")
        await saved(pilot)

    drive(bench.app(), NARROW, steps)
    assert [path.name for path in (bench.root / "sent").iterdir()] == ["2026-12-03-receipts"]


def test_a_reply_that_cannot_be_written_is_not_made_and_sent_is_taken_back_by_undo(bench: Bench, full: Disk) -> None:
    desk = bench.desk("Officer")
    partnership.start_partnership(desk, TYPED, pack=str(SMALL_PACK))
    with_return(desk)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Replies")
        full.full = True
        await press(pilot, "enter")
        await place(pilot, "ProblemDialog")
        await press(pilot, "enter")
        await place(pilot, "Replies")
        await sees(pilot, "no reply yet")
        full.full = False
        await by_palette(pilot, "Reply to all")
        await sees(pilot, "1 reply made.")
        full.full = True
        await by_palette(pilot, "Sent …")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "Replies")
        await sees(pilot, "NOT SAVED")
        full.full = False
        await press(pilot, "ctrl+s")
        await saved(pilot)
        await sees(pilot, "  sent ┃")
        await press(pilot, "ctrl+z")
        await sees(pilot, "made, NOT yet sent")
        await saved(pilot)

    drive(bench.app(), NARROW, steps)
    assert [one.sent_on for one in kept(bench.desk(), "replies", ReplyMade)] == [""]


def test_a_wrong_path_comes_back_an_answer_is_saved_later_and_an_action_is_taken_back(
    audit: Bench, tmp_path: Path, full: Disk
) -> None:
    return_made(audit.desk())
    file = file_in(tmp_path)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Reply")
        await press(pilot, "t")
        await sees(pilot, "Open a reply first: press o.")
        await by_palette(pilot, "Open …")
        await place(pilot, "FormDialog")
        await write(pilot, str(file.with_suffix("")))
        await press(pilot, "ctrl+s")
        await place(pilot, "ProblemDialog")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "end")
        await write(pilot, ".json")
        await press(pilot, "ctrl+s")
        await place(pilot, "Reply")
        await sees(pilot, "to answer")
        full.full = True
        await by_palette(pilot, "Answer …")
        await place(pilot, "FormDialog")
        await write(pilot, "Bob does.")
        await press(pilot, "ctrl+s")
        await place(pilot, "Reply")
        await sees(pilot, "NOT SAVED")
        full.full = False
        await press(pilot, "ctrl+s")
        await saved(pilot)
        await sees(pilot, "1 recommendation")
        await press(pilot, "down", "t")
        await sees(pilot, "an action")
        await press(pilot, "ctrl+z")
        await gone(pilot, "an action")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    remarks = replies_in.show_reply(audit.desk()).remarks
    assert [(one.answer, one.action) for one in remarks] == [("Bob does.", ""), ("", ""), ("", "")]
    assert list_actions(audit.desk()) == ()
