"""How what staff knew is told: levels and shares of a group of settings, or that it is kept back."""

from compact_tui.core.analysis_notes import MOST, SOME
from compact_tui.core.knowledge_sums import NOT_FULL, UNSAFE, Sum
from compact_tui.core.knowledge_views import KnowledgeFigure, KnowledgeLevel
from compact_tui.core.spot import FULL, KNEW_WHERE, NOT_YET, PARTIAL
from compact_tui.core.suppression import percent
from compact_tui.core.text import count

LEVELS: tuple[tuple[str, str], ...] = (
    (FULL, "knew"),
    (PARTIAL, "partly"),
    (KNEW_WHERE, "knew where to look"),
    (NOT_YET, "did not know yet"),
    (UNSAFE, "said something unsafe"),
    (NOT_FULL, "partly or not yet"),
)
"""Levels with the words they have here, best first."""


def figure_of(word: str, sectors: tuple[str, ...], sum_: Sum, *, split: bool = True) -> KnowledgeFigure:
    """A group that may be shown.

    Args:
        word: How the group is called.
        sectors: Ids of its sectors; empty for the city.
        sum_: What it answered.
        split: Whether it is told what those knew who did not know in full.
    """
    answers, knew, settings = sum_.answers, sum_.knew, len(sum_.settings)
    if not settings:
        return KnowledgeFigure(
            sectors=sectors, word=word, settings=0, brief="nobody asked", sentence="Nobody was asked about it yet."
        )
    share = percent(knew, answers)
    there = [
        KnowledgeLevel(level=level, word=said, count=sum_.levels[level], percent=percent(sum_.levels[level], answers))
        for level, said in LEVELS
        if sum_.levels[level] and split
    ]
    return KnowledgeFigure(
        sectors=sectors,
        word=word,
        settings=settings,
        answers=answers,
        knew=knew,
        percent=share,
        levels=tuple(there),
        state="done" if share >= MOST else "started" if share >= SOME else "attention",
        brief=f"{share}% of {answers}",
        sentence=f"Knew {share}% of {count(answers, 'answer')}, in {count(settings, 'setting')}.",
    )


def few(word: str, sectors: tuple[str, ...]) -> KnowledgeFigure:
    """A group that is not shown."""
    return KnowledgeFigure(
        sectors=sectors,
        word=word,
        settings=None,
        suppressed=True,
        brief="too few",
        sentence="Too few settings to show: whose answers they are could be worked out.",
    )
