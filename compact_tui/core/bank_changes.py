"""What another edition of a bank changes: which questions are new, changed, the same or gone."""

from msgspec import Struct

from compact_tui.core.bank import MUST, Question, QuestionBank
from compact_tui.core.likeness import likeness, words
from compact_tui.core.text import count

NEW, CHANGED, SAME, GONE = "new", "changed", "same", "gone"
_ANOTHER = 0.35
"""Likeness under which two answers probably say different things."""


class QuestionChange(Struct, frozen=True, kw_only=True):
    """What happens to one question."""

    id: str
    state: str
    """``new`` · ``changed`` · ``same`` · ``gone``."""
    what: tuple[str, ...] = ()
    """The keys that differ."""
    another_meaning: str = ""
    """Why it reads like another question, which needs another id; empty when it does not."""


def changes_between(before: QuestionBank | None, after: QuestionBank) -> tuple[QuestionChange, ...]:
    """What happens to each question, those of the new edition first and in its order."""
    old = {question.id: question for question in before.question} if before else {}
    new = {question.id for question in after.question}
    found = [_change(old.get(question.id), question) for question in after.question]
    return (*found, *(QuestionChange(id=name, state=GONE) for name in old if name not in new))


def _change(before: Question | None, after: Question) -> QuestionChange:
    if before is None:
        return QuestionChange(id=after.id, state=NEW)
    what = tuple(key for key in after.__struct_fields__ if getattr(before, key) != getattr(after, key))
    if not what:
        return QuestionChange(id=after.id, state=SAME)
    return QuestionChange(id=after.id, state=CHANGED, what=what, another_meaning=_another(before, after))


def _another(before: Question, after: Question) -> str:
    if before.kind != after.kind:
        return f"it was {before.kind} and is now {after.kind}"
    if before.fact and after.fact and before.fact != after.fact:
        return "it rests on another fact"
    if _right(before) != _right(after):
        return "other answers are right now"
    if likeness(words(before.answer), words(after.answer)) < _ANOTHER:
        return "its answer says something else"
    return ""


def _right(question: Question) -> tuple[frozenset[str], frozenset[str]]:
    needed = frozenset(point.id for point in question.point if point.weight == MUST)
    return needed, frozenset(option.id for option in question.option if option.right)


def changes_sentence(changes: tuple[QuestionChange, ...]) -> str:
    """How many of each, in a sentence."""
    counted = [(sum(change.state == state for change in changes), state) for state in (NEW, CHANGED, SAME, GONE)]
    said = [f"{number} {state}" for number, state in counted if number]
    return f"{count(sum(change.state != GONE for change in changes), 'question')}: {', '.join(said) or 'none'}."
