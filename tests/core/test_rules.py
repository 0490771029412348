"""The rules on grades over time, sign-offs, dates and whom to ring, each where nothing else is to question."""

from typing import Any

import msgspec
import pytest

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, LastGrade, SetAside, SignOff
from compact_tui.core.findings import RULES, Finding, errors_of, find_all, rule_words
from compact_tui.core.pack import AuditPack, Signer
from compact_tui.core.returns import content_code
from compact_tui.core.setting import Setting
from tests.samples import TODAY, head, lamp_audit, lamp_pack, lamp_return, setting, umbrella_pack, without_levels

replace = msgspec.structs.replace
LAMP = lamp_audit()


def found(audit: Audit, who: Setting | None = None, pack: AuditPack | None = None, code: str = "") -> list[Finding]:
    return list(find_all(who or setting(), pack or lamp_pack(), audit, TODAY, code))


def rules(audit: Audit, who: Setting | None = None, pack: AuditPack | None = None) -> list[tuple[str, str]]:
    return [(f.rule, f.where) for f in found(audit, who, pack)]


def answered(criterion: str, answer: str, **more: str) -> Audit:
    new = CriterionAnswer(criterion=criterion, answer=answer, **more)
    return replace(LAMP, answers=(*(a for a in LAMP.answers if a.criterion != criterion), new))


def graded(**changes: Any) -> Audit:
    return replace(LAMP, grades=(LAMP.grades[0], replace(LAMP.grades[1], **changes)))


def acting(**changes: str) -> Audit:
    return replace(LAMP, actions=(Action(id="t-9", what="Mend it", who="Head", supports=("stairs-bulb",), **changes),))


def showing(**changes: str) -> Audit:
    photo = replace(Evidence(id="e-9", title="Photo", supports=("hall",)), **changes)
    return replace(LAMP, evidence=(*LAMP.evidence, photo))


def essential_stairs() -> AuditPack:
    hall, stairs = lamp_pack().standard
    essential = replace(stairs, criterion=(replace(stairs.criterion[0], essential=True),))
    return replace(lamp_pack(), standard=(hall, essential))


@pytest.mark.parametrize(
    ("audit", "expected"),
    [
        (graded(provisional=True), [("grade-provisional", "stairs")]),
        # Not known, for up to sixty days and for longer.
        (answered("hall-switch", "in-the-dark", at="2026-10-04T23:59:59Z"), [("not-known-left", "hall-switch")]),
        (answered("hall-switch", "in-the-dark", at="2026-10-03T00:00:00Z"), [("not-known-long", "hall-switch")]),
        (answered("hall-switch", "in-the-dark", at="long ago"), [("not-known-left", "hall-switch")]),
        # Last time.
        (graded(level="bright"), []),
        (replace(LAMP, last_grades=(LastGrade(standard="stairs", level="dim"),)), [("far-from-last-time", "stairs")]),
        (replace(graded(reason="New wiring."), last_grades=(LastGrade(standard="stairs", level="dim"),)), []),
        (replace(LAMP, last_grades=(LastGrade(standard="stairs", level=""),)), []),
        (replace(LAMP, last_grades=(LastGrade(standard="stairs", level="of another scale"),)), []),
        (replace(LAMP, last_grades=(LastGrade(standard="cellar", level="dim"),)), []),
        # The grade is older than its answers.
        (graded(suggested="dim"), []),
        (graded(suggested="dim", at="2026-12-01T09:00:00Z"), []),
        (graded(level="glowing", suggested="dim", at="2026-12-01T09:00:00Z"), [("answers-changed-since", "stairs")]),
        (graded(level="glowing", suggested="dim", at="2026-12-01T09:30:00Z"), []),
        (graded(level="glowing", suggested="", at="2026-12-01T09:00:00Z"), []),
        (graded(level="glowing", suggested="none", at="2026-12-01T09:00:00Z"), []),
        (graded(level="glowing", suggested="dim", at=""), []),
        # Actions: the round is called 2026-2028.
        (acting(due="2027-12-03"), []),
        (acting(due="2027-12-04"), [("action-far-off", "t-9")]),
        (acting(due="2028-12-31"), [("action-far-off", "t-9")]),
        (acting(due="2029-01-01"), [("action-after-round", "t-9")]),
        (acting(due="2029-01-01", status="done", outcome="Early."), []),
        (acting(due="2026-12-20", status="done"), [("action-without-outcome", "t-9")]),
        (acting(due="2026-12-20", status="dropped", outcome=" "), [("action-without-outcome", "t-9")]),
        # Evidence.
        (showing(where="Desk", seen_on="2026-12-03"), []),
        (showing(where="Desk", seen_on="2026-12-04"), [("evidence-in-future", "e-9")]),
        (showing(where="Desk", seen_on="next week"), []),
        (showing(where="Desk", review_by="2026-12-03"), []),
        (showing(where="Desk", review_by="2026-12-02"), [("evidence-review-due", "e-9")]),
        (showing(), [("evidence-nowhere", "e-9")]),
        (showing(where=" ", held_by="\n"), [("evidence-nowhere", "e-9")]),
        (showing(held_by="Caretaker"), []),
    ],
)
def test_each_rule_finds_what_it_is_for_and_nothing_else(audit: Audit, expected: list[tuple[str, str]]) -> None:
    assert rules(audit) == expected


@pytest.mark.parametrize(
    ("cycle", "expected"),
    [
        ("2026", ["action-after-round"]),
        ("Round 2", ["action-far-off"]),
        ("", ["action-far-off"]),
        ("120261", ["action-far-off"]),
        ("2028 and 2027", ["action-far-off"]),
        ("September 2027", ["action-after-round"]),
    ],
)
def test_the_round_ends_with_the_last_year_that_its_name_says(cycle: str, expected: list[str]) -> None:
    audit = replace(acting(due="2028-02-01"), head=head(cycle=cycle))

    assert [f.rule for f in found(audit)] == expected


@pytest.mark.parametrize(
    ("answer", "level", "expected"),
    [
        ("out", "bright", ["strong-but-essential-not-met", "above-suggested"]),
        ("out", "glowing", ["strong-but-essential-not-met", "above-suggested"]),
        ("out", "dim", []),
        ("flickers", "bright", ["above-suggested"]),
        ("no-lamp", "bright", []),
        ("lit", "bright", []),
    ],
)
def test_a_strong_grade_beside_an_essential_that_is_not_met_is_an_error(
    answer: str, level: str, expected: list[str]
) -> None:
    plan = Action(id="t-9", what="Mend it", who="Head", due="2026-12-20", supports=("stairs-bulb",))
    audit = replace(
        answered("stairs-bulb", answer, reason="It is a ladder."),
        actions=(plan,),
        grades=(LAMP.grades[0], Grade(standard="stairs", level=level)),
    )

    told = [f for f in found(audit, pack=essential_stairs()) if not f.rule.startswith("essential")]

    assert [f.rule for f in told] == expected
    assert [f.rule for f in errors_of(told)] == [rule for rule in expected if rule != "above-suggested"]


def test_an_essential_that_is_partly_met_wants_an_action_of_its_own() -> None:
    audit = replace(answered("stairs-bulb", "flickers"), grades=(LAMP.grades[0], Grade(standard="stairs", level="dim")))
    plan = Action(id="t-9", what="Mend it", who="Head", due="2026-12-20", supports=("stairs-bulb",))

    def told(*actions: Action) -> list[str]:
        return [f.rule for f in found(replace(audit, actions=actions), pack=essential_stairs())]

    assert told(plan) == []
    assert told(replace(plan, supports=("stairs",))) == ["essential-partly-met"]
    assert told(replace(plan, status="dropped", outcome="No.")) == ["weak-without-action", "essential-partly-met"]


def test_everything_the_best_on_little_evidence_is_noted_once() -> None:
    pack = umbrella_pack()
    best = pack.level[0].id
    grades = tuple(Grade(standard=s.id, level=best) for s in pack.standard)
    pieces = tuple(
        Evidence(id=f"e-{n}", title=f"Stub {n}", where="Desk", seen_on=TODAY, supports=(pack.standard[n % 3].id,))
        for n in range(6)
    )
    audit = Audit(head=head(), grades=grades, evidence=pieces)

    def noted(of: Audit) -> list[str]:
        return [f.message for f in found(of, pack=pack) if f.rule == "all-the-best"]

    assert noted(audit) == []
    assert noted(replace(audit, evidence=pieces[1:])) == [
        "Every standard is graded Bone dry, on 5 pieces of evidence in all."
    ]
    assert noted(replace(audit, evidence=(), grades=grades[1:])) == []
    assert noted(replace(audit, evidence=(), grades=(replace(grades[0], level=pack.level[1].id), *grades[1:]))) == []


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((), True),
        ((CriterionAnswer(criterion="hall-bulb", note="Some day."),), True),
        ((CriterionAnswer(criterion="hall-bulb", answer="of another pack"),), True),
        ((CriterionAnswer(criterion="cellar-bulb", answer="lit"),), True),
        ((CriterionAnswer(criterion="hall-bulb", answer="in-the-dark"),), False),
        ((CriterionAnswer(criterion="hall-bulb", answer="no-lamp", reason="Gas."),), False),
    ],
)
def test_an_audit_in_which_nobody_answered_anything_is_an_error(
    answers: tuple[CriterionAnswer, ...], expected: bool
) -> None:
    told = [f.rule for f in errors_of(found(Audit(head=head(), answers=answers)))]

    assert told == (["nothing-answered"] if expected else [])


def test_what_the_profile_switches_off_is_no_answer_of_a_person() -> None:
    pack = lamp_pack()
    hall, stairs = pack.standard
    stairs = replace(stairs, criterion=(replace(stairs.criterion[0], needs=("premises",)),))
    off = CriterionAnswer(
        criterion="stairs-bulb",
        answer="no-lamp",
        reason="Switched off by our profile: we have no premises of our own or hired by the term.",
    )
    audit = Audit(head=head(), answers=(off,))

    told = found(audit, setting(without=("premises",)), replace(pack, standard=(hall, stairs)))

    assert [f.rule for f in errors_of(told)] == ["nothing-answered"]


SIGNERS = (
    Signer(id="head", word="Head", declaration="I say so."),
    Signer(id="chair", word="Chair", declaration="I say so."),
    Signer(id="friend", word="Friend", declaration="I say so.", required=False),
)


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ((), ["Nobody has signed the audit."]),
        (("head",), ["Not signed yet: Chair."]),
        (("friend",), ["Not signed yet: Head and Chair."]),
        (("head", "chair"), []),
        (("",), ["Not signed yet: Head and Chair."]),
    ],
)
def test_each_role_that_must_sign_is_named_until_it_has(signed: tuple[str, ...], expected: list[str]) -> None:
    sign_offs = tuple(SignOff(id=f"s-{s}", signer=s, role=s, name="A", on=TODAY, code="C") for s in signed)

    told = found(replace(LAMP, sign_offs=sign_offs), pack=replace(lamp_pack(), signer=SIGNERS))

    assert [f.message for f in told] == expected
    assert all("Head and Chair" in f.remedy for f in told if f.rule == "unsigned")


def test_a_change_since_it_was_signed_is_told_and_who_signed_again_is_not_asked_twice() -> None:
    now = content_code(lamp_return())
    old = SignOff(id="s-1", role="Head", name="A. Light", on=TODAY, code="AAAAA-AAAAA", folder="2026-12-03-head")

    def told(*sign_offs: SignOff, code: str = now) -> list[str]:
        return [f.message for f in found(replace(LAMP, sign_offs=sign_offs), code=code)]

    assert told(old) == ["Something has changed since it was signed by Head."]
    assert told(old, replace(old, id="s-2", code=now)) == []
    assert told(replace(old, code=now), replace(old, id="s-2")) == [
        "Something has changed since it was signed by Head."
    ]
    assert told(old, code="") == []
    assert told(replace(old, folder="")) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"lead_phone": " "}, "No number is kept here for the safeguarding lead."),
        (
            {"lead_phone": "", "social_care_phone": "", "out_of_hours_phone": ""},
            "No number is kept here for the safeguarding lead, children's social care and social care out of hours.",
        ),
        ({"numbers_checked_on": "2025-12-03"}, ""),
        ({"numbers_checked_on": "2025-12-02"}, "The numbers to ring were last checked on 2 December 2025."),
        ({"numbers_checked_on": ""}, "The numbers to ring were never checked."),
    ],
)
def test_the_numbers_to_ring_are_asked_for_but_never_told_to_the_reader(changes: dict[str, str], expected: str) -> None:
    told = found(LAMP, setting(**changes))

    assert [f.message for f in told] == ([expected] if expected else [])
    assert all(f.stays for f in told)
    assert lamp_return(who=setting(**changes)).warnings == ()


def test_the_name_of_the_setting_is_an_error_that_cannot_be_set_aside() -> None:
    told = found(
        replace(LAMP, set_asides=(SetAside(id="setting-unnamed@audit#name", rule="", where="", reason="So."),)),
        setting(name=" \n"),
    )

    assert [(f.id, f.firm, f.set_aside) for f in told] == [("setting-unnamed@audit#name", True, "")]


def aside(audit: Audit, **changes: str) -> Audit:
    """The audit with its only finding set aside."""
    (finding,) = found(audit)
    record = SetAside(id=finding.id, rule=finding.rule, where=finding.where, reason="So it is.", mark=finding.mark)
    return replace(audit, set_asides=(replace(record, **changes),))


@pytest.mark.parametrize("audit", [answered("hall-switch", "in-the-dark"), showing(), acting(due="2026-12-02")])
def test_a_finding_that_was_set_aside_says_why(audit: Audit) -> None:
    assert [f.set_aside for f in found(aside(audit))] == ["So it is."]
    assert [f.set_aside for f in found(aside(audit, id="no-such@hall"))] == [""]


def test_a_finding_that_was_set_aside_stands_again_when_something_else_is_found_there() -> None:
    audit = aside(acting(due="2026-12-02"))
    later = replace(audit, actions=(replace(audit.actions[0], due="2026-12-01"),))

    assert [f.set_aside for f in found(audit)] == ["So it is."]
    assert [f.set_aside for f in found(later)] == [""]


def test_what_is_set_aside_comes_last_and_is_not_told_to_the_reader() -> None:
    audit = replace(aside(answered("hall-switch", "in-the-dark")), actions=acting(due="2026-12-02").actions)
    audit = replace(audit, evidence=(*audit.evidence, Evidence(id="e-9", title="Photo", supports=("hall",))))

    assert rules(audit) == [("action-overdue", "t-9"), ("evidence-nowhere", "e-9"), ("not-known-left", "hall-switch")]
    return_ = lamp_return(audit)
    assert [a.reason for a in return_.set_asides] == ["So it is."]
    assert [w for w in return_.warnings if "Not known" in w] == []


@pytest.mark.parametrize(
    "pack",
    [lamp_pack(), umbrella_pack(), without_levels(umbrella_pack())],
)
def test_every_finding_has_an_id_of_its_own_on_any_pack(pack: AuditPack) -> None:
    criteria = [c.id for s in pack.standard for c in s.criterion]
    many = pack.answer[1].id
    audit = Audit(
        head=head(),
        answers=tuple(
            CriterionAnswer(criterion=c, answer=many, note="tbc DOB 3/4/2015, ring 07700 900123. We look at it daily.")
            for c in criteria
        ),
        grades=tuple(Grade(standard=s.id, level=pack.level[0].id, reason="As agreed.") for s in pack.standard)
        if pack.level
        else (),
        evidence=(Evidence(id="e-1", title="xxx", where="n/a"),),
        actions=(Action(id="t-1", what="todo", who="tbc"),),
    )

    told = found(audit, Setting(id="s", name=""), pack)

    assert len(told) > len(criteria)
    assert len({f.id for f in told}) == len(told)
    assert {f.rule for f in told} <= {rule.id for rule in RULES}


def test_a_rule_that_this_version_does_not_know_is_told_by_its_id() -> None:
    assert rule_words("evidence-nowhere") == "Evidence does not say where it is or who holds it"
    assert rule_words("of-tomorrow") == "of-tomorrow"
