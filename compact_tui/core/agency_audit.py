"""Single-agency audits: how we looked at our own practice, file by file, and what we found. Never a child's details."""

from collections.abc import Mapping

from msgspec import Struct

from compact_tui.core.agency_case import (
    ANSWERS,
    METHODS,
    NO,
    NOT_APPLICABLE,
    PARTLY,
    RANDOM,
    RATED,
    REASON,
    STRATIFIED,
    YES,
    AgencyRecord,
    Asked,
    Case,
    CaseAnswer,
    CaseNote,
    Decision,
    Drawn,
    Sample,
    SecondRead,
    SecondReading,
    Stratum,
    answer_id,
    case_refs,
    position_words,
)
from compact_tui.core.text import count

__all__ = [
    "AGENCY_TABLES",
    "ANSWERS",
    "AgencyAction",
    "AgencyAudit",
    "AgencyHead",
    "AgencySent",
    "AgencySummary",
    "Asked",
    "Attached",
    "CLOSED",
    "Case",
    "CaseAnswer",
    "CaseNote",
    "DROPPED",
    "Decision",
    "Drawn",
    "METHODS",
    "NO",
    "NOT_APPLICABLE",
    "PARTLY",
    "PLANNED",
    "RANDOM",
    "RATED",
    "REASON",
    "STARTED",
    "STATUSES",
    "STRATIFIED",
    "Sample",
    "SecondRead",
    "SecondReading",
    "Stratum",
    "YES",
    "answer_id",
    "answers_by_id",
    "case_refs",
    "looked_at",
    "position_words",
    "sample_of",
    "second_of",
    "settled",
    "summary_kept",
]

PLANNED, STARTED, CLOSED, DROPPED = "planned", "started", "closed", "dropped"
STATUSES: tuple[tuple[str, str], ...] = (
    (PLANNED, "planned"),
    (STARTED, "started"),
    (CLOSED, "closed"),
    (DROPPED, "dropped"),
)
"""Where an audit stands: id and word."""


class AgencyHead(AgencyRecord, frozen=True):
    """What an audit says about itself."""

    id: str
    title: str
    template: str
    """Id of the template it was started with."""
    edition: str
    """Edition of that template."""
    kind: str
    """What is audited, an id of ``core.agency_template.KINDS``."""
    one: str = "case"
    """What one of the things looked at is called."""
    many: str = "cases"
    team: str = ""
    why: str = ""
    """Why this was chosen."""
    period: str = ""
    """The time that the cases are from, in words."""
    lead: str = ""
    """The role that leads it."""
    auditors: str = ""
    """The roles that look at the cases, in words."""
    standards: tuple[str, ...] = ()
    """Ids of the standards that it touches."""
    planned_for: str = ""
    status: str = PLANNED
    started_on: str = ""
    closed_on: str = ""
    dropped_on: str = ""
    dropped_why: str = ""
    by: str = ""
    at: str = ""


class AgencySummary(AgencyRecord, frozen=True):
    """What the audit found, in the words of the people who did it. All of it leaves."""

    id: str = "summary"
    works: str = ""
    does_not: str = ""
    views: str = ""
    """Views of children and families."""
    themes: str = ""
    training: str = ""
    """Training needs, and learning for others."""
    rating: str = ""
    """A rating, where the agency uses one, in its own words."""
    shared_with: str = ""
    shared_on: str = ""
    by: str = ""
    at: str = ""


class AgencyAction(AgencyRecord, frozen=True):
    """What someone will do because of what was found."""

    id: str
    what: str
    who: str = ""
    """A role, not a name."""
    due: str = ""
    how_known: str = ""
    """How we will know that it worked."""
    status: str = "open"
    """``open`` · ``done`` · ``dropped``."""
    outcome: str = ""
    done_on: str = ""
    case: str = ""
    """The case it came from; empty for one from the whole. Never leaves."""
    by: str = ""
    at: str = ""


class Attached(AgencyRecord, frozen=True):
    """The agency's own report, kept where it lies and sent with the template."""

    id: str
    name: str
    """The file's name, without its folders."""
    path: str
    """Where it lies on this computer; never leaves."""
    sha256: str
    size: int
    """Bytes."""
    on: str = ""
    by: str = ""
    at: str = ""


class AgencySent(AgencyRecord, frozen=True):
    """A send folder that was made from the audit, and what became of it."""

    id: str
    made_at: str
    folder: str
    """Name of its folder under ``sent``."""
    json_file: str = ""
    digest: str = ""
    code: str = ""
    sent_on: str = ""
    sent_by: str = ""
    by: str = ""
    at: str = ""


class AgencyAudit(Struct, frozen=True, kw_only=True):
    """One single-agency audit, whole. Tuples are in the order in which things were first said."""

    head: AgencyHead
    questions: tuple[Asked, ...] = ()
    samples: tuple[Sample, ...] = ()
    cases: tuple[Case, ...] = ()
    """Those of the last sample."""
    answers: tuple[CaseAnswer, ...] = ()
    notes: tuple[CaseNote, ...] = ()
    second: tuple[SecondReading, ...] = ()
    """None or one."""
    second_reads: tuple[SecondRead, ...] = ()
    decisions: tuple[Decision, ...] = ()
    summaries: tuple[AgencySummary, ...] = ()
    """None or one."""
    actions: tuple[AgencyAction, ...] = ()
    attached: tuple[Attached, ...] = ()
    sends: tuple[AgencySent, ...] = ()


AGENCY_TABLES: Mapping[str, type[AgencyRecord]] = {
    "audit": AgencyHead,
    "questions": Asked,
    "samples": Sample,
    "cases": Case,
    "answers": CaseAnswer,
    "notes": CaseNote,
    "second": SecondReading,
    "second_reads": SecondRead,
    "decisions": Decision,
    "summaries": AgencySummary,
    "actions": AgencyAction,
    "attached": Attached,
    "sends": AgencySent,
}
"""The tables of an audit's book and what each record is."""


def sample_of(audit: AgencyAudit) -> Sample | None:
    """The sample that holds; ``None`` before the first."""
    return audit.samples[-1] if audit.samples else None


def summary_kept(audit: AgencyAudit) -> AgencySummary:
    """The summary; an empty one if nothing is written."""
    return audit.summaries[0] if audit.summaries else AgencySummary()


def second_of(audit: AgencyAudit) -> SecondReading | None:
    """The second reading; ``None`` where there is none."""
    return audit.second[0] if audit.second else None


def answers_by_id(audit: AgencyAudit) -> Mapping[str, CaseAnswer]:
    """What the first reader said, by :func:`answer_id`."""
    return {one.id: one for one in audit.answers}


def settled(audit: AgencyAudit) -> Mapping[str, str]:
    """What counts, by :func:`answer_id`: what two readers agreed on, else what the first one said."""
    said = {one.id: one.answer for one in audit.answers if one.answer}
    return said | {one.id: one.answer for one in audit.decisions}


def looked_at(head: AgencyHead, number: int) -> str:
    """So many of what is looked at: ``1 file``, ``12 files``."""
    return count(number, head.one, head.many)
