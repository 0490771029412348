"""Results of spot checks in typed lines."""

import pytest

from compact_tui.services import spot_keeping, spot_rounds
from compact_tui.services.records import list_evidence
from tests.asking import with_bank
from tests.bank_samples import question
from tests.plain.conftest import Room


@pytest.fixture
def heard(audit: Room, monkeypatch: pytest.MonkeyPatch) -> Room:
    """An audit, and five answers on one topic."""
    readings = with_bank(audit.desk(), question(1, topic="recording", criteria=("u1-wet-rack",))).shelf.banks
    monkeypatch.setattr("compact_tui.services.banks.shipped_banks", lambda: readings)
    for _ in range(5):
        spot_rounds.record(audit.desk(), "Porters", "q-1", "not-yet")
    return audit


def test_the_results_are_heard_and_a_topic_with_its_groups_and_briefing(heard: Room) -> None:
    said = heard.talk(
        "Ask a few",
        ("Spot checks.", "What is known"),
        ("What is known. 5 answers in 1 topic", "1"),
        ("Writing it down: 0 % of 5 answers", "2"),
        ("Which topic?", "1"),
        ("Porters: not yet known: 0 % of 5 answers", "1"),
        ("Say: On the rack by the door", "q"),
    )

    assert said.unread == ()
    assert "Counts are answers, not people." in said.said


def test_a_result_is_kept_as_evidence_and_pages_are_written(heard: Room) -> None:
    said = heard.talk(
        "Ask a few",
        ("Spot checks.", "What is known"),
        ("What is known.", "2"),
        ("Which topic?", "1"),
        ("What with it?", "4"),
        ("It speaks to 1.2.", "1"),
        ("What is known.", "2"),
        ("Which topic?", "1"),
        ("What with it?", "2"),
        ("one side: written to", "3"),
        ("Say first what staff are told", "q"),
    )

    assert said.unread == ()
    assert [item.supports for item in list_evidence(heard.desk())] == [("u1-wet-rack",)]


def test_a_sheet_a_card_and_a_slide_are_written_once_staff_were_told(heard: Room) -> None:
    spot_keeping.tell_staff(heard.desk())

    said = heard.talk(
        "Ask a few",
        ("Spot checks.", "What is known"),
        ("What is known.", "2"),
        ("Which topic?", "1"),
        ("What with it?", "3"),
        ("The slide, answer on the next", "3"),
        ("For which role group?", "1"),
        ("The sheet, answers on the back", "4"),
        ("For which role group?", "1"),
        ("The pocket card, to be cut and folded", "q"),
    )

    assert said.unread == ()
