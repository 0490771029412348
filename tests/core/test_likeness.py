"""Sentences that stand twice, and model answers that are another with words swapped."""

import pytest

from compact_tui.core.likeness import likeness, words
from compact_tui.core.problems import Severity
from tests.core.packs_with_mistakes import linted, small


def test_model_answers_with_words_swapped_are_a_warning_with_a_figure() -> None:
    plain = small()
    text = plain["standard"][0]["model_answer"][1]["text"]
    swapped = text.replace("quiet", "calm").replace("school", "walking").replace(", and", "; and")
    plain["standard"][2]["model_answer"][2]["text"] = swapped

    (found,) = [problem for problem in linted(plain) if "alike" in problem.what]

    assert found.severity is Severity.WARNING
    assert found.where == "u3, model_answer 3, text"
    assert found.what == "This is 0.94 alike with u1, model answer a-few-drops (1 is the same)."


def test_texts_that_no_reader_meets_together_may_be_the_same() -> None:
    plain = small()
    models = plain["standard"][0]["model_answer"]
    models[0]["variations"] = ["gallery"]
    models.append({**models[0], "variations": ["kiosk"]})
    assert linted(plain) == ()

    models[-1]["variations"] = ["kiosk", "gallery"]
    assert any("alike" in problem.what for problem in linted(plain))
    assert any("already" in problem.what for problem in linted(plain))


@pytest.mark.parametrize(
    ("one", "other", "figure"),
    [
        ("", "", 1.0),
        ("", "a", 0.0),
        ("a b c d", "a b c d", 1.0),
        ("A, b; C. d!", "a b c d", 1.0),
        ("a b c d", "d c b a", 0.25),
        ("a b c x", "a b c y", 0.75),
        ("don\u2019t go", "don't go", 1.0),
    ],
)
def test_likeness_is_a_figure_from_none_to_the_same(one: str, other: str, figure: float) -> None:
    assert likeness(words(one), words(other)) == figure


def test_texts_that_cannot_come_over_the_floor_are_not_compared_closely() -> None:
    assert likeness(words("a b c d"), words("d c x y"), 0.6) == 0.5
    assert likeness(words("a b c d"), words("d c b a"), 0.6) == 0.25
