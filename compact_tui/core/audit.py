"""The audit: a setting's living record against a pack, for a cycle, and its records."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from compact_tui.core.lent_records import PartHere, PartLent
from compact_tui.core.pack import UNANSWERED
from compact_tui.core.record import Record
from compact_tui.core.reply_answered import ReplyAnswered
from compact_tui.core.standing_shared import StandingShared


class AuditHead(Record, frozen=True, kw_only=True):
    """Which audit this is."""

    id: str
    pack: str
    edition: str
    variation: str
    wording: str
    cycle: str
    """What the setting calls this round, such as ``2026-2028``."""
    started_on: str
    pack_copy: str = ""
    """Mark in the name of the pack's copy beside the audit; empty for the copy it was started with."""
    carried_from: str = ""
    """Id of the audit of the round before, which this one goes on from; empty where it was started afresh."""


class CriterionAnswer(Record, frozen=True, kw_only=True):
    """What was answered to one criterion."""

    criterion: str
    answer: str = UNANSWERED
    note: str = ""
    private_note: str = ""
    """Never leaves the machine."""
    reason: str = ""
    """Why it is not applicable."""
    by: str = ""
    at: str = ""


class Grade(Record, frozen=True, kw_only=True):
    """The level chosen for a standard."""

    standard: str
    level: str
    reason: str = ""
    """Why it differs from the suggested level."""
    suggested: str = ""
    """The level that was suggested when it was chosen."""
    provisional: bool = False
    """Chosen in a first pass, or before the pack changed under it; to be confirmed, and never leaves until then."""
    edition: str = ""
    """The edition of the pack it was chosen under; empty for the one that the audit has now."""
    by: str = ""
    at: str = ""


class Summary(Record, frozen=True, kw_only=True):
    """What the setting says about a standard, above all what is different for children."""

    standard: str
    text: str = ""
    by: str = ""
    at: str = ""


class Evidence(Record, frozen=True, kw_only=True):
    """What was seen that supports an answer. It points at things and never names a child."""

    id: str
    title: str
    kind: str = ""
    where: str = ""
    held_by: str = ""
    """The role that holds it."""
    seen_on: str = ""
    review_by: str = ""
    file: str = ""
    """Path of a file on this computer; never leaves the machine."""
    sha256: str = ""
    """What the file held when it was kept, as a digest; empty while that is not known. Never leaves either."""
    file_size: int = 0
    """Bytes of it then."""
    file_on: str = ""
    """The day on which that was kept."""
    supports: tuple[str, ...] = ()
    """Ids of the criteria (or standards) it backs."""
    by: str = ""
    at: str = ""


class Action(Record, frozen=True, kw_only=True):
    """What someone will do by a date."""

    id: str
    what: str
    who: str = ""
    """A role, not a name."""
    due: str = ""
    status: str = "open"
    """``open`` · ``done`` · ``dropped``."""
    outcome: str = ""
    """What happened."""
    done_on: str = ""
    """The day on which it was done or dropped."""
    supports: tuple[str, ...] = ()
    """Ids of the criteria (or standards) it came from."""
    by: str = ""
    at: str = ""


class SignOff(Record, frozen=True, kw_only=True):
    """A named role's word for what it was shown."""

    id: str
    signer: str = ""
    """Id of the pack's signer; empty where the pack names none."""
    role: str
    """Who that is, in words."""
    name: str
    on: str
    code: str
    """The short code of exactly what was shown."""
    folder: str = ""
    """Name of the folder under ``signed`` that holds what was shown."""
    by: str = ""
    at: str = ""


class SetAside(Record, frozen=True, kw_only=True):
    """A finding that a person has looked at and set aside, with the reason. It travels with the return."""

    id: str
    """The finding's id, as ``core.finding.Finding.id`` makes it."""
    rule: str
    where: str
    reason: str
    mark: str = ""
    """What was found, as a digest: where something else is found now, the finding stands again. Never leaves."""
    by: str = ""
    at: str = ""


class LastGrade(Record, frozen=True, kw_only=True):
    """What a standard was graded last time, typed in from an old return."""

    standard: str
    level: str = ""
    """A level id of the pack; empty where the standard was not asked then."""
    cycle: str = ""
    """What that round was called."""
    by: str = ""
    at: str = ""


class CarriedAnswer(CriterionAnswer, frozen=True, kw_only=True):
    """An answer from before that nobody has confirmed yet: shown beside the question, and counted nowhere."""

    cycle: str
    """The cycle it was carried from; ``edition 2026.1`` for one to a question that this edition has replaced."""
    was: str = ""
    """Id of the question it was given to, where an edition of the pack replaced that one."""
    from_audit: str = ""
    """Id of the audit of the round before that it was given in; empty where it was given in this very audit."""


class CarriedSummary(Summary, frozen=True, kw_only=True):
    """A summary from before that nobody has confirmed yet."""

    cycle: str
    """The cycle, or the edition, it was carried from; as ``CarriedAnswer`` has it."""
    was: str = ""
    """Id of the standard it was written for, where an edition of the pack replaced that one."""
    from_audit: str = ""
    """As ``CarriedAnswer`` has it."""


class ReturnMade(Record, frozen=True, kw_only=True):
    """A return that was made from the audit, and what became of it."""

    id: str
    made_at: str
    folder: str
    """Name of its folder under ``sent``."""
    return_file: str
    digest: str
    code: str
    complete: bool
    supersedes: str = ""
    sent_on: str = ""
    sent_by: str = ""
    receipt_on: str = ""
    receipt_ref: str = ""
    erased_on: str = ""
    """The day on which a text was erased from our own copy of it; empty when it is as it was made."""


class Audit(Struct, frozen=True, kw_only=True):
    """One audit, whole. Tuples are in the order in which things were first said."""

    head: AuditHead
    answers: tuple[CriterionAnswer, ...] = ()
    grades: tuple[Grade, ...] = ()
    summaries: tuple[Summary, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()
    set_asides: tuple[SetAside, ...] = ()
    last_grades: tuple[LastGrade, ...] = ()
    carried_answers: tuple[CarriedAnswer, ...] = ()
    carried_summaries: tuple[CarriedSummary, ...] = ()
    parts: tuple[PartLent, ...] = ()
    part_here: tuple[PartHere, ...] = ()
    """One where the whole audit is a part of another one; else none."""
    standing: tuple[StandingShared, ...] = ()
    """What travels of standing; empty unless the setting chose that it does."""
    returns: tuple[ReturnMade, ...] = ()
    reply_answers: tuple[ReplyAnswered, ...] = ()
    """What was answered to replies of the partnership."""


TABLES: Mapping[str, type[Record]] = {
    "audit": AuditHead,
    "answers": CriterionAnswer,
    "grades": Grade,
    "summaries": Summary,
    "evidence": Evidence,
    "actions": Action,
    "sign_offs": SignOff,
    "set_asides": SetAside,
    "last_grades": LastGrade,
    "carried_answers": CarriedAnswer,
    "carried_summaries": CarriedSummary,
    "parts": PartLent,
    "part_here": PartHere,
    "standing": StandingShared,
    "returns": ReturnMade,
    "reply_answers": ReplyAnswered,
}
"""The tables of an audit's book and what each record is."""


def last_rounds(heads: Iterable[AuditHead]) -> tuple[str, ...]:
    """Ids of the audits that no other was carried from: the rounds that go on."""
    known = tuple(heads)
    over = {head.carried_from for head in known}
    return tuple(head.id for head in known if head.id not in over) or tuple(head.id for head in known)


def answer_to(audit: Audit, criterion: str) -> CriterionAnswer:
    """The answer to a criterion; an unanswered one if nobody has said anything."""
    return next((a for a in audit.answers if a.criterion == criterion), CriterionAnswer(criterion=criterion))


def grade_of(audit: Audit, standard: str) -> Grade | None:
    """The grade of a standard, if it has one."""
    return next((g for g in audit.grades if g.standard == standard), None)


def final_grade_of(audit: Audit, standard: str) -> Grade | None:
    """The same, where it was given after answering; a provisional one counts as not graded."""
    grade = grade_of(audit, standard)
    return None if grade is None or grade.provisional else grade


def summary_of(audit: Audit, standard: str) -> Summary:
    """The summary of a standard; an empty one if nothing is written."""
    return next((s for s in audit.summaries if s.standard == standard), Summary(standard=standard))


def evidence_for(audit: Audit, item: str) -> tuple[Evidence, ...]:
    """The evidence that backs a criterion or standard."""
    return tuple(e for e in audit.evidence if item in e.supports)


def actions_for(audit: Audit, item: str) -> tuple[Action, ...]:
    """The actions that came from a criterion or standard."""
    return tuple(a for a in audit.actions if item in a.supports)


def latest_return(audit: Audit) -> ReturnMade | None:
    """The return that was made last, if any."""
    return audit.returns[-1] if audit.returns else None


def return_elsewhere(audit: Audit) -> ReturnMade | None:
    """The return that its reader is thought to have: the last that was sent; where none was, the last made."""
    sent = [made for made in audit.returns if made.sent_on]
    return sent[-1] if sent else latest_return(audit)
