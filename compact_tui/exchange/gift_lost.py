"""What another program does not see of a bank that was written as GIFT, in words."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from compact_tui.core.bank import MULTIPLE, Question, QuestionBank
from compact_tui.core.problems import Problem
from compact_tui.core.text import count, listed

_WORDS = {
    "fact": "the fact behind it",
    "facts": "the author's list of facts",
    "knew_where": "whether asking the lead is an answer",
    "duty": "how strong the duty is",
    "confidence": "how sure the answer is",
    "checked_on": "when it was checked",
    "review_by": "when to review it",
    "in_force_from": "from when it holds",
    "in_force_to": "until when it holds",
    "from_profile": "what the setting's profile fills in",
    "wording": "earlier wordings",
    "option": "names of answers, and which are unsafe",
    "point": "names of points",
}
"""A key of a note in words."""


def lost_words(bank: QuestionBank, notes: Iterable[str], left: Sequence[tuple[Question, Problem]]) -> tuple[str, ...]:
    """A sentence for each thing that GIFT cannot carry.

    Args:
        bank: What was written.
        notes: The notes that were needed.
        left: Questions that could not be written, with the reason.
    """
    said = [f'The question "{question.id[:60]}" was left out. {problem.what}' for question, problem in left]
    said += _kinds(bank.question)
    keys: Counter[str] = Counter()
    inexact = 0
    for note in notes:
        told = json.loads(note) if note else {}
        keys.update(key for key in told if key in _WORDS)
        inexact += bool(set(told.get("instead", ())) - {"kind"})
    if keys:
        words = listed(f"{_WORDS[key]} ({keys[key]})" for key in _WORDS if keys[key])
        said.append(f"In comments that only this program reads, with the number of questions: {words}.")
    if inexact:
        said.append(f"{count(inexact, 'question')} cannot be shown to the letter; a comment has the exact words.")
    said.append("Edition, owner and change log of the bank, and dates of its sources, stand in a comment too.")
    return tuple(said)


def _kinds(questions: Iterable[Question]) -> list[str]:
    asked = list(questions)
    spoken = sum(not question.option for question in asked)
    several = sum(_several(question) for question in asked)
    said = []
    if spoken:
        words = count(spoken, "question has no options and becomes", "questions have no options and become")
        said.append(f"{words} an essay; what to listen for stands in the general feedback.")
    if several:
        words = count(several, "scenario or choice has", "scenarios or choices have")
        said.append(f"{words} several right answers; another program counts any one of them.")
    return said


def _several(question: Question) -> bool:
    return question.kind != MULTIPLE and sum(option.right for option in question.option) > 1
