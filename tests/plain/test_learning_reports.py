"""Learning reports and good practice in typed lines."""

import pytest

from compact_tui.services import good_practice
from tests.analysis_samples import MODERATED, SEVEN, SEVEN_BEFORE, collected
from tests.plain.conftest import Room
from tests.services.partnership_desks import started_partnership

START = ("The partnership's side", "Learning reports")


@pytest.fixture
def seven(room: Room) -> Room:
    """Seven returns; groups under three are kept back."""
    collected(started_partnership(room.root, threshold="3"), (*SEVEN_BEFORE, *SEVEN), MODERATED)
    return room


def test_a_report_is_heard_and_all_are_written(seven: Room) -> None:
    heard = seven.talk(
        *START,
        ("3 reports, 0 written.", "Write all"),
        ("City overview, 2026-2028: written to", ""),
        ("3 reports, 3 written.", "The partnership's side"),
    )

    assert len(list((seven.root / "reports").glob("*.docx"))) == 3
    assert heard.unread == ()


def test_good_practice_is_written_changed_and_taken_out(seven: Room) -> None:
    heard = seven.talk(
        *START, "Good practice",
        ("No good practice", "Write one"), ("What do they do", "They ring first."), ".", "", "", "",
        ("1 example", "Change"), ("Which one?", "1"), ("What do they do", "They always ring."), ".", "", "", "",
        ("They always ring.", "The reports"),
    )  # fmt: skip
    assert heard.unread == ()
    assert good_practice.list_practice(seven.desk()).lines[0].text == "They always ring."

    seven.talk(*START, "Good practice", "Take one out", "1", ("No good practice", "The reports"))
    assert good_practice.list_practice(seven.desk()).lines == ()
