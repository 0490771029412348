"""What reading verbs return: frozen views that screens, line mode and ``--json`` show as they are."""

from compact_tui.core.audit_views import (
    ActionView,
    AuditView,
    CitationView,
    CriterionView,
    EvidenceView,
    Guidance,
    LevelView,
    PartnershipSays,
    StandardView,
    StepsView,
    View,
)

__all__ = [
    "ActionView",
    "AnswerOption",
    "AuditLine",
    "AuditView",
    "ChangeView",
    "CitationView",
    "CriterionPage",
    "CriterionView",
    "EvidenceView",
    "Guidance",
    "Hit",
    "HomeView",
    "LevelView",
    "NextStepView",
    "PartnershipSays",
    "PlaceLine",
    "Rail",
    "RailRow",
    "StandardPage",
    "StandardView",
    "StepsView",
    "View",
]


class AuditLine(View, frozen=True, kw_only=True):
    """An audit in a list."""

    id: str
    pack: str
    edition: str
    variation: str
    cycle: str
    standards: int
    graded: int
    to_grade: int
    """How many standards are graded when all is done; 0 for a pack without levels."""
    criteria: int
    answered: int


class RailRow(View, frozen=True, kw_only=True):
    """A standard on the progress rail."""

    id: str
    number: int
    short: str
    title: str
    state: str
    """``done attention started not-started``."""
    word: str
    """How many carried answers wait; else the grade word, or how many are answered; or nothing."""
    words: str
    """The same where there is room: how it stands, and how many carried answers wait."""
    waiting: int = 0
    """How many answers and summaries of the round before wait to be confirmed in it."""


class Rail(View, frozen=True, kw_only=True):
    """The progress rail: every standard, and the totals."""

    rows: tuple[RailRow, ...]
    graded: int
    answered: int
    criteria: int
    total: str
    """What counts, in words: how many are graded, or answered where the pack has no levels."""
    sentence: str
    """All there is to count, in words."""
    done: int
    """How many of the standards are done, for a bar."""
    waiting: int = 0
    """How many answers and summaries of the round before wait to be confirmed."""
    to_confirm: str = ""
    """The same in words; empty where nothing waits."""
    heading: str = "Standards"
    """What its rows are."""


class AnswerOption(View, frozen=True, kw_only=True):
    """An answer that can be given with one key."""

    id: str
    key: str
    word: str
    meaning: str
    needs_reason: bool
    chosen: bool


class CriterionPage(View, frozen=True, kw_only=True):
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
    """Id of the criterion after it; empty when the grade of the standard comes next, or the end."""
    gradable: bool
    """False for a pack without levels."""


class StandardPage(View, frozen=True, kw_only=True):
    """A standard as its screens show it, with the way on."""

    title: str
    standard: StandardView
    rail: Rail
    part_word: str
    """What a standard is called here."""
    question_word: str
    """What a criterion is called here."""
    first_open: str
    """Id of the first criterion that waits for an answer, or of the first criterion."""
    previous: str
    """Id of the standard before; empty at the first."""
    next: str
    """Id of the standard after; empty at the last."""


class Hit(View, frozen=True, kw_only=True):
    """Where a text was found."""

    standard: str
    criterion: str
    """Empty when the find is about the standard as a whole."""
    number: str
    field: str
    """What it was found in: ``question``, ``note``, ``summary`` …"""
    title: str
    excerpt: str


class ChangeView(View, frozen=True, kw_only=True):
    """A line of the history."""

    id: str
    at: str
    when: str
    """The same instant as it is said."""
    by: str
    verb: str
    what: str
    undone: bool


class NextStepView(View, frozen=True, kw_only=True):
    """What to do next: a sentence and where it is done."""

    sentence: str
    place: str
    """``setup start criterion grade return sent receipt done``."""
    standard: str = ""
    criterion: str = ""


class PlaceLine(View, frozen=True, kw_only=True):
    """A place that can be opened from Home."""

    id: str
    """The place; ``next choose find`` are acts of Home itself."""
    words: str
    key: str
    state: str = ""
    """How it stands there, in a few words."""
    rare: bool = False
    """Needed now and then: stands after the others, and line by line behind ``?``."""


class HomeView(View, frozen=True, kw_only=True):
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
    places: tuple[PlaceLine, ...]
    """Where a person can go, in the order of use; what is next stands first.

    Empty where only the standing was asked.
    """
    evidence: int
    actions_words: str
    """How many actions are open and overdue."""
    return_id: str
    """Id of the return that was made last; empty when none was."""
    whole: str
    """What the whole of the audit becomes: the return, or an improvement plan."""
    return_state: str
    return_sentence: str
    for_ourselves: bool
    """Whether nobody is owed a return: then nothing presses to make, sign or send one."""
    is_part: bool
    """Whether the audit is a part of another one, which is sent back instead of a return."""
    standing: tuple[str, ...]
    """What is due and what became of the return, a sentence each."""
    since: tuple[str, ...]
    """What has changed since the person was last here; empty on the same day."""
    who_sentence: str
    """Who is at the keyboard, in words."""
    also_open: tuple[str, ...]
    """Who else has the workspace open, a sentence each."""
    notices: tuple[str, ...]
    """What had to be put right, such as a damaged file."""
