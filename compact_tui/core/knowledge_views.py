"""Views of what staff across the city know: by topic and by standard, few settings kept back."""

from compact_tui.core.audit_views import View

CITY = "Across the city"


class KnowledgeLevel(View, frozen=True, kw_only=True):
    """How many answers were of one level."""

    level: str
    """A level of spot checks, or ``unsafe``."""
    word: str
    count: int
    percent: int


class KnowledgeFigure(View, frozen=True, kw_only=True):
    """What a group of settings knew."""

    sectors: tuple[str, ...] = ()
    """Ids of the sectors that are in it; empty for the city."""
    word: str
    """Such as ``Early years``."""
    settings: int | None
    """How many settings stand behind it; ``None`` where it is suppressed."""
    answers: int = 0
    knew: int = 0
    """Answers in full; one with something unsafe in it is none."""
    percent: int = 0
    levels: tuple[KnowledgeLevel, ...] = ()
    """Every level that was heard, best first; empty where only what was known in full is told."""
    suppressed: bool = False
    state: str = "none"
    """The state whose glyph stands for it; ``none`` where nothing is shown."""
    brief: str
    """Such as ``61% of 204``."""
    sentence: str
    """Such as ``Knew 61% of 204 answers, in 12 settings.``"""


class KnowledgeTopic(View, frozen=True, kw_only=True):
    """A topic that staff were asked about."""

    topic: str
    title: str
    standards: tuple[str, ...]
    """Ids of the standards it belongs to, of those that are asked for."""
    standard_words: str
    """Their numbers and names."""
    figure: KnowledgeFigure
    """Of the city; of the one sector where only that was asked for."""
    groups: tuple[KnowledgeFigure, ...] = ()
    """The sectors, small ones together; empty where they cannot be told apart."""
    audits: tuple[str, ...] = ()
    """What single-agency audits that touch its standards found, a sentence each, without the agency's name."""
    lines: tuple[str, ...] = ()
    """All of it in full, a sentence a line."""


class KnowledgeStandard(View, frozen=True, kw_only=True):
    """What staff knew of the topics of a standard."""

    standard: str
    number: int
    words: str
    """Number and name."""
    figure: KnowledgeFigure
    groups: tuple[KnowledgeFigure, ...] = ()
    """Sectors that are shown by themselves."""
    told_with_returns: int = 0
    """How many of the settings are in it by the counts in their return; 0 also where these are too few."""
    sentence: str
    """Such as ``Staff asked on its topics: knew 61% of 204 answers, in 12 settings.``"""
    lines: tuple[str, ...] = ()
    """All of it in full, a sentence a line."""


class NeverAsked(View, frozen=True, kw_only=True):
    """A topic of which no answer came in."""

    topic: str
    title: str
    standard_words: str


class CityKnowledge(View, frozen=True, kw_only=True):
    """What staff across the city know and do not know."""

    title: str
    cycle: str
    sector: str = ""
    """Id of the one sector that was asked for; empty for the city."""
    word: str = CITY
    """How that is called."""
    since: str
    """The month (``YYYY-MM``) from which on answers count."""
    settings: int
    """Settings whose answers came in as spot checks."""
    settings_with_returns: int
    """Settings that let counts travel with their return."""
    threshold: int
    topics: tuple[KnowledgeTopic, ...]
    """The least known first; then those that too few settings asked about."""
    standards: tuple[KnowledgeStandard, ...]
    """In the order of the pack."""
    never_asked: tuple[NeverAsked, ...]
    never_asked_sentence: str
    """All of them in one sentence."""
    sentence: str
    notes: tuple[str, ...]
    """What the figures cover, how they are made and what they leave out."""
