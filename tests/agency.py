"""A single-agency audit as a sample: six files of umbrellas, two of them read twice, closed, with our own report."""

from msgspec.structs import replace

from compact_tui.core.agency_audit import (
    AgencyAction,
    AgencyAudit,
    AgencyHead,
    AgencySummary,
    Asked,
    Attached,
    Case,
    CaseAnswer,
    CaseNote,
    Decision,
    Drawn,
    Sample,
    SecondRead,
    SecondReading,
    answer_id,
)
from compact_tui.core.agency_overview import overview
from compact_tui.core.agency_return import AgencyReturn, with_agency_digest
from compact_tui.core.agency_return_build import build_agency_return
from compact_tui.core.setting import Setting
from tests.samples import setting

TODAY = "2026-12-03"
SAID = {"C01": ("yes", "no"), "C02": ("partly", "yes"), "C03": ("not-applicable", "yes")}
"""What the first reader said to both questions."""
SECRET = "Zq-only-here"
"""Stands in every text that must not leave."""


def agency_audit(**changes: object) -> AgencyAudit:
    """An audit that is closed, with something in every table but ``sends``."""
    questions = (
        Asked(id="same-day", text="Was it written down the same day?", topics=("recording",), standards=("u1",)),
        Asked(id="owner", text="Was the owner asked?", topics=("voice",)),
    )
    made = AgencyAudit(
        head=AgencyHead(
            id="g-1",
            title="Umbrella files",
            template="case-files",
            edition="1",
            kind="case-file",
            one="file",
            many="files",
            team="Cloakroom",
            why="Two wet coats.",
            period="Autumn 2026",
            lead="Porter",
            auditors="Porter, usher",
            standards=("u1",),
            status="closed",
            started_on="2026-12-01",
            closed_on="2026-12-02",
        ),
        questions=questions,
        samples=(
            Sample(
                id="p-1",
                total=43,
                size=3,
                seed=77,
                drawn=(Drawn(number=5, of=43), Drawn(number=17, of=43), Drawn(number=40, of=43)),
                key_place=SECRET,
                on="2026-12-01",
            ),
        ),
        cases=tuple(
            Case(id=ref, number=number, of=43, done_on="2026-12-02")
            for ref, number in (("C01", 5), ("C02", 17), ("C03", 40))
        ),
        answers=tuple(
            CaseAnswer(id=answer_id(ref, asked.id), case=ref, question=asked.id, answer=answer, note=SECRET)
            for ref, answers in SAID.items()
            for asked, answer in zip(questions, answers, strict=True)
        ),
        notes=(CaseNote(case="C01", strength=SECRET, learning=SECRET, action=SECRET, who=SECRET),),
        second=(SecondReading(reader="Usher", seed=3, cases=("C01",), begun_on=TODAY, finished_on=TODAY),),
        second_reads=(
            SecondRead(id=answer_id("C01", "same-day"), case="C01", question="same-day", answer="yes"),
            SecondRead(id=answer_id("C01", "owner"), case="C01", question="owner", answer="yes"),
        ),
        decisions=(
            Decision(
                id=answer_id("C01", "owner"),
                case="C01",
                question="owner",
                answer="partly",
                note="He was asked, and not heard.",
            ),
        ),
        summaries=(
            AgencySummary(
                works="Written down at once.",
                does_not="Nobody asks the owner.",
                views="Owners would like to be asked.",
                themes="Listening",
                training="How to ask",
                rating="Amber",
                shared_with="Committee",
                shared_on="2026-12-02",
            ),
        ),
        actions=(
            AgencyAction(
                id="t-1",
                what="Ask every owner",
                who="Porter",
                due="2026-12-18",
                how_known="Ten files in June",
                case="C01",
            ),
        ),
        attached=(
            Attached(id="f-1", name="Umbrella report.pdf", path=f"/home/{SECRET}/r.pdf", sha256="ab" * 32, size=2048),
        ),
    )
    return replace(made, **changes)


def agency_return(audit: AgencyAudit | None = None, who: Setting | None = None) -> AgencyReturn:
    """The document of an audit, with its digest."""
    kept = audit or agency_audit()
    return with_agency_digest(
        build_agency_return(
            who or setting(),
            kept,
            overview(kept, {"u1": "1"}, (), TODAY),
            topics={"recording": "Writing it down"},
            standards=tuple((name, f"1 The tray ({name})") for name in kept.head.standards),
            return_id="m-1",
            made_on=TODAY,
            made_by="compact_tui 0",
        )
    )
