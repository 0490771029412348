"""What is shown of answering together: each criterion with its newest count, and what was just agreed."""

from compact_tui.core.audit_views import View

BLOCKS = 20
"""Blocks of the longest bar."""


class TallyPart(View, frozen=True, kw_only=True):
    """How many gave one answer."""

    id: str
    word: str
    count: int
    words: str
    """Such as ``14 of 18``."""
    blocks: int
    """Length of its bar, of ``BLOCKS``; at least one where anybody gave it."""


class TallyView(View, frozen=True, kw_only=True):
    """How many gave which answer; no parts where nobody was counted, or fewer than five were."""

    total: int
    """0 where nothing was counted, or where the split is not kept."""
    parts: tuple[TallyPart, ...]
    sentence: str
    """The count in words."""


class TogetherLine(View, frozen=True, kw_only=True):
    """A criterion, what stands as its answer, and the newest count."""

    criterion: str
    number: str
    question: str
    text: str
    duty_word: str
    answer: str
    answer_word: str
    by: str
    counted: str
    """The newest count as it is kept among the evidence; empty where there was none."""
    tally: TallyView


class TogetherView(View, frozen=True, kw_only=True):
    """A standard that is gone through together, with the way on."""

    title: str
    standard: str
    number: int
    standard_title: str
    part_word: str
    """What a standard is called here."""
    position: str
    previous: str
    next: str
    lines: tuple[TogetherLine, ...]
    counted: int
    """How many of its criteria have a count."""
    sentence: str


class AgreedView(View, frozen=True, kw_only=True):
    """What was just agreed."""

    criterion: str
    number: str
    question: str
    answer_word: str
    by: str
    evidence: str
    """Id of the piece of evidence that keeps the count."""
    title: str
    tally: TallyView
    next: str
    """Id of the next criterion of the standard; empty after the last."""
