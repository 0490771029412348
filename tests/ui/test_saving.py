"""Saving that fails, and someone else at the same audit: it is said, and nothing is lost."""

import errno
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from compact_tui.services import answering, records
from compact_tui.services.books import read_setting
from compact_tui.services.home import home
from compact_tui.storage import atomic
from tests.ui.conftest import (
    NARROW,
    Bench,
    drive,
    focus,
    go_to,
    leave,
    place,
    press,
    program,
    saved,
    screen_text,
    sees,
    wait_for,
    write,
)
from tests.ui.places import half_way


class Disk:
    """A disk that is full while it is told to be."""

    def __init__(self) -> None:
        self.full = False
        self.wrote = atomic._write_new

    def write(self, temporary: Path, data: bytes, like: Path) -> object:
        if self.full:
            raise OSError(errno.ENOSPC, "No space left on device")
        return self.wrote(temporary, data, like=like)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk()
    monkeypatch.setattr(atomic, "_write_new", made.write)
    return made


Job = Callable[[Pilot[int]], Awaitable[None]]


async def _answer(pilot: Pilot[int]) -> None:
    await go_to(pilot, "Criterion", "u3", "u3-match")
    await press(pilot, "h")


async def _note(pilot: Pilot[int]) -> None:
    await go_to(pilot, "Criterion", "u3", "u3-match")
    await press(pilot, "tab")
    await focus(pilot, "note")
    await write(pilot, "Seen")
    await press(pilot, "escape")


async def _evidence(pilot: Pilot[int]) -> None:
    await go_to(pilot, "Criterion", "u3", "u3-match")
    await press(pilot, "e")
    await place(pilot, "OfferDialog")
    await press(pilot, "ctrl+n")
    await place(pilot, "FormDialog")
    await write(pilot, "Spike")
    await press(pilot, "ctrl+s")
    await place(pilot, "Criterion")


async def _grade(pilot: Pilot[int]) -> None:
    await go_to(pilot, "Grade", "u3")
    await press(pilot, "2")


async def _summary(pilot: Pilot[int]) -> None:
    await go_to(pilot, "Grade", "u3")
    await press(pilot, "s")
    await focus(pilot, "summary")
    await write(pilot, "Drier")
    await press(pilot, "escape")


async def _add_action(pilot: Pilot[int]) -> None:
    await go_to(pilot, "Actions")
    await press(pilot, "a")
    await place(pilot, "FormDialog")
    await write(pilot, "Buy a spike")
    await press(pilot, "ctrl+s")
    await place(pilot, "Actions")


async def _remove_evidence(pilot: Pilot[int]) -> None:
    await go_to(pilot, "Evidence")
    await press(pilot, "d")
    await place(pilot, "Confirm")
    await press(pilot, "d")
    await place(pilot, "Evidence")


async def _undo(pilot: Pilot[int]) -> None:
    await go_to(pilot, "Standard", "u2")
    await press(pilot, "ctrl+z")


async def _setting(pilot: Pilot[int]) -> None:
    await go_to(pilot, "Setup")
    await press(pilot, "end")
    await write(pilot, " West")
    await press(pilot, "ctrl+s")
    await place(pilot, "Home")


def _name(bench: Bench) -> str:
    setting = read_setting(bench.desk())
    return setting.name if setting else ""


JOBS: dict[str, tuple[Job, Callable[[Bench], object], object]] = {
    "answer": (_answer, lambda b: b.criterion("3.1").answer, "in-hand"),
    "note": (_note, lambda b: b.criterion("3.1").note, "Seen"),
    "evidence": (_evidence, lambda b: [e.title for e in b.criterion("3.1").evidence], ["Spike"]),
    "grade": (_grade, lambda b: b.standard("3").grade, "a-few-drops"),
    "summary": (_summary, lambda b: b.standard("3").summary, "Drier"),
    "action": (_add_action, lambda b: len(records.list_actions(b.desk())), 3),
    "evidence removed": (_remove_evidence, lambda b: len(records.list_evidence(b.desk())), 0),
    "undo": (_undo, lambda b: len(records.list_actions(b.desk())), 1),
    "setting": (_setting, _name, "Brolly House West"),
}


@pytest.mark.parametrize("job", JOBS)
def test_what_cannot_be_saved_is_said_and_kept_and_saved_later(audit: Bench, disk: Disk, job: str) -> None:
    half_way(audit)
    do, kept, wanted = JOBS[job]
    before = kept(audit)
    assert before != wanted

    async def steps(pilot: Pilot[int]) -> None:
        disk.full = True
        await do(pilot)
        await sees(pilot, "NOT SAVED")
        assert kept(audit) == before
        if job == "setting":
            await go_to(pilot, "Audit")
        await press(pilot, "ctrl+s")
        await wait_for(pilot, lambda: program(pilot).session.writer.unsaved(), "the second failure")
        await sees(pilot, "NOT SAVED")
        disk.full = False
        await press(pilot, "ctrl+s")
        await saved(pilot)
        assert "NOT SAVED" not in screen_text(program(pilot))
        assert kept(audit) == wanted

    assert drive(audit.app(), NARROW, steps) == 0
    assert kept(audit) == wanted


def test_work_goes_on_while_nothing_can_be_saved_and_leaving_tries_once_more(audit: Bench, disk: Disk) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        disk.full = True
        await go_to(pilot, "Criterion", "u1", "u1-ticket")
        for number in range(1, 4):
            await sees(pilot, f"━ 1.{number}  ")
            await press(pilot, "h", "right")
        await place(pilot, "Grade")
        await sees(pilot, "NOT SAVED")
        disk.full = False
        await leave(pilot)

    assert drive(audit.app(), NARROW, steps) == 0
    assert [criterion.answer for criterion in audit.standard("1").criteria] == ["in-hand"] * 3


async def _leave_unsaved(pilot: Pilot[int], disk: Disk) -> None:
    disk.full = True
    await _answer(pilot)
    await sees(pilot, "NOT SAVED")
    await leave(pilot)
    await place(pilot, "Choose")


def test_leaving_while_nothing_can_be_saved_asks_and_staying_is_safe(audit: Bench, disk: Disk) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await _leave_unsaved(pilot, disk)
        await press(pilot, "escape")
        await place(pilot, "Criterion")
        disk.full = False
        await press(pilot, "ctrl+s")
        await saved(pilot)

    assert drive(audit.app(), NARROW, steps) == 0
    assert audit.criterion("3.1").answer == "in-hand"


def test_leaving_all_the_same_ends_with_4(audit: Bench, disk: Disk) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await _leave_unsaved(pilot, disk)
        await press(pilot, "end", "enter")
        await wait_for(pilot, lambda: pilot.app.return_value is not None, "the end")

    assert drive(audit.app(), NARROW, steps) == 4


def test_what_cannot_be_saved_is_copied_to_another_folder(audit: Bench, disk: Disk, tmp_path: Path) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await _leave_unsaved(pilot, disk)
        await press(pilot, "down", "enter")
        await place(pilot, "FormDialog")
        await press(pilot, "end", *["backspace"] * len(str(Path.home())))
        await write(pilot, str(tmp_path / "stick"))
        (tmp_path / "stick").mkdir()
        disk.full = False
        await press(pilot, "enter")
        await wait_for(pilot, lambda: pilot.app.return_value is not None, "the end")

    assert drive(audit.app(), NARROW, steps) == 4
    (copy,) = (tmp_path / "stick").iterdir()
    assert "in-hand" in copy.read_text("utf-8")


def test_a_setting_that_cannot_be_saved_the_first_time_stays_in_its_fields(bench: Bench, disk: Disk) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await press(pilot, "n")
        await place(pilot, "Setup")
        await write(pilot, "Oakfield")
        await press(pilot, "tab", "enter")
        await place(pilot, "Choose")
        await press(pilot, "enter")
        await place(pilot, "Setup")
        disk.full = True
        await press(pilot, "ctrl+s")
        await place(pilot, "ProblemDialog")
        await press(pilot, "enter")
        await place(pilot, "Setup")
        await sees(pilot, "Oakfield")
        disk.full = False
        await press(pilot, "ctrl+s")
        await place(pilot, "Home")

    drive(bench.app(), NARROW, steps)
    assert _name(bench) == "Oakfield"


def test_an_audit_that_cannot_be_started_is_told_and_started_later(bench: Bench, disk: Disk) -> None:
    bench.set_up()

    async def steps(pilot: Pilot[int]) -> None:
        disk.full = True
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await press(pilot, "enter")
        await place(pilot, "ProblemDialog")
        await press(pilot, "enter")
        await place(pilot, "Home")
        disk.full = False
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await press(pilot, "enter")
        await place(pilot, "Home")
        await sees(pilot, "Begin with standard 1")

    drive(bench.app(), NARROW, steps)
    assert len(home(bench.desk()).audits) == 1


def test_a_return_that_cannot_be_written_is_not_made(audit: Bench, disk: Disk) -> None:
    answering.answer(audit.desk("Porter"), "1.1", "in-hand")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Return")
        disk.full = True
        await press(pilot, "m")
        await place(pilot, "ProblemDialog")
        await press(pilot, "enter")
        await place(pilot, "Return")
        assert "Made, and NOT yet sent." not in screen_text(program(pilot))
        assert home(audit.desk()).return_state == "not-made"
        disk.full = False
        await press(pilot, "m")
        await sees(pilot, "Made, and NOT yet sent.")

    drive(audit.app(), NARROW, steps)
    assert home(audit.desk()).return_state == "made"
    assert len(list((audit.root / "sent").iterdir())) == 1


def test_the_same_words_changed_while_ours_could_not_be_saved_are_told_of_too(audit: Bench, disk: Disk) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        disk.full = True
        await _note(pilot)
        await sees(pilot, "NOT SAVED")
        disk.full = False
        answering.write_note(audit.desk("Porter"), "3.1", "Theirs")
        await press(pilot, "ctrl+s")
        await sees(pilot, "Someone else changed the same")
        await saved(pilot)

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("3.1").note == "Seen"


def test_what_is_not_saved_stands_out_on_the_bar_until_it_is(audit: Bench, disk: Disk) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        disk.full = True
        await _answer(pilot)
        await sees(pilot, "NOT SAVED")
        bar = program(pilot).screen.query_one("#saved")
        assert bar.has_class("-failed")

        disk.full = False
        await press(pilot, "ctrl+s")
        await wait_for(pilot, lambda: not bar.has_class("-failed"), "the bar to say that all is saved")

    drive(audit.app(), NARROW, steps)
    assert audit.criterion("3.1").answer == "in-hand"
