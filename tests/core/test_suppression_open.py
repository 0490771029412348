"""An attack on who did not grade a standard: what is kept back, and what stands there at all, may not tell it.

Every setting gave one of two levels, or none. A reader knows who returned, which kind each is, whether it returned last
time too and whether the committee graded it. In all tables that agree with what is published no small group is the same
at any level or at none; unless each of it is in a group that is large enough of which all or none are.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pytest
from msgspec.structs import replace

from compact_tui.core import analysis_beside
from compact_tui.core.analysis import Expected, analyse
from compact_tui.core.analysis_around import Around
from compact_tui.core.analysis_before import read_before
from compact_tui.core.analysis_sums import Beside
from compact_tui.core.analysis_then import ThenShown
from compact_tui.core.analysis_views import Analysis
from compact_tui.core.pack import NOT_GRADED, AuditPack, Level, Standard
from compact_tui.core.pack_head import PackHead
from compact_tui.core.return_facts import GradeFact, ReturnFacts

_PACK = AuditPack(
    pack=PackHead(id="lamps", edition="1", title="Lamps", wording="independent"),
    level=(Level(id="dim", word="Dim", rank=0, weak=True), Level(id="bright", word="Bright", rank=1)),
    standard=(Standard(id="hall", number=1, title="The hall"),),
)
_LEVELS = ("dim", "bright", NOT_GRADED)
World = tuple[int, ...]


def _facts(at: int, kind: str, level: str) -> ReturnFacts:
    return ReturnFacts(
        return_id=f"r{at}", entry=f"s{at}", name=f"Setting {at}", sector="a", kind=kind, pack="lamps", edition="1",
        variation="all", cycle="now", grades=(GradeFact("hall", level),),
    )  # fmt: skip


def _published(cohort: Sequence[str], world: World, threshold: int) -> tuple[Analysis, ...]:
    """``p+*``: of kind p, here last time too (bright, as everybody knows), and graded dim by the committee."""
    now = [_facts(at, who[0], _LEVELS[level]) for at, (who, level) in enumerate(zip(cohort, world, strict=True))]
    then = [replace(_facts(at, who[0], "bright"), return_id=f"old{at}") for at, who in enumerate(cohort) if "+" in who]
    moderated = {(f"r{at}", "hall"): "dim" for at, who in enumerate(cohort) if "*" in who}
    before = read_before(then, _PACK, {("lamps", "1"): {"hall": "hall"}})
    beside = Beside(moderated=moderated, before=before.settings, then=before.then)
    sectors = [Expected("a", "a", 9)]
    return tuple(analyse(facts, _PACK, sectors, threshold=threshold, beside=beside) for facts in (now, then))


def _groups(cohort: Sequence[str]) -> Iterator[frozenset[int]]:
    for asked in product((False, True), repeat=3):
        of = [tuple(what for what, ask in zip((who[0], "+" in who, "*" in who), asked, strict=True) if ask)
              for who in cohort]  # fmt: skip
        yield from (frozenset(at for at, one in enumerate(of) if one == like) for like in of)


def _given_away(
    cohort: Sequence[str],
    threshold: int,
    publish: Callable[[Sequence[str], World, int], object] = _published,
) -> set[frozenset[int]]:
    groups = set(_groups(cohort))
    small, large = ([one for one in groups if (len(one) < threshold) is few] for few in (True, False))
    seen: dict[object, dict[tuple[frozenset[int], int], tuple[set[int], bool]]] = {}
    for world in product(range(3), repeat=len(cohort)):
        alike = seen.setdefault(publish(cohort, world, threshold), {})
        for level in range(3):
            told = frozenset().union(*(one for one in large if len({world[at] == level for at in one}) == 1))
            for group in small:
                values, asked = alike.get((group, level), (set(), False))
                count = sum(world[at] == level for at in group)
                alike[group, level] = (values | {count}, asked or not group <= told)
    return {one for alike in seen.values() for (one, _), (values, asked) in alike.items() if asked and len(values) < 2}


COHORTS = ["p p p p p+", "p p+ p+ p+", "p+ p+ q q+ q+", "p p p p*", "p p* p* p*", "p* p* q q* q*", "p+ p+ p+ q* q* q*"]


@pytest.mark.parametrize("threshold", [2, 3])
@pytest.mark.parametrize("cohort", COHORTS)
def test_nothing_tells_which_setting_of_a_small_group_did_not_grade(cohort: str, threshold: int) -> None:
    assert _given_away(cohort.split(), threshold) == set()


def test_the_attack_finds_a_program_that_looks_only_at_those_who_graded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Around, "_may", lambda *_: True)
    monkeypatch.setattr(analysis_beside, "then_shown", lambda *_: ThenShown(all=True, again=True))

    assert frozenset([0]) in _given_away(["p", "p+", "p+", "p+"], 2)


def test_the_attack_finds_a_table_that_stands_there_only_where_somebody_graded() -> None:
    def careless(cohort: Sequence[str], world: World, threshold: int) -> object:
        graded = any(level < 2 for who, level in zip(cohort, world, strict=True) if "+" in who)
        return _published(cohort, world, threshold), graded

    assert frozenset([4]) in _given_away(["p", "p", "p", "p", "p+"], 3, careless)
