"""Views of the learning log: its lines with how far each is, and the findings that the figures suggest."""

from compact_tui.core.audit_views import View


class LearningLine(View, frozen=True, kw_only=True):
    """A line of the log."""

    id: str
    finding: str
    words: str
    """The finding cut to one short line."""
    cycle: str
    standard: str
    standard_word: str
    """Number and name of the standard; empty where it belongs to none."""
    sector: str
    sector_word: str
    kind: str
    kind_word: str
    will_do: str
    who: str
    due: str
    done_on: str
    showed: str
    helped: str
    state: str
    """``found`` · ``planned`` · ``late`` · ``done`` · ``looked-at`` · ``showed`` · ``did-not-show``."""
    state_word: str
    mark: str
    """The state whose glyph stands for it."""
    then_now: tuple[str, ...] = ()
    """Of a line of an earlier round: what the figures were then and are now."""
    lines: tuple[str, ...] = ()
    """All of it in full, a sentence a line."""


class LearningLog(View, frozen=True, kw_only=True):
    """The log: what waits for somebody first, what is over last."""

    cycle: str
    lines: tuple[LearningLine, ...]
    sentence: str


class Offer(View, frozen=True, kw_only=True):
    """A finding that can be taken into the log; nothing is taken by itself."""

    id: str
    number: int
    """From 1, in the order of the list; taking one does not change the others' numbers."""
    words: str
    """What it is about, in a few words."""
    finding: str
    """What the line of the log will say."""
    sector: str
    sector_word: str
    standard: str
    reasons: tuple[str, ...]
    """The figures that suggest it, and where they are from, a sentence each."""
    taken: str = ""
    """How far the line of the log is that is about the same; empty where there is none."""
    line: str = ""
    """Id of that line."""


class Offers(View, frozen=True, kw_only=True):
    """The findings that can be taken into the log, what has most reasons first."""

    cycle: str
    offers: tuple[Offer, ...]
    sentence: str
