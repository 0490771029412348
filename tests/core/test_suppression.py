"""Which groups of settings may be shown, and that nothing that is kept back can be worked out."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pytest

from compact_tui.core.analysis import Expected, analyse
from compact_tui.core.analysis_views import Analysis
from compact_tui.core.pack import AuditPack, Level, Standard
from compact_tui.core.pack_head import PackHead
from compact_tui.core.return_facts import GradeFact, ReturnFacts
from compact_tui.core.suppression import Group, kind_groups, may_show, may_stand, percent


def _facts(at: int, sector: str, level: str) -> ReturnFacts:
    return ReturnFacts(
        return_id=f"r-{at}",
        entry=f"s-{at}",
        name=f"Setting {at}",
        sector=sector,
        pack="lamps",
        edition="1",
        variation="all",
        cycle="2026-2028",
        grades=(GradeFact("hall", level),),
    )


def _pack(levels: int) -> AuditPack:
    return AuditPack(
        pack=PackHead(id="lamps", edition="1", title="Lamps", wording="independent"),
        level=tuple(Level(id=f"l{n}", word=f"Level {n}", rank=n, weak=n == 0) for n in range(levels)),
        standard=(Standard(id="hall", number=1, title="The hall"),),
    )


def _published(analysis: Analysis) -> tuple[object, ...]:
    """All that a reader sees."""
    return (analysis.returns, analysis.expected, analysis.sectors, analysis.together, analysis.covers)


def _with_totals_of_all(analysis: Analysis, levels: Sequence[str]) -> tuple[object, ...]:
    """The same by a careless program, which prints totals over everybody."""
    return (*_published(analysis), tuple(sorted(Counter(levels).items())))


def _worlds(sectors: Sequence[str], levels: int) -> Iterator[tuple[str, ...]]:
    return product([f"l{n}" for n in range(levels)], repeat=len(sectors))


def _determined(
    sectors: Sequence[str], levels: int, threshold: int, publish: Callable[[Analysis, Sequence[str]], object]
) -> list[str]:
    """The suppressed cells that a reader of some world could work out, by looking at every world there could be."""
    pack = _pack(levels)
    expected = [Expected(sector, sector, sectors.count(sector)) for sector in dict.fromkeys(sectors)]
    alike: dict[object, dict[tuple[str, str], set[int]]] = {}
    for world in _worlds(sectors, levels):
        facts = [_facts(at, sector, level) for at, (sector, level) in enumerate(zip(sectors, world, strict=True))]
        analysis = analyse(facts, pack, expected, threshold=threshold)
        cells = alike.setdefault(publish(analysis, world), {})
        hidden = [group.sector for group in analysis.sectors if group.standards[0].suppressed]
        for sector in hidden:
            there = Counter(level for place, level in zip(sectors, world, strict=True) if place == sector)
            for level in pack.level:
                cells.setdefault((sector, level.id), set()).add(there[level.id])
    return sorted(
        {f"{sector} {level}" for cells in alike.values() for (sector, level), n in cells.items() if len(n) < 2}
    )


COHORTS = [
    ("a",),
    ("a", "a", "b"),
    ("a", "a", "a", "b"),
    ("a", "a", "a", "b", "b"),
    ("a", "a", "a", "a", "b", "b", "c"),
    ("a", "a", "a", "b", "b", "b", "c", "c"),
    ("a", "a", "a", "a", "a", "b", "b", "c"),
]


@pytest.mark.parametrize("sectors", COHORTS)
@pytest.mark.parametrize(("levels", "threshold"), [(2, 2), (2, 3), (2, 5), (3, 3)])
def test_no_suppressed_cell_can_be_worked_out_from_all_that_is_published(
    sectors: tuple[str, ...], levels: int, threshold: int
) -> None:
    if levels ** len(sectors) > 2200:
        sectors = sectors[:7]

    assert _determined(sectors, levels, threshold, lambda analysis, _: _published(analysis)) == []


def test_the_attack_finds_what_totals_of_everybody_would_give_away() -> None:
    found = _determined(("a", "a", "a", "b", "b"), 2, 3, _with_totals_of_all)

    assert found == ["b l0", "b l1"]


@pytest.mark.parametrize(
    ("settings", "threshold", "groups"),
    [
        ({}, 5, []),
        ({"primary": 9}, 5, []),
        ({"primary": 9, "special": 0}, 5, []),
        ({"primary": 9, "special": 5}, 5, [("primary", 9), ("special", 5)]),
        ({"primary": 9, "special": 4}, 5, []),
        ({"primary": 9, "secondary": 6, "special": 4}, 5, [("primary", 9), ("secondary special", 10)]),
        ({"primary": 9, "college": 2, "special": 3}, 5, [("primary", 9), ("college special", 5)]),
        ({"primary": 2, "college": 1, "special": 1}, 5, []),
        ({"primary": 3, "college": 2, "special": 3}, 5, []),
        ({"primary": 3, "special": 2}, 2, [("primary", 3), ("special", 2)]),
    ],
)
def test_kinds_are_shown_only_where_every_one_of_them_or_some_together_are_enough(
    settings: dict[str, int], threshold: int, groups: list[tuple[str, int]]
) -> None:
    assert kind_groups(settings, threshold) == tuple(Group(tuple(kinds.split()), n) for kinds, n in groups)


@pytest.mark.parametrize(
    ("settings", "shown", "may"),
    [
        ("g g g", "", True),
        ("g g", "", False),
        ("", "", True),
        ("ga ga ga", "a", True),
        ("ga ga ga a", "a", False),
        ("ga ga ga a a a", "a", True),
        ("ga ga ga a a a b", "a", True),
        ("ga a a a", "a", False),
        ("ga ga ga g a a a", "a", False),
        ("ga ga ga ab ab ab a", "ab", False),
        ("ga ga ga ab ab ab", "ab", True),
        ("gab ga ga a a a b b b", "a", True),
        ("gab ga ga a a a b b b", "ab", False),
    ],
)
def test_a_group_joins_others_only_where_nobody_or_enough_are_wherever_they_overlap(
    settings: str, shown: str, may: bool
) -> None:
    overlaps = Counter(frozenset(one) for one in settings.split())

    assert may_stand(overlaps, "g", shown, 3) is may


def test_a_group_of_nobody_hides_nobody() -> None:
    assert [may_show(n) for n in (0, 1, 4, 5, 6)] == [True, False, False, True, True]


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(0, 0, 0), (0, 7, 0), (7, 7, 100), (1, 3, 33), (2, 3, 67), (1, 8, 13), (1, 200, 1)]
)
def test_a_share_is_rounded_halves_up(part: int, whole: int, said: int) -> None:
    assert percent(part, whole) == said
