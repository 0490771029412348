"""What the rules find, each tried on an audit that leaves nothing else to question."""

from typing import Any

import msgspec
import pytest

from compact_tui.core.audit import Action, Audit, CriterionAnswer, Evidence, Grade, Summary
from compact_tui.core.finding import SEVERITIES
from compact_tui.core.findings import RULES, Finding, find_all
from compact_tui.core.pack import AuditPack
from compact_tui.core.setting import Setting
from tests.samples import TODAY, head, lamp_audit, lamp_pack, setting, umbrella_pack

NOTE = "We look at it every Monday."


def answered(criterion: str, answer: str, **more: str) -> Audit:
    audit = lamp_audit()
    new = CriterionAnswer(criterion=criterion, answer=answer, **more)
    return msgspec.structs.replace(audit, answers=(*(a for a in audit.answers if a.criterion != criterion), new))


def graded(standard: str, level: str, **more: Any) -> Audit:
    audit = lamp_audit()
    kept = tuple(g for g in audit.grades if g.standard != standard)
    return msgspec.structs.replace(audit, grades=(*kept, Grade(standard=standard, level=level, **more)))


def with_actions(*actions: Action, audit: Audit | None = None) -> Audit:
    return msgspec.structs.replace(audit or lamp_audit(), actions=actions)


def with_evidence(*evidence: Evidence) -> Audit:
    return msgspec.structs.replace(lamp_audit(), evidence=evidence)


def without(table: str) -> Audit:
    return msgspec.structs.replace(lamp_audit(), **{table: ()})


def found(audit: Audit, who: Setting | None = None, pack: AuditPack | None = None) -> list[Finding]:
    return list(find_all(who or setting(), pack or lamp_pack(), audit, TODAY))


def rules(audit: Audit, who: Setting | None = None) -> list[tuple[str, str]]:
    return [(finding.rule, finding.where) for finding in found(audit, who)]


def old_log(seen_on: str) -> Evidence:
    return Evidence(id="e-1", title="Log", where="Desk", seen_on=seen_on, supports=("hall-bulb", "stairs"))


def dim_hall(*actions: Action) -> Audit:
    return with_actions(*actions, audit=graded("hall", "dim"))


def bulb_out(*actions: Action) -> Audit:
    audit = answered("stairs-bulb", "out")
    grades = (Grade(standard="hall", level="bright"), Grade(standard="stairs", level="dim"))
    return msgspec.structs.replace(audit, actions=actions, grades=grades)


PLAN = Action(id="t-9", what="Mend it", who="Caretaker", due="2026-12-10", supports=("stairs-bulb",))
DONE = {"status": "done", "outcome": "It was mended."}
DROPPED = {"status": "dropped", "outcome": "The lamp was taken away."}
HALL_PLAN = msgspec.structs.replace(PLAN, supports=("hall-switch",))


def change(action: Action, **changes: object) -> Action:
    return msgspec.structs.replace(action, **changes)


def test_a_complete_signed_and_sound_audit_gives_nothing_to_question() -> None:
    assert rules(lamp_audit()) == []


@pytest.mark.parametrize(
    ("audit", "expected"),
    [
        (
            msgspec.structs.replace(lamp_audit(), grades=lamp_audit().grades[1:]),
            [("standard-not-graded", "hall")],
        ),
        (without("sign_offs"), [("unsigned", "")]),
        (answered("hall-switch", "unanswered"), [("criterion-unanswered", "hall-switch")]),
        (answered("hall-switch", "no-such-answer"), [("criterion-unanswered", "hall-switch")]),
        (answered("hall-switch", "in-the-dark"), [("not-known-left", "hall-switch")]),
        (answered("hall-switch", "no-lamp"), [("no-reason", "hall-switch")]),
        (answered("hall-switch", "no-lamp", reason=" \n"), [("no-reason", "hall-switch")]),
        (answered("hall-switch", "no-lamp", reason="None there."), []),
        (answered("hall-bulb", "no-lamp", reason="Gas."), [("essential-not-applicable", "hall-bulb")]),
        # Weak grades want an action anywhere in the standard.
        (dim_hall(), [("weak-without-action", "hall")]),
        (dim_hall(HALL_PLAN), []),
        (dim_hall(change(HALL_PLAN, supports=("hall",))), []),
        (dim_hall(change(HALL_PLAN, **DONE)), []),
        (dim_hall(change(HALL_PLAN, **DROPPED)), [("weak-without-action", "hall")]),
        (dim_hall(PLAN), [("weak-without-action", "hall")]),
        # Strong grades want evidence seen within two years.
        (without("evidence"), [("strong-without-evidence", "hall"), ("strong-without-evidence", "stairs")]),
        (with_evidence(old_log("2024-12-03")), []),
        (
            with_evidence(old_log("2024-12-02")),
            [("strong-on-old-evidence", "hall"), ("strong-on-old-evidence", "stairs")],
        ),
        (
            with_evidence(old_log("")),
            [("strong-on-old-evidence", "hall"), ("strong-on-old-evidence", "stairs")],
        ),
        (with_evidence(old_log("2020-01-01"), old_log("2026-01-01")), []),
        (
            msgspec.structs.replace(
                lamp_audit(), evidence=(*lamp_audit().evidence, Evidence(id="e-8", title="Idle", where="Attic"))
            ),
            [("evidence-idle", "e-8")],
        ),
        (
            msgspec.structs.replace(
                lamp_audit(),
                evidence=(*lamp_audit().evidence, Evidence(id="e-8", title="Old", held_by="Head", supports=("gone",))),
            ),
            [("evidence-idle", "e-8")],
        ),
        # A must that is not met wants an action with a role and a date.
        (bulb_out(PLAN), []),
        (bulb_out(change(PLAN, **DONE)), []),
        (
            bulb_out(change(PLAN, **DROPPED)),
            [("weak-without-action", "stairs"), ("must-not-met", "stairs-bulb")],
        ),
        (bulb_out(change(PLAN, who="")), [("must-not-met", "stairs-bulb"), ("action-unowned", "t-9")]),
        (bulb_out(change(PLAN, due="")), [("must-not-met", "stairs-bulb"), ("action-unowned", "t-9")]),
        (bulb_out(change(PLAN, supports=("stairs",))), [("must-not-met", "stairs-bulb")]),
        # Actions.
        (with_actions(change(PLAN, due="2026-12-02")), [("action-overdue", "t-9")]),
        (with_actions(change(PLAN, due="2026-12-03")), []),
        (with_actions(change(PLAN, due="2026-12-02", **DONE)), []),
        (with_actions(change(PLAN, due="", **DROPPED)), []),
        (with_actions(change(PLAN, due="soon")), [("action-unowned", "t-9")]),
        # Summaries.
        (without("summaries"), [("summary-missing", "hall"), ("summary-missing", "stairs")]),
        (
            msgspec.structs.replace(
                lamp_audit(), summaries=(Summary(standard="hall", text=" "), lamp_audit().summaries[1])
            ),
            [("summary-missing", "hall")],
        ),
    ],
)
def test_each_rule_finds_what_it_is_for_and_nothing_else(audit: Audit, expected: list[tuple[str, str]]) -> None:
    assert rules(audit) == expected


@pytest.mark.parametrize(
    ("answer", "level", "reason", "expected"),
    [
        ("flickers", "bright", "", [("above-suggested", "stairs"), ("essential-partly-met", "stairs-bulb")]),
        ("flickers", "glowing", "", [("above-suggested", "stairs"), ("essential-partly-met", "stairs-bulb")]),
        ("flickers", "bright", "Looked at twice.", [("essential-partly-met", "stairs-bulb")]),
        ("lit", "glowing", "", []),
        ("unanswered", "bright", "", [("criterion-unanswered", "stairs-bulb")]),
    ],
)
def test_a_grade_above_the_suggested_one_wants_a_reason(
    answer: str, level: str, reason: str, expected: list[tuple[str, str]]
) -> None:
    pack = lamp_pack()
    hall, stairs = pack.standard
    essential = msgspec.structs.replace(stairs.criterion[0], essential=True)
    pack = msgspec.structs.replace(pack, standard=(hall, msgspec.structs.replace(stairs, criterion=(essential,))))
    audit = msgspec.structs.replace(
        answered("stairs-bulb", answer), grades=graded("stairs", level, reason=reason).grades
    )

    assert [(f.rule, f.where) for f in found(audit, pack=pack)] == expected


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ((NOTE, NOTE, NOTE), 1),
        ((NOTE, f"  {NOTE.upper()}\n", NOTE.replace(" ", "  ")), 1),
        ((NOTE, NOTE, "Another note of some length."), 0),
        (("Yes, we do.", "Yes, we do.", "Yes, we do."), 0),
        (("w" * 25,) * 3, 1),
        (("w" * 24,) * 3, 0),
    ],
)
def test_the_same_note_on_three_criteria_is_questioned_once(notes: tuple[str, str, str], expected: int) -> None:
    audit = lamp_audit()
    answers = tuple(
        msgspec.structs.replace(answer, note=note)
        for answer, note in zip(audit.answers[1:], notes, strict=True)
    )  # fmt: skip

    same = [f for f in found(msgspec.structs.replace(audit, answers=(audit.answers[0], *answers)))]

    assert [f.rule for f in same] == ["same-note"] * expected
    assert all("1.2, 1.3 and 2.1" in f.message for f in same)


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        ({"name": " "}, ""),
        ({"sector": ""}, "1 thing: its sector."),
        ({"contact_name": ""}, "1 thing: a contact."),
        ({"contact_email": "", "contact_phone": ""}, "1 thing: a contact."),
        ({"contact_email": ""}, ""),
        ({"return_to": ()}, "1 thing: the address the return goes to."),
        ({"sector": "", "return_to": ()}, "2 things: its sector, the address the return goes to."),
    ],
)
def test_a_front_sheet_says_what_it_lacks(changes: dict[str, object], lacks: str) -> None:
    told = found(lamp_audit(), setting(**changes))
    messages = [finding.message for finding in told if finding.rule != "setting-unnamed"]

    assert messages == ([f"The front sheet lacks {lacks}"] if lacks else [])


def test_a_weak_level_is_not_strong_even_where_there_are_only_two() -> None:
    pack = msgspec.structs.replace(lamp_pack(), level=(lamp_pack().level[0], lamp_pack().level[2]))
    audit = msgspec.structs.replace(dim_hall(HALL_PLAN), evidence=())

    assert [(f.rule, f.where) for f in found(audit, pack=pack)] == [("strong-without-evidence", "stairs")]


def test_the_worst_comes_first_then_the_order_of_the_rules_and_of_the_pack() -> None:
    audit = Audit(head=head(), evidence=(Evidence(id="e", title="Idle"),))

    told = found(audit, Setting(id="s", name=""))

    severities = [SEVERITIES.index(f.severity) for f in told]
    assert severities == sorted(severities)
    assert [(f.rule, f.number) for f in told] == [
        ("setting-unnamed", ""),
        ("nothing-answered", "1.1"),
        ("standard-not-graded", "1"),
        ("standard-not-graded", "2"),
        ("criterion-unanswered", "1"),
        ("criterion-unanswered", "2"),
        ("unsigned", ""),
        ("front-sheet", ""),
        ("no-numbers", ""),
        ("evidence-nowhere", ""),
        ("evidence-idle", ""),
    ]
    assert found(audit, Setting(id="s", name="")) == told


def test_findings_of_an_empty_audit_of_another_pack_name_its_numbers() -> None:
    audit = Audit(head=head(pack="umbrella-care"))

    told = found(audit, pack=umbrella_pack())

    assert "3 criteria of Taking umbrellas in are not answered: 1.1, 1.2 and 1.3." in [f.message for f in told]


def test_every_finding_says_what_to_do() -> None:
    audits = [dim_hall(), bulb_out(), without("evidence"), without("summaries"), Audit(head=head())]
    audits += [answered("hall-bulb", answer) for answer in ("out", "no-lamp", "in-the-dark", "unanswered")]

    for finding in (f for audit in audits for f in found(audit, Setting(id="s", name=""))):
        assert finding.message[0].isupper() or finding.message[0].isdigit()
        assert finding.message.endswith(".")
        assert finding.remedy


def test_a_hostile_title_is_shortened_and_kept_on_one_line() -> None:
    action = Action(id="t", what="x\n" * 500, status="open")

    message = next(f.message for f in found(with_actions(action)) if f.rule == "action-unowned")

    assert "\n" not in message
    assert len(message) < 140


def test_every_rule_explains_itself() -> None:
    assert all(rule.explained and rule.words for rule in RULES)
    assert len({rule.id for rule in RULES}) == len(RULES) >= 25


def test_errors_are_few_and_those_that_cannot_be_set_aside_are_errors() -> None:
    errors = {rule.id: rule.firm for rule in RULES if rule.severity == "error"}

    assert errors == {
        "setting-unnamed": True,
        "nothing-answered": True,
        "grade-provisional": True,
        "strong-but-essential-not-met": False,
    }
    assert not [rule.id for rule in RULES if rule.firm and rule.id not in errors]
