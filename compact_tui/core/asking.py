"""What an answer amounts to, from what was heard of it. The asker can always say otherwise."""

from collections.abc import Collection

from msgspec import Struct

from compact_tui.core.bank import MULTIPLE, MUST, MUST_NOT, SCENARIO, SPOKEN, Question
from compact_tui.core.spot import FULL, NOT_YET, PARTIAL


class Amount(Struct, frozen=True):
    """What an answer amounts to."""

    level: str
    unsafe: bool
    """Something was said that could leave a child at risk."""


def amount(question: Question, heard: Collection[str]) -> Amount:
    """What was heard, as a level.

    Spoken: every needed point is full, some points are partial. Choosing: exactly what is right is full, something
    right among wrong is partial; of the acceptable steps of a story one is enough. Where something unsafe was heard
    the answer is never full, and where the question is critical it is "not yet".

    Args:
        question: What was asked.
        heard: Ids of the points or options that were heard.
    """
    if question.kind == SPOKEN:
        level, unsafe = _spoken(question, heard)
    else:
        level, unsafe = _chosen(question, heard)
    if unsafe:
        level = NOT_YET if question.critical or level == NOT_YET else PARTIAL
    return Amount(level, unsafe)


def _spoken(question: Question, heard: Collection[str]) -> tuple[str, bool]:
    said = [point for point in question.point if point.id in heard]
    unsafe = any(point.weight == MUST_NOT for point in said)
    good = [point for point in said if point.weight != MUST_NOT]
    needed = [point for point in question.point if point.weight == MUST]
    if good and all(point in good for point in needed):
        return FULL, unsafe
    return (PARTIAL if good else NOT_YET), unsafe


def _chosen(question: Question, heard: Collection[str]) -> tuple[str, bool]:
    said = [option for option in question.option if option.id in heard]
    right = [option for option in said if option.right]
    unsafe = any(option.unsafe for option in said)
    if not right:
        return NOT_YET, unsafe
    wrong = len(right) < len(said)
    lacking = question.kind == MULTIPLE and any(option.right and option not in said for option in question.option)
    if question.kind not in {MULTIPLE, SCENARIO}:
        return (NOT_YET if wrong else FULL), unsafe
    return (PARTIAL if wrong or lacking else FULL), unsafe
