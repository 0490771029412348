"""How far two readers agree, against published tables and against counting by hand."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.agreement import Table, agreement, decimals, kappa, linear, nominal, quadratic, table_of

COHEN = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
"""Cohen (1960), A coefficient of agreement for nominal scales, table 1 (N = 200); the same in Cohen (1968)."""
RADIOLOGISTS = [[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]]
"""Boyd et al. (1982) in Altman (1991), pp. 403-405; worked through in Stata's manual under kappa."""
MAMMOGRAMS = [[34, 10, 2, 0], [6, 8, 8, 2], [2, 5, 4, 12], [0, 1, 2, 14]]
"""Kundel and Polansky (2003), Radiology 228, table A1; worked through in the R package vcdExtra."""


@pytest.mark.parametrize(
    ("table", "weight", "value"),
    [
        ([[20, 5], [10, 15]], nominal, "0.4000"),
        ([[45, 15], [25, 15]], nominal, "0.1304"),
        ([[25, 35], [5, 35]], nominal, "0.2593"),
        (COHEN, nominal, "0.4915"),
        (RADIOLOGISTS, nominal, "0.4728"),
        (RADIOLOGISTS, linear, "0.5684"),
        (RADIOLOGISTS, quadratic, "0.6714"),
        (MAMMOGRAMS, nominal, "0.3713"),
        (MAMMOGRAMS, linear, "0.5964"),
    ],
)
def test_published_tables_come_out_as_published(table: Table, weight: object, value: str) -> None:
    found = kappa(table, weight)  # type: ignore[arg-type]

    assert found is not None
    assert f"{float(found):.4f}" == value


def test_weights_of_ones_own_come_out_as_cohen_has_them_in_1968() -> None:
    weights = ((0, 1, 3), (1, 0, 6), (3, 6, 0))

    found = kappa(COHEN, lambda row, column: weights[row][column])

    assert found is not None
    assert f"{float(found):.3f}" == "0.348"


@pytest.mark.parametrize("table", [[[0, 0, 0]] * 3, [[0, 0, 0], [0, 7, 0], [0, 0, 0]]])
def test_kappa_is_not_defined_where_chance_alone_could_not_make_readers_differ(table: Table) -> None:
    assert [kappa(table, weight) for weight in (nominal, linear, quadratic)] == [None] * 3


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=12))
@settings(derandomize=True, deadline=None, max_examples=80)
def test_every_table_comes_out_as_pairing_everybody_with_everybody_does(pairs: list[tuple[int, int]]) -> None:
    table = [[sum(pair == (row, column) for pair in pairs) for column in range(3)] for row in range(3)]

    for weight in (nominal, linear, quadratic):
        seen = sum(weight(one, other) for one, other in pairs)
        crossed = sum(weight(one, other) for (one, _), (_, other) in product(pairs, pairs))
        expected = 1 - Fraction(seen * len(pairs), crossed) if crossed else None
        assert kappa(table, weight) == expected


def test_with_two_answers_all_three_kappas_are_one() -> None:
    found = agreement(
        [("yes", "yes")] * 20 + [("yes", "partly")] * 5 + [("partly", "yes")] * 10 + [("partly",) * 2] * 15
    )

    assert (found.kappa, found.linear, found.quadratic) == ("0.40", "0.40", "0.40")
    assert (found.pairs, found.agreed, found.percent) == (50, 35, 70)


def test_answers_further_apart_weigh_more() -> None:
    near = agreement([("yes", "yes"), ("no", "no"), ("yes", "partly"), ("no", "partly")])
    far = agreement([("yes", "yes"), ("no", "no"), ("yes", "no"), ("partly", "partly")])

    assert (near.kappa, near.linear, near.quadratic) == ("0.33", "0.50", "0.67")
    assert far.linear < far.kappa > far.quadratic


def test_not_applicable_stands_apart_and_is_said() -> None:
    apart = [("not-applicable", "no"), ("yes", "not-applicable"), ("not-applicable", "not-applicable")]

    found = agreement([("yes", "yes"), ("no", "yes"), *apart, ("yes", "")])

    assert (found.pairs, found.agreed, found.apart, found.apart_agreed, found.missing) == (2, 1, 3, 1, 1)
    said = " ".join(found.sentences)
    assert 'In 3 more, one or both said "not applicable"; both did in 1.' in said
    assert "1 question had no answer from one of the two." in said


@pytest.mark.parametrize(
    ("pairs", "part"),
    [
        ([], "nothing to compare"),
        ([("yes", "")], "nothing to compare"),
        ([("yes", "yes")] * 5, "one and the same answer throughout"),
        ([("yes", "no"), ("no", "yes")], "every single answer moves these figures"),
    ],
)
def test_what_cannot_be_judged_is_said(pairs: list[tuple[str, str]], part: str) -> None:
    assert part in " ".join(agreement(pairs).sentences)


def test_many_pairs_are_given_no_warning_of_few() -> None:
    found = agreement([("yes", "yes"), ("no", "no"), ("no", "yes")] * 10)

    assert "every single answer" not in " ".join(found.sentences)
    assert found.sentences[0] == "The same answer to 20 of 30 questions (67%)."


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Fraction(0), "0.00"),
        (Fraction(1), "1.00"),
        (Fraction(1, 200), "0.01"),
        (Fraction(-1, 3), "-0.33"),
        (Fraction(-1, 1000), "0.00"),
        (Fraction(-3, 2), "-1.50"),
    ],
)
def test_a_value_is_written_with_two_decimals(value: Fraction | None, text: str) -> None:
    assert decimals(value) == text


def test_a_table_leaves_out_what_has_no_place_in_the_order() -> None:
    assert table_of([("a", "b"), ("a", "x"), ("b", "b")], ("a", "b")) == [[0, 1], [0, 1]]
