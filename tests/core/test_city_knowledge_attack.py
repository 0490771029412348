"""An attack on what is published of staff's knowledge: everything that could be behind it is tried.

Every setting answers one question of a topic, or tells one answer with its return, and knew it or not. All worlds are
made that agree with everything published; of no group under the threshold is the count of those who knew the same in
all of them, neither of one topic nor of all topics of a standard. Where a group that is large enough is all of one
mind, nothing is asked of the groups within it.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, combinations, product

import pytest

from compact_tui.core import city_knowledge as module
from compact_tui.core.city_knowledge import city_knowledge, narrowed
from compact_tui.core.knowledge_sums import Asked, KnowledgeFrame, StandardAsked, Sum
from compact_tui.core.spot import FULL, NOT_YET

Cell = tuple[str, int]
"""A topic, or ``r`` for the return, and the setting. In a cohort ``q`` is a return that tells of one standard only."""
_SECTORS = {"e": "education", "y": "early-years", "o": "other", "-": ""}
_STANDARDS = {"s": "tu", "v": "u"}


def _frame(threshold: int) -> KnowledgeFrame:
    return KnowledgeFrame(
        cycle="now",
        since="2026-01",
        threshold=threshold,
        standards=tuple(
            StandardAsked(one, at, one, frozenset(has)) for at, (one, has) in enumerate(_STANDARDS.items())
        ),
        titles={"t": "Topic t", "u": "Topic u"},
    )


def _cells(cohort: Sequence[str]) -> list[Cell]:
    return [("r" if what == "q" else what, at) for at, who in enumerate(cohort) for what in who[1:]]


def _published(cohort: Sequence[str], world: dict[Cell, int], threshold: int) -> object:
    """The city and every sector by itself, as one reader who sees all of it."""
    asked, told = [], []
    for (what, at), knew in world.items():
        key = "" if cohort[at][0] == "-" else f"s{at}"
        levels = ((FULL if knew else NOT_YET, 1),)
        sector = _SECTORS[cohort[at][0]]
        if what == "r":
            told += [Asked(key, sector, one, levels) for one in (_STANDARDS if "r" in cohort[at] else "s")]
        else:
            asked.append(Asked(key, sector, what, levels))
    view = city_knowledge(asked, told, _frame(threshold))
    return (view, *(narrowed(view, sector, sector) for sector in _SECTORS.values() if sector))


def _worlds(cohort: Sequence[str]) -> Iterator[dict[Cell, int]]:
    cells = _cells(cohort)
    for values in product((0, 1), repeat=len(cells)):
        yield dict(zip(cells, values, strict=True))


def _groups(cohort: Sequence[str]) -> list[frozenset[int]]:
    """Some sectors together, and every setting by itself."""
    sectors = sorted({who[0] for who in cohort})
    some = chain.from_iterable(combinations(sectors, n) for n in range(1, len(sectors) + 1))
    found = [frozenset(at for at, who in enumerate(cohort) if who[0] in names) for names in some]
    return list(dict.fromkeys([*found, *(frozenset([at]) for at in range(len(cohort)))]))


def _given_away(
    cohort: Sequence[str],
    threshold: int,
    publish: Callable[[Sequence[str], dict[Cell, int], int], object] = _published,
) -> set[frozenset[Cell]]:
    cells, groups = _cells(cohort), _groups(cohort)
    of_one = [frozenset(c for c in cells if c[0] == what and c[1] in group) for what in "tur" for group in groups]
    of_all = [frozenset(c for c in cells if c[0] in has and c[1] in group) for has in ("tu", "tur") for group in groups]
    small = {some for some in (*of_one, *of_all) if 0 < len({at for _, at in some}) < threshold}
    unused = {(what, at) for what, at in cells if what == "r" and {"t", "u"} & set(cohort[at])}
    large = [some - unused for some in of_one if len(some - unused) >= threshold]
    seen: dict[object, dict[frozenset[Cell], tuple[set[int], bool]]] = {}
    for world in _worlds(cohort):
        alike = seen.setdefault(publish(cohort, world, threshold), {})
        one_mind = frozenset().union(*(some for some in large if len({world[cell] for cell in some}) == 1))
        for some in small:
            values, asked = alike.get(some, (set(), False))
            alike[some] = (values | {sum(world[cell] for cell in some)}, asked or not some <= one_mind)
    return {some for alike in seen.values() for some, (values, asked) in alike.items() if asked and len(values) < 2}


COHORTS = {
    "one sector": "et et et",
    "a sector that is too small": "et et et yt",
    "two that are too small together with a third": "et et et yt ot",
    "one that is too small beside one that is enough": "et et et yt yt",
    "two that are enough": "et et et yt yt yt",
    "a topic that too few asked about": "etu et et yt",
    "a topic of another sector": "et et et yu yu",
    "two topics crosswise": "etu etu yt yu yu",
    "a setting of which nobody knows whose it is": "et et et -t",
    "returns and answers": "er er er et et",
    "one return beside answers": "et et et er",
    "returns of two sectors": "er er er yr yt yt",
    "a setting with both": "etr et et er er",
    "a setting that is not known beside returns": "er er er et et -t",
    "one more told of one standard than of the other": "er er er eq",
    "more told of one standard, all of one sector": "er er er yq yq",
    "too few in all": "et yt",
}


@pytest.mark.parametrize("threshold", [2, 3])
@pytest.mark.parametrize("cohort", COHORTS.values(), ids=COHORTS)
def test_no_small_group_can_be_worked_out_from_topics_standards_and_sectors(cohort: str, threshold: int) -> None:
    assert _given_away(cohort.split(), threshold) == set()


def test_the_attack_finds_a_program_that_shows_every_sector_that_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(sums: dict[str, Sum], _: Sequence[str], threshold: int) -> tuple[tuple[str, ...], ...]:
        return tuple((sector,) for sector, one in sums.items() if len(one.settings) >= threshold)

    monkeypatch.setattr(module, "groups_shown", careless)

    assert frozenset([("t", 3)]) in _given_away(["et", "et", "et", "yt"], 2)


def test_the_attack_finds_totals_of_a_standard_that_hold_a_topic_which_is_not_shown() -> None:
    def careless(cohort: Sequence[str], world: dict[Cell, int], threshold: int) -> object:
        return _published(cohort, world, threshold), sum(world.values())

    assert frozenset([("u", 0)]) in _given_away(["etu", "et", "et", "yt"], 2, careless)


def test_the_attack_finds_a_program_that_counts_a_setting_in_both_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_not_twice", lambda _asked, told, _frame: (list(told), ()))
    view = city_knowledge(
        [Asked(f"s{at}", "education", "t", ((FULL, 1),)) for at in range(3)],
        [Asked(f"s{at}", "education", "s", ((FULL, 1),)) for at in range(3)],
        _frame(3),
    )

    assert view.standards[0].figure.answers == 6
