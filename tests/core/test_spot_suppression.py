"""No figure of spot checks lets a small group be picked out."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.spot_suppression import LEAST, GroupCount, Merged, Shown, merged, shown_of


@pytest.mark.parametrize(
    ("counts", "cells", "total"),
    [
        ((), (), True),
        ((0, 0), (True, True), True),
        ((5, 12), (True, True), True),
        ((4,), (False,), False),
        ((0, 4), (True, False), False),
        ((2, 9), (False, False), True),
        ((2, 9, 6), (False, True, False), True),
        ((2, 2, 9), (False, False, False), True),
        ((2, 3, 9), (False, False, True), True),
        ((1, 1, 1, 1, 1), (False,) * 5, False),
        ((1, 1, 1, 1, 1, 7), (False,) * 6, True),
        ((1, 1), (False, False), False),
    ],
)
def test_a_small_count_takes_another_with_it_where_the_sum_would_give_it_away(
    counts: tuple[int, ...], cells: tuple[bool, ...], total: bool
) -> None:
    assert shown_of(counts) == Shown(cells, total)


@pytest.mark.parametrize(("groups", "most"), [(1, 12), (2, 12), (3, 9), (4, 7)])
def test_nobody_who_knows_the_rule_can_work_out_a_count_that_is_kept_back(groups: int, most: int) -> None:
    possible: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(most + 1), repeat=groups):
        shown = shown_of(counts)
        seen = tuple(said if ok else "kept" for said, ok in zip(counts, shown.cells, strict=True))
        possible[seen, sum(counts) if shown.total else None].append(counts)

    for (seen, _), rows in possible.items():  # type: ignore[misc]
        for at, what in enumerate(seen):
            if what == "kept":
                assert len({row[at] for row in rows}) > 1, (seen, rows)


@given(st.lists(st.integers(0, 30), max_size=9))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_what_is_kept_back_beside_a_sum_is_two_counts_at_least_and_five_answers_together(counts: list[int]) -> None:
    shown = shown_of(counts)
    kept = [said for said, ok in zip(counts, shown.cells, strict=True) if not ok]

    assert all(ok or said for said, ok in zip(counts, shown.cells, strict=True))
    assert all(said >= LEAST or not said for said, ok in zip(counts, shown.cells, strict=True) if ok)
    assert not kept or not shown.total or (len(kept) > 1 and sum(kept) >= LEAST)


def group(name: str, answers: int, size: int = 0) -> GroupCount:
    return GroupCount(name, answers, size)


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ((), Merged(())),
        ((group("A", 0, 2),), Merged(())),
        ((group("A", 9), group("B", 12, 5)), Merged(())),
        ((group("A", 9, 4), group("B", 12), group("C", 7)), Merged(("A", "C"))),
        ((group("A", 9, 4), group("B", 3), group("C", 70)), Merged(("A", "B"))),
        ((group("A", 2, 2), group("B", 2, 2), group("C", 70)), Merged(("A", "B", "C"))),
        ((group("A", 20, 3),), Merged(("A",), hidden=True)),
        ((group("A", 2), group("B", 2)), Merged(("A", "B"), hidden=True)),
        ((group("A", 9, 2), group("B", 9, 2)), Merged(("A", "B"), hidden=True)),
    ],
)
def test_groups_of_few_people_or_answers_are_shown_as_one_that_is_large_enough(
    groups: tuple[GroupCount, ...], expected: Merged
) -> None:
    assert merged(groups) == expected
