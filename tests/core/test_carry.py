"""The next round from the last: names, what went stale, what became of promises, what waits, and what is dropped."""

from typing import Any

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Action, Audit, CarriedAnswer, CarriedSummary, CriterionAnswer, Evidence, Grade
from compact_tui.core.carried import first_waiting, said_before, waiting_answer, waiting_in, waiting_summary
from compact_tui.core.carry import became_of, carry, next_cycle, stale_day, why_stale
from tests.samples import head, lamp_audit, lamp_pack

TODAY = "2028-12-03"
BULB = CarriedAnswer(criterion="hall-bulb", answer="lit", note="As it was.", cycle="2024-2026", from_audit="a-0")
HALL = CarriedSummary(standard="hall", text="All could read.", cycle="2024-2026", from_audit="a-0")


@pytest.mark.parametrize(
    ("cycle", "expected"),
    [
        ("2026-2028", "2028-2030"),
        ("2026 - 2028", "2028 - 2030"),
        ("2025/2026", "2026/2027"),
        ("2026\u20132028", "2028\u20132030"),
        ("2028-2026", "usual"),
        ("Autumn", "usual"),
        ("", "usual"),
    ],
)
def test_the_next_round_is_named_after_the_last(cycle: str, expected: str) -> None:
    assert next_cycle(cycle, "usual") == expected


@pytest.mark.parametrize(
    ("days", "why", "day"),
    [
        ({"seen_on": "2028-11-01", "review_by": "2028-12-02"}, "to be looked at again since", "2028-12-02"),
        ({"seen_on": "2028-11-01", "review_by": "2028-12-03"}, "", "2028-11-01"),
        ({"seen_on": "2027-12-02"}, "seen more than a year ago, on", "2027-12-02"),
        ({"seen_on": "2027-12-03"}, "", "2027-12-03"),
        ({"at": "2026-01-01T09:00:00Z"}, "seen more than a year ago, on", "2026-01-01"),
        ({"seen_on": "long ago"}, "", ""),
    ],
)
def test_evidence_is_stale_past_its_day_or_after_a_year(days: dict[str, Any], why: str, day: str) -> None:
    item = Evidence(id="e", title="Log", **days)

    assert (why_stale(item, TODAY), stale_day(item, TODAY)) == (why, day)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"due": "2028-12-02"}, "broken"),
        ({"due": "2028-12-03"}, "open"),
        ({}, "open"),
        ({"due": "2028-12-02", "status": "done", "done_on": "2028-12-02"}, "kept"),
        ({"due": "2028-12-02", "status": "done", "done_on": "2028-12-03"}, "kept-late"),
        ({"status": "done", "done_on": "2028-12-03"}, "kept"),
        ({"due": "2028-12-02", "status": "done"}, "kept"),
    ],
)
def test_a_promise_is_kept_broken_or_still_open(said: dict[str, Any], expected: str) -> None:
    assert became_of(Action(id="t", what="Mend it", **said), TODAY) == expected


def test_what_was_answered_anew_waits_no_more_whichever_way_it_came() -> None:
    pack, full = lamp_pack(), replace(lamp_audit(), carried_answers=(BULB,), carried_summaries=(HALL,))
    bare = Audit(head=head(), carried_answers=(BULB,), carried_summaries=(HALL,))

    assert (waiting_answer(full, "hall-bulb"), waiting_summary(full, "hall"), first_waiting(pack, full)) == (
        None,
        None,
        None,
    )
    assert said_before(pack, full, "hall-bulb") == ()
    assert list(waiting_in(bare, pack.standard[0])) == [BULB, HALL]
    assert first_waiting(pack, bare) == (pack.standard[0], 2)
    noted = replace(bare, answers=(CriterionAnswer(criterion="hall-bulb", note="Seen."),))
    assert waiting_answer(noted, "hall-bulb") == BULB


def test_what_is_dropped_or_provisional_does_not_come_over_and_what_was_never_confirmed_is_named() -> None:
    pack, full = lamp_pack(), lamp_audit()
    last = replace(
        full,
        answers=tuple(a for a in full.answers if a.criterion != "hall-bulb"),
        carried_answers=(BULB,),
        actions=(*full.actions, Action(id="t-9", what="Never mind", status="dropped")),
        grades=(replace(full.grades[0], provisional=True), Grade(standard="stairs", level="bright")),
    )

    made = carry(last, pack, pack, replace(head(), id="a-9", cycle="2028-2030"))

    assert [action.id for action in made.audit.actions] == ["t-1"]
    assert [(g.standard, g.level) for g in made.audit.last_grades] == [("stairs", "bright")]
    assert [(one.kind, one.id) for one in made.left] == [("unconfirmed", "hall-bulb")]
    assert (made.audit.head.carried_from, made.audit.sign_offs, made.audit.set_asides) == ("a-1", (), ())
    assert made.audit.evidence == full.evidence
