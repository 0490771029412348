"""Views of what spot checks have shown: by topic and role group, over time, and what to do about it."""

from compact_tui.core.audit_views import View
from compact_tui.core.record_views import BelongsView


class CellView(View, frozen=True, kw_only=True):
    """How well a role group knows a topic."""

    group: str
    state: str
    """State whose glyph stands for it: ``done started attention not-started none``."""
    word: str
    shown: bool
    """False where too few answered to give a figure; then there is none here either."""
    answers: int = 0
    share: int = 0
    """How much was known, in per cent."""
    words: str = ""
    """Word and figures in one."""


class TermView(View, frozen=True, kw_only=True):
    """How well something was known in one term."""

    id: str
    """Such as ``2026-3`` for the autumn."""
    words: str
    shown: bool
    share: int
    word: str


class LevelCount(View, frozen=True, kw_only=True):
    """How many answers were of a level."""

    level: str
    word: str
    answers: int


class TopicLine(View, frozen=True, kw_only=True):
    """A topic in a list of those that want attention."""

    id: str
    title: str
    state: str
    word: str
    """Why it stands there, in a few words."""


class TopicView(View, frozen=True, kw_only=True):
    """How well a topic is known."""

    id: str
    title: str
    state: str
    word: str
    shown: bool
    """Whether there is a figure for everybody together."""
    answers: int = 0
    share: int = 0
    words: str = ""
    """Word and figures in one."""
    levels: tuple[LevelCount, ...] = ()
    later: int = 0
    """Answers to which more was remembered later; the level heard first is what counts."""
    from_day: str = ""
    to_day: str = ""
    """First and last day of the answers."""
    cells: tuple[CellView, ...] = ()
    """One for each group, in the order of the groups."""
    terms: tuple[TermView, ...] = ()
    trend: str = ""
    """How the last two terms compare."""
    questions: int = 0
    """How many questions there are to ask."""
    criteria: tuple[str, ...] = ()
    """Ids of the criteria and standards that its questions speak to."""


class UnsafeView(View, frozen=True, kw_only=True):
    """Something unsafe that was heard."""

    topic: str
    question: str
    on: str
    """The day, or only the month where few answered."""
    group: str
    """Empty where so few answered that it could point at somebody."""
    settled: bool
    """Whether the same was answered safely since."""
    state: str
    words: str


class QuestionLine(View, frozen=True, kw_only=True):
    """A question that everybody or nobody gets right."""

    topic: str
    question: str
    words: str


class FollowUpView(View, frozen=True, kw_only=True):
    """You said, we did: what followed a round, and what changed since."""

    on: str
    group: str
    what: str
    words: str
    """Day, group and what followed, in one."""
    change: str
    """In words only: figures of one round could point at people."""
    topic: str
    """The topic it is most about; empty when unknown."""


class ResultsView(View, frozen=True, kw_only=True):
    """What spot checks have shown."""

    from_day: str
    to_day: str
    sentence: str
    groups: tuple[str, ...]
    """The columns: role groups in the setting's own order, the merged ones last."""
    merged: tuple[str, ...]
    """The groups that are shown as one."""
    notes: tuple[str, ...]
    """What must be known to read the figures."""
    unsafe: tuple[UnsafeView, ...]
    weakest: tuple[TopicLine, ...]
    """Topics not known well, the weakest first."""
    never_asked: tuple[TopicLine, ...]
    """Topics that nobody was asked about; those with critical questions first."""
    topics: tuple[TopicView, ...]
    everyone: tuple[QuestionLine, ...]
    nobody: tuple[QuestionLine, ...]
    follow_ups: tuple[FollowUpView, ...]
    """The latest first."""


class GapsView(View, frozen=True, kw_only=True):
    """What wants attention, without the table."""

    sentence: str
    unsafe: tuple[UnsafeView, ...]
    weakest: tuple[TopicLine, ...]
    never_asked: tuple[TopicLine, ...]
    groups: tuple[TopicLine, ...]
    """A role group and how many of its topics it was never asked about; ids are names."""
    nobody: tuple[QuestionLine, ...]
    everyone: tuple[QuestionLine, ...]


class EvidenceDraft(View, frozen=True, kw_only=True):
    """A result as evidence: what it would be called, and what it speaks to."""

    topic: str
    title: str
    seen_on: str
    where: str
    supports: tuple[str, ...]
    """Ids of criteria and standards, as the questions name them."""


class EvidenceOffer(View, frozen=True, kw_only=True):
    """A result as it is offered to the audit."""

    topic: str
    ready: bool
    """Whether it can be kept now."""
    title: str
    sentence: str
    """What it speaks to, or what has to be done first."""
    supports: tuple[str, ...] = ()
    rows: tuple[BelongsView, ...] = ()
    """Everything that it could back, and whether it speaks to it."""


class SpotPrinted(View, frozen=True, kw_only=True):
    """A page of the spot checks that was written."""

    page: str
    """Its path."""
    kind: str
    """``sheet card slide briefing``."""
    round: str = ""
    """The round that a sheet or card belongs to."""
    question: str = ""
    """The question of a slide."""
    topic: str = ""
    """The topic of a briefing."""
    sentence: str
