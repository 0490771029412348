"""Answering together: one change with the answer and its count, and never who said what."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.services import answering, history, returns, together
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.home import home
from tests.services.desks import at, reopened, started

COUNTS = {"count-in-hand": "14", "count-half-way": "3", "count-still-asking": "1", "agreed": "in-hand"}
TITLE = "Whole staff on 3 December 2026: 14 in hand, 3 half way, 1 still asking"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def titles(desk: Desk) -> list[str]:
    return [item.title for item in open_audit(reopened(desk)).audit.evidence]


def test_the_agreed_answer_and_its_count_are_one_change(desk: Desk) -> None:
    agreed = together.agree(desk, "1.1", COUNTS)

    assert (agreed.number, agreed.answer_word, agreed.by, agreed.next) == (
        "1.1",
        "In hand",
        "Whole staff",
        "u1-wet-rack",
    )
    assert agreed.tally.sentence == "18 answers: 14 in hand, 3 half way, 1 still asking."
    kept = open_audit(reopened(desk)).audit
    answer, item = kept.answers[0], kept.evidence[0]
    assert (answer.answer, answer.by) == ("in-hand", "Whole staff")
    assert (item.title, item.kind, item.seen_on, item.supports) == (TITLE, "visitor-word", "2026-12-03", ("u1-ticket",))
    assert (item.id, item.held_by) == (agreed.evidence, "Lead")
    assert item.where

    history.undo(desk)

    assert open_audit(desk).audit.evidence == ()
    assert answering.show_criterion(desk, "1.1").answer_word == ""


def test_day_people_and_note_are_kept_as_they_were_said(desk: Desk) -> None:
    typed = {**COUNTS, "on": "1 Dec 2026", "by": "Lunchtime team", "note": "Most have seen the roll."}

    together.agree(desk, "1.1", typed)

    assert titles(desk) == [TITLE.replace("Whole staff on 3", "Lunchtime team on 1")]
    shown = answering.show_criterion(desk, "1.1")
    assert (shown.by, shown.note) == ("Lunchtime team", "Most have seen the roll.")
    assert shown.reason == ""


def test_without_a_note_the_note_that_is_there_stays_and_is_offered(desk: Desk) -> None:
    answering.write_note(desk, "1.1", "Ten picked blind.")

    together.agree(desk, "1.1", COUNTS)

    assert answering.show_criterion(desk, "1.1").note == "Ten picked blind."
    assert together.typed_together(desk, "1.1") == {
        "on": "3 December 2026",
        "by": "Whole staff",
        "note": "Ten picked blind.",
    }


def test_of_fewer_than_five_answers_the_split_is_in_no_file(desk: Desk) -> None:
    agreed = together.agree(desk, "1.1", {"count-in-hand": "3", "count-half-way": "1", "agreed": "half-way"})

    assert titles(desk) == ["Whole staff on 3 December 2026: fewer than five answers"]
    assert agreed.tally.sentence.startswith("Fewer than five answers")
    for path in desk.workspace.root.rglob("*"):
        if path.is_file() and "audits" in str(path) and not path.name.endswith(".pack.json"):
            assert "3 in hand" not in path.read_text("utf-8")
            assert '"count-in-hand"' not in path.read_text("utf-8")


def test_a_second_count_on_the_same_day_takes_the_place_of_the_first(desk: Desk) -> None:
    first = together.agree(desk, "1.1", COUNTS)

    second = together.agree(desk, "1.1", {**COUNTS, "count-in-hand": "15"})

    assert second.evidence == first.evidence
    assert titles(desk) == [TITLE.replace("14", "15")]


def test_a_count_on_another_day_or_of_other_people_stands_beside_it(desk: Desk) -> None:
    together.agree(desk, "1.1", COUNTS)
    together.agree(desk, "1.1", {**COUNTS, "by": "Night team"})
    together.agree(at(desk, days=1), "1.1", COUNTS)

    assert len(titles(desk)) == 3
    assert together.together(at(desk, days=1), "1").lines[0].counted.startswith("Whole staff on 4 December 2026")


def test_what_applies_to_nobody_needs_a_reason_and_the_note_gives_it(desk: Desk) -> None:
    typed = {**COUNTS, "count-no-rain-here": "5", "agreed": "no-rain-here"}
    with pytest.raises(UsageError, match="does not apply"):
        together.agree(desk, "1.1", typed)
    assert titles(desk) == []

    together.agree(desk, "1.1", {**typed, "note": "We have a roof."})

    assert answering.show_criterion(desk, "1.1").reason == "We have a roof."


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"agreed": ""}, "needed"),
        ({"agreed": "in-hnd"}, "is not one of"),
        ({"count-in-hand": "many"}, "not a number of people"),
        ({"count-in-hnd": "3"}, "not an answer"),
        ({"count-in-hand": "", "count-half-way": "0", "count-still-asking": ""}, "Nobody's answer"),
        ({"on": "4 December 2026"}, "has not come yet"),
        ({"on": "Tuesday"}, "is not a day"),
    ],
)
def test_what_cannot_be_taken_changes_nothing(desk: Desk, changes: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        together.agree(desk, "1.1", COUNTS | changes)

    assert titles(desk) == []
    assert answering.show_criterion(desk, "1.1").answer_word == ""


@pytest.mark.parametrize(
    ("named", "standard"), [("", "u1"), ("2", "u2"), ("u3", "u3"), ("2.2", "u2"), ("u2-watch", "u2")]
)
def test_a_standard_is_opened_by_its_own_name_or_by_one_of_its_criteria(desk: Desk, named: str, standard: str) -> None:
    assert together.together(desk, named).standard == standard


def test_a_standard_that_is_not_there_is_refused(desk: Desk) -> None:
    with pytest.raises(UsageError, match="no standard"):
        together.together(desk, "9")


def test_home_says_how_many_were_answered_together_and_the_return_carries_the_count(desk: Desk) -> None:
    together.agree(desk, "1.1", COUNTS)

    line = next(line for line in home(desk).places if line.id == "together")
    assert (line.key, line.state) == ("o", "1 answered together")
    assert TITLE in str(returns.preview(desk).page)
