"""The return: states, order, what is parked, its first line, its codes."""

import msgspec
import pytest

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, Summary
from compact_tui.core.digest import spoken_code
from compact_tui.core.return_build import build_return
from compact_tui.core.return_parked import ParkedAction, ParkedAnswer, ParkedEvidence, ParkedGrade, ParkedSummary
from compact_tui.core.returns import content_code, counts_of, first_line, return_state, with_digest
from compact_tui.exchange.return_json import encode
from tests.core.return_samples import built
from tests.samples import (
    head,
    lamp_audit,
    lamp_pack,
    lamp_return,
    return_made,
    setting,
)


def test_what_is_not_said_is_there_as_a_state_of_its_own() -> None:
    return_ = built(Audit(head=head()))

    assert [s.grade for s in return_.standards] == ["not-graded", "not-graded"]
    assert [s.suggested for s in return_.standards] == ["none", "none"]
    assert {c.answer for s in return_.standards for c in s.criteria} == {"unanswered"}
    assert return_.parked == ()
    assert '"parked": []' in encode(return_).decode()


def test_a_suggestion_is_worked_out_and_explained() -> None:
    hall = built(lamp_audit()).standards[0]

    assert (hall.suggested, hall.because, hall.suggested_when_graded) == ("bright", "All 2 criteria lit.", "bright")


def test_lists_are_in_pack_order_then_in_the_order_of_creation() -> None:
    audit = lamp_audit()
    late = Evidence(id="e-0", title="Last", supports=("hall-bulb",))
    audit = msgspec.structs.replace(
        audit, answers=tuple(reversed(audit.answers)), grades=audit.grades[::-1], evidence=(*audit.evidence, late)
    )

    return_ = built(audit)

    assert [s.id for s in return_.standards] == ["hall", "stairs"]
    assert [c.id for c in return_.standards[0].criteria] == ["hall-bulb", "hall-switch", "hall-shade"]
    assert [e.id for e in return_.evidence] == ["e-1", "e-2", "e-0"]
    assert return_.standards[0].criteria[0].evidence == ("e-1", "e-0")
    assert return_.standards[0].criteria[2].actions == ("t-1",)


def test_what_the_pack_does_not_ask_is_parked_and_not_counted() -> None:
    audit = lamp_audit()
    audit = msgspec.structs.replace(
        audit,
        answers=(
            *audit.answers,
            CriterionAnswer(criterion="old", answer="lit"),
            CriterionAnswer(criterion="hall-bulb"),
        ),
        grades=(*audit.grades, Grade(standard="attic", level="dim")),
        summaries=(*audit.summaries, Summary(standard="attic", text="Dusty.")),
        evidence=(
            *audit.evidence,
            Evidence(id="e-old", title="Old", supports=("old",)),
            Evidence(id="e-both", title="Both", supports=("old", "hall")),
            Evidence(id="e-idle", title="Idle"),
        ),
        actions=(*audit.actions, Action(id="t-old", what="Sweep", supports=("attic",))),
    )

    return_ = built(audit)

    assert [(type(p), p.id) for p in return_.parked] == [
        (ParkedAnswer, "old"),
        (ParkedAnswer, "hall-bulb"),
        (ParkedGrade, "attic"),
        (ParkedSummary, "attic"),
        (ParkedEvidence, "e-old"),
        (ParkedAction, "t-old"),
    ]
    assert [e.id for e in return_.evidence] == ["e-1", "e-2", "e-both", "e-idle"]
    assert counts_of(return_) == counts_of(built(lamp_audit())).__class__(2, 2, 4, 4, 4, 1, 1)
    assert return_.parked[0].evidence == ("e-old", "e-both")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "This return is complete and signed by A. Light (Head)."),
        (
            {"sign_offs": ()},
            "This return is not signed: everything is answered and graded, but nobody has signed it.",
        ),
        ({"grades": ()}, "This return is not complete: 2 of 2 standards not graded."),
        (
            {"answers": (), "sign_offs": ()},
            "This return is not complete: 4 of 4 criteria not answered. Nobody has signed it.",
        ),
        (
            {"answers": (), "grades": ()},
            "This return is not complete: 2 of 2 standards not graded, 4 of 4 criteria not answered.",
        ),
    ],
)
def test_the_first_line_says_whether_it_is_finished_and_signed(changes: dict[str, object], line: str) -> None:
    return_ = built(msgspec.structs.replace(lamp_audit(), **changes))

    assert first_line(return_) == line
    assert return_.complete is (not changes)
    assert (return_.warnings[:1] == (line,)) is bool(changes)


def test_warnings_are_the_findings_with_their_numbers() -> None:
    audit = msgspec.structs.replace(lamp_audit(), evidence=())

    assert built(audit).warnings == (
        "1: The hall is graded Bright without any evidence.",
        "2: The stairs is graded Bright without any evidence.",
    )


def test_that_nobody_has_signed_is_said_once() -> None:
    return_ = built(msgspec.structs.replace(lamp_audit(), sign_offs=()))

    assert return_.warnings == (first_line(return_),)


def test_not_known_yet_is_an_answer_and_leaves_the_return_complete() -> None:
    audit = lamp_audit()
    audit = msgspec.structs.replace(
        audit, answers=(*audit.answers[:3], CriterionAnswer(criterion="stairs-bulb", answer="in-the-dark"))
    )

    assert built(audit).complete is True


def test_a_second_return_names_the_one_it_takes_the_place_of() -> None:
    audit = msgspec.structs.replace(lamp_audit(), returns=(return_made(id="r-1"), return_made(id="r-2")))

    assert built(audit).supersedes == "r-2"
    sent = msgspec.structs.replace(audit.returns[0], sent_on="2026-12-02")
    assert built(msgspec.structs.replace(audit, returns=(sent, audit.returns[1]))).supersedes == "r-1"
    assert built(lamp_audit()).supersedes == ""


def test_text_leaves_composed_and_with_plain_line_ends() -> None:
    audit = msgspec.structs.replace(
        lamp_audit(), summaries=(Summary(standard="hall", text="Cafe\u0301\r\nroom\rhalf \ud83d."),)
    )

    summary = built(audit).standards[0].summary

    assert summary == "Café\nroom\nhalf ?."
    assert encode(built(audit))


def test_the_content_code_stays_from_the_preview_to_the_return_and_when_it_is_signed() -> None:
    unsigned = msgspec.structs.replace(lamp_audit(), sign_offs=())
    previewed = build_return(
        setting(), lamp_pack(), unsigned, return_id="", made_on="2026-12-01", made_by="x 1", today="2026-12-01"
    )

    assert content_code(previewed) == content_code(built(lamp_audit()))
    assert content_code(previewed) == content_code(with_digest(built(unsigned)))


def test_the_content_code_changes_with_anything_that_is_signed() -> None:
    audit = lamp_audit()
    codes = {content_code(built(audit))}
    for field in ("answers", "grades", "summaries", "evidence", "actions"):
        codes.add(content_code(built(msgspec.structs.replace(audit, **{field: getattr(audit, field)[:-1]}))))
    codes.add(content_code(built(audit, who=setting(contact_name="Other"))))

    assert len(codes) == 7


def test_the_code_of_a_return_is_that_of_its_digest() -> None:
    return_ = lamp_return()

    assert return_.digest.startswith("sha256:")
    assert with_digest(return_) == return_
    assert spoken_code(return_.digest) != content_code(return_)


@pytest.mark.parametrize(
    ("changes", "state", "sentence", "days"),
    [
        (None, "not-made", "not made", 0),
        ({}, "made", "made 3 Dec 2026, NOT yet sent", 7),
        ({"sent_on": "2026-12-04", "sent_by": "Head"}, "sent", "sent on 4 Dec 2026 by Head", 6),
        ({"sent_on": "2026-12-04"}, "sent", "sent on 4 Dec 2026", 6),
        ({"sent_on": "2026-12-04", "receipt_on": "2026-12-09"}, "receipt", "receipt 9 Dec 2026", 1),
        ({"receipt_on": "2026-12-10"}, "receipt", "receipt 10 Dec 2026", 0),
        ({"made_at": "2026-12-11T00:00:00Z"}, "made", "made 11 Dec 2026, NOT yet sent", 0),
        ({"made_at": "damaged"}, "made", "made damaged, NOT yet sent", 0),
    ],
)
def test_the_state_of_the_last_return_is_told_in_a_sentence(
    changes: dict[str, object] | None, state: str, sentence: str, days: int
) -> None:
    returns = () if changes is None else (return_made(sent_on="2026-01-01"), return_made(**changes))
    audit = msgspec.structs.replace(lamp_audit(), returns=returns)

    told = return_state(audit, "2026-12-10")

    assert (told.id, told.sentence, told.days) == (state, sentence, days)
