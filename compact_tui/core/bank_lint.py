"""Everything that can be said of question banks before anyone is asked from them."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from compact_tui.core.bank import QuestionBank
from compact_tui.core.bank_checks_alike import alike_problems
from compact_tui.core.bank_checks_answers import answer_problems
from compact_tui.core.bank_checks_counts import count_problems
from compact_tui.core.bank_checks_dates import date_problems
from compact_tui.core.bank_checks_names import Known, name_problems
from compact_tui.core.bank_checks_words import word_problems
from compact_tui.core.problems import Locate, Path, Problem, nowhere, say_where


class Linted(Struct, frozen=True):
    """A bank to look at."""

    bank: QuestionBank
    locate: Locate = nowhere
    shipped: bool = False
    """Whether it came with the program: then nothing local may stand in it."""


def lint(banks: Sequence[Linted], known: Known, today: str) -> Mapping[str, tuple[Problem, ...]]:
    """What the owners of banks should put right, by id of the bank, in the order of its file.

    What two banks have in common (an id, a sentence, a wording) is told of the later one.

    Args:
        banks: The banks; of two with the same id the later one counts.
        known: What may be named in a question.
        today: The day (``YYYY-MM-DD``) that nothing may have been checked after.
    """
    each = list({one.bank.bank.id: one for one in banks}.values())
    return {
        one.bank.bank.id: lint_one(one, [other.bank for other in each[:at]], known, today)
        for at, one in enumerate(each)
    }


def lint_one(one: Linted, others: Sequence[QuestionBank], known: Known, today: str) -> tuple[Problem, ...]:
    """The same of one bank beside others."""
    return _in_order(
        one,
        (
            *name_problems(one.bank, known),
            *date_problems(one.bank, today),
            *answer_problems(one.bank),
            *word_problems(one.bank, today, shipped=one.shipped),
            *count_problems(one.bank),
            *alike_problems(one.bank, others),
        ),
    )


def _in_order(one: Linted, problems: Sequence[Problem]) -> tuple[Problem, ...]:
    placed = []
    for problem in problems:
        place = one.locate(problem.path)
        where = _where(one.bank, problem.path)
        placed.append(msgspec.structs.replace(problem, where=where, file=place.file, line=place.line))
    return tuple(sorted(placed, key=lambda problem: (problem.file, problem.line)))


def _where(bank: QuestionBank, path: Path) -> str:
    """A path in the owner's words; always with the question, because options of many have the same ids."""
    if len(path) > 1 and path[0] == "question" and isinstance(path[1], int):
        question = bank.question[path[1]]
        inside = say_where(msgspec.to_builtins(question), path[2:])
        return ", ".join(part for part in (question.id, inside) if part)
    return say_where(msgspec.to_builtins(bank), path)
