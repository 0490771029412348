"""The return: the versioned document that is made of an audit, and what becomes of it."""

from collections.abc import Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from compact_tui.core.audit import Audit, latest_return
from compact_tui.core.days import day_of, days_until, is_day, say_short
from compact_tui.core.digest import digest_of, spoken_code
from compact_tui.core.pack import NOT_GRADED, UNANSWERED
from compact_tui.core.signing import missing, who_signed
from compact_tui.core.text import count

FORMAT: Literal["compact-return"] = "compact-return"
FORMAT_VERSION: Literal[1] = 1
NOT_ASKED = "not-asked"
"""Stands where last time's grade would: the standard was not asked then."""
PASSING = ("id", "supersedes", "made_on", "complete", "warnings", "sign_offs", "made_by")
"""Keys that are no part of what is signed."""
RESERVED = ("additional", "replies")
"""Keys that later versions will fill; readers of this one keep them as they stand."""


class Part(Struct, frozen=True, kw_only=True):
    """Base of what a return is made of. Every key is always written; empty text means not said."""


class ReturnSigner(Part, frozen=True):
    """A role that signs, with what it declares."""

    id: str
    word: str
    declaration: str
    required: bool


class ReturnPack(Part, frozen=True):
    """The pack that was answered."""

    id: str
    edition: str
    variation: str
    wording: str
    """``independent``, or whose text it is."""
    levels: tuple[str, ...] = ()
    """The scale: level ids, best first; empty for a pack that is not graded."""
    serves: tuple[str, ...] = ()
    """The legal duties that a completed audit answers."""
    signers: tuple[ReturnSigner, ...] = ()
    """Who signs, in the order in which they are asked; empty for a pack that names nobody."""


class ReturnSetting(Part, frozen=True):
    """Who completed the audit."""

    id: str
    register_id: str
    name: str
    sector: str
    kind: str
    areas: tuple[str, ...]
    return_to: tuple[str, ...]
    due: str
    contact_name: str
    contact_role: str
    contact_email: str
    contact_phone: str
    nursery: str = ""
    """``yes`` where a school has a nursery of its own."""
    without: tuple[str, ...] = ()
    """What the setting does not have, which switched criteria off."""


class ReturnCriterion(Part, frozen=True):
    """One criterion and what was answered to it."""

    id: str
    answer: str
    """An answer id of the pack, or ``unanswered``."""
    note: str
    reason: str
    evidence: tuple[str, ...]
    """Ids of the evidence that backs it."""
    actions: tuple[str, ...]
    """Ids of the actions that came from it."""
    by: str
    at: str


class ReturnGrade(Part, frozen=True):
    """The level chosen for a standard."""

    id: str
    """Id of the standard."""
    grade: str
    """A level id of the pack, or ``not-graded``."""
    reason: str
    """Why the grade differs from the suggested one."""
    suggested_when_graded: str
    graded_by: str
    graded_at: str


class ReturnStandard(ReturnGrade, frozen=True):
    """One standard: grade, suggestion, summary and criteria."""

    suggested: str
    """The level that the answers suggest, or ``none``."""
    because: str
    """Why that one is suggested."""
    summary: str
    summary_by: str
    summary_at: str
    evidence: tuple[str, ...]
    """Ids of the evidence that backs the standard as a whole."""
    actions: tuple[str, ...]
    criteria: tuple[ReturnCriterion, ...]


class ReturnEvidence(Part, frozen=True):
    """What was seen. It points at things; no file of the setting's computer is named."""

    id: str
    title: str
    kind: str
    where: str
    held_by: str
    seen_on: str
    review_by: str
    sha256: str
    supports: tuple[str, ...]
    by: str
    at: str


class ReturnAction(Part, frozen=True, kw_only=True):
    """What someone will do by a date."""

    id: str
    what: str
    who: str
    due: str
    status: str
    outcome: str
    done_on: str = ""
    supports: tuple[str, ...]
    by: str
    at: str


class ReturnSignOff(Part, frozen=True, kw_only=True):
    """A named role's word for what it was shown."""

    id: str
    signer: str = ""
    """Id of the pack's signer."""
    role: str
    name: str
    on: str
    code: str
    """The short code of exactly what was shown."""


class ReturnSetAside(Part, frozen=True):
    """A finding that a person has set aside: rule, place and reason, never what was matched."""

    rule: str
    where: str
    reason: str
    by: str
    at: str


class ReturnLastGrade(Part, frozen=True):
    """What a standard was graded last time, as the setting typed it in from its old return."""

    id: str
    """Id of the standard."""
    grade: str
    """A level id of the pack, or ``not-asked``."""
    cycle: str


class ReturnKnown(Part, frozen=True):
    """Answers of spot checks on the topics of a standard; nothing where they are too few."""

    answers: int
    full: int
    last: str


class ReturnShown(Part, frozen=True):
    """What single-agency audits show of a standard; nothing where too few cases were looked at."""

    audits: int
    yes: int
    partly: int
    no: int
    last: str


class ReturnSeen(Part, frozen=True):
    """Things on notice boards that belong to a standard; nothing where they are too few."""

    items: int
    right: int
    last: str


class ReturnStanding(Part, frozen=True):
    """What staff know, files show and boards show of a standard: counts only."""

    id: str
    """Id of the standard."""
    counted_on: str
    """The day on which it was counted."""
    known: ReturnKnown
    shown: ReturnShown
    seen: ReturnSeen


class ParkedAnswer(ReturnCriterion, frozen=True, tag_field="record", tag="answer"):
    """An answer to a criterion that the pack does not ask."""


class ParkedGrade(ReturnGrade, frozen=True, tag_field="record", tag="grade"):
    """The grade of a standard that the pack does not have."""


class ParkedSummary(Part, frozen=True, tag_field="record", tag="summary"):
    """The summary of a standard that the pack does not have."""

    id: str
    summary: str
    by: str
    at: str


class ParkedEvidence(ReturnEvidence, frozen=True, tag_field="record", tag="evidence"):
    """Evidence for nothing that the pack asks."""


class ParkedAction(ReturnAction, frozen=True, tag_field="record", tag="action"):
    """An action from nothing that the pack asks."""


Parked = ParkedAnswer | ParkedGrade | ParkedSummary | ParkedEvidence | ParkedAction


class Return(Part, frozen=True, kw_only=True):
    """A return, whole. Lists are in pack order, then in the order of creation."""

    format: Literal["compact-return"] = FORMAT
    format_version: Literal[1] = FORMAT_VERSION
    id: str
    supersedes: str
    """Id of the return that this one takes the place of; empty for the first."""
    audit: str
    """Id of the audit."""
    started_on: str
    pack: ReturnPack
    setting: ReturnSetting
    cycle: str
    made_on: str
    complete: bool
    """Everything answered and graded, and signed."""
    shared_with: tuple[str, ...]
    """The areas it goes to."""
    standards: tuple[ReturnStandard, ...]
    evidence: tuple[ReturnEvidence, ...]
    actions: tuple[ReturnAction, ...]
    warnings: tuple[str, ...]
    """What a reader would question; the first says so when the return is unfinished or unsigned."""
    sign_offs: tuple[ReturnSignOff, ...]
    set_asides: tuple[ReturnSetAside, ...] = ()
    last_time: tuple[ReturnLastGrade, ...] = ()
    standing: tuple[ReturnStanding, ...] = ()
    """Empty unless the setting chose to share it; not sharing is never held against anyone."""
    parked: tuple[Parked, ...]
    """What was said about items that this pack does not have: kept, and not counted."""
    made_by: str
    """Program and version."""
    digest: str


class ReturnCounts(Struct, frozen=True):
    """How much of a return is there."""

    standards: int
    graded: int
    criteria: int
    answered: int
    evidence: int
    actions: int
    sign_offs: int


class ReturnState(Struct, frozen=True):
    """What became of the return made last."""

    id: str
    """``not-made`` · ``made`` · ``sent`` · ``receipt``."""
    sentence: str
    days: int
    """Whole days since that came about; 0 when nothing was made."""


def counts_of(return_: Return) -> ReturnCounts:
    """How much of a return is there."""
    criteria = [c for s in return_.standards for c in s.criteria]
    return ReturnCounts(
        standards=len(return_.standards),
        graded=sum(s.grade != NOT_GRADED for s in return_.standards),
        criteria=len(criteria),
        answered=sum(c.answer != UNANSWERED for c in criteria),
        evidence=len(return_.evidence),
        actions=len(return_.actions),
        sign_offs=len(return_.sign_offs),
    )


def first_line(return_: Return) -> str:
    """What anyone must know before reading on: unfinished, unsigned, or complete and signed by whom."""
    have = counts_of(return_)
    ungraded = have.standards - have.graded if return_.pack.levels else 0
    unanswered = have.criteria - have.answered
    unfinished = []
    if ungraded:
        unfinished.append(f"{ungraded} of {count(have.standards, 'standard')} not graded")
    if unanswered:
        unfinished.append(f"{unanswered} of {count(have.criteria, 'criterion', 'criteria')} not answered")
    signed = who_signed(return_.sign_offs)
    lacking = missing(return_.pack.signers, return_.sign_offs)
    still = f" Still to sign: {'; '.join(role.word for role in lacking)}." if lacking else ""
    if unfinished:
        told = f" Signed by {signed}." if return_.pack.signers else ""
        nobody = "" if is_signed(return_) else " Nobody has signed it."
        told = told if signed else nobody
        return f"This return is not complete: {', '.join(unfinished)}.{told}{still}"
    done = "answered and graded" if return_.pack.levels else "answered"
    if not signed and not is_signed(return_):
        return f"This return is not signed: everything is {done}, but nobody has signed it.{still}"
    if not signed:
        return f"This return is complete: everything is {done}. Nobody has signed it, and nobody has to."
    if lacking:
        return f"This return is not signed by everyone: signed by {signed}.{still}"
    return f"This return is complete and signed by {signed}."


def is_signed(return_: Return) -> bool:
    """Whether everybody who has to sign has signed; where the pack names nobody, whether anybody has."""
    if not return_.pack.signers:
        return bool(return_.sign_offs)
    return not missing(return_.pack.signers, return_.sign_offs)


def with_digest(return_: Return) -> Return:
    """The return with its digest, which is worked out over everything else in it."""
    return msgspec.structs.replace(return_, digest=digest_of(msgspec.to_builtins(return_)))


def content_code(return_: Return) -> str:
    """The spoken code of what people sign: the content, whenever and under whatever id it is made.

    It stays the same from the preview to the return that is made, and when a signature is added.
    """
    return content_code_of(msgspec.to_builtins(return_))


def content_code_of(document: Mapping[str, object]) -> str:
    """The same of a return as it stands in a file, whichever version of the program wrote it."""
    return spoken_code(digest_of({key: value for key, value in document.items() if key not in PASSING}))


def return_state(audit: Audit, today: str) -> ReturnState:
    """What became of the return made last: made, sent, receipt in; each in a sentence."""
    made = latest_return(audit)
    if made is None:
        return ReturnState("not-made", "not made", 0)
    if made.receipt_on:
        return ReturnState("receipt", f"receipt {say_short(made.receipt_on)}", _since(made.receipt_on, today))
    if made.sent_on:
        by = f" by {made.sent_by}" if made.sent_by else ""
        return ReturnState("sent", f"sent on {say_short(made.sent_on)}{by}", _since(made.sent_on, today))
    day = day_of(made.made_at)
    return ReturnState("made", f"made {say_short(day)}, NOT yet sent", _since(day, today))


def _since(day: str, today: str) -> int:
    return max(0, -days_until(day, today)) if is_day(day) and is_day(today) else 0
