"""Which of several returns of one setting counts."""

from itertools import permutations

import pytest

from compact_tui.core.return_chains import Link, chain_of


@pytest.mark.parametrize(
    ("links", "current", "apart"),
    [
        ("a--1", "a", ""),
        ("a--1 b-a-2", "b", ""),
        ("a--1 b-a-2 c-b-3", "c", ""),
        ("a--1 c-b-3", "c", "a"),
        ("a--1 b--2", "b", "a"),
        ("a--2 b-a-1", "b", ""),
        ("a--1 b-a-2 c-a-3", "c", "b"),
        ("a--1 b--1", "b", "a"),
        ("a--2 b--1", "a", "b"),
        ("a-b-1 b-a-2", "b", ""),
        ("a-a-1", "a", ""),
        ("a-nowhere-1", "a", ""),
    ],
)
def test_the_newest_of_a_chain_counts_in_whatever_order_it_came_in(links: str, current: str, apart: str) -> None:
    every = [Link(*link.split("-")) for link in links.split()]

    for order in permutations(every):
        chain = chain_of(order)
        assert chain.current == current
        assert sorted(chain.superseded) == sorted({link.id for link in every} - {current})
        assert sorted(chain.apart) == list(apart)
