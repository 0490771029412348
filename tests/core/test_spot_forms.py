"""What is asked around spot checks, and what may not stand there."""

from collections.abc import Callable

import pytest

from compact_tui.core.forms import fill
from compact_tui.core.spot_forms import (
    KEEPING_FORM,
    counts_form,
    later_form,
    paper_form,
    parse_initials,
    parse_label,
    parse_months,
    parse_people,
    whom_form,
)
from tests.bank_samples import question, story


@pytest.mark.parametrize(
    ("parse", "typed", "kept"),
    [
        (parse_label, "  Lunchtime   staff ", "Lunchtime staff"),
        (parse_initials, " j. p. ", "JP"),
        (parse_initials, "", ""),
        (parse_people, "", ""),
        (parse_people, "007", "7"),
        (parse_people, "0", "0"),
        (parse_months, "12", "12"),
    ],
)
def test_what_can_be_taken_is_kept_tidy(parse: Callable[[str], str], typed: str, kept: str) -> None:
    assert parse(typed) == kept


@pytest.mark.parametrize(
    ("parse", "typed", "sentence"),
    [
        (parse_label, "NHS number 943 476 5919", "an NHS number"),
        (parse_label, "TB, born 3 May 2015", "a date of birth"),
        (parse_initials, "JP 3 May 2015", "initials with a date of birth"),
        (parse_initials, "Jo Park", "Initials are at most 4 letters"),
        (parse_initials, "J1", "Initials are at most 4 letters"),
        (parse_people, "-3", "is not a number of people"),
        (parse_people, "3.5", "is not a number of people"),
        (parse_people, "²", "is not a number of people"),
        (parse_people, "10000", "up to 9999"),
        (parse_people, "9" * 5000, "is not a number of people"),
        (parse_months, "0", "At least one month"),
        (parse_months, "73", "up to 72"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence(parse: Callable[[str], str], typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        parse(typed)


def test_a_group_is_chosen_or_typed() -> None:
    form = whom_form(("Porters", "Cooks"))

    assert form.fields[0].suggest == ("Porters", "Cooks")
    assert fill(form, {"group": "Gardeners"}).value("group") == "Gardeners"
    assert [problem.field for problem in fill(form, {"people": "x"}).problems] == ["group", "people"]


def test_initials_are_asked_only_where_the_notice_has_them() -> None:
    assert [field.id for field in later_form(initials=False).fields] == ["added", "level", "on"]
    assert [field.id for field in later_form(initials=True).fields][-1] == "initials"
    assert fill(KEEPING_FORM, {"purpose": "x", "months": "6", "initials": "maybe"}).problems[0].field == "initials"


def test_counts_are_asked_by_level_or_by_option() -> None:
    spoken, told = counts_form(question(), ()), counts_form(story(), ())

    assert [field.id for field in spoken.fields[1:5]] == [
        "count-full",
        "count-partial",
        "count-not-yet",
        "count-knew-where",
    ]
    assert [field.question for field in told.fields[1:4]] == [
        "Put it on the rack",
        "Ask the porter",
        "Shake it indoors",
    ]


def test_a_sheet_is_asked_for_only_where_one_waits() -> None:
    assert [field.id for field in paper_form(()).fields] == ["group", "people", "on"]
    assert paper_form((), [("s-1", "Porters, 2026-12-01")]).fields[0].choices == (
        ("s-1", "Porters, 2026-12-01"),
        ("", "None"),
    )
