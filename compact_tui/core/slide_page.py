"""One question so large that a whole room can read it, and its answer on the next slide."""

from msgspec import Struct

from compact_tui.core.ask_page import ask_rows, source_lines
from compact_tui.core.bank import SPOKEN, QuestionBank
from compact_tui.core.bank_use import Askable

_ASK = {True: "Think for a moment, alone. Then say it to your neighbour.", False: "Hands up for each answer."}


class SlidePage(Struct, frozen=True):
    """Two slides: the question, then its answer."""

    topic: str
    question: str
    """Its id, for typing in the counts."""
    prompt: str
    choices: tuple[str, ...]
    how: str
    answer: str
    why: str
    right: tuple[str, ...]
    """The choices that are right, or acceptable."""
    source: str
    """With its marks."""


def slide_page(asked: Askable, bank: QuestionBank, topic: str) -> SlidePage:
    """A question for a room.

    Args:
        asked: The question with its marks; what the profile says is in it already.
        bank: Its bank.
        topic: The topic's title.
    """
    question = asked.question
    rows = () if question.kind == SPOKEN else ask_rows(question, ())
    return SlidePage(
        topic=topic,
        question=question.id,
        prompt=question.prompt,
        choices=tuple(f"{row.key}  {row.words}" for row in rows),
        how=_ASK[not rows],
        answer=question.answer,
        why=question.why,
        right=tuple(f"{row.key}  {row.words}" for row in rows if row.kind == "right"),
        source="; ".join((*source_lines(question, bank), *asked.marks)),
    )
