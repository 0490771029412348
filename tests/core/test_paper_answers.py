"""Answers typed in from paper."""

import pytest

from compact_tui.core.paper_answers import paper_answers

SHEET = ("q-1", "q-2", "q-3")


@pytest.mark.parametrize(
    ("text", "sheet", "read"),
    [
        ("1 full", SHEET, (("q-1", "full"),)),
        ("1. f\n2) P\n 3   n ", SHEET, (("q-1", "full"), ("q-2", "partial"), ("q-3", "not-yet"))),
        ("2 knew where to look; q-3 not yet", SHEET, (("q-2", "knew-where"), ("q-3", "not-yet"))),
        ("q-9 k", (), (("q-9", "knew-where"),)),
        ("\n\n1 f\n\n", SHEET, (("q-1", "full"),)),
    ],
)
def test_answers_are_read_by_number_or_id(text: str, sheet: tuple[str, ...], read: tuple[tuple[str, str], ...]) -> None:
    assert paper_answers(text, sheet) == (read, ())


@pytest.mark.parametrize(
    ("text", "sheet", "wrong"),
    [
        ("", SHEET, "There are no answers yet."),
        (" ;\n; ", SHEET, "There are no answers yet."),
        ("1", SHEET, 'Answer 1, "1": write a number or an id'),
        ("1 f\n2 perfect", SHEET, 'Answer 2, "2 perfect": write a number'),
        ("0 f", SHEET, "there is no such question on this sheet"),
        ("4 f", SHEET, "there is no such question on this sheet"),
        ("999999999999999999999 f", SHEET, "there is no such question on this sheet"),
        ("q-9 f", SHEET, "there is no such question on this sheet"),
        ("1 f\nq-1 p", SHEET, 'Answer 2, "q-1 p": this question has an answer already.'),
    ],
)
def test_what_cannot_be_read_is_named_by_its_line(text: str, sheet: tuple[str, ...], wrong: str) -> None:
    assert wrong in paper_answers(text, sheet)[1][0]
