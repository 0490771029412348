"""Learning reports and good practice in typed lines."""

import pytest

from compact_tui.core.partnership import GoodPractice
from compact_tui.services import good_practice
from compact_tui.services.desk import edit
from compact_tui.services.partnership_book import keep
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


def test_good_practice_of_an_earlier_round_is_taken_over(seven: Room) -> None:
    old = GoodPractice(id="gp-1", text="Pupils show the poster.", cycle="2024-2026")
    keep(seven.desk(), "good-practice", "x", (edit("good_practice", old.id, None, old),))

    heard = seven.talk(
        *START, "Good practice",
        ("(2024-2026: not in this round's reports)", "Take one over"), ("Which one?", "1"),
        ("2 examples", "The reports"),
    )  # fmt: skip

    assert heard.unread == ()
    assert [one.in_round for one in good_practice.list_practice(seven.desk()).lines] == [False, True]
