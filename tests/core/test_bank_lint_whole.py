"""What the lint says of banks as a whole: habits that give answers away, and what stands twice."""

import pytest
from msgspec.structs import replace

from compact_tui.core.bank import Option, QuestionBank
from compact_tui.core.bank_lint import Linted, lint
from compact_tui.core.problems import Severity, say
from tests.bank_samples import TODAY
from tests.core.test_bank_lint import KNOWN, RULES, found, shelf, sound, told


def choices(lengths: list[tuple[str, str]]) -> QuestionBank:
    """Choices whose two options have these texts; the second is right."""
    words = ("wet", "torn", "lost", "blue", "bent")
    made = [
        told(
            n, kind="choice", fact=f"f{n}", prompt=f"{words[n]} one?", answer=f"{words[n]}.", why=f"{words[n]}!",
            option=(
                Option(id="a", text=first, feedback="No."),
                Option(id="b", text=second, right=True, feedback="Yes."),
                Option(id="c", text="x", unsafe=True, feedback="No!"),
            ),
        )
        for n, (first, second) in enumerate(lengths)
    ]  # fmt: skip
    return shelf(*made)


@pytest.mark.parametrize(
    ("right_is_longer", "of", "said"),
    [(2, 5, False), (3, 5, True), (2, 4, True), (3, 3, False)],
)
def test_a_bank_whose_longest_options_are_right_too_often_is_told(right_is_longer: int, of: int, said: bool) -> None:
    lengths = [("short", "longer one")] * right_is_longer + [("longer one", "short")] * (of - right_is_longer)

    problems = found(choices(lengths))

    words = f"In {right_is_longer} of {of} questions the longest option is right, such as in q-0."
    assert [problem.what for problem in problems] == [words] * said


def test_a_bank_whose_first_options_are_right_too_often_is_told() -> None:
    made = choices([("longer one", "short")] * 4)
    turned = [replace(q, option=(q.option[1], q.option[0], q.option[2])) for q in made.question]

    problems = found(replace(made, question=tuple(turned)))

    assert [problem.what[:46] for problem in problems] == ["In 4 of 4 questions the first option is right,"]


@pytest.mark.parametrize(("true", "of", "said"), [(4, 4, True), (3, 4, False), (0, 4, True), (3, 3, False)])
def test_a_bank_whose_sentences_are_nearly_all_true_or_all_false_is_told(true: int, of: int, said: bool) -> None:
    words = ("wet", "torn", "lost", "blue")
    made = [
        told(n, kind="true-false", fact=f"f{n}", prompt=f"{words[n]}?", answer=f"{words[n]}.", why=f"{words[n]}!",
             option=(Option(id="true", text="True", right=n < true, feedback="So."),
                     Option(id="false", text="False", right=n >= true, feedback="Not so.")))
        for n in range(of)
    ]  # fmt: skip

    assert len(found(shelf(*made))) == said


def test_the_same_sentence_twice_is_found_and_a_closing_question_is_not() -> None:
    one = sound(prompt="It drips. What do you do about that?", answer="Put it on the rack by the door.")
    two = sound(
        2,
        prompt="It is torn. What do you do about that?",
        answer="Lend another. Put it on the rack, by the door!",
        why="So.",
    )

    problems = [problem for problem in found(shelf(one, two)) if problem.severity is Severity.ERROR]

    assert [(problem.where, problem.what) for problem in problems] == [
        ("q-2, answer", '"Put it on the rack, by the door!" stands in q-1 already.')
    ]


def test_nearly_the_same_wording_is_told_of_the_later_question() -> None:
    one = sound(prompt="Where in the hall does a wet umbrella dry?")
    two = sound(2, prompt="Where in the hall does a torn umbrella dry?", answer="Nowhere.", why="It is torn.")

    problems = found(shelf(one, two))

    assert [(problem.where, problem.severity) for problem in problems] == [("q-2, prompt", Severity.WARNING)]
    assert "alike with q-1" in problems[0].what


def test_an_id_is_unique_over_all_banks_and_told_of_the_later_one() -> None:
    first = shelf(sound())
    second = shelf(sound(prompt="May it be lent?", answer="Yes, for a day.", why="Rain stops."))
    second = replace(second, bank=replace(second.bank, id="lending", title="Lending"))

    problems = lint([Linted(first), Linted(second)], KNOWN, TODAY)

    assert problems["umbrellas"] == ()
    assert [say(problem) for problem in problems["lending"]] == [
        'q-1, id: The id "q-1" belongs to a question of "Umbrellas". Give it another; an id is never used twice.'
    ]
    assert len(found(first, second)) == 1


def test_ids_used_twice_in_a_bank_are_found() -> None:
    twice = shelf(sound(), sound(prompt="May it be lent?", answer="Yes.", why="Rain stops."), source=(RULES, RULES))

    said = [say(problem) for problem in found(twice)]

    assert any('The question "q-1" stands twice.' in words for words in said)
    assert any('The source "rules" stands twice.' in words for words in said)
