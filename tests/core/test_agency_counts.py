"""What the files show, counted; and what it says of those that nobody looked at."""

import pytest
from msgspec.structs import replace

from compact_tui.core.agency_audit import (
    AgencyAudit,
    AgencyHead,
    Asked,
    Case,
    CaseAnswer,
    CaseNote,
    Decision,
    Sample,
    SecondRead,
    answer_id,
)
from compact_tui.core.agency_counts import tallies, topic_tallies, unsafe_cases, untold_cases
from compact_tui.core.agency_overview import doubled

HEAD = AgencyHead(
    id="g-1",
    title="Coats",
    template="coats",
    edition="1",
    kind="case-file",
    one="coat",
    many="coats",
    standards=("u1",),
    status="started",
    started_on="2026-12-01",
)
TODAY = "2026-12-03"


def said(**answers: str) -> AgencyAudit:
    """An audit of two questions; each case is given with its answers, ``C01="yn"``, a dash for none."""
    words = {"y": "yes", "p": "partly", "n": "no", "x": "not-applicable"}
    questions = (
        Asked(id="dry", text="Dry?", topics=("rain", "care")),
        Asked(id="hung", text="Hung?", topics=("care",)),
    )
    return AgencyAudit(
        head=HEAD,
        questions=questions,
        samples=(Sample(id="m-1", total=9, size=len(answers), method="random"),),
        cases=tuple(Case(id=ref, number=at, of=9) for at, ref in enumerate(answers, 1)),
        answers=tuple(
            CaseAnswer(id=answer_id(ref, asked.id), case=ref, question=asked.id, answer=words[letter])
            for ref, letters in answers.items()
            for asked, letter in zip(questions, letters, strict=True)
            if letter != "-"
        ),
    )


def test_each_question_is_counted_with_what_is_missing() -> None:
    dry, hung = tallies(said(C01="yn", C02="pn", C03="x-"))

    assert (dry.yes, dry.partly, dry.no, dry.not_applicable, dry.unanswered) == (1, 1, 0, 1, 0)
    assert dry.sentence == "yes in 1 of 2, partly in 1, no in 0; not applicable in 1"
    assert hung.sentence == "yes in 0 of 2, partly in 0, no in 2; not answered in 1"
    assert tallies(said(C01="--"))[0].sentence == "not answered in 1"


def test_what_two_readers_agreed_on_counts() -> None:
    audit = said(C01="yy")
    agreed = replace(audit, decisions=(Decision(id="C01@dry", case="C01", question="dry", answer="no"),))

    assert (tallies(agreed)[0].yes, tallies(agreed)[0].no) == (0, 1)


def test_the_rest_is_spoken_of_only_where_chance_chose_and_all_fit() -> None:
    whole = said(C01="ny", C02="yy")
    for_a_reason = replace(whole, samples=(replace(whole.samples[0], method="reason"),))

    assert 'would probably be "no" or "partly" too' in tallies(whole)[0].beyond
    assert tallies(for_a_reason)[0].beyond == ""
    assert tallies(said(C01="ny", C02="xy"))[0].beyond == ""
    assert tallies(said(C01="ny", C02="-y"))[0].beyond == ""


def test_topics_with_most_to_mend_stand_first() -> None:
    found = topic_tallies(said(C01="yn", C02="yp"), {"rain": "Rain"})

    assert [(one.id, one.words, one.yes, one.partly, one.no) for one in found] == [
        ("care", "care", 2, 1, 1),
        ("rain", "Rain", 2, 0, 0),
    ]


def test_an_unsafe_case_waits_until_the_lead_was_told() -> None:
    audit = said(C01="yy", C02="nn")
    marked = replace(audit, answers=(*audit.answers[:2], *(replace(one, unsafe=True) for one in audit.answers[2:])))
    told = replace(marked, notes=(CaseNote(case="C02", told_on=TODAY),))

    assert (unsafe_cases(audit), unsafe_cases(marked), untold_cases(marked)) == ((), ("C02",), ("C02",))
    assert (unsafe_cases(told), untold_cases(told)) == (("C02",), ())


def test_the_same_work_is_named_unless_it_is_long_ago_dropped_or_another_teams() -> None:
    def audits_like(**changes: object) -> int:
        other = AgencyAudit(head=replace(HEAD, **{"id": "g-2", **changes}))
        return len(doubled(HEAD, [AgencyAudit(head=HEAD), other], TODAY))

    closed = {"status": "closed"}
    assert audits_like() == audits_like(standards=("u1", "u2")) == audits_like(standards=()) == 1
    assert audits_like(status="planned", planned_for="2027-05-01") == 1
    assert audits_like(**closed, closed_on="2025-12-03") == 1
    assert audits_like(**closed, closed_on="2025-12-02") == 0
    assert audits_like(standards=("u2",)) == audits_like(template="hats") == audits_like(status="dropped") == 0
    assert (
        len(doubled(replace(HEAD, team="Yard"), [AgencyAudit(head=replace(HEAD, id="g-2", team="Hall"))], TODAY)) == 0
    )


@pytest.mark.parametrize(
    ("first", "first_told", "second", "second_told", "unsafe", "untold"),
    [
        (False, "", True, "", True, True),
        (False, "", True, "2026-12-03", True, False),
        (True, "2026-12-01", True, "", True, True),
        (True, "", True, "2026-12-03", True, True),
        (True, "2026-12-01", True, "2026-12-03", True, False),
        (False, "2026-12-01", True, "", True, True),
        (False, "", False, "2026-12-03", False, False),
    ],
)
def test_what_either_reader_read_waits_until_the_lead_was_told_of_it(
    first: bool, first_told: str, second: bool, second_told: str, unsafe: bool, untold: bool
) -> None:
    key = answer_id("C01", "dry")
    audit = replace(
        said(C01="yy"),
        answers=(CaseAnswer(id=key, case="C01", question="dry", unsafe=first),),
        notes=(CaseNote(case="C01", told_on=first_told),),
        second_reads=(SecondRead(id=key, case="C01", question="dry", answer="", unsafe=second, told_on=second_told),),
    )

    assert (unsafe_cases(audit), untold_cases(audit)) == (("C01",) * unsafe, ("C01",) * untold)
