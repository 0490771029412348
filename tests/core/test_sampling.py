"""Choosing by chance: the same for the same seed, fair over many, and what it says of the rest."""

import hashlib
from collections import Counter
from fractions import Fraction
from itertools import combinations
from math import comb
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.agency_case import Stratum
from compact_tui.core.sampling import (
    beyond,
    by_chance,
    in_the_rest,
    numbers_typed,
    order_of,
    shared_out,
    strata_typed,
    within_groups,
)

SEEDS = 4000


def test_the_same_seed_draws_the_same_for_ever() -> None:
    assert order_of(10, 7) == (8, 10, 3, 9, 7, 2, 5, 1, 6, 4)
    assert [one.number for one in by_chance(43, 5, 7)] == [8, 14, 15, 22, 33]
    assert order_of(10, 8) != order_of(10, 7) != order_of(10, 7, "Year 3")


def test_the_order_is_that_of_the_digests_as_it_is_written_down() -> None:
    worth = {number: hashlib.sha256(f"7::{number}".encode()).hexdigest() for number in range(1, 44)}

    assert list(order_of(43, 7)) == sorted(worth, key=worth.__getitem__)


def test_a_larger_sample_holds_the_smaller_one() -> None:
    drawn = [{one.number for one in by_chance(43, size, 3)} for size in range(44)]

    assert all(few < more for few, more in zip(drawn, drawn[1:], strict=False))
    assert drawn[43] == set(range(1, 44))


def test_every_number_comes_up_as_often_as_another() -> None:
    found = Counter(one.number for seed in range(SEEDS) for one in by_chance(20, 5, seed))

    expected = SEEDS * 5 / 20
    chi_square = sum((found[number] - expected) ** 2 / expected for number in range(1, 21)) * 19 / 15
    assert chi_square < 43.8  # 99.9% of fair draws stay below, with 19 degrees of freedom


def test_every_pair_comes_up_as_often_as_another() -> None:
    found = Counter(
        pair for seed in range(SEEDS) for pair in combinations([one.number for one in by_chance(6, 2, seed)], 2)
    )

    expected = SEEDS / comb(6, 2)
    chi_square = sum((found[pair] - expected) ** 2 / expected for pair in combinations(range(1, 7), 2))
    assert chi_square < 36.1  # 14 degrees of freedom


@pytest.mark.parametrize(
    ("totals", "size", "shares"),
    [
        ((10,), 4, (4,)),
        ((12, 20), 8, (3, 5)),
        ((50, 30, 20), 10, (5, 3, 2)),
        ((97, 2, 1), 5, (3, 1, 1)),
        ((1, 1, 1), 3, (1, 1, 1)),
        ((1, 100), 2, (1, 1)),
        ((3, 3, 3), 4, (2, 1, 1)),
        ((2, 5), 7, (2, 5)),
        ((47, 16, 15, 12, 6, 4), 10, (5, 1, 1, 1, 1, 1)),
    ],
)
def test_groups_get_their_part_and_at_least_one(totals: tuple[int, ...], size: int, shares: tuple[int, ...]) -> None:
    assert shared_out(totals, size) == shares


@given(st.data())
@settings(derandomize=True, deadline=None, max_examples=150)
def test_parts_add_up_stay_within_the_group_and_near_the_exact_part(data: st.DataObject) -> None:
    totals = data.draw(st.lists(st.integers(1, 60), min_size=1, max_size=6))
    size = data.draw(st.integers(len(totals), sum(totals)))

    shares = shared_out(totals, size)

    assert sum(shares) == size
    for share, total in zip(shares, totals, strict=True):
        exact = Fraction(size * total, sum(totals))
        assert 1 <= share <= total
        assert share < exact + 1 or share == 1
        assert share > exact - len(totals) - 1


def test_each_group_has_numbers_of_its_own_list() -> None:
    groups, drawn = within_groups((Stratum(name="Year 3", total=12), Stratum(name="Year 4", total=20)), 8, 5)

    assert [(group.name, group.size) for group in groups] == [("Year 3", 3), ("Year 4", 5)]
    assert Counter(one.stratum for one in drawn) == {"Year 3": 3, "Year 4": 5}
    assert all(1 <= one.number <= one.of for one in drawn)
    assert drawn[:3] == by_chance(12, 3, 5, "Year 3")


@pytest.mark.parametrize(("total", "size"), [(43, 12), (20, 5), (9, 4), (6, 6), (5, 1)])
def test_the_range_for_the_rest_holds_19_times_in_20_whatever_the_truth_is(total: int, size: int) -> None:
    for truth in range(total + 1):
        covered = 0
        for found in range(max(0, size - total + truth), min(size, truth) + 1):
            low, high = in_the_rest(total, size, found)
            if low <= truth - found <= high:
                covered += comb(truth, found) * comb(total - truth, size - found)
        assert covered * 20 >= comb(total, size) * 19


@pytest.mark.parametrize(
    ("total", "size", "found", "between"),
    [(43, 12, 0, (0, 9)), (43, 12, 12, (22, 31)), (43, 43, 7, (0, 0)), (2, 1, 1, (0, 1)), (1, 0, 0, (0, 1))],
)
def test_the_range_for_the_rest_is_exact(total: int, size: int, found: int, between: tuple[int, int]) -> None:
    assert in_the_rest(total, size, found) == between


@pytest.mark.parametrize(("total", "size", "found"), [(12, 12, 3), (12, 0, 0)])
def test_nothing_is_said_of_a_rest_that_is_not_there_or_that_nobody_looked_at(
    total: int, size: int, found: int
) -> None:
    assert beyond(total, size, found, "late") == ""


def test_what_is_said_of_the_rest_names_its_number() -> None:
    assert beyond(43, 12, 0, "late") == (
        "Of the 31 others not looked at, between 0 and 9 would probably be late (19 times in 20)."
    )


@pytest.mark.parametrize(
    ("typed", "numbers"), [("3, 17 29", (3, 17, 29)), ("29;3;3", (3, 29)), ("", ()), ("0003", (3,))]
)
def test_numbers_are_taken_as_people_type_them(typed: str, numbers: tuple[int, ...]) -> None:
    assert numbers_typed(typed) == numbers


@pytest.mark.parametrize("typed", ["0", "-3", "3.5", "three", "99999", "٣", "3-7"])
def test_what_is_no_number_of_a_list_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a number of the list"):
        numbers_typed(typed)


def test_groups_are_taken_as_people_type_them() -> None:
    assert strata_typed("Year 3: 12, Set: A: 4\n,") == (
        Stratum(name="Year 3", total=12),
        Stratum(name="Set: A", total=4),
    )


@pytest.mark.parametrize(
    ("typed", "part"),
    [("Year 3", "how many it has"), ("Year 3: 0", "how many"), (": 4", "how many"), ("A: 1, a: 2", "stands twice")],
)
def test_what_is_no_group_is_refused(typed: str, part: str) -> None:
    with pytest.raises(ValueError, match=part):
        strata_typed(typed)


def test_the_page_that_says_how_it_is_done_draws_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    page = (Path(__file__).parents[2] / "docs" / "sampling.md").read_text("utf-8")

    code = page.partition("```python\n")[2].partition("```")[0]
    exec(code, {})

    assert capsys.readouterr().out.strip() == f"{[one.number for one in by_chance(43, 5, 7)]}"
    assert str([one.number for one in by_chance(43, 5, 7)]) in page
