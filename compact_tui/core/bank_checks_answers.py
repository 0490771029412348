"""Whether every question can be marked: its points, its right and its unsafe answers."""

from collections.abc import Iterator

from compact_tui.core.bank import (
    CHOICE,
    MULTIPLE,
    MUST,
    MUST_NOT,
    RETIRED,
    SCENARIO,
    SPOKEN,
    TRUE_FALSE,
    Question,
    QuestionBank,
)
from compact_tui.core.guidance_checks import empty
from compact_tui.core.problems import Path, Problem, Severity

TRUE_AND_FALSE = ("true", "false")
"""Ids of the options of a question of true or false."""
_FEWEST = {CHOICE: 3, MULTIPLE: 3, SCENARIO: 3, TRUE_FALSE: 2}
_MOST = 9
_RIGHT = {CHOICE: (1, 1), TRUE_FALSE: (1, 1), MULTIPLE: (2, _MOST), SCENARIO: (1, _MOST)}
"""Fewest and most right options of a kind."""


def answer_problems(bank: QuestionBank) -> Iterator[Problem]:
    """Questions that nobody could mark, or whose marking misleads."""
    for at, question in enumerate(bank.question):
        if question.status == RETIRED:
            continue
        path: Path = ("question", at)
        yield from empty(question, ("prompt", "answer", "why"), path)
        if question.kind == SPOKEN:
            yield from _spoken(question, path)
        elif question.kind in _RIGHT:
            yield from _options(question, path)


def _spoken(question: Question, path: Path) -> Iterator[Problem]:
    if question.option:
        what = "A spoken question has no options."
        yield Problem(what=what, remedy="Take them out, or make it a choice.", path=(*path, "option", 0))
    if not any(point.weight == MUST for point in question.point):
        what = "Nothing says what a full answer needs."
        yield Problem(what=what, remedy='Add a [[question.point]] with weight = "must".', path=path)
    if question.critical and not any(point.weight == MUST_NOT for point in question.point):
        what = "The question is critical, and nothing says which answer is unsafe."
        remedy = 'Add a [[question.point]] with weight = "must-not".'
        yield Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=path)
    if len(question.point) > _MOST:
        yield _too_many("points", (*path, "point", _MOST))
    for n, point in enumerate(question.point):
        yield from empty(point, ("say",), (*path, "point", n))


def _options(question: Question, path: Path) -> Iterator[Problem]:
    options, kind = question.option, question.kind
    if question.point:
        what = "Points are for spoken questions only."
        yield Problem(what=what, remedy="Say the same in the feedback of the options.", path=(*path, "point", 0))
    if len(options) < _FEWEST[kind]:
        what = f"There are {len(options)} options; this kind needs {_FEWEST[kind]} or more."
        yield Problem(what=what, remedy="Add what people really say.", path=path)
    if len(options) > _MOST:
        yield _too_many("options", (*path, "option", _MOST))
    yield from _right(question, path)
    if kind == TRUE_FALSE and sorted(option.id for option in options) != sorted(TRUE_AND_FALSE):
        what = 'A question of true or false has two options, "true" and "false".'
        yield Problem(what=what, remedy="Give them these ids.", path=path)
    for n, option in enumerate(options):
        yield from empty(option, ("text", "feedback"), (*path, "option", n))
        if option.right and option.unsafe:
            what = "The option is right and unsafe at once."
            yield Problem(what=what, remedy="It can be one of the two.", path=(*path, "option", n, "unsafe"))
    if question.critical and kind in {CHOICE, SCENARIO} and not any(option.unsafe for option in options):
        what = "The question is critical, and no option is marked unsafe."
        remedy = "Put unsafe = true where doing it could leave a child at risk."
        yield Problem(what=what, remedy=remedy, severity=Severity.WARNING, path=path)


def _right(question: Question, path: Path) -> Iterator[Problem]:
    fewest, most = _RIGHT[question.kind]
    right = sum(option.right for option in question.option)
    if right < fewest:
        remedy = f"Put right = true at {'one' if fewest == 1 else 'two or more'} of them."
        what = "One of its options is right." if right else "None of its options is right."
        yield Problem(what=what, remedy=remedy, path=path)
    elif right > most:
        what = f"{right} of its options are right; this kind has one right answer."
        yield Problem(what=what, remedy='Leave one right, or make it kind = "multiple".', path=path)
    elif question.option and right == len(question.option):
        yield Problem(what="Every option is right.", remedy="Add what people wrongly say.", path=path)


def _too_many(noun: str, path: Path) -> Problem:
    return Problem(what=f"There are more than {_MOST} {noun}.", remedy="A digit ticks each; take some out.", path=path)
