"""The learning log, what is suggested for it, the training plan and the calendar of audits, on the full screen."""

import pytest
from textual.pilot import Pilot

from compact_tui.services import audit_calendar, learning_log
from tests.services.learning_desks import PLANNED, TYPED, learning_desk, of_last_round
from tests.ui.conftest import (
    NARROW,
    Bench,
    by_palette,
    drive,
    field,
    go_to,
    gone,
    place,
    press,
    sees,
    write,
)


@pytest.fixture
def log(bench: Bench) -> Bench:
    """A partnership with figures and an agency's audit."""
    learning_desk(bench.root.absolute())
    return bench


def test_the_whole_job_by_keyboard(log: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "Partnership")
        await press(pilot, "g")
        await place(pilot, "LearningLog")
        await sees(pilot, "Press t to see what the figures suggest")
        await press(pilot, "s", "d", "x", "e", "t")
        await place(pilot, "LearningOffers")
        await sees(pilot, "A single-agency audit found what does not work")
        await press(pilot, "down")
        await sees(pilot, "graded it good or better")
        await press(pilot, "t")
        await sees(pilot, "in the log: nothing planned yet")
        await press(pilot, "escape")
        await place(pilot, "LearningLog")
        await press(pilot, "enter")
        await place(pilot, "FormDialog")
        await field(pilot, "will_do", "A course")
        await press(pilot, "ctrl+s")
        await place(pilot, "LearningLog")
        await sees(pilot, "What the partnership does: A course")
        await press(pilot, "s")
        await sees(pilot, "press d first")
        await press(pilot, "d")
        await place(pilot, "FormDialog")
        await press(pilot, "ctrl+s")
        await place(pilot, "LearningLog")
        await sees(pilot, "Done on 3 December 2026.")
        await press(pilot, "s")
        await place(pilot, "FormDialog")
        await write(pilot, "Dry racks.")
        await press(pilot, "ctrl+s")
        await place(pilot, "LearningLog")
        await sees(pilot, "done, looked at again")
        await press(pilot, "x")
        await sees(pilot, "Nothing is in the log yet")
        await press(pilot, "ctrl+z")
        await sees(pilot, "done, looked at again")
        await press(pilot, "escape")
        await place(pilot, "Partnership")

    drive(log.app(), NARROW, steps)

    [line] = learning_log.learning_log(log.desk()).lines
    assert (line.state, line.will_do, line.done_on) == ("looked-at", "A course", "2026-12-03")


def test_a_line_of_the_last_round_has_the_figures_of_then_and_now_beside_it(log: Bench) -> None:
    line = learning_log.keep_learning(log.desk(), TYPED).lines[0]
    of_last_round(log.desk(), line.id)

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "LearningLog")
        await sees(pilot, "found in 2024-2026")
        await sees(pilot, "both times")

    drive(log.app(), NARROW, steps)


def test_a_line_is_written_by_hand_from_the_palette(log: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "LearningLog")
        await by_palette(pilot, "New")
        await place(pilot, "FormDialog")
        await write(pilot, "Wet racks.")
        await field(pilot, "standard", "9")
        await press(pilot, "ctrl+s")
        await place(pilot, "ProblemDialog")
        await sees(pilot, 'no standard "9"')
        await press(pilot, "escape")
        await place(pilot, "FormDialog")
        await sees(pilot, "Wet racks.")
        await press(pilot, "escape")
        await place(pilot, "LearningLog")

    drive(log.app(), NARROW, steps)

    assert learning_log.learning_log(log.desk()).lines == ()


def test_the_training_plan_is_read_and_written(log: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "LearningLog")
        await press(pilot, "p")
        await place(pilot, "TrainingPlan")
        await sees(pilot, "named 1 time")
        await press(pilot, "n")
        await sees(pilot, "How this was put together")
        await press(pilot, "w")
        await sees(pilot, "to print from a browser")
        await press(pilot, "escape")
        await place(pilot, "LearningLog")

    drive(log.app(), NARROW, steps)

    assert (log.root / "reports" / "2026-2028-training-plan.html").exists()


def test_an_audit_is_planned_changed_and_taken_off_and_one_that_was_sent_in_is_not(log: Bench) -> None:
    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "LearningLog")
        await press(pilot, "a")
        await place(pilot, "AuditCalendar")
        await sees(pilot, "December 2026")
        await press(pilot, "x")
        await sees(pilot, "An agency sent that one in")
        await press(pilot, "n")
        await place(pilot, "FormDialog")
        await write(pilot, "Trays")
        await field(pilot, "who", "NHS")
        await field(pilot, "month", "3/2027")
        await field(pilot, "standard", "1")
        await press(pilot, "ctrl+s")
        await place(pilot, "AuditCalendar")
        await sees(pilot, "1 pair would")
        await press(pilot, "l")
        await sees(pilot, "nobody has looked at it yet")
        await press(pilot, "w")
        await sees(pilot, "1 date written to")
        await press(pilot, "end")
        await sees(pilot, "Could they do one together?")
        await press(pilot, "e")
        await place(pilot, "FormDialog")
        await sees(pilot, "March 2027")
        await press(pilot, "escape")
        await place(pilot, "AuditCalendar")
        await press(pilot, "x")
        await gone(pilot, "March 2027")

    drive(log.app(), NARROW, steps)

    assert [month.title for month in audit_calendar.audit_calendar(log.desk()).months] == ["December 2026"]
    assert (log.root / "reports" / "audit-calendar.ics").exists()


def test_a_save_that_fails_is_said_and_what_was_planned_stays(log: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    audit_calendar.keep_audit(log.desk(), PLANNED)

    def full(*args: object, **options: object) -> None:
        raise OSError(28, "No space left on device")

    async def steps(pilot: Pilot[int]) -> None:
        await go_to(pilot, "AuditCalendar")
        await press(pilot, "end")
        with monkeypatch.context() as patched:
            patched.setattr("os.replace", full)
            await press(pilot, "x")
            await sees(pilot, "NOT SAVED")
        await press(pilot, "escape", "ctrl+s")
        await sees(pilot, "saved 12:00")

    drive(log.app(), NARROW, steps)

    assert len(audit_calendar.audit_calendar(log.desk()).months) == 1
