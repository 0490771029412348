import csv
import io

import pytest
from hypothesis import given, settings

from compact_tui.core.bank import Option, QuestionBank
from compact_tui.core.problems import Severity
from compact_tui.exchange.bank_csv import read_csv, write_csv
from compact_tui.storage.banks import shipped_banks
from tests.bank_samples import bank, question, story
from tests.exchange.bank_strategies import any_bank

HEAD = "id,topic,kind,prompt,answer"
ONE = "q-1,wet,choice,Dry?,Rack"


def _cells(text: str) -> list[dict[str, str]]:
    """As a spreadsheet has it."""
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@given(any_bank())
@settings(derandomize=True, deadline=None, max_examples=40)
def test_any_bank_is_read_again_as_it_was_written(whole: QuestionBank) -> None:
    written = write_csv(whole)

    assert read_csv(written.text).bank == whole
    assert (read_csv(written.text).problems, written.lost) == ((), ())


def test_the_shipped_banks_are_read_again_as_they_were_written() -> None:
    banks = [one.bank for one in shipped_banks() if one.bank]

    assert [read_csv(write_csv(one).text).bank for one in banks] == banks


def test_there_is_a_row_for_the_bank_each_source_and_each_question() -> None:
    text = write_csv(bank(question(1), story(2))).text

    assert text.startswith("\ufeffrow,id,topic,kind,prompt,answer,")
    assert [(row["row"], row["id"]) for row in _cells(text)] == [
        ("bank", "umbrellas"),
        ("source", "rules"),
        ("question", "q-1"),
        ("question", "q-2"),
    ]
    assert _cells(text)[2]["point_3_say"] == "On a visitor's lap"
    assert (_cells(text)[3]["option_3_text"], _cells(text)[3]["option_3_unsafe"]) == ("Shake it indoors", "yes")


@pytest.mark.parametrize(
    ("words", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+44", "'+44"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\uff1d1", "'\uff1d1"),
        ("'=1", "''=1"),
        ("'tis dry", "'tis dry"),
        ("''", "''"),
        ("a=b", "a=b"),
        ('say "dry", twice;\nor not', 'say "dry", twice;\nor not'),
        ("", "\\e"),
        ("\\e", "\\\\e"),
        (" spaces ", " spaces "),
    ],
)
def test_no_cell_is_a_formula_and_each_is_read_again_as_it_was(words: str, cell: str) -> None:
    one = question(1, prompt=words)

    text = write_csv(bank(one)).text

    assert _cells(text)[2]["prompt"] == cell
    assert read_csv(text).bank.question == (one,)


@pytest.mark.parametrize(
    ("tags", "cell"),
    [
        ((), ""),
        (("wet",), "wet"),
        (("wet", "very wet"), "wet; very wet"),
        (("a;b", "c"), '["a;b", "c"]'),
        (("",), '[""]'),
        ((" a",), '[" a"]'),
        (("[a]",), '["[a]"]'),
    ],
)
def test_a_list_stands_in_one_cell(tags: tuple[str, ...], cell: str) -> None:
    one = question(1, tags=tags)

    text = write_csv(bank(one)).text

    assert _cells(text)[2]["tags"] == cell
    assert read_csv(text).bank.question == (one,)


@pytest.mark.parametrize("text", [f"{HEAD}\n{ONE}", f"{HEAD};tags\n{ONE};".replace(",", ";"), f"{HEAD}\r\n{ONE}\r\n"])
def test_a_list_of_questions_made_by_hand_is_read(text: str) -> None:
    reading = read_csv(text)

    (one,) = reading.bank.question
    assert reading.problems == ()
    assert (reading.bank.bank.title, one.id, one.prompt, one.status) == ("Imported questions", "q-1", "Dry?", "live")


def test_columns_may_stand_in_any_order_and_answers_may_be_missing() -> None:
    head = "Prompt, option_2_text ,option_2_id,answer,option_1_id,option_1_text,option_1_right,id,kind,topic,roles"
    text = f"{head}\nDry?,Lap,lap,Rack,rack,Rack,Yes,q-1,choice,wet,lead ;volunteer;\n"

    (one,) = read_csv(text).bank.question

    assert one.option == (Option(id="rack", text="Rack", right=True), Option(id="lap", text="Lap"))
    assert one.roles == ("lead", "volunteer")


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (f"{HEAD}\nq-1,wet,choice,,Rack", 2, '"prompt" is missing'),
        (
            f"{HEAD}\n{ONE.replace('Dry?', chr(34) + 'Dry' + chr(10) + 'now?' + chr(34))}\nq-2,wet,,Dry?,Rack",
            4,
            '"kind" is missing',
        ),
        (f'{HEAD}\nq-1,wet,,"Dry\nnow?",Rack', 2, '"kind" is missing'),
        (f"{HEAD},critical\n{ONE},perhaps", 2, 'In the column "critical" stands "perhaps"'),
        (f"{HEAD},option_1_id\n{ONE},rack", 2, '"text" is missing'),
        (f'{HEAD},tags\n{ONE},"[1]"', 2, 'The list in the column "tags"'),
        (f"{HEAD},tags\n{ONE},[a", 2, 'The list in the column "tags"'),
        (f"row,{HEAD}\nquestions,{ONE}", 2, '"questions" is not a kind of row'),
        (f"{HEAD}\n{ONE},more", 2, "The row has 6 cells, but there are 5 columns"),
        (f'{HEAD}\nq-1,wet,choice,"Dry?', 2, "From here on the file is not CSV"),
        (f"{HEAD}\nq-1,wet,choice,{'x' * 140_000},Rack", 2, "From here on the file is not CSV"),
        ("x" * 20_000_001, 1, "The file has 20,000,001 characters"),
    ],
)
def test_a_row_that_cannot_be_taken_is_refused_with_its_line(text: str, line: int, what: str) -> None:
    reading = read_csv(text)

    assert [(problem.line, problem.severity) for problem in reading.problems] == [(line, Severity.ERROR)]
    assert what in reading.problems[0].what
    assert reading.problems[0].remedy


def test_a_refused_row_never_stops_the_others() -> None:
    reading = read_csv(f"{HEAD}\n{ONE}\n,,,,\nq-2,wet,,Dry?,Rack\n{ONE.replace('q-1', 'q-3')}")

    assert [one.id for one in reading.bank.question] == ["q-1", "q-3"]
    assert [problem.line for problem in reading.problems] == [4]


def test_a_column_that_is_not_known_is_passed_over_and_said() -> None:
    reading = read_csv(f"{HEAD},colour,answr\n{ONE},red,x")

    assert [one.id for one in reading.bank.question] == ["q-1"]
    assert [(problem.what, problem.remedy, problem.severity) for problem in reading.problems] == [
        ('The column "colour" is not known.', "It was passed over.", Severity.WARNING),
        ('The column "answr" is not known.', 'Did you mean "answer"?', Severity.WARNING),
    ]


def test_a_column_that_stands_twice_and_a_second_bank_are_said() -> None:
    twice = read_csv(f"{HEAD},tags,tags\n{ONE},a,b")
    banks = read_csv("row,id,title,edition,subject\nbank,a,A,1,a\nbank,b,B,1,b")

    assert [problem.what for problem in twice.problems] == ['The column "tags" stands twice.']
    assert [problem.what for problem in banks.problems] == ["There is more than one row on the bank."]
    assert banks.bank.bank.id == "a"


@pytest.mark.parametrize("text", ["", "\ufeff", "\n", HEAD])
def test_a_file_without_rows_gives_an_empty_bank(text: str) -> None:
    reading = read_csv(text)

    assert (reading.bank.question, reading.problems) == ((), ())
