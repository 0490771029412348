"""Days and instants as they are kept, typed and said."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from compact_tui.core.days import (
    day_of,
    days_until,
    instant,
    is_day,
    moment_of,
    parse_day,
    say_day,
    say_instant,
    say_short,
)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-12-08", "2026-12-8", " 2026-12-08 ", "8/12/2026", "08/12/2026", "8.12.2026", "8-12-2026",
        "8 December 2026", "8th december 2026", "8  DEC  2026", "8 Dec. 2026", "08 decem 2026",
    ],
)  # fmt: skip
def test_a_day_can_be_typed_in_several_ways(typed: str) -> None:
    assert parse_day(typed) == "2026-12-08"


@pytest.mark.parametrize(
    "typed",
    ["", "today", "31/4/2026", "2026-02-29", "2026-13-01", "1/1/26", "0/1/2026", "12/2026", "8 De 2026",
     "8 Decembers 2026", "2026-12-08x", "8 12 2026", "0000-01-01", "2026-12-08T10:00:00Z", "\u0968\u0966",
     "18/12/0206", "18 December 3026"],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(ValueError, match="Write it like 18 December 2026") as caught:
        parse_day(typed)
    assert str(caught.value).startswith(f'"{typed}" is not a day.')


def test_a_leap_day_is_a_day() -> None:
    assert parse_day("29 feb 2028") == "2028-02-29"


@pytest.mark.parametrize(
    ("typed", "month"),
    [("jan", "01"), ("mar", "03"), ("may", "05"), ("june", "06"), ("jul", "07"), ("sept", "09"), ("oct", "10")],
)
def test_months_are_known_by_their_beginning(typed: str, month: str) -> None:
    assert parse_day(f"2 {typed} 2026") == f"2026-{month}-02"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2026-11-22", True), ("2028-02-29", True), ("2026-02-29", False), ("20261122", False), ("2026-W47-7", False),
        ("2026-11-2", False), ("2026-11-22T00:00:00", False), ("", False), (" 2026-11-22", False),
        ("1900-01-01", True), ("2999-12-31", True), ("1899-12-31", False), ("3000-01-01", False), ("9999-12-20", False),
    ],
)  # fmt: skip
def test_only_one_form_is_kept(text: str, kept: bool) -> None:
    assert is_day(text) is kept


def test_a_day_is_said_in_words_and_anything_else_as_it_is() -> None:
    assert say_day("2026-09-01") == "1 September 2026"
    assert say_short("2026-09-01") == "1 Sep 2026"
    assert say_day("soon") == say_short("soon") == "soon"


@pytest.mark.parametrize(
    ("day", "today", "days"),
    [("2026-11-22", "2026-11-22", 0), ("2026-11-23", "2026-11-22", 1), ("2026-11-21", "2026-11-22", -1),
     ("2027-03-29", "2027-03-28", 1), ("2028-03-01", "2028-02-28", 2)],
)  # fmt: skip
def test_days_are_counted_to_the_day_and_past_it(day: str, today: str, days: int) -> None:
    assert days_until(day, today) == days


def test_an_instant_is_kept_in_utc_to_the_second() -> None:
    summer = datetime(2026, 7, 1, 0, 30, 59, 999_999, tzinfo=timezone(timedelta(hours=1)))

    assert instant(summer) == "2026-06-30T23:30:59Z"
    assert day_of(instant(summer)) == "2026-06-30"
    assert moment_of(instant(summer)) == datetime(2026, 6, 30, 23, 30, 59, tzinfo=UTC)


@pytest.mark.parametrize("kept", ["", "2026-06-30", "2026-06-30T23:30:59", "2026-06-30T23:30:59+01:00"])
def test_another_form_of_instant_is_refused(kept: str) -> None:
    with pytest.raises(ValueError, match="does not match"):
        moment_of(kept)


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("2026-12-03T09:05:59Z", "3 Dec 2026, 09:05 UTC"),
        ("2026-12-03T09:05:59", "2026-12-03T09:05:59"),
        ("2026-13-03T09:05:59Z", "2026-13-03T09:05:59Z"),
        ("2026-12-03", "3 Dec 2026"),
        ("", ""),
    ],
)
def test_an_instant_is_said_by_day_and_minute_and_anything_else_as_it_is(kept: str, said: str) -> None:
    assert say_instant(kept) == said
