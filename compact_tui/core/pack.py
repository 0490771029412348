"""The audit pack: scale, answers, rule table, standards, criteria and model answers of one edition."""

import msgspec

from compact_tui.core.pack_head import PackHead, Value

NOT_GRADED = "not-graded"
"""Stands where a grade would: a state of its own, never the lowest level."""
UNANSWERED = "unanswered"
"""Stands where an answer would: nobody has answered yet."""
NO_SUGGESTION = "none"
"""Stands where a suggested level would, when the rule table suggests none."""


class Level(Value, frozen=True):
    """One step of a scale."""

    id: str
    word: str
    rank: int
    """Higher is better; only the order counts."""
    meaning: str = ""
    weak: bool = False
    """A grade at this level calls for an action."""
    short: str = ""
    """The word where room is scarce; empty means the word itself will do."""


class AnswerKind(Value, frozen=True):
    """One answer that a criterion can be given."""

    id: str
    word: str
    key: str
    """The key that gives it on the criterion screen."""
    counts_as: str
    """What the rule table reads: ``met partly-met not-met not-applicable not-known``."""
    meaning: str = ""
    needs_reason: bool = False


class Duty(Value, frozen=True):
    """How strong a criterion is."""

    id: str
    word: str
    meaning: str = ""


class EvidenceKind(Value, frozen=True):
    """A kind of thing that can be seen."""

    id: str
    word: str
    rung: str = ""
    """Id of the rung of the evidence ladder that it stands on; empty where it could stand on several."""


class Rung(Value, frozen=True):
    """A rung of the evidence ladder, lowest first: shown to help people look further, never scored."""

    id: str
    word: str
    meaning: str = ""


class Signer(Value, frozen=True):
    """A role that signs the audit for itself."""

    id: str
    word: str
    """Who that is, such as ``Head teacher, principal or manager``."""
    declaration: str
    """What this role declares by signing, in the first person."""
    required: bool = True
    """False for a role that may sign as well."""
    variations: tuple[str, ...] = ()
    """Empty means every variation."""


class InspectionAsk(Value, frozen=True):
    """What an inspector asks about a standard, and what answers it."""

    ask: str
    show: tuple[str, ...] = ()
    """What to put on the table, in words."""
    fetch: tuple[str, ...] = ()
    """Whom to fetch, as roles."""
    variations: tuple[str, ...] = ()


class Variation(Value, frozen=True):
    """Which version of the tool a sector uses."""

    id: str
    title: str
    sector: str
    offered: bool = True
    """False while this edition is not complete for it."""


class Source(Value, frozen=True):
    """A document that a duty rests on."""

    id: str
    title: str
    edition: str = ""
    publisher: str = ""
    url: str = ""
    in_force_from: str = ""
    checked_on: str = ""
    status: str = ""


class Citation(Value, frozen=True):
    """Where in a source a criterion's duty stands, and who says so."""

    source: str
    place: str
    confidence: str
    """``C`` seen in the primary text, ``C2`` in secondary text only, ``I`` our own inference."""
    checked_on: str


class CriterionVariant(Value, frozen=True):
    """What is different about a criterion in some variations; what is empty stays as the criterion has it."""

    variations: tuple[str, ...]
    duty: str = ""
    good: str = ""
    where: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    evidence_kinds: tuple[str, ...] = ()
    source: tuple[Citation, ...] = ()


class Criterion(Value, frozen=True):
    """One statement under a standard, with its guidance."""

    id: str
    question: str
    """The statement as a short question, the title of its screen."""
    text: str
    duty: str = ""
    essential: bool = False
    """Not met, it caps the suggested level."""
    variations: tuple[str, ...] = ()
    """Empty means every variation."""
    good: str = ""
    where: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    evidence_kinds: tuple[str, ...] = ()
    source: tuple[Citation, ...] = ()
    topics: tuple[str, ...] = ()
    """Ids of the spot-check topics that speak to it."""
    needs: tuple[str, ...] = ()
    """What a setting must have for it to apply: ``staff premises food overnight transport website``."""
    kinds: tuple[str, ...] = ()
    """Kinds of setting it applies to; empty means every kind."""
    variant: tuple[CriterionVariant, ...] = ()


class ModelAnswer(Value, frozen=True):
    """What a standard looks like at a level."""

    level: str
    text: str
    variations: tuple[str, ...] = ()


class NextStep(Value, frozen=True):
    """What takes a setting from one level to the next."""

    from_: str = msgspec.field(name="from")
    to: str
    steps: tuple[str, ...] = ()
    variations: tuple[str, ...] = ()


class StandardVariant(Value, frozen=True, kw_only=True):
    """What is different about a standard in some variations; what is empty stays as the standard has it."""

    variations: tuple[str, ...]
    introduction: str = ""
    impact_prompt: str = ""


class Standard(Value, frozen=True):
    """One of the standards of a pack."""

    id: str
    number: int
    title: str
    short: str = ""
    """A name for the progress rail."""
    introduction: str = ""
    impact_prompt: str = ""
    topics: tuple[str, ...] = ()
    criterion: tuple[Criterion, ...] = ()
    model_answer: tuple[ModelAnswer, ...] = ()
    next_step: tuple[NextStep, ...] = ()
    inspection: tuple[InspectionAsk, ...] = ()
    variant: tuple[StandardVariant, ...] = ()


class Rule(Value, frozen=True):
    """One row of the rule table: where all its conditions hold, this level is suggested.

    A condition that is empty holds always. See ``core.suggest`` for what each reads.
    """

    level: str
    """A level id, or ``none``: nothing is suggested."""
    because: str
    """The sentence that explains it; may name ``{unanswered}``, ``{essential_not_met}`` and other counts."""
    unanswered: tuple[str, ...] = ()
    applicable: tuple[str, ...] = ()
    not_known: tuple[str, ...] = ()
    essential: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    impact: tuple[str, ...] = ()


class AuditPack(Value, frozen=True):
    """A whole pack. Lists are in the order in which they are shown."""

    pack: PackHead
    level: tuple[Level, ...]
    standard: tuple[Standard, ...]
    answer: tuple[AnswerKind, ...] = ()
    duty: tuple[Duty, ...] = ()
    evidence_kind: tuple[EvidenceKind, ...] = ()
    rung: tuple[Rung, ...] = ()
    """The evidence ladder, lowest first."""
    signer: tuple[Signer, ...] = ()
    """Who signs, in the order in which they are asked."""
    variation: tuple[Variation, ...] = ()
    source: tuple[Source, ...] = ()
    rule: tuple[Rule, ...] = ()


def numbered(standard: Standard) -> tuple[tuple[str, Criterion], ...]:
    """The criteria of a standard with the number each is shown under, such as ``3.2``."""
    return tuple((f"{standard.number}.{i}", criterion) for i, criterion in enumerate(standard.criterion, 1))


def level_of(pack: AuditPack, level_id: str) -> Level | None:
    """The level with this id, if the pack has it."""
    return next((level for level in pack.level if level.id == level_id), None)


def standard_of(pack: AuditPack, standard_id: str) -> Standard | None:
    """The standard with this id, if the pack has it."""
    return next((standard for standard in pack.standard if standard.id == standard_id), None)


def word_of(pack: AuditPack, table: str, item_id: str) -> str:
    """The word shown for an id in one of the pack's tables (``level answer duty evidence_kind``); else the id."""
    items: tuple[Level | AnswerKind | Duty | EvidenceKind, ...] = getattr(pack, table)
    return next((item.word for item in items if item.id == item_id), item_id)
