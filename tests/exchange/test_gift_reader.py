from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from compact_tui.core.problems import Severity
from compact_tui.exchange.gift import read_gift, write_gift
from tests.exchange.gift_cases import TAKEN, Case, shown
from tests.exchange.gift_cases_more import TAKEN_TOO
from tests.exchange.gift_refusals import REFUSED, WARNED, Refusal, Warned


def _name(case: tuple[object, ...]) -> str:
    return str(case[0])


@pytest.mark.parametrize("case", (*TAKEN, *TAKEN_TOO), ids=_name)
def test_a_question_is_read_as_the_format_says(case: Case) -> None:
    reading = read_gift(case.text)

    (question,) = reading.bank.question
    assert reading.problems == ()
    assert (question.prompt, question.kind) == (case.prompt, case.kind)
    assert tuple(option.text for option in question.option if option.right) == case.right
    assert tuple(option.text for option in question.option if not option.right) == case.wrong
    assert {key: shown(question, key) for key in case.more} == case.more


@pytest.mark.parametrize("case", (*TAKEN, *TAKEN_TOO), ids=_name)
def test_what_was_read_is_written_and_read_again_without_change(case: Case) -> None:
    bank = read_gift(case.text).bank

    written = write_gift(bank).text

    assert read_gift(written).bank == bank
    assert write_gift(read_gift(written).bank).text == written


@pytest.mark.parametrize("case", REFUSED, ids=_name)
def test_what_a_bank_has_not_is_refused_by_name_and_line(case: Refusal) -> None:
    reading = read_gift(case.text)

    assert reading.bank.question == ()
    assert [(problem.line, problem.severity) for problem in reading.problems] == [(case.line, Severity.ERROR)]
    assert case.what in reading.problems[0].what
    assert reading.problems[0].remedy


@pytest.mark.parametrize("case", [case for case in REFUSED if len(case.text) < 10_000], ids=_name)
def test_a_refused_question_never_stops_the_others(case: Refusal) -> None:
    reading = read_gift(f"Before? {{=a ~b}}\n\n{case.text}\n\nAfter? {{=a ~b}}")

    assert [question.prompt for question in reading.bank.question] == ["Before?", "After?"]
    assert [problem.line for problem in reading.problems] == [case.line + 2]


@pytest.mark.parametrize("case", WARNED, ids=_name)
def test_what_is_left_behind_of_a_question_is_said(case: Warned) -> None:
    reading = read_gift(case.text)

    assert len(reading.bank.question) == 1
    assert [(problem.line, problem.severity) for problem in reading.problems] == [(case.line, Severity.WARNING)]
    assert case.what in reading.problems[0].what


def test_an_answer_that_is_partly_right_is_a_wrong_one() -> None:
    (one,) = read_gift("Dry? {=Rack ~%50%Hook ~Lap}").bank.question

    assert (one.kind, [option.right for option in one.option]) == ("choice", [True, False, False])


@pytest.mark.parametrize("text", ["", "\n\n \t\n", "\ufeff", "// only a comment", "$CATEGORY: Rain"])
def test_a_file_without_questions_gives_an_empty_bank(text: str) -> None:
    reading = read_gift(text)

    assert (reading.bank.question, reading.problems) == ((), ())


def test_blank_lines_with_spaces_part_questions_too() -> None:
    reading = read_gift("One? {=a ~b}\n \t\u00a0\nTwo? {=a ~b}\n\n\n\nThree? {=a ~b}")

    assert [question.prompt for question in reading.bank.question] == ["One?", "Two?", "Three?"]


def test_a_blank_line_within_the_answers_is_said_on_both_sides_of_it() -> None:
    reading = read_gift("One? {=a\n\n~b}\n\nTwo? {=a ~b}")

    assert [question.prompt for question in reading.bank.question] == ["Two?"]
    assert [(problem.line, problem.what) for problem in reading.problems] == [
        (1, "The answers that begin with { have no end."),
        (3, "A brace } closes what was not opened."),
    ]


def test_a_category_holds_until_the_next_and_the_first_names_the_bank() -> None:
    text = (
        "$CATEGORY: $course$/top/Rain gear/Wet\n\nA? {T}\n\nB? {F}\n\n$CATEGORY: $course$/top/Rain gear/Dry\n\nC? {T}"
    )

    bank = read_gift(text).bank

    assert (bank.bank.id, bank.bank.title) == ("rain-gear", "Rain gear")
    assert [question.topic for question in bank.question] == ["wet", "wet", "dry"]


def test_questions_of_one_name_get_ids_of_their_own() -> None:
    text = "::Dry::A? {T}\n\n::Dry::B? {T}\n\n// [id:dry-2]\nC? {T}"

    assert [question.id for question in read_gift(text).bank.question] == ["dry", "dry-2", "dry-2-2"]


def test_sources_named_in_general_feedback_come_into_the_bank() -> None:
    text = "A? {T####Source [rules]\\: House rules, 2026 | Page 2}\n\nB? {F####Source [rules]\\: House rules, 2026}"

    bank = read_gift(text).bank

    assert [(source.id, source.title) for source in bank.source] == [("rules", "House rules, 2026")]
    assert [question.source[0].place for question in bank.question] == ["Page 2", ""]


def test_huge_numbers_of_characters_in_html_become_a_sign_for_an_unknown_one() -> None:
    reading = read_gift(f"[html]A &\\#{'9' * 5000}; &\\#x202e; b? {{=a ~b}}")

    assert reading.bank.question[0].prompt == "A \ufffd \ufffd b?"


HOSTILE: dict[str, Callable[[int], str]] = {
    "open braces": lambda n: "{" * n,
    "closed braces": lambda n: "}" * n,
    "braces in turn": lambda n: "{}" * n,
    "colons": lambda n: ":" * n,
    "backslashes": lambda n: "A? {=a ~b" + "\\" * n + "}",
    "answers": lambda n: "A? {=a " + "~b" * n + "}",
    "many long answers": lambda n: ("A? {=a\n" + "~b\n" * 400 + "}\n\n") * (n // 800),
    "signs of feedback": lambda n: "A? {=a ~b" + "#" * n + "}",
    "weights": lambda n: "A? {" + "~%5" * n + "}",
    "spaces": lambda n: "A?" + " " * n + "{=a ~b}",
    "spaces and lines": lambda n: "A?" + " \t" * n + "\nx {=a ~b}",
    "half tags": lambda n: "[html]A?" + "<a" * n + "{=a ~b}",
    "one long tag": lambda n: "[html]A?<" + "a" * n + "{=a ~b}",
    "ampersands": lambda n: "[html]A?" + "&" * n + "{=a ~b}",
    "half ids": lambda n: "// " + "[id:" * n + "\nA? {=a ~b}",
    "half tags in comments": lambda n: "// " + "[tag:\\" * n + "\nA? {=a ~b}",
    "small questions": lambda n: "A? {=a ~b}\n\n" * (n // 8),
    "small refusals": lambda n: "A? {\n\n" * (n // 8),
    "blank lines": lambda n: "\n" * n,
    "comments": lambda n: "//\n" * n + "A? {=a ~b}",
    "sources": lambda n: "A? {T####" + "Source [a]\\: b\\n" * n + "}",
    "bars in a source": lambda n: "A? {T####Source [a]\\: " + " | " * n + "}",
    "a deep note": lambda n: "// compact: " + '{"a":' * n + "\nA? {=a ~b}",
    "slashes in a category": lambda n: "$CATEGORY: " + "/" * n + "\nA? {=a ~b}",
    "dollars in a category": lambda n: "$CATEGORY: " + "$a$/" * n + "\nA? {=a ~b}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_read_in_linear_time(name: str) -> None:
    def seconds(size: int) -> float:
        text = HOSTILE[name](size)
        taken = []
        for _ in range(2):
            start = process_time()
            read_gift(text)
            taken.append(process_time() - start)
        return min(taken)

    # Four times as much takes well under sixteen times as long; the constant keeps very short times from deciding.
    assert seconds(32_000) < 8 * seconds(8_000) + 0.02


def test_a_file_of_a_whole_course_gives_what_can_be_taken_and_says_the_rest() -> None:
    text = (Path(__file__).parents[1] / "fixtures" / "gift" / "mixed.gift").read_bytes().decode("utf-8")

    reading = read_gift(text)

    assert "\r\n" in text
    assert (reading.bank.bank.id, reading.bank.bank.title) == ("umbrellas", "Umbrellas")
    assert [(one.id, one.topic, one.kind, one.prompt) for one in reading.bank.question] == [
        ("rack-1", "drying", "choice", "Where do umbrellas dry?"),
        ("how-long", "drying", "choice", "An umbrella dries for _____ by the door."),
        ("lent", "lending", "true-false", "Umbrellas are lent to {everybody}."),
        ("who", "lending", "multiple", "Who may take one?"),
    ]
    assert [option.feedback for option in reading.bank.question[0].option] == ["Yes.", "No, that drips."]
    assert reading.bank.question[0].answer == "By the door, open."
    assert [(problem.line, problem.what) for problem in reading.problems] == [
        (19, "This is an essay question, which a bank has not."),
        (31, "This is a matching question, which a bank has not."),
        (37, "This is a description: words without answers. A bank has questions only."),
    ]
