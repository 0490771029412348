"""The learning log, the training plan and the calendar of audits in typed lines."""

import pytest

from compact_tui.services import audit_calendar, learning_log
from tests.plain.conftest import Room
from tests.services.learning_desks import PLANNED, TYPED, learning_desk

START = ("The partnership's side", "Learning log")


@pytest.fixture
def log(room: Room) -> Room:
    """A partnership with figures and an agency's audit."""
    learning_desk(room.root)
    return room


def test_a_suggestion_is_heard_taken_and_gone_on_with_to_its_end(log: Room) -> None:
    heard = log.talk(
        *START,
        ("Nothing is in the log yet.", "Hear what"),
        ("Which one?", "2"),
        ("A single-agency audit found what does not work", "yes"),
        ("It is in the log.", "Go on"),
        ("Which line?", "1"),
        ("What next with it?", "Say that it was done"),
        ("On which day", ""),
        ("1 line: 1 done", "Go on"),
        ("Which line?", "1"),
        ("What next with it?", "Say what the next"),
        ("What did the next round show?", "Dry racks."),
        ".",
        ("Does that show", "1"),
        ("1 line: 1 done, and it shows", "Hear a line"),
        ("Which line?", "1"),
        ("What the next round showed: Dry racks.", "The partnership's side"),
    )

    assert heard.unread == ()
    assert learning_log.learning_log(log.desk()).lines[0].state == "showed"


def test_a_line_is_written_changed_and_taken_out(log: Room) -> None:
    log.talk(*START, "Write", "Wet racks.", ".", "", "Training", "Trainer", "", "1", "")
    assert [one.who for one in learning_log.learning_log(log.desk()).lines] == ["Trainer"]

    heard = log.talk(
        *START, "Go on", "1", ("Wet racks.", "Change"), "-", "A course", ".", "", "", "", "", "",
        ("1 line: 1 planned", "Go on"), "1", ("A course", "Take it out"), ("Nothing is in the log yet.", "Training"),
    )  # fmt: skip

    assert heard.unread == ()
    assert learning_log.learning_log(log.desk()).lines == ()


def test_the_training_plan_is_heard_and_written(log: Room) -> None:
    learning_log.keep_learning(log.desk(), TYPED)

    heard = log.talk(
        *START,
        ("1 line", "The training plan"),
        ("Training plan: ", "Hear it"),
        ("In the log: Training: A course (Trainer, due in 15 days)", "How it was"),
        ("Figures of few settings are kept back", "Write"),
        ("to change in Word.", "The learning log"),
        ("What next?", "The partnership's side"),
    )

    assert heard.unread == ()
    assert (log.root / "reports" / "2026-2028-training-plan.docx").exists()


def test_the_calendar_is_heard_planned_in_changed_and_written(log: Room) -> None:
    audit_calendar.keep_audit(log.desk(), PLANNED)

    heard = log.talk(
        *START,
        "The calendar",
        ("both touch 1 ", "Hear it"),
        ("Trays, NHS: planned", "Hear which"),
        ("nobody has looked at it yet", "Change one"),
        ("Which one?", "Trays"),
        *("", "", "9/2027", "", "", "", ""),
        ("0 under way, 1 planned.", "Plan an"),
        *("Mirrors", "Police", "", "", "", "", ""),
        ("2 planned", "Take one off"),
        ("Which one?", "Mirrors"),
        ("1 planned.", "Write"),
        ("1 date written to", "The learning log"),
    )

    assert heard.unread == ()
    months = audit_calendar.audit_calendar(log.desk()).months
    assert [one.title for month in months for one in month.audits if one.planned_here] == ["Trays"]
    assert months[-1].title == "September 2027"
