"""Results of spot checks, the briefing on a topic, and a result as evidence."""

from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.services import spot_results, spot_rounds
from compact_tui.services.desk import Desk
from compact_tui.services.history import history, undo
from compact_tui.services.records import list_evidence
from tests.asking import asking_desk, with_bank
from tests.bank_samples import question, story
from tests.services.desks import at, started

BANK = (
    question(1, topic="recording", criteria=("u1-wet-rack", "u9-nowhere")),
    story(2, topic="recording"),
    question(3, topic="prevent", standards=("u2",)),
    question(4, topic="our-setting", from_profile=("lead_name",)),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace without an audit, with the umbrella bank."""
    return asking_desk(tmp_path / "ws", *BANK)


def with_audit(tmp_path: Path) -> Desk:
    return with_bank(started(tmp_path / "audit"), *BANK)


def ask(desk: Desk, number: int, times: int, level: str = "full", group: str = "Porters") -> None:
    for _ in range(times):
        spot_rounds.record(desk, group, f"q-{number}", level)


def test_results_come_out_of_the_books_with_titles_of_topics_and_leave_out_what_the_profile_cannot_answer(
    desk: Desk,
) -> None:
    ask(desk, 1, 5)
    ask(desk, 1, 5, "not-yet", "Cleaners")

    view = spot_results.results(desk)

    assert view.groups == ("Porters", "Cleaners")
    assert [(topic.title, topic.words) for topic in view.topics] == [
        ("Writing it down", "partly known: 50 % of 10 answers"),
        ("Prevent", "never asked"),
    ]
    assert [line.id for line in spot_results.gaps(desk).never_asked] == ["prevent"]


def test_the_briefing_is_on_what_is_unsafe_before_what_is_weak_before_what_was_never_asked(desk: Desk) -> None:
    assert spot_results.briefing(desk).topic == "recording"
    ask(desk, 1, 9)
    assert spot_results.briefing(desk).topic == "prevent"
    ask(desk, 3, 9)
    assert spot_results.briefing(desk).topic == "recording"
    ask(desk, 3, 9, "not-yet")
    assert spot_results.briefing(desk).topic == "prevent"
    spot_rounds.record(at(desk, minutes=5), "Porters", "q-2", "not-yet", heard=["shake"])
    assert spot_results.briefing(desk).topic == "recording"


def test_a_briefing_can_be_asked_for_by_id_or_title_and_says_how_it_stands(desk: Desk) -> None:
    ask(desk, 1, 5, "not-yet")
    ask(desk, 3, 1)

    assert spot_results.briefing(desk, "Writing it down").standing == "How it stands: not yet known: 0 % of 5 answers."
    assert spot_results.briefing(desk, " PREVENT ").standing == "How it stands: too few answers for a figure."


def test_an_unknown_topic_and_one_without_questions_are_said(desk: Desk) -> None:
    with pytest.raises(UsageError, match='no topic "recrding"') as wrong:
        spot_results.briefing(desk, "recrding")
    assert wrong.value.hint == 'Did you mean "recording"?'
    with pytest.raises(CompactError, match="no question on this topic"):
        spot_results.briefing(desk, "our-setting")


def test_without_an_audit_or_with_few_answers_the_offer_says_what_to_do(desk: Desk) -> None:
    few = spot_results.offer_evidence(desk, "recording")
    ask(desk, 1, 5)
    alone = spot_results.offer_evidence(desk, "recording")

    assert (few.ready, few.sentence[:21]) == (False, "There are too few ans")
    assert not alone.ready
    assert alone.sentence.endswith("No audit has been started here: start one on Home, then offer it again.")
    with pytest.raises(UsageError, match="No audit has been started here"):
        spot_results.give_evidence(desk, "recording")


def test_a_result_is_offered_to_the_criteria_it_speaks_to_and_kept_as_one_change(tmp_path: Path) -> None:
    desk = with_audit(tmp_path)
    ask(desk, 1, 5)
    before = len(history(desk))

    offer = spot_results.offer_evidence(desk, "recording")
    assert (offer.ready, offer.supports, offer.sentence) == (True, ("u1-wet-rack",), "It speaks to 1.2.")
    assert [(row.id, row.belongs) for row in offer.rows[:2]] == [("u1-wet-rack", True), ("u1", False)]
    assert list_evidence(desk) == ()

    item = spot_results.give_evidence(desk, "recording")
    assert item.title == "Spot check, Writing it down: 5 answers from 1 role group, 3 Dec 2026: 5 full"
    assert (item.supports, item.kind, item.seen_on) == (("u1-wet-rack",), "", "2026-12-03")
    assert len(history(desk)) == before + 1
    undo(desk)
    assert list_evidence(desk) == ()


def test_a_question_that_names_only_standards_speaks_to_them_and_a_person_can_say_otherwise(tmp_path: Path) -> None:
    desk = with_audit(tmp_path)
    ask(desk, 3, 6)

    assert spot_results.offer_evidence(desk, "prevent").supports == ("u2",)
    assert spot_results.give_evidence(desk, "prevent", ("3.1",)).supports == ("u3-match",)
    assert spot_results.give_evidence(desk, "prevent", ()).supports == ()


def test_a_briefing_tells_nothing_of_answers_that_are_too_few_to_show(desk: Desk) -> None:
    untouched = spot_results.briefing(desk, "recording")
    ask(desk, 2, 1, "not-yet")
    few = spot_results.briefing(desk, "recording")

    assert (few.question, few.again_on) == (untouched.question, untouched.again_on)
