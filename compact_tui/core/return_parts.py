"""What a return is made of: the pack, the setting, each standard, evidence, actions and signatures."""

from msgspec import Struct


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
