"""Testing oneself: the order of options, and what a try comes to."""

import pytest

from compact_tui.core.self_test import (
    SelfAnswer,
    SelfQuestion,
    SelfTest,
    first_tries,
    self_question,
    self_result,
    tried,
)
from tests.asking import multiple
from tests.bank_samples import askables, bank, question, story


def made(seed: int, number: int = 1) -> SelfQuestion:
    return self_question(askables(story(number))[0], bank(), number, 2, seed, "Drying")


def test_options_are_shuffled_by_the_seed_alone_and_lettered_anew() -> None:
    orders = {tuple(row.id for row in made(seed).rows) for seed in range(30)}

    assert made(4) == made(4)
    assert len(orders) == 6
    assert [row.key for row in made(4).rows] == ["a", "b", "c"]


def test_points_of_a_spoken_question_stay_in_their_order() -> None:
    spoken = self_question(askables(question())[0], bank(), 1, 1, 9, "Drying")

    assert [row.id for row in spoken.rows] == ["rack", "open", "lap"]
    assert spoken.spoken and not spoken.several


@pytest.mark.parametrize(
    ("chosen", "right", "sentence"),
    [
        (("rack", "tray"), True, "That is right."),
        (("rack",), False, "Right so far, and there is more: try again."),
        (("rack", "chair"), False, "Not this time: try again."),
        ((), False, "Choose at least one."),
    ],
)
def test_where_several_are_right_one_tries_until_all_are_there(
    chosen: tuple[str, ...], right: bool, sentence: str
) -> None:
    found = tried(multiple(), chosen)

    assert (found.right, found.sentence) == (right, sentence)


def test_every_chosen_option_has_its_feedback_and_an_unsafe_one_is_never_right() -> None:
    found = tried(story(), ("rack", "shake"))

    assert (found.right, found.unsafe, found.feedback) == (False, True, ("Yes.", "Somebody could slip."))
    assert tried(question(), ()).right


def test_the_first_try_counts_and_nobody_is_told_a_mark() -> None:
    test = SelfTest(seed=1, role="Porters", questions=(made(1, 1), made(1, 2)))
    questions = (story(1), story(2))
    answers = (SelfAnswer(question="q-1", chosen=("shake",)), SelfAnswer(question="q-2", chosen=("ask",)))

    lines = self_result(test, first_tries(questions, answers)).lines

    assert lines == (
        "2 questions, 1 full at the first try.",
        "Worth another look: Drying.",
        "Nothing of this is kept unless you say so.",
    )
