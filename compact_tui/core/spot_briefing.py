"""Five minutes for a team on a topic: one question, its model answer and source, two questions to talk about."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from compact_tui.core.ask_page import ask_rows, source_lines
from compact_tui.core.audit_views import View
from compact_tui.core.bank import SCENARIO, SPOKEN, QuestionBank, family_of
from compact_tui.core.bank_use import Askable
from compact_tui.core.days import say_day
from compact_tui.core.picking import interval
from compact_tui.core.spot_sums import KNOWN, Sum

MINUTES = 5
_OPEN_ENDED = {SCENARIO, SPOKEN}
"""Kinds that can be talked about without the options at hand."""
_ON_A_BUSY_DAY = "What could get in the way of doing this here, on a busy day, and what would help?"
_WHERE_FIRST = "Where in our own day could this come up first, and who would notice?"


class BriefingView(View, frozen=True, kw_only=True):
    """A five-minute briefing on a topic."""

    topic: str
    title: str
    minutes: int
    standing: str
    """How well the topic is known, in words."""
    question: str
    """Id of the question it is about."""
    prompt: str
    choices: tuple[str, ...]
    """What is read aloud after it; empty where it can be talked about as it is."""
    answer: str
    why: str
    """Why it matters to a child."""
    sources: tuple[str, ...]
    """Where the answer stands, one a line."""
    marks: tuple[str, ...]
    """What whoever reads it out should know, such as ``check the edition``."""
    discussion: tuple[str, ...]
    """Two questions to talk about."""
    follow_up: str
    again_on: str
    """The day from which it is due to be asked again."""


def briefing_on(
    title: str,
    standing: str,
    askables: Sequence[Askable],
    banks: Mapping[str, QuestionBank],
    sums: Mapping[str, Sum],
    today: str,
    share: float = 0.0,
) -> BriefingView | None:
    """A briefing on a topic; ``None`` where there is no question that may be asked of it.

    It is about the question that was known least; where none was asked, about a critical one.

    Args:
        title: The topic's title.
        standing: How well it is known, in words.
        askables: Its questions, with what the profile says in them.
        banks: The banks by id.
        sums: What was heard, by question; nothing where there are too few answers to tell anything of them.
        today: The day.
        share: How much of the topic was known, from 0 to 1; 0 where there is no figure.
    """
    if not askables:
        return None
    main = min(askables, key=lambda one: _rank(one, sums))
    question = main.question
    again = (date.fromisoformat(today) + timedelta(days=interval(share, critical=question.critical))).isoformat()
    return BriefingView(
        topic=question.topic,
        title=title,
        minutes=MINUTES,
        standing=standing,
        question=question.id,
        prompt=question.prompt,
        choices=_choices(main),
        answer=question.answer,
        why=question.why,
        sources=source_lines(question, banks[main.bank]),
        marks=main.marks,
        discussion=(_to_talk_about(main, askables), _ON_A_BUSY_DAY),
        follow_up=f"From {say_day(again)} on, ask it again in other words. The program picks it by itself.",
        again_on=again,
    )


def _choices(main: Askable) -> tuple[str, ...]:
    rows = () if main.question.kind in _OPEN_ENDED else ask_rows(main.question, ())
    return tuple(f"{row.key}  {row.words}" for row in rows)


def _rank(one: Askable, sums: Mapping[str, Sum]) -> tuple[bool, float, bool, str]:
    """What was heard and is not well known first, then what is critical."""
    heard = sums.get(one.question.id)
    weak = heard is not None and heard.known != KNOWN
    return not weak, heard.share if heard is not None and weak else 0.0, not one.question.critical, one.question.id


def _to_talk_about(main: Askable, askables: Sequence[Askable]) -> str:
    """Another question of the topic, a story where there is one; never the same fact in other words."""
    families = ((one.question, family_of(one.question)) for one in askables)
    others = [one for one, family in families if one.kind in _OPEN_ENDED and family != family_of(main.question)]
    if not others:
        return _WHERE_FIRST
    return min(others, key=lambda one: (one.kind != SCENARIO, one.id)).prompt


def briefing_lines(view: BriefingView) -> tuple[str, ...]:
    """A briefing as lines to read, in the order in which it is done."""
    return (
        f"{view.title}: {view.minutes} minutes together",
        *((view.standing,) if view.standing else ()),
        "",
        f"Ask: {view.prompt}",
        *view.choices,
        "",
        f"Say: {view.answer}",
        *((f"Why it matters: {view.why}",) if view.why else ()),
        *(f"Source: {source}" for source in view.sources),
        *((f"Before you read it out: {', '.join(view.marks)}.",) if view.marks else ()),
        "",
        "Talk about:",
        *(f"{number}. {question}" for number, question in enumerate(view.discussion, 1)),
        "",
        view.follow_up,
    )
