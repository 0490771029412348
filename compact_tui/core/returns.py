"""The return: the versioned document that is made of an audit, and what becomes of it."""

from collections.abc import Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from compact_tui.core.audit import Audit, latest_return
from compact_tui.core.days import day_of, days_until, is_day, say_short
from compact_tui.core.digest import digest_of, spoken_code
from compact_tui.core.pack import NOT_GRADED, UNANSWERED
from compact_tui.core.return_parked import Parked
from compact_tui.core.return_parts import (
    Part,
    ReturnAction,
    ReturnEvidence,
    ReturnLastGrade,
    ReturnPack,
    ReturnSetAside,
    ReturnSetting,
    ReturnSignOff,
    ReturnStandard,
)
from compact_tui.core.return_standing import ReturnStanding
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
