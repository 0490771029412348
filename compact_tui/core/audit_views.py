"""Views of an audit and of what is in it: standards, criteria, guidance, evidence and actions."""

from msgspec import Struct


class View(Struct, frozen=True, kw_only=True):
    """Base of the views. Empty text means there is nothing to show."""


class CitationView(View, frozen=True, kw_only=True):
    """Where a duty stands."""

    title: str
    edition: str
    place: str
    checked_on: str
    confidence: str
    url: str
    note: str
    """``core.confidence.LOOK_UP`` where only secondary text was seen; else empty."""


class Guidance(View, frozen=True, kw_only=True):
    """What helps to answer a criterion."""

    good: str
    where: tuple[str, ...]
    ask: tuple[str, ...]
    evidence_kinds: tuple[str, ...]
    """Words, not ids."""
    sources: tuple[CitationView, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What good looks like, where to look and whom to ask, as lines."""
        return (
            "What good looks like:",
            self.good or "Nothing is said about it.",
            *(f"Look at: {place}" for place in self.where),
            *(f"Ask: {question}" for question in self.ask),
            *(f"Evidence could be: {kind}" for kind in self.evidence_kinds),
        )


class EvidenceView(View, frozen=True, kw_only=True):
    """A piece of evidence."""

    id: str
    title: str
    kind: str
    kind_word: str
    where: str
    held_by: str
    seen_on: str
    review_by: str
    supports: tuple[str, ...]
    numbers: tuple[str, ...]
    """The numbers of what it supports, such as ``3.2``."""
    rung_word: str = ""
    """The rung of the evidence ladder it stands on; empty where it could stand on several."""
    file_words: str = ""
    """That a file of it is kept on this computer, how large and since when; never where."""
    review_late: bool = False
    """Whether the day to look again has passed."""


class ActionView(View, frozen=True, kw_only=True):
    """An action."""

    id: str
    what: str
    who: str
    due: str
    status: str
    outcome: str
    overdue: bool
    supports: tuple[str, ...]
    numbers: tuple[str, ...]
    state_word: str = ""
    """How it stands: ``overdue``, ``open``, ``done 3 Dec 2026``, ``dropped 3 Dec 2026``."""
    due_words: str = ""
    """The day and how far off it is, while it is open."""
    done_on: str = ""


class CriterionView(View, frozen=True, kw_only=True):
    """A criterion with what was answered to it."""

    id: str
    number: str
    question: str
    text: str
    duty: str
    duty_word: str
    essential: bool
    answer: str
    answer_word: str
    note: str
    private_note: str
    reason: str
    by: str
    at: str
    before: tuple[str, ...] = ()
    """What was said in the round before, or to the question that this one replaces, a sentence each; counts nowhere."""
    waits: bool = False
    """Whether an answer of the round before waits to be confirmed."""
    evidence: tuple[EvidenceView, ...]
    actions: tuple[ActionView, ...]
    guidance: Guidance


class LevelView(View, frozen=True, kw_only=True):
    """A level as the grade screen offers it."""

    id: str
    word: str
    meaning: str
    model_answer: str
    chosen: bool
    suggested: bool
    provisional: bool = False
    """Chosen in the first pass only."""


class StepsView(View, frozen=True, kw_only=True):
    """What takes a standard from one level to the next."""

    from_word: str
    to_word: str
    steps: tuple[str, ...]


class PartnershipSays(View, frozen=True, kw_only=True):
    """One thing that the partnership's reply says about a standard; the setting's own record stays as it is."""

    kind: str
    """``grade question recommendation comment``; ``doubt`` where the reply itself is to be looked at first."""
    sentence: str
    """All of it in a line, safe to show."""
    level: str = ""
    """Id of the level that the committee sees, of a grade."""
    remark: str = ""
    """Id of the question, recommendation or comment, by which it is answered."""
    done: str = ""
    """What was done about that: ``answered``, ``an action`` or both; empty for nothing."""


class StandardView(View, frozen=True, kw_only=True):
    """A standard with its criteria, its grade and what they suggest."""

    id: str
    number: int
    title: str
    short: str
    introduction: str
    impact_prompt: str
    state: str
    answered: int
    counted: str
    """What counts in it, in words: how many are answered, and how many carried answers wait."""
    waiting: int = 0
    """How many answers and summaries of the round before wait to be confirmed."""
    grade: str
    grade_word: str
    suggested: str
    suggested_word: str
    suggested_because: str
    step_up: str
    reason: str
    summary: str
    last_time: str = ""
    """What it was graded last time, in a quiet line; empty where nobody typed it in."""
    provisional: bool = False
    """Whether the grade is one of the first pass, or of an earlier edition, and waits to be confirmed."""
    to_confirm: str = ""
    """Why it waits; empty where it does not."""
    levels: tuple[LevelView, ...]
    next_steps: tuple[StepsView, ...]
    criteria: tuple[CriterionView, ...]
    partnership_says: tuple[PartnershipSays, ...] = ()
    """What the newest reply to a return of this audit says about it; empty where no reply does."""


class AuditView(View, frozen=True, kw_only=True):
    """An audit, whole."""

    id: str
    pack: str
    edition: str
    variation: str
    cycle: str
    title: str
    wording: str
    wording_note: str
    standards: tuple[StandardView, ...]
