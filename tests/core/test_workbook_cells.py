"""What people type into cells, and what is kept of it."""

import pytest

from compact_tui.core.audit import CriterionAnswer, Evidence
from compact_tui.core.workbook import EVIDENCE, STANDARD, Column, length_in_cell, same_in_cell
from compact_tui.core.workbook_cells import Reading, day_in_cell, first_of, folded
from tests.samples import umbrella_pack

READING = Reading(umbrella_pack())
COLUMNS: dict[str, Column] = {column.id: column for kind in (STANDARD, EVIDENCE) for column in kind.columns}


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("", ""),
        ("   ", ""),
        ("2026-12-03", "2026-12-03"),
        ("2026-12-03 00:00:00", "2026-12-03"),
        ("2026-12-03T14:00", "2026-12-03"),
        ("3/12/26", "2026-12-03"),
        ("03.12.2026", "2026-12-03"),
        ("3-12-26", "2026-12-03"),
        ("3 Dec 2026", "2026-12-03"),
        ("3-Dec-26", "2026-12-03"),
        ("3rd December 2026", "2026-12-03"),
        ("Thursday, 3 December 2026", "2026-12-03"),
        ("46359", "2026-12-03"),
        ("29/2/28", "2028-02-29"),
    ],
)
def test_a_day_is_read_as_people_and_spreadsheets_write_it(typed: str, day: str) -> None:
    assert day_in_cell(typed) == day


@pytest.mark.parametrize("typed", ["soon", "3/12", "31/2/26", "99999999", "12/31/2026", "next Monday", "26"])
def test_what_is_no_day_is_refused_as_it_was_typed(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a day") as refused:
        day_in_cell(typed)

    assert f'"{typed}"' in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("In hand", "in-hand"),
        ("in hand", "in-hand"),
        ("  IN   HAND. ", "in-hand"),
        ("in-hand", "in-hand"),
        ("In\u00a0hand", "in-hand"),
        ("we need support", "need-support"),
        ("", "unanswered"),
    ],
)
def test_an_answer_is_known_in_any_case_and_by_its_id(typed: str, answer: str) -> None:
    assert READING.value("answers", "answer", COLUMNS["answer"], typed, None) == answer


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("In hnad", 'Did you mean "In hand"?'),
        ("half", 'Did you mean "Half way"?'),
        ("yes", "Choose one of: In hand, Half way, We need support, No rain here, Still asking."),
    ],
)
def test_an_answer_that_is_none_is_told_the_nearest(typed: str, hint: str) -> None:
    with pytest.raises(ValueError, match="is not one of the words here") as refused:
        READING.value("answers", "answer", COLUMNS["answer"], typed, None)

    assert hint in str(refused.value)


def test_an_answer_that_the_pack_no_longer_offers_stays_where_it_stood() -> None:
    before = CriterionAnswer(criterion="u1-ticket", answer="umbrella-lost")

    assert READING.value("answers", "answer", COLUMNS["answer"], "umbrella-lost", before) == "umbrella-lost"
    with pytest.raises(ValueError, match="is not one of"):
        READING.value("answers", "answer", COLUMNS["answer"], "umbrella-lost", None)


@pytest.mark.parametrize(
    ("typed", "supports"),
    [
        ("", ()),
        ("1.1", ("u1-ticket",)),
        ("1.1, 2", ("u1-ticket", "u2")),
        ("1.1 and 2.2.", ("u1-ticket", "u2-repair")),
        ("1.1; 1.1\n2.2", ("u1-ticket", "u2-repair")),
        ("1.1 2.2", ("u1-ticket", "u2-repair")),
        ("U1-Ticket", ("u1-ticket",)),
        ("gone-one, 3", ("gone-one", "u3")),
    ],
)
def test_what_a_record_belongs_to_is_named_by_number_or_id(typed: str, supports: tuple[str, ...]) -> None:
    before = Evidence(id="e-1", title="Roll", supports=("gone-one",))

    assert READING.value("evidence", "supports", COLUMNS["supports"], typed, before) == supports


@pytest.mark.parametrize(("typed", "hint"), [("u1-tickets", 'Did you mean "u1-ticket"?'), ("1.7", "such as 1.2")])
def test_a_number_that_is_none_is_refused(typed: str, hint: str) -> None:
    with pytest.raises(ValueError, match="is not a number of this audit") as refused:
        READING.value("evidence", "supports", COLUMNS["supports"], typed, None)

    assert hint in str(refused.value)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a", "a", True),
        ("a\nb", "a\r\nb", True),
        ("a\nb", "a b", False),
        ("bell\x07", "bell", True),
        ("x005F_y", "y", True),
        ("\ufffe", "", True),
        (" a ", "a", True),
        ("a", "A", False),
        ("e\u0301", "\u00e9", True),
    ],
)
def test_texts_are_compared_as_they_come_through_a_cell(one: str, other: str, same: bool) -> None:
    assert same_in_cell(one, other) is same


def test_room_is_counted_as_spreadsheets_count_it() -> None:
    assert [length_in_cell(text) for text in ("", "abc", "é", "\U0001d11e")] == [0, 3, 1, 2]


def test_words_are_compared_without_case_marks_and_doubled_spaces() -> None:
    assert folded("  Does it, \u2018really\u2019 WORK?\n") == folded("does it really work")
    assert folded("does it really work") != folded("does it work")
    assert first_of(("", " ", "Seen\ntwice" + "x" * 90)) == ("Seen twice" + "x" * 50)
