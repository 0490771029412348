"""How well a topic is known, by role group and over time."""

from collections.abc import Iterable, Sequence

from compact_tui.core.bank_use import Askable
from compact_tui.core.picking import fits
from compact_tui.core.spot import LEVELS
from compact_tui.core.spot_reckoning import Column, Material, Reckoned
from compact_tui.core.spot_sums import KEPT_BACK, NEVER, NOT_ASKED, STATES, Sum
from compact_tui.core.spot_suppression import shown_of
from compact_tui.core.spot_trend import trend, trend_words
from compact_tui.core.spot_views import CellView, LevelCount, TopicView
from compact_tui.core.text import count

_LONG_AGO = "not for a year"
UNASKED = frozenset({STATES[NEVER][1], STATES[NOT_ASKED][1], _LONG_AGO})
"""Words of a cell in which nothing was heard."""


def topic_view(
    topic: str,
    material: Material,
    sums: Reckoned,
    columns: Sequence[Column],
    askables: Sequence[Askable],
    criteria: tuple[str, ...],
    *,
    hidden: bool,
) -> TopicView:
    """How well a topic is known.

    Args:
        topic: Its id.
        material: Has its title.
        sums: What was heard.
        columns: The role groups.
        askables: What could be asked of it today.
        criteria: What its questions speak to.
        hidden: Whether even all groups together are too few to show anything of them.
    """
    parts = [_added(sums.cells.get((topic, group)) for group in column.groups) for column in columns]
    may = shown_of([part.answers for part in parts])
    cells = tuple(
        _cell(column, part, ok and not (hidden and part.answers), _empty(topic, column, sums, askables))
        for column, part, ok in zip(columns, parts, may.cells, strict=True)
    )
    whole = _added(parts)
    shown = may.total and not (hidden and whole.answers)
    title = material.topics.get(topic, topic)
    if not whole.answers:
        ever = any((topic, group) in sums.ever for column in columns for group in column.groups)
        state, word = STATES[NEVER]
        word = _LONG_AGO if ever else word
        return TopicView(
            id=topic, title=title, state=state, word=word, shown=True, words=word, cells=cells, questions=len(askables)
        )
    if not shown:
        state, word = STATES[KEPT_BACK]
        return TopicView(
            id=topic, title=title, state=state, word=word, shown=False, words=word, cells=cells, questions=len(askables)
        )
    state, word = STATES[whole.known]
    terms = trend(sums.terms.get(topic, {}))
    return TopicView(
        id=topic,
        title=title,
        state=state,
        word=word,
        shown=True,
        answers=whole.answers,
        share=whole.percent,
        words=_figures(whole),
        levels=tuple(
            LevelCount(level=level, word=dict(LEVELS)[level], answers=said) for level, said in whole.by_level()
        ),
        later=whole.more_later,
        from_day=whole.first,
        to_day=whole.last,
        cells=cells,
        terms=terms,
        trend=trend_words(terms),
        questions=len(askables),
        criteria=criteria,
    )


def _empty(topic: str, column: Column, sums: Reckoned, askables: Sequence[Askable]) -> tuple[str, str]:
    """State and word of a cell in which nothing was heard."""
    if any((topic, group) in sums.ever for group in column.groups):
        return STATES[NEVER][0], _LONG_AGO
    wanted = set(column.roles)
    return STATES[NEVER if any(fits(one.question, wanted) for one in askables) else NOT_ASKED]


def _cell(column: Column, part: Sum, shown: bool, empty: tuple[str, str]) -> CellView:
    state, word = empty if not part.answers else STATES[part.known if shown else KEPT_BACK]
    figures = shown and part.answers
    return CellView(
        group=column.name,
        state=state,
        word=word,
        shown=shown,
        answers=part.answers if figures else 0,
        share=part.percent if figures else 0,
        words=_figures(part) if figures else word,
    )


def _added(parts: Iterable[Sum | None]) -> Sum:
    whole = Sum()
    for part in parts:
        if part is not None:
            whole.take(part)
    return whole


def _figures(part: Sum) -> str:
    return f"{part.word}: {part.percent} % of {count(part.answers, 'answer')}"
