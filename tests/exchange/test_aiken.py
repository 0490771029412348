import pytest

from compact_tui.core.bank import Option, Question
from compact_tui.exchange.aiken import read_aiken, write_aiken
from tests.bank_samples import bank, question, story

TWO = "Where do umbrellas dry?\nA. On the rack\nB. On a lap\nANSWER: A\n"


def _choice(number: int, *texts: str, right: int = 0, **more: str) -> Question:
    options = tuple(Option(id=f"o{at}", text=text, right=at == right) for at, text in enumerate(texts))
    return question(number, **{"kind": "choice", "point": (), "option": options, **more})


@pytest.mark.parametrize(
    "text",
    [
        TWO,
        TWO.replace(". ", ") "),
        TWO.replace("\n", "\r\n"),
        f"\ufeff{TWO}",
        TWO.replace("\n", "\n\n"),
        TWO.replace("A. On", " A.\tOn"),
        TWO.rstrip(),
        TWO.replace("ANSWER: A", "ANSWER:A"),
    ],
    ids=["full stops", "brackets", "Windows", "byte order mark", "blank lines", "spaces", "no end", "no space"],
)
def test_a_question_is_read_however_its_lines_are_set(text: str) -> None:
    reading = read_aiken(text)

    (one,) = reading.bank.question
    assert reading.problems == ()
    assert (one.id, one.kind, one.prompt) == ("where-do-umbrellas-dry", "choice", "Where do umbrellas dry?")
    assert [(option.id, option.text, option.right) for option in one.option] == [
        ("on-the-rack", "On the rack", True),
        ("on-a-lap", "On a lap", False),
    ]
    assert one.answer == "On the rack"


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("Where?\nA. Rack\nB. Lap", 3, "no line ANSWER:"),
        ("Where?", 1, "no line ANSWER:"),
        ("Where?\nANSWER: A", 1, "fewer than two answers"),
        ("Where?\nA. Rack\nANSWER: A", 1, "fewer than two answers"),
        ("Where?\nA. Rack\nB. Lap\nANSWER: C", 4, '"C" is not the letter'),
        ("Where?\nA. Rack\nB. Lap\nANSWER: b", 4, '"b" is not the letter'),
        ("Where?\nA. Rack\nB. Lap\nANSWER: AB", 4, '"AB" is not the letter'),
        ("Where?\nA. Rack\nB. Lap\nANSWER:", 4, '"" is not the letter'),
        ("Where?\nA. Rack\nC. Lap\nANSWER: A", 3, "Here B. should stand"),
        ("Where?\nB. Rack\nC. Lap\nANSWER: B", 2, "Here A. should stand"),
        ("Where\ndo they dry?\nA. Rack\nB. Lap\nANSWER: A", 2, "goes on in a second line"),
        ("Where?\na. Rack\nb. Lap\nANSWER: A", 2, "goes on in a second line"),
        ("A. Rack\nB. Lap\nANSWER: A", 1, "no question before this line"),
        ("ANSWER: A", 1, "no question before this line"),
        ("Where?\nA. Ra\x00ck\nB. Lap\nANSWER: A", 2, "cannot be seen (U+0000)"),
        ("Where?\nA. Rack\nB. \u202epaL\nANSWER: A", 3, "cannot be seen (U+202E)"),
        ("Where?\nA. Rack\nB. " + "x" * 20_000 + "\nANSWER: A", 3, "The line has 20,003 characters"),
        (
            "Where?\n" + "".join(f"{letter}. x\n" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZA") + "ANSWER: A",
            28,
            "ANSWER:",
        ),
        ("x" * 20_000_001, 1, "The file has 20,000,001 characters"),
    ],
)
def test_a_broken_question_is_refused_with_its_line(text: str, line: int, what: str) -> None:
    reading = read_aiken(text)

    assert reading.bank.question == ()
    assert [problem.line for problem in reading.problems] == [line]
    assert what in reading.problems[0].what
    assert reading.problems[0].remedy


def test_a_broken_question_never_stops_the_others() -> None:
    reading = read_aiken(f"{TWO}\nWho?\nA. I\nB. You\n\nWhen?\nA. Now\nB. Later\nANSWER: B\n\n{TWO}")

    assert [one.id for one in reading.bank.question] == ["where-do-umbrellas-dry", "when", "where-do-umbrellas-dry-2"]
    assert [problem.line for problem in reading.problems] == [8]


@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_an_empty_file_gives_an_empty_bank(text: str) -> None:
    reading = read_aiken(text)

    assert (reading.bank.question, reading.problems) == ((), ())


def test_one_right_answer_is_carried_and_the_rest_is_said() -> None:
    truth = _choice(2, "True", "False", right=1, kind="true-false", prompt="It drips.")

    written = write_aiken(bank(_choice(1, "Rack", "Lap"), truth, question(3), story(4)))

    assert written.text == (
        "Where does umbrella 1 dry?\nA. Rack\nB. Lap\nANSWER: A\n\nIt drips.\nA. True\nB. False\nANSWER: B\n"
    )
    assert written.lost == (
        'The question "q-3" is left out: it is of the kind spoken.',
        'The question "q-4" is left out: it is of the kind scenario.',
        "2 questions are carried as words, answers and the right letter only: "
        "without id, topic, model answer, feedback, roles, sources and dates.",
    )


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (_choice(1, "Rack"), "it has 1 answer, 1 of them right"),
        (_choice(1, "Rack", "Lap", right=9), "it has 2 answers, 0 of them right"),
        (_choice(1, *[f"Rack {at}" for at in range(27)]), "it has 27 answers, 1 of them right"),
        (_choice(1, "Rack", "Lap", prompt="A. Dry?"), "it begins like an answer"),
        (_choice(1, "Rack", "Lap", prompt="ANSWER: A"), "it begins like an answer"),
        (_choice(1, "Rack", "Lap", prompt="Dry?\nNow?"), "its words do not fit on one line each"),
        (_choice(1, "Rack", "Lap", prompt="\ufeffDry?"), "its words do not fit on one line each"),
        (_choice(1, "Rack", "", prompt="Dry?"), "its words do not fit on one line each"),
        (_choice(1, "Rack", "a\u202eb", prompt="Dry?"), "its words do not fit on one line each"),
    ],
)
def test_what_aiken_cannot_carry_is_left_out_by_name(one: Question, reason: str) -> None:
    written = write_aiken(bank(one))

    assert (written.text, written.lost) == ("", (f'The question "q-1" is left out: {reason}.',))


def test_what_was_written_is_read_and_written_again_without_change() -> None:
    text = write_aiken(bank(_choice(1, "Rack", "Lap"), _choice(2, *"ABCDEFGHIJKLMNOPQRSTUVWXYZ", right=25))).text

    reading = read_aiken(text)

    assert reading.problems == ()
    assert write_aiken(reading.bank).text == text
