"""What another edition of a bank changes, how old a reader has to be, and a bank that is begun."""

from typing import Any

import pytest
from msgspec.structs import replace

from compact_tui.core.bank import Option, Point
from compact_tui.core.bank_changes import changes_between, changes_sentence
from compact_tui.core.bank_forms import EXAMPLE, begun_bank
from compact_tui.core.reading_age import hardest_sentence, reading_age, syllables
from tests.bank_samples import bank, question, story


def test_each_question_is_new_changed_the_same_or_gone() -> None:
    before = bank(question(1), question(2), question(3))
    after = bank(question(4), replace(question(2), why="Floors."), question(1))

    changes = changes_between(before, after)

    assert [(change.id, change.state, change.what) for change in changes] == [
        ("q-4", "new", ()),
        ("q-2", "changed", ("why",)),
        ("q-1", "same", ()),
        ("q-3", "gone", ()),
    ]
    assert changes_sentence(changes) == "3 questions: 1 new, 1 changed, 1 same, 1 gone."
    assert changes_sentence(changes_between(None, bank())) == "0 questions: none."


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"kind": "choice"}, "it was spoken and is now choice"),
        ({"fact": "another"}, "it rests on another fact"),
        ({"fact": ""}, ""),
        ({"point": (Point(id="hook", weight="must", say="On a hook"),)}, "other answers are right now"),
        ({"point": (Point(id="rack", weight="must", say="On a rack"),)}, ""),
        ({"answer": "Take it home today, and bring another one tomorrow."}, "its answer says something else"),
        ({"answer": "On the rack by the door, open, until it no longer drips."}, ""),
        ({"prompt": "Where do you dry it?"}, ""),
    ],
)
def test_a_change_of_meaning_is_told_from_a_change_of_words(fields: dict[str, Any], why: str) -> None:
    (change,) = changes_between(bank(question()), bank(question(**fields)))

    assert (change.state, change.another_meaning) == ("changed", why)


def test_another_right_option_is_another_meaning() -> None:
    turned = (Option(id="rack", text="Put it on the rack"), Option(id="shake", text="Shake it", right=True))

    (change,) = changes_between(bank(story()), bank(story(option=turned)))

    assert change.another_meaning == "other answers are right now"


@pytest.mark.parametrize(
    ("word", "number"),
    [("rack", 1), ("umbrella", 3), ("dries", 1), ("safe", 1), ("table", 2), ("the", 1), ("tree", 1), ("dye", 1)],
)  # fmt: skip
def test_syllables_are_guessed_from_vowels(word: str, number: int) -> None:
    assert syllables(word) == number


def test_short_words_in_short_sentences_are_easier() -> None:
    easy, hard = (
        "Dry it. Hang it up.",
        "Precipitation-related documentation necessitates organisational accountability.",
    )

    assert reading_age("") == 0
    assert reading_age(easy) < 8 < 13 < reading_age(hard)
    assert hardest_sentence(f"{easy} {hard} {easy}") == hard


def test_a_bank_is_begun_with_what_was_said_and_looked_at_again_in_a_year() -> None:
    said = {"title": "Our trips", "owner": "Deputy", "topic": "trips", **EXAMPLE, "unsafe": ""}

    made = begun_bank({**said, "prompt": "Who counts?"}, "2026-11-22")
    example = begun_bank({**said, "prompt": "", "answer": "Ignored."}, "2026-11-22")

    assert (made.bank.id, made.bank.review_by, made.question[0].status) == ("our-trips", "2027-11-22", "live")
    assert [point.weight for point in made.question[0].point] == ["must"]
    assert (example.question[0].status, example.question[0].answer) == ("draft", EXAMPLE["answer"])
    assert [point.weight for point in example.question[0].point] == ["must", "must-not"]
