"""Terms, and how one compares with the next."""

import pytest

from compact_tui.core.spot_sums import Said, Sum
from compact_tui.core.spot_trend import change_words, term_of, term_words, trend, trend_words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-09-01", "Autumn 2026"),
        ("2026-12-31", "Autumn 2026"),
        ("2027-01-01", "Spring 2027"),
        ("2027-04-30", "Spring 2027"),
        ("2027-05-01", "Summer 2027"),
        ("2027-08-31", "Summer 2027"),
    ],
)
def test_a_day_is_in_a_term(day: str, words: str) -> None:
    assert term_words(term_of(day)) == words


def heard(full: int, not_yet: int) -> Sum:
    made = Sum()
    made.add(Said("2026-10-01", "t", "g", "q", "full", full))
    made.add(Said("2026-10-01", "t", "g", "q", "not-yet", not_yet))
    return made


def test_terms_stand_in_the_order_of_time_and_one_with_few_answers_takes_another_with_it() -> None:
    terms = trend({"2027-1": heard(10, 1), "2026-3": heard(5, 5), "2026-2": heard(1, 1), "2025-3": heard(0, 20)})

    assert [(term.words, term.shown, term.share, term.word) for term in terms] == [
        ("Autumn 2025", True, 0, "not yet known"),
        ("Summer 2026", False, 0, "not shown"),
        ("Autumn 2026", False, 0, "not shown"),
        ("Spring 2027", True, 91, "known"),
    ]
    assert trend_words(terms) == "better known than in Autumn 2025"


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        (50, 61, "better known"),
        (50, 60, "about the same"),
        (50, 40, "about the same"),
        (50, 39, "less well known"),
    ],
)
def test_a_few_points_are_no_change(before: int, now: int, words: str) -> None:
    assert change_words(before, now) == words


def test_the_last_two_terms_are_compared_in_plain_words() -> None:
    assert trend_words(trend({"2026-3": heard(5, 5)})) == ""
    assert trend_words(trend({"2026-3": heard(5, 5), "2027-1": heard(5, 5)})) == "about the same as in Autumn 2026"
    assert trend_words(trend({"2026-3": heard(9, 1), "2027-1": heard(1, 9)})) == "less well known than in Autumn 2026"
    assert trend({"2026-3": Sum()}) == ()
