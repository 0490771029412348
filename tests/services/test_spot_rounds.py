"""Rounds that were: what was remembered later, counts, paper, and one answer from elsewhere."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.core.spot import PAPER
from compact_tui.services import spot_checks, spot_keeping, spot_rounds
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import all_checks, all_counted, all_heard
from tests.asking import asking_desk
from tests.services.desks import at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk on an empty workspace with the umbrella bank."""
    return asking_desk(tmp_path / "ws")


def test_one_answer_is_kept_as_a_round_that_is_over(desk: Desk) -> None:
    view = spot_rounds.record(
        desk, "Porters", "q-1", "", heard=["rack"], people=2, note="At the gate.", on="1 Dec 2026"
    )

    assert (view.round.on, view.round.open, view.round.people, view.round.words) == (
        "2026-12-01",
        False,
        2,
        "1 answer: 1 full",
    )
    assert (view.heard[0].heard, view.heard[0].note) == (("On the rack",), "At the gate.")
    assert spot_rounds.list_rounds(desk) == (view.round,)
    assert all_counted(desk) == ()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"level": ""}, 'There is no level ""'),
        ({"question_id": "q-99"}, 'No question bank has "q-99"'),
        ({"heard": ["rock"]}, 'There is no point "rock"'),
        ({"on": "4 Dec 2026"}, "still to come"),
        ({"on": "soon"}, "soon"),
        ({"people": -1}, "Fewer than nobody"),
        ({"initials": "JP"}, "Initials may not be kept"),
        ({"group": ""}, "Say who is asked"),
    ],
)
def test_an_answer_that_cannot_be_taken_is_refused_and_nothing_is_kept(
    desk: Desk, more: dict[str, object], sentence: str
) -> None:
    given: dict[str, object] = {"group": "Porters", "question_id": "q-1", "level": "full", **more}

    with pytest.raises(UsageError, match=sentence):
        spot_rounds.record(desk, **given)  # type: ignore[arg-type]
    assert all_heard(desk) == ()


def test_what_was_remembered_later_stands_beside_the_first_answer(desk: Desk) -> None:
    spot_keeping.tell_staff(desk, {"initials": "yes"})
    view = spot_rounds.record(desk, "Porters", "q-1", "partial", on="2026-12-01")
    typed = {"added": "And never on a lap.", "level": "full", "on": "2 Dec 2026", "initials": "j p"}

    after = spot_rounds.add_later(desk, view.heard[0].id, typed)

    one = after.heard[0]
    assert (one.level, one.added, one.added_on, one.added_level, one.added_level_words, one.initials) == (
        "partial",
        "And never on a lap.",
        "2026-12-02",
        "full",
        "full",
        "JP",
    )
    named = spot_rounds.add_later(desk, f"{view.round.id} q-1", {"added": "Twice."})
    assert (named.heard[0].added_on, named.heard[0].initials) == ("2026-12-03", "JP")


def test_what_was_remembered_of_nothing_is_refused(desk: Desk) -> None:
    view = spot_rounds.record(desk, "Porters", "q-1", "partial")

    with pytest.raises(UsageError, match='There is no answer "h-99"'):
        spot_rounds.add_later(desk, "h-99", {"added": "x"})
    with pytest.raises(UsageError, match="In their words This is needed"):
        spot_rounds.add_later(desk, view.heard[0].id, {"added": " "})
    assert "initials" not in {field.id for field in spot_rounds.later_form_for(desk).fields}


def test_counts_of_options_are_kept_with_what_they_amount_to(desk: Desk) -> None:
    typed = {"group": "Porters", "count-rack": "5", "count-ask": "1", "count-shake": "2"}

    view = spot_rounds.answer_together(desk, "q-2", typed)

    assert (view.round.people, view.round.words) == (8, "8 answers: 6 full, 2 not yet")
    assert dict(view.heard[0].counts) == {"full": 6, "not-yet": 2, "rack": 5, "ask": 1, "shake": 2}
    assert view.heard[0].unsafe


def test_counts_of_a_spoken_question_are_levels(desk: Desk) -> None:
    view = spot_rounds.answer_together(desk, "q-1", {"group": "Porters", "count-partial": "3", "on": "1 Dec 2026"})

    assert (view.heard[0].counts, view.heard[0].unsafe, view.round.on) == ((("partial", 3),), False, "2026-12-01")
    assert "Porters" in spot_rounds.together_form_for(desk, "q-1").fields[0].suggest
    with pytest.raises(UsageError, match="Nobody was counted"):
        spot_rounds.answer_together(desk, "q-1", {"group": "Porters", "count-full": "0"})


def test_answers_of_a_sheet_are_typed_in_by_their_numbers(desk: Desk) -> None:
    page = spot_checks.begin(desk, "Porters", seed=1, way=PAPER)
    later = at(desk, days=2)
    form = spot_rounds.paper_form_for(later)

    view = spot_rounds.enter_paper(
        later, {"round": page.check, "group": "Porters", "people": "3", "on": "4 Dec 2026"}, "1 f\n3 k"
    )

    assert form.fields[0].choices[0] == (page.check, "Porters, 2026-12-03")
    assert (view.round.open, view.round.people, view.round.answered) == (False, 3, 2)
    assert {one.on for one in all_heard(desk)} == {"2026-12-04"}
    assert [one.level for one in view.heard] == ["full", "knew-where"]
    assert len(all_heard(desk)) == 2


def test_answers_from_paper_without_a_sheet_name_their_questions(desk: Desk) -> None:
    view = spot_rounds.enter_paper(desk, {"group": "Porters"}, "q-1 full; q-5 not yet")

    assert [(one.question, one.level) for one in view.heard] == [("q-1", "full"), ("q-5", "not-yet")]
    for lines, sentence in (("q-1 full\nq-2 splendid", 'Answer 2, "q-2 splendid"'), ("q-99 f", "No question bank")):
        with pytest.raises(UsageError, match=sentence):
            spot_rounds.enter_paper(desk, {"group": "Porters"}, lines)
    assert len(all_checks(desk)) == 1


def test_rounds_are_listed_newest_first_and_a_round_is_shown_in_the_order_of_asking(desk: Desk) -> None:
    old = spot_rounds.record(desk, "Porters", "q-1", "full", on="2026-10-01")
    page = spot_checks.begin(desk, "Cooks", seed=1)
    asked = all_checks(desk)[-1].questions
    for name in reversed(asked):
        spot_checks.hear(desk, page.check, name, level="full")

    assert [line.id for line in spot_rounds.list_rounds(desk)] == [page.check, old.round.id]
    assert tuple(one.question for one in spot_rounds.show_round(desk, page.check).heard) == asked
    with pytest.raises(UsageError, match="There is no round"):
        spot_rounds.show_round(desk, "s-99")
