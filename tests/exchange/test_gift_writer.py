import json

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from compact_tui.core.bank import Option, Question, QuestionBank
from compact_tui.exchange.gift import read_gift, write_gift
from compact_tui.storage.banks import shipped_banks
from tests.bank_samples import bank, question, story
from tests.exchange.bank_strategies import PLAIN_QUESTIONS, any_bank

NOTE = "// compact: "


def _without_notes(text: str) -> str:
    """The file as another program understands it."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(NOTE))


def _notes(text: str) -> list[dict[str, object]]:
    return [json.loads(line.removeprefix(NOTE)) for line in text.split("\n") if line.startswith(NOTE)]


@given(any_bank())
@settings(derandomize=True, deadline=None, max_examples=30)
def test_any_bank_is_read_again_as_it_was_written(whole: QuestionBank) -> None:
    _comes_back(whole)


@pytest.mark.long
@given(any_bank(5))
@settings(derandomize=True, deadline=None, max_examples=1000)
def test_any_larger_bank_is_read_again_as_it_was_written(whole: QuestionBank) -> None:
    _comes_back(whole)


def _comes_back(whole: QuestionBank) -> None:
    written = write_gift(whole).text
    reading = read_gift(written)

    assert reading.bank == whole
    assert write_gift(reading.bank).text == written


@given(PLAIN_QUESTIONS)
@settings(derandomize=True, deadline=None, max_examples=60)
def test_words_of_people_stand_in_the_file_and_not_in_a_note(one: Question) -> None:
    written = write_gift(bank(one)).text

    assert not any("instead" in note for note in _notes(written))
    again = read_gift(_without_notes(written)).bank.question[0]
    assert (again.id, again.topic, again.prompt) == (one.id, one.topic, one.prompt)
    assert (again.answer, again.why) == (one.answer, one.why)
    assert [(option.text, option.right) for option in again.option] == [(two.text, two.right) for two in one.option]
    assert [(point.weight, point.say) for point in again.point] == [("must", "Rack: now")]


def test_the_shipped_banks_are_read_again_as_they_were_written() -> None:
    banks = [one.bank for one in shipped_banks() if one.bank]

    readings = [read_gift(write_gift(one).text) for one in banks]

    assert [reading.bank for reading in readings] == banks
    assert [reading.problems for reading in readings] == [()] * len(banks)


def test_a_spoken_question_is_written_with_what_to_listen_for() -> None:
    one = question(1, roles=("all-staff", "volunteer"), why="Wet floors are slippery.", status="draft", critical=True)

    written = _without_notes(write_gift(bank(one)).text)

    assert written == (
        "\n$CATEGORY: $course$/top/Umbrellas/topic-1\n\n"
        "// [id:q-1] [tag:role:all-staff] [tag:role:volunteer] [tag:status:draft] [tag:critical:yes]\n"
        "::q-1::[plain]Where does umbrella 1 dry? {\n"
        "\t####Model answer\\: On the rack by the door, open, until it stops dripping.\\n"
        "Why it matters\\: Wet floors are slippery.\\n"
        "Must be heard\\: On the rack\\nAdds to it\\: Open\\nMust not be heard\\: On a visitor's lap\\n"
        "Source [rules]\\: House rules, 2026 | Page 2\n}\n"
    )


def test_a_spoken_question_comes_back_from_a_program_that_drops_comments_but_keeps_tags() -> None:
    written = _without_notes(write_gift(bank(question(1, status="draft", critical=True))).text)

    again = read_gift(written).bank.question[0]

    assert (again.id, again.kind, again.roles) == ("q-1", "spoken", ("all-staff",))
    assert (again.status, again.critical) == ("draft", True)
    assert [(point.weight, point.say) for point in again.point] == [
        ("must", "On the rack"),
        ("should", "Open"),
        ("must-not", "On a visitor's lap"),
    ]
    assert (again.source[0].source, again.source[0].place) == ("rules", "Page 2")


def _options(*rights: bool) -> tuple[Option, ...]:
    return tuple(Option(id=f"o{at}", text=f"Way {at}", right=right) for at, right in enumerate(rights))


@pytest.mark.parametrize(
    ("kind", "rights", "lines"),
    [
        ("choice", (False, True), ["~Way 0", "=Way 1"]),
        ("scenario", (True, True, False), ["=Way 0", "=Way 1", "~Way 2"]),
        ("scenario", (True, True), ["~%50%Way 0", "~%50%Way 1"]),
        (
            "multiple",
            (True, False, True, True),
            ["~%33.33333%Way 0", "~%-100%Way 1", "~%33.33333%Way 2", "~%33.33333%Way 3"],
        ),
        ("multiple", (True, False), ["~%100%Way 0", "~%-100%Way 1"]),
        ("choice", (False, False), ["~Way 0", "~Way 1"]),
        ("true-false", (True, False), ["=Way 0", "~Way 1"]),
    ],
)
def test_right_answers_are_signed_and_weighted_by_kind(kind: str, rights: tuple[bool, ...], lines: list[str]) -> None:
    one = question(1, kind=kind, option=_options(*rights), point=())

    written = write_gift(bank(one)).text

    assert [line.strip() for line in written.split("\n") if line.startswith(("\t=", "\t~"))] == lines
    assert read_gift(written).bank.question == (one,)


@pytest.mark.parametrize(
    ("right", "feedback", "line"),
    [
        (True, ("", ""), "TRUE"),
        (False, ("", ""), "FALSE"),
        (True, ("Well said.", "No: it drips."), "TRUE#No\\: it drips.#Well said."),
        (False, ("No.", "Well said."), "FALSE#No.#Well said."),
        (True, ("Well said.", ""), "TRUE##Well said."),
        (True, ("", "No."), "TRUE#No.#"),
    ],
)
def test_true_or_false_has_feedback_for_the_wrong_answer_first(
    right: bool, feedback: tuple[str, str], line: str
) -> None:
    options = (
        Option(id="true", text="True", right=right, feedback=feedback[0]),
        Option(id="false", text="False", right=not right, feedback=feedback[1]),
    )
    one = question(1, kind="true-false", option=options, point=())

    written = write_gift(bank(one)).text

    assert f"\n\t{line}\n" in written
    assert read_gift(written).bank.question == (one,)


def test_what_cannot_be_seen_is_written_out_and_still_read_again() -> None:
    one = question(1, prompt="Dry\x00 or \u202ewet?")

    written = write_gift(bank(one)).text

    assert "Dry<U+0000> or <U+202E>wet?" in written
    assert "\x00" not in written and "\u202e" not in written
    assert read_gift(written).bank.question == (one,)


def test_a_change_made_in_the_file_holds_against_the_note() -> None:
    one = story(1, prompt="Dry\x00 wet?", critical=True)
    written = write_gift(bank(one)).text

    changed = written.replace("[plain]Dry<U+0000> wet?", "[plain]Where to?").replace(
        "=Ask the porter", "~Ask the porter"
    )
    again = read_gift(changed).bank.question[0]

    assert (again.prompt, again.critical, again.fact) == ("Where to?", True, "fact-1")
    assert [(option.id, option.right, option.unsafe) for option in again.option] == [
        ("rack", True, False),
        ("ask", False, False),
        ("shake", False, True),
    ]


def test_an_answer_that_was_worded_anew_loses_its_note_and_that_is_said() -> None:
    written = write_gift(bank(story(1))).text

    reading = read_gift(written.replace("~Shake it indoors", "~Shake it inside"))

    assert [option.unsafe for option in reading.bank.question[0].option] == [False, False, False]
    assert [problem.what for problem in reading.problems] == [
        "What was noted on 1 of the answers or points fits none that stand here now."
    ]


def test_a_question_that_is_too_long_is_left_out_and_that_is_said() -> None:
    written = write_gift(bank(question(1, prompt="x" * 200_000), question(2)))

    assert [one.id for one in read_gift(written.text).bank.question] == ["q-2"]
    assert written.lost[0].startswith('The question "q-1" was left out. The question has 200,')


def test_what_gift_cannot_carry_is_said_in_words() -> None:
    several = replace(story(2), critical=True, review_by="2027-07-01")

    lost = write_gift(bank(question(1), several, question(3, prompt="a\x00"))).lost

    assert lost == (
        "2 questions have no options and become an essay; what to listen for stands in the general feedback.",
        "1 scenario or choice has several right answers; another program counts any one of them.",
        "In comments that only this program reads, with the number of questions: the fact behind it (3), when to "
        "review it (1), names of answers, and which are unsafe (1) and names of points (2).",
        "1 question cannot be shown to the letter; a comment has the exact words.",
        "Edition, owner and change log of the bank, and dates of its sources, stand in a comment too.",
    )


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("[html] is a mark", "\t~[plain][html] is a mark"),
        ("%50% is a weight", "\t~[plain]%50% is a weight"),
        ("a = b ~ c # d: {e}", "\t~a \\= b \\~ c \\# d\\: \\{e\\}"),
        ("one\r\ntwo\rthree", "\t~one\\ntwo\\nthree"),
        ("C:\\new", "\t~C\\:\\\\new"),
    ],
)
def test_words_that_look_like_signs_are_written_as_words(words: str, line: str) -> None:
    options = (Option(id="rack", text="Rack", right=True), Option(id="other", text=words))
    one = question(1, kind="choice", option=options, point=())

    written = write_gift(bank(one)).text

    assert f"\n{line}\n" in written
    assert read_gift(written).bank.question == (one,)
