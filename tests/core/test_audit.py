"""Looking things up in an audit."""

import msgspec
import pytest

from compact_tui.core.audit import (
    TABLES,
    Audit,
    CarriedAnswer,
    CarriedSummary,
    CriterionAnswer,
    Grade,
    Summary,
    actions_for,
    answer_to,
    evidence_for,
    grade_of,
    latest_return,
    summary_of,
)
from compact_tui.core.lent_records import PartHere, PartLent
from compact_tui.core.reply_answered import ReplyAnswered
from compact_tui.core.standing_shared import StandingShared
from tests.samples import head, lamp_audit, return_made

EMPTY = Audit(head=head())


def test_what_nobody_has_said_is_a_state_of_its_own() -> None:
    assert answer_to(EMPTY, "hall-bulb") == CriterionAnswer(criterion="hall-bulb", answer="unanswered")
    assert grade_of(EMPTY, "hall") is None
    assert summary_of(EMPTY, "hall") == Summary(standard="hall", text="")
    assert (evidence_for(EMPTY, "hall"), actions_for(EMPTY, "hall"), latest_return(EMPTY)) == ((), (), None)


def test_what_was_said_is_found_under_exactly_what_it_is_about() -> None:
    audit = lamp_audit()

    assert answer_to(audit, "hall-switch").note == "By the door."
    assert grade_of(audit, "stairs") == audit.grades[1]
    assert summary_of(audit, "stairs").text == "Nobody has tripped since May."
    assert [e.id for e in evidence_for(audit, "hall-bulb")] == ["e-1"]
    assert [e.id for e in evidence_for(audit, "stairs")] == ["e-2"]
    assert evidence_for(audit, "hall") == ()
    assert [a.id for a in actions_for(audit, "hall-shade")] == ["t-1"]
    assert actions_for(audit, "hall-") == ()


def test_the_return_made_last_is_the_latest() -> None:
    audit = msgspec.structs.replace(EMPTY, returns=(return_made(id="r-1"), return_made(id="r-2")))

    assert latest_return(audit) == audit.returns[1]


@pytest.mark.parametrize("table", sorted(set(TABLES) - {"audit"}))
def test_every_record_survives_its_plain_form(table: str) -> None:
    audit = msgspec.structs.replace(
        lamp_audit(),
        carried_answers=(CarriedAnswer(criterion="hall-bulb", answer="lit", note="As it was.", cycle="2024-2026"),),
        carried_summaries=(CarriedSummary(standard="hall", text="All could read.", cycle="2024-2026"),),
        parts=(PartLent(id="p-1", standards=("hall",), lent_to="Caretaker", due="2026-12-10", lent_on="2026-12-01"),),
        standing=(StandingShared(standard="hall", counted_on="2026-12-03", known_answers=12, known_full=5),),
        part_here=(PartHere(id="p-9", setting="The Gallery", lent_to="Caretaker", file="part.json"),),
        returns=(return_made(),),
        reply_answers=(ReplyAnswered(id="rp-1/q-1", reply="rp-1", remark="q-1", text="Bob does.", by="Lead"),),
    )
    records = getattr(audit, table)

    back = tuple(msgspec.convert(msgspec.json.decode(msgspec.json.encode(r)), TABLES[table]) for r in records)

    assert records
    assert back == records


def test_a_record_cannot_be_changed_and_is_compared_by_what_it_says() -> None:
    grade = Grade(standard="hall", level="bright")

    with pytest.raises(AttributeError):
        grade.level = "dim"  # type: ignore[misc]
    assert hash(grade) == hash(Grade(standard="hall", level="bright"))


def test_an_audit_holds_a_place_for_every_table_of_its_book() -> None:
    fields = {field.name for field in msgspec.structs.fields(Audit)}

    assert fields - {"head"} == set(TABLES) - {"audit"}
