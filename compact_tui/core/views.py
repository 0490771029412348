"""What reading verbs return: frozen views that screens, line mode and ``--json`` show as they are."""

from msgspec import Struct


class View(Struct, frozen=True, kw_only=True):
    """Base of the views. Empty text means there is nothing to show."""


class CitationView(View):
    """Where a duty stands."""

    title: str
    edition: str
    place: str
    checked_on: str
    confidence: str
    url: str
    note: str
    """``check against the primary`` where only secondary text was seen; else empty."""


class Guidance(View):
    """What helps to answer a criterion."""

    good: str
    where: tuple[str, ...]
    ask: tuple[str, ...]
    evidence_kinds: tuple[str, ...]
    """Words, not ids."""
    sources: tuple[CitationView, ...]


class EvidenceView(View):
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


class ActionView(View):
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


class CriterionView(View):
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
    evidence: tuple[EvidenceView, ...]
    actions: tuple[ActionView, ...]
    guidance: Guidance


class LevelView(View):
    """A level as the grade screen offers it."""

    id: str
    word: str
    meaning: str
    model_answer: str
    chosen: bool
    suggested: bool


class StepsView(View):
    """What takes a standard from one level to the next."""

    from_word: str
    to_word: str
    steps: tuple[str, ...]


class StandardView(View):
    """A standard with its criteria, its grade and what they suggest."""

    id: str
    number: int
    title: str
    short: str
    introduction: str
    impact_prompt: str
    state: str
    answered: int
    grade: str
    grade_word: str
    suggested: str
    suggested_word: str
    suggested_because: str
    step_up: str
    reason: str
    summary: str
    levels: tuple[LevelView, ...]
    next_steps: tuple[StepsView, ...]
    criteria: tuple[CriterionView, ...]


class AuditView(View):
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


class AuditLine(View):
    """An audit in a list."""

    id: str
    pack: str
    edition: str
    variation: str
    cycle: str
    standards: int
    graded: int
    criteria: int
    answered: int


class RailRow(View):
    """A standard on the progress rail."""

    id: str
    number: int
    short: str
    title: str
    state: str
    """``done attention started not-started``."""
    word: str
    """The grade word, or how many of its criteria are answered, or nothing."""


class Rail(View):
    """The progress rail: every standard, and the totals."""

    rows: tuple[RailRow, ...]
    graded: int
    answered: int
    criteria: int


class AnswerOption(View):
    """An answer that can be given with one key."""

    id: str
    key: str
    word: str
    meaning: str
    needs_reason: bool
    chosen: bool


class CriterionPage(View):
    """One criterion as its screen shows it, with the way on."""

    title: str
    standard: str
    standard_number: int
    standard_title: str
    standard_answered: int
    standard_criteria: int
    position: str
    criterion: CriterionView
    options: tuple[AnswerOption, ...]
    rail: Rail
    filter: str
    filter_words: str
    previous: str
    """Id of the criterion before, within the filter; empty at the start."""
    next: str
    """Id of the criterion after it; empty when the grade of the standard comes next."""


class StandardPage(View):
    """A standard as its screens show it, with the way on."""

    title: str
    standard: StandardView
    rail: Rail
    first_open: str
    """Id of the first criterion that waits for an answer, or of the first criterion."""
    previous: str
    """Id of the standard before; empty at the first."""
    next: str
    """Id of the standard after; empty at the last."""


class Hit(View):
    """Where a text was found."""

    standard: str
    criterion: str
    """Empty when the find is about the standard as a whole."""
    number: str
    field: str
    """What it was found in: ``question``, ``note``, ``summary`` …"""
    title: str
    excerpt: str


class ChangeView(View):
    """A line of the history."""

    id: str
    at: str
    by: str
    verb: str
    what: str
    undone: bool


class NextStepView(View):
    """What to do next: a sentence and where it is done."""

    sentence: str
    place: str
    """``setup start criterion grade return sent receipt done``."""
    standard: str = ""
    criterion: str = ""


class HomeView(View):
    """Where things stand."""

    setting: str
    sector: str
    kind: str
    workspace: str
    today: str
    due: str
    days_left: int
    """Days to the due date; 0 where none is set (see ``due_sentence``)."""
    due_sentence: str
    audits: tuple[AuditLine, ...]
    audit: str
    """Id of the audit shown; empty when there is none, or several and none was named."""
    title: str
    wording_note: str
    rail: Rail
    next: NextStepView
    evidence: int
    actions_words: str
    """How many actions are open and overdue."""
    return_id: str
    """Id of the return that was made last; empty when none was."""
    return_state: str
    return_sentence: str
    since: tuple[str, ...]
    """What has changed since the person was last here; empty on the same day."""
    notices: tuple[str, ...]
    """What had to be put right, such as a damaged file."""
