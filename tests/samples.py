"""Values that tests of the return share: two small packs, and an audit of which every field says something."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from compact_tui.core.audit import (
    Action,
    Audit,
    AuditHead,
    CriterionAnswer,
    Evidence,
    Grade,
    LastGrade,
    ReturnMade,
    SetAside,
    SignOff,
    Summary,
)
from compact_tui.core.pack import AnswerKind, AuditPack, Criterion, Duty, Level, Rule, Standard
from compact_tui.core.pack_head import PackHead
from compact_tui.core.return_build import build_return
from compact_tui.core.returns import Return, with_digest
from compact_tui.core.setting import Setting
from compact_tui.core.setting_forms import PEOPLE_FORM
from compact_tui.core.variation import for_variation
from compact_tui.storage.packs import read_pack

FIXTURES = Path(__file__).parent / "fixtures"
KEPT_HERE = {
    *(("Setting", field.id) for field in PEOPLE_FORM.fields),
    *(("SignOff", name) for name in ("folder", "by", "at")),
    ("Evidence", "file_on"),
    ("AuditHead", "pack_copy"),
    ("AuditHead", "carried_from"),
    ("Grade", "edition"),
}
"""Fields that are about this building and this computer, and leave with no return."""
TODAY = "2026-12-03"


@cache
def umbrella_pack() -> AuditPack:
    """The small invented pack, as galleries see it; it has no rule table."""
    pack, problems = read_pack(FIXTURES / "small-pack")
    assert pack is not None, problems
    return for_variation(pack, "gallery")


def lamp_pack() -> AuditPack:
    """Two standards with a rule table of three rows: nothing while unanswered, low while any is dim, else high."""
    settled = {"unanswered": ("none",)}
    return AuditPack(
        pack=PackHead(
            id="lamps",
            edition="1",
            title="Care of lamps",
            wording="independent",
            people=("visitors", "children", "nobody"),
        ),
        level=(
            Level(id="bright", word="Bright", rank=3),
            Level(id="glowing", word="Glowing", rank=2),
            Level(id="dim", word="Dim", rank=1, weak=True),
        ),
        answer=(
            AnswerKind(id="lit", word="Lit", key="l", counts_as="met"),
            AnswerKind(id="flickers", word="Flickers", key="f", counts_as="partly-met"),
            AnswerKind(id="out", word="Out", key="o", counts_as="not-met"),
            AnswerKind(id="no-lamp", word="No lamp", key="n", counts_as="not-applicable", needs_reason=True),
            AnswerKind(id="in-the-dark", word="In the dark", key="d", counts_as="not-known"),
        ),
        duty=(Duty(id="must", word="must"), Duty(id="nice", word="nice")),
        rule=(
            Rule(level="none", because="Answer {unanswered} more.", unanswered=("some",)),
            Rule(level="dim", because="Held by {open}.", essential=("partly-met", "not-met"), **settled),
            Rule(level="bright", because="All {criteria} lit.", essential=("met",), **settled),
        ),
        standard=(
            Standard(
                id="hall",
                number=1,
                title="The hall",
                impact_prompt="What do visitors see?",
                criterion=(
                    Criterion(id="hall-bulb", question="Is there a bulb?", text="A bulb.", duty="must", essential=True),
                    Criterion(id="hall-switch", question="Is there a switch?", text="A switch.", duty="nice"),
                    Criterion(id="hall-shade", question="Is there a shade?", text="A shade.", duty="nice"),
                ),
            ),
            Standard(
                id="stairs",
                number=2,
                title="The stairs",
                criterion=(Criterion(id="stairs-bulb", question="Lit?", text="Lit stairs.", duty="must"),),
            ),
        ),
    )


def without_levels(pack: AuditPack) -> AuditPack:
    """A pack as a self-assessment without grades: no levels, and nothing that speaks of them."""
    standards = (msgspec.structs.replace(s, model_answer=(), next_step=()) for s in pack.standard)
    return msgspec.structs.replace(pack, level=(), rule=(), standard=tuple(standards))


def setting(**changes: object) -> Setting:
    """A setting that has said everything."""
    full = Setting(
        id="set-1",
        name="The Gallery",
        sector="education",
        kind="primary-school",
        register_id="G77",
        areas=("Portsmouth", "Southampton"),
        return_to=("committee@example.org",),
        due="2026-12-18",
        contact_name="Jo Gray",
        contact_role="Lead",
        contact_email="jo@example.org",
        contact_phone="023 9200 0000",
        lead_phone="023 9200 0001",
        social_care_phone="023 9200 0002",
        out_of_hours_phone="0300 555 1373",
        numbers_checked_on="2026-11-30",
    )
    return msgspec.structs.replace(full, **changes)


def head(**changes: object) -> AuditHead:
    """An audit of the lamps."""
    plain = AuditHead(
        id="a-1",
        pack="lamps",
        edition="1",
        variation="all",
        wording="independent",
        cycle="2026-2028",
        started_on="2026-11-01",
    )
    return msgspec.structs.replace(plain, **changes)


def lamp_audit() -> Audit:
    """An audit of the lamps, complete and signed, that leaves nothing to question."""
    said: dict[str, Any] = {"by": "Lead", "at": "2026-12-01T09:30:00Z"}
    return Audit(
        head=head(),
        answers=(
            CriterionAnswer(criterion="hall-bulb", answer="lit", note="Two bulbs, checked on Monday.", **said),
            CriterionAnswer(criterion="hall-switch", answer="lit", note="By the door.", **said),
            CriterionAnswer(criterion="hall-shade", answer="no-lamp", reason="The bulb hangs bare.", **said),
            CriterionAnswer(
                criterion="stairs-bulb", answer="lit", private_note="Ask Bob about the dark corner.", **said
            ),
        ),
        grades=(
            Grade(standard="hall", level="bright", suggested="bright", **said),
            Grade(standard="stairs", level="bright", suggested="bright", **said),
        ),
        summaries=(
            Summary(standard="hall", text="Children can read the notices.", **said),
            Summary(standard="stairs", text="Nobody has tripped since May.", **said),
        ),
        evidence=(
            Evidence(
                id="e-1",
                title="Bulb log",
                kind="log",
                where="Desk",
                seen_on="2026-11-20",
                supports=("hall-bulb",),
                **said,
            ),
            Evidence(
                id="e-2", title="Stairs walk", held_by="Caretaker", seen_on="2026-11-21", supports=("stairs",), **said
            ),
        ),
        actions=(
            Action(id="t-1", what="Buy a shade", who="Caretaker", due="2027-01-10", supports=("hall-shade",), **said),
        ),
        sign_offs=(SignOff(id="s-1", role="Head", name="A. Light", on="2026-12-02", code="AAAAA-AAAAA"),),
        set_asides=(SetAside(id="no-one@hall", rule="no-one", where="hall", reason="The hall is locked.", **said),),
        last_grades=(LastGrade(standard="stairs", level="glowing", cycle="2024-2026", **said),),
    )


def lamp_return(audit: Audit | None = None, who: Setting | None = None) -> Return:
    """The return of an audit of the lamps, with its digest."""
    made = build_return(
        who or setting(),
        lamp_pack(),
        audit or lamp_audit(),
        return_id="r-1",
        made_on=TODAY,
        made_by="compact_tui 0",
        today=TODAY,
    )
    return with_digest(made)


def return_made(**changes: object) -> ReturnMade:
    """A return that was made on 3 December 2026."""
    plain = ReturnMade(
        id="r-1",
        made_at="2026-12-03T10:00:00Z",
        folder="f",
        return_file="f.json",
        digest="sha256:0",
        code="00000-00000",
        complete=True,
    )
    return msgspec.structs.replace(plain, **changes)
