"""Whether a bank gives its answers away: by their length, by their place, or by what is usually true."""

from collections.abc import Iterator

from compact_tui.core.bank import CHOICE, MULTIPLE, RETIRED, SCENARIO, TRUE_FALSE, Question, QuestionBank
from compact_tui.core.problems import Problem, Severity

ENOUGH = 4
"""Questions below which a share says nothing."""
TOO_OFTEN = 0.45
"""Share over which people learn to choose the longest or the first answer."""
TOO_UNEVEN = 0.75
"""Share over which people learn to say always true, or always false."""
_KINDS = {CHOICE, MULTIPLE, SCENARIO}


def count_problems(bank: QuestionBank) -> Iterator[Problem]:
    """Habits of a bank that let people guess."""
    asked = [(at, question) for at, question in enumerate(bank.question) if question.status != RETIRED]
    choices = [(at, question) for at, question in asked if question.kind in _KINDS and question.option]
    longest = [(at, question) for at, question in choices if _longest_is_right(question)]
    if _too_often(len(longest), len(choices), TOO_OFTEN):
        yield _habit("longest option is right", longest, len(choices), "Lengthen a wrong one, or shorten the right.")
    first = [(at, question) for at, question in choices if question.option[0].right]
    if _too_often(len(first), len(choices), TOO_OFTEN):
        yield _habit("first option is right", first, len(choices), "Change the order of the options.")
    either = [(at, question) for at, question in asked if question.kind == TRUE_FALSE]
    for answer in ("true", "false"):
        said = [(at, q) for at, q in either if any(o.right and o.id == answer for o in q.option)]
        if _too_often(len(said), len(either), TOO_UNEVEN):
            yield _habit(f'answer is "{answer}"', said, len(either), "Turn the sentence of one round, under a new id.")


def _longest_is_right(question: Question) -> bool:
    return max(question.option, key=lambda option: len(option.text)).right


def _too_often(found: int, of: int, share: float) -> bool:
    return of >= ENOUGH and found > of * share


def _habit(words: str, found: list[tuple[int, Question]], of: int, remedy: str) -> Problem:
    at, question = found[0]
    what = f"In {len(found)} of {of} questions the {words}, such as in {question.id}."
    return Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=("question", at))
