"""How far an audit has come, which criteria a filter lets through, and what waits next."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.audit import Audit, CriterionAnswer, Evidence, Grade, Summary
from compact_tui.core.progress import (
    FILTERS,
    Stop,
    differs_upward,
    evidence_of_standard,
    impact_shown,
    is_answered,
    next_unanswered,
    progress,
    stops,
    suggestion_for,
)
from tests.samples import head, lamp_audit, lamp_pack, umbrella_pack, without_levels

PACK = lamp_pack()
HALL = PACK.standard[0]
ALL = [Stop("hall", c.id) for c in HALL.criterion] + [Stop("hall"), Stop("stairs", "stairs-bulb"), Stop("stairs")]


def answered(**answers: str) -> Audit:
    said = tuple(CriterionAnswer(criterion=name.replace("_", "-"), answer=given) for name, given in answers.items())
    return Audit(head=head(), answers=said)


def graded(audit: Audit, *standards: str) -> Audit:
    return msgspec.structs.replace(audit, grades=tuple(Grade(standard=s, level="bright") for s in standards))


EVERYTHING = {"hall_bulb": "lit", "hall_switch": "lit", "hall_shade": "in-the-dark", "stairs_bulb": "out"}


@pytest.mark.parametrize(
    ("answer", "is_one"),
    [(None, False), ("unanswered", False), ("in-the-dark", True), ("no-lamp", True), ("lit", True)],
)
def test_not_known_yet_is_an_answer_and_silence_is_none(answer: str | None, is_one: bool) -> None:
    assert is_answered(answer and CriterionAnswer(criterion="c", answer=answer) or None) is is_one


@pytest.mark.parametrize(
    ("audit", "states", "counts", "complete"),
    [
        (answered(), ["not-started", "not-started"], (0, 0), False),
        (answered(hall_bulb="lit"), ["started", "not-started"], (1, 0), False),
        (answered(hall_bulb="unanswered"), ["not-started", "not-started"], (0, 0), False),
        (answered(gone="lit"), ["not-started", "not-started"], (0, 0), False),
        (graded(answered(), "hall"), ["attention", "not-started"], (0, 1), False),
        (graded(answered(), "gone"), ["not-started", "not-started"], (0, 0), False),
        (graded(answered(stairs_bulb="out"), "stairs"), ["not-started", "done"], (1, 1), False),
        (answered(**EVERYTHING), ["started", "started"], (4, 0), False),
        (graded(answered(**EVERYTHING), "hall", "stairs"), ["done", "done"], (4, 2), True),
    ],
)
def test_each_standard_has_a_state_and_the_totals_add_up(
    audit: Audit, states: list[str], counts: tuple[int, int], complete: bool
) -> None:
    found = progress(PACK, audit)

    assert [s.state for s in found.standards] == states
    assert (found.criteria, found.answered, found.graded) == (4, *counts)
    assert found.complete is complete


def test_a_standard_without_criteria_waits_for_its_grade_only() -> None:
    bare = msgspec.structs.replace(PACK, standard=(msgspec.structs.replace(HALL, criterion=()),))

    assert next_unanswered(bare, answered()) == Stop("hall")
    assert progress(bare, graded(answered(), "hall")).complete


SOME = answered(hall_bulb="lit", hall_switch="flickers", hall_shade="no-lamp", stairs_bulb="in-the-dark")


@pytest.mark.parametrize(
    ("filter_id", "audit", "left"),
    [
        ("all", answered(), ALL),
        ("unanswered", answered(), [s for s in ALL if s.criterion]),
        ("unanswered", answered(hall_bulb="lit", hall_switch="unanswered"), [ALL[1], ALL[2], ALL[4]]),
        ("unanswered", SOME, []),
        ("open", answered(), []),
        ("open", SOME, [ALL[1], ALL[4]]),
        ("open", answered(hall_bulb="out"), [ALL[0]]),
        ("open", answered(hall_bulb="an answer of another pack"), []),
        ("musts", SOME, [ALL[0], ALL[4]]),
    ],
)
def test_a_filter_lets_through_what_its_words_say(filter_id: str, audit: Audit, left: list[Stop]) -> None:
    assert list(stops(PACK, audit, filter_id)) == left


def test_only_the_way_through_everything_stops_at_the_grades() -> None:
    with_grades = [name for name, _ in FILTERS if any(not s.criterion for s in stops(PACK, SOME, name))]

    assert with_grades == ["all"]


def test_an_answer_that_counts_as_not_met_is_open_whatever_its_own_name() -> None:
    pack = umbrella_pack()
    audit = Audit(head=head(), answers=(CriterionAnswer(criterion="u1-ticket", answer="need-support"),))

    assert stops(pack, audit, "open") == (Stop("u1", "u1-ticket"),)


@pytest.mark.parametrize(
    ("audit", "after", "found"),
    [
        (answered(), None, ALL[0]),
        (answered(), ALL[0], ALL[1]),
        (answered(), ALL[2], ALL[3]),
        (answered(), ALL[3], ALL[4]),
        (answered(), ALL[5], ALL[0]),
        (answered(), Stop("gone", "gone-too"), ALL[0]),
        (graded(answered(**EVERYTHING), "stairs"), ALL[4], ALL[3]),
        (graded(answered(**EVERYTHING), "stairs"), ALL[3], ALL[3]),
        (graded(answered(hall_bulb="lit", hall_shade="lit", stairs_bulb="out"), "hall", "stairs"), ALL[5], ALL[1]),
        (graded(answered(**EVERYTHING), "hall", "stairs"), None, None),
        (graded(answered(**EVERYTHING), "hall", "stairs"), ALL[2], None),
    ],
)
def test_what_waits_is_looked_for_onward_and_then_from_the_beginning(
    audit: Audit, after: Stop | None, found: Stop | None
) -> None:
    assert next_unanswered(PACK, audit, after) == found


@given(st.sets(st.sampled_from(ALL)), st.sampled_from(ALL))
@settings(derandomize=True, deadline=None)
def test_going_from_one_waiting_place_to_the_next_visits_each_once(done: set[Stop], start: Stop) -> None:
    audit = graded(
        answered(**{s.criterion: "lit" for s in done if s.criterion}), *(s.standard for s in done if not s.criterion)
    )
    waiting = [s for s in ALL if s not in done]

    here, visited = start, []
    for _ in waiting:
        following = next_unanswered(PACK, audit, here)
        assert following is not None
        visited.append(following)
        here = following

    assert sorted(visited, key=ALL.index) == waiting


def test_evidence_of_a_standard_backs_it_or_any_of_its_criteria() -> None:
    backing = [("hall",), ("hall-shade", "stairs"), ("stairs",), (), ("hall-bulb",)]
    audit = msgspec.structs.replace(
        answered(), evidence=tuple(Evidence(id=f"e{n}", title="t", supports=s) for n, s in enumerate(backing))
    )

    assert [e.id for e in evidence_of_standard(audit, HALL)] == ["e0", "e1", "e4"]


@pytest.mark.parametrize(
    ("text", "kinds", "shown"),
    [
        ("", ("log", "word"), False),
        ("Drier.", (), False),
        ("Drier.", ("log", "log"), False),
        ("Drier.", ("log", ""), False),
        ("Drier.", ("log", "word"), True),
    ],
)
def test_impact_takes_a_summary_and_two_kinds_of_evidence(text: str, kinds: tuple[str, ...], shown: bool) -> None:
    audit = msgspec.structs.replace(
        answered(),
        summaries=(Summary(standard="hall", text=text),),
        evidence=tuple(Evidence(id=str(n), title="t", kind=k, supports=("hall-bulb",)) for n, k in enumerate(kinds)),
    )

    assert impact_shown(audit, HALL) is shown


@pytest.mark.parametrize(
    ("chosen", "suggested", "better"),
    [
        ("bright", "glowing", True),
        ("glowing", "glowing", False),
        ("dim", "bright", False),
        ("bright", "none", False),
        ("not-graded", "dim", False),
    ],
)
def test_only_a_better_level_differs_upward(chosen: str, suggested: str, better: bool) -> None:
    assert differs_upward(PACK, chosen, suggested) is better


def test_a_suggestion_is_of_the_audits_own_answers() -> None:
    assert suggestion_for(PACK, lamp_audit(), HALL).level == "bright"
    assert suggestion_for(PACK, answered(hall_bulb="out", hall_switch="lit", hall_shade="lit"), HALL).level == "dim"
    assert suggestion_for(PACK, answered(hall_bulb="out"), HALL).level == "none"


PLAIN = without_levels(PACK)
"""The same without levels: a self-assessment without grades."""


@pytest.mark.parametrize(
    ("audit", "states", "complete"),
    [
        (answered(), ["not-started", "not-started"], False),
        (answered(hall_bulb="lit"), ["started", "not-started"], False),
        (answered(hall_bulb="lit", hall_switch="out", hall_shade="no-lamp"), ["done", "not-started"], False),
        (answered(stairs_bulb="in-the-dark"), ["not-started", "done"], False),
        (answered(**EVERYTHING), ["done", "done"], True),
    ],
)
def test_without_levels_a_standard_is_done_when_all_of_it_is_answered(
    audit: Audit, states: list[str], complete: bool
) -> None:
    found = progress(PLAIN, audit)

    assert [s.state for s in found.standards] == states
    assert (found.graded, found.to_grade) == (0, 0)
    assert found.complete is complete


def test_without_levels_no_stop_is_a_grade_and_nothing_waits_when_all_is_answered() -> None:
    assert stops(PLAIN, answered()) == tuple(stop for stop in ALL if stop.criterion)
    assert next_unanswered(PLAIN, answered(hall_bulb="lit")) == Stop("hall", "hall-switch")
    assert next_unanswered(PLAIN, answered(**EVERYTHING)) is None
    assert next_unanswered(PACK, answered(**EVERYTHING)) == Stop("hall")
