"""Answers counted by level."""

import pytest

from compact_tui.core.spot import Counted, Heard
from compact_tui.core.spot_sums import Sum, said_in
from tests.bank_samples import heard

ON = "2026-11-01"


def summed(*answers: Heard, counted: tuple[Counted, ...] = ()) -> Sum:
    made = Sum()
    for said in said_in(answers, counted):
        made.add(said)
    return made


@pytest.mark.parametrize(
    ("answer", "answers", "halves", "unsafe"),
    [
        (heard(1, ON, "full"), 1, 2, 0),
        (heard(1, ON, "knew-where"), 1, 2, 0),
        (heard(1, ON, "partial"), 1, 1, 0),
        (heard(1, ON, "not-yet"), 1, 0, 0),
        (heard(1, ON, "full", unsafe=True), 1, 0, 1),
        (heard(1, ON, ""), 0, 0, 0),
        (heard(1, ON, "", counts=(("full", 3), ("partial", 1), ("not-yet", 2))), 6, 7, 0),
        (heard(1, ON, "", counts=(("full", 3), ("not-yet", 1), ("a", 3), ("b", 1))), 4, 6, 0),
        (heard(1, ON, "", counts=(("a", 3), ("b", 1))), 0, 0, 0),
    ],
)
def test_what_an_answer_counts_for(answer: Heard, answers: int, halves: int, unsafe: int) -> None:
    made = summed(answer)

    assert (made.answers, made.halves, made.unsafe) == (answers, halves, unsafe)


def test_what_was_remembered_later_is_told_beside_the_first_level_and_changes_nothing_of_it() -> None:
    made = summed(
        heard(1, ON, "not-yet", added="The rack", added_level="full"),
        heard(2, ON, "full", added="As I said", added_level="full"),
        heard(3, ON, "partial", added="Hm", added_level="not-yet"),
    )

    assert (made.answers, made.halves, made.more_later) == (3, 3, 1)


def test_what_only_counts_are_left_of_is_counted_with_the_rest() -> None:
    gone = Counted(id="k-1", month="2025-10", topic="topic-1", group="Porters", question="q-1", level="full", answers=4)

    made = summed(heard(1, ON, "not-yet"), counted=(gone,))

    assert (made.answers, made.percent, made.first, made.last) == (5, 80, "2025-10-01", ON)
    assert made.by_level() == (("full", 4), ("not-yet", 1))


@pytest.mark.parametrize(
    ("full", "not_yet", "word"),
    [
        (0, 0, "never asked"),
        (4, 1, "known"),
        (79, 21, "partly known"),
        (1, 1, "partly known"),
        (49, 51, "not yet known"),
    ],
)
def test_a_share_is_said_in_a_word(full: int, not_yet: int, word: str) -> None:
    assert summed(heard(1, ON, "", counts=(("full", full), ("not-yet", not_yet)))).word == word


def test_sums_are_taken_together() -> None:
    whole, late = summed(heard(1, ON, "full")), summed(heard(1, "2026-11-09", "partial", unsafe=True))

    whole.take(late)
    whole.take(Sum())

    assert (whole.answers, whole.halves, whole.unsafe, whole.first, whole.last) == (2, 2, 1, ON, "2026-11-09")
    assert whole.by_level() == (("full", 1), ("partial", 1))
