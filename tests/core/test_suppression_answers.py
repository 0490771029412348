"""An attack on what is published of answers: criteria, the sums of standards, duties, themes, and audits side by side.

A reader has the analyses of all audits of a round, which is all that pages, charts, reports, replies and the learning
log are made of. That a setting returned, on which audit, to which criteria it answered and to which of them "not
applicable", everybody knows. Where that makes a small group, no count of it is the same in all tables that agree with
everything published, neither of one criterion nor of several together; unless a group that is large enough is all of
one mind.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pytest

from compact_tui.core.analysis import Expected, analyse
from compact_tui.core.analysis_sums import Beside
from compact_tui.core.analysis_views import Analysis
from compact_tui.core.pack import AuditPack, Criterion, Duty, Level, Standard
from compact_tui.core.pack_head import PackHead
from compact_tui.core.partnership import Theme
from compact_tui.core.return_facts import AnswerFact, GradeFact, ReturnFacts

_STANDARD = Standard(
    id="hall",
    number=1,
    title="The hall",
    criterion=tuple(Criterion(id=one, question=f"Is {one} lit?", text="", duty="must") for one in ("c0", "c1")),
)
_DUTIES = (Duty(id="must", word="must"),)
_GRADED = AuditPack(
    pack=PackHead(id="lamps", edition="1", title="Lamps", wording="independent"),
    level=(Level(id="dim", word="Dim", rank=0, weak=True), Level(id="bright", word="Bright", rank=1)),
    duty=_DUTIES,
    standard=(_STANDARD,),
)
_BARE = AuditPack(
    pack=PackHead(id="wicks", edition="1", title="Wicks", wording="independent"),
    level=(),
    duty=_DUTIES,
    standard=(_STANDARD,),
)
_PACKS = {"g": _GRADED, "b": _BARE}
_THEMES = (Theme(id="oil", word="Oil", terms=("oil",)),)
_NOT = {"n": "not-applicable", "-": "unanswered"}

Cell = tuple[str, int]
"""A criterion, or ``t`` for the theme of an action, and the setting."""


def _cells(cohort: Sequence[str]) -> list[Cell]:
    """What is answered.

    A setting is its sector, its audit, and for each criterion ``y``, ``n`` for not applicable or ``-``. Of one with
    ``t`` it is asked what its actions are about; ``o`` did not grade the standard.
    """
    found = [(f"c{at}", who) for who, one in enumerate(cohort) for at, mark in enumerate(one[2:4]) if mark == "y"]
    return found + [("t", who) for who, one in enumerate(cohort) if "t" in one]


def _worlds(cohort: Sequence[str]) -> Iterator[dict[Cell, int]]:
    cells = _cells(cohort)
    for values in product((0, 1), repeat=len(cells)):
        yield dict(zip(cells, values, strict=True))


def _facts(at: int, who: str, world: dict[Cell, int]) -> ReturnFacts:
    answers = tuple(
        AnswerFact(f"c{one}", "hall", "x", ("not-met", "met")[world[f"c{one}", at]] if mark == "y" else _NOT[mark])
        for one, mark in enumerate(who[2:4])
    )
    return ReturnFacts(
        return_id=f"r{at}", entry=f"s{at}", name=f"Setting {at}", sector=who[0], pack=_PACKS[who[1]].pack.id,
        edition="1", variation="all", cycle="now", answers=answers,
        grades=(GradeFact("hall", "not-graded" if "o" in who or who[1] == "b" else "bright"),),
        actions=("Buy oil",) if world.get(("t", at)) else (),
    )  # fmt: skip


def _published(cohort: Sequence[str], world: dict[Cell, int], threshold: int) -> tuple[Analysis, ...]:
    facts = [_facts(at, who, world) for at, who in enumerate(cohort)]
    sectors = [Expected(name, name, 9) for name in dict.fromkeys(who[0] for who in cohort)]
    beside = Beside(themes=_THEMES)
    return tuple(analyse(facts, pack, sectors, threshold=threshold, beside=beside) for pack in _PACKS.values())


def _groups(cohort: Sequence[str]) -> set[frozenset[int]]:
    """Whoever is alike in some of the places of what everybody knows."""
    places = (slice(0, 1), slice(1, 2), slice(2, 3), slice(3, 4), slice(4, None))
    found = set()
    for asked in product((False, True), repeat=len(places)):
        of = [tuple(who[place] for place, is_asked in zip(places, asked, strict=True) if is_asked) for who in cohort]
        found |= {frozenset(at for at, one in enumerate(of) if one == like) for like in of}
    return found


def _given_away(
    cohort: Sequence[str],
    threshold: int,
    publish: Callable[[Sequence[str], dict[Cell, int], int], object] = _published,
) -> set[frozenset[Cell]]:
    cells, groups = _cells(cohort), _groups(cohort)
    of_one = [
        frozenset(c for c in cells if c[0] == what and c[1] in one) for what in ("c0", "c1", "t") for one in groups
    ]
    of_both = [frozenset(c for c in cells if c[0] != "t" and c[1] in one) for one in groups]
    small = {some for some in (*of_one, *of_both) if 0 < len({at for _, at in some}) < threshold}
    large = {some for some in of_one if len(some) >= threshold}
    seen: dict[object, dict[frozenset[Cell], tuple[set[int], bool]]] = {}
    for world in _worlds(cohort):
        alike = seen.setdefault(publish(cohort, world, threshold), {})
        one_mind = frozenset().union(*(some for some in large if len({world[cell] for cell in some}) == 1))
        for some in small:
            values, asked = alike.get(some, (set(), False))
            alike[some] = (values | {sum(world[cell] for cell in some)}, asked or not some <= one_mind)
    return {some for alike in seen.values() for some, (values, asked) in alike.items() if asked and len(values) < 2}


COHORTS = {
    "everybody is asked both": "agyy agyy agyy",
    "one criterion applies to one": "agyy agyn agyn agyn",
    "one criterion applies to all but one": "agyy agyy agyy agyn",
    "one criterion was answered by one": "agyy agy- agy- agy-",
    "criteria that apply to others": "agyn agyn agny agny agny",
    "a sector that is too small": "agyy agyy agyy bgy- ogyn",
    "one criterion applies to one of each sector": "agyy agyn agyn bgyy bgyn bgyn",
    "too few graded it": "agyyo agyyo agyyo agyn",
    "one did not grade it": "agyyo agyy agyy agyy",
    "two audits in one sector": "agyn agyn abyy abyn abyn",
    "an audit that too few answered": "agyn agyn agyn abyy",
    "an audit without levels": "abyy abyy abyn bbyn bbyn",
    "actions": "ag--t ag--t ag--t bg--t",
}


@pytest.mark.parametrize("threshold", [2, 3])
@pytest.mark.parametrize("cohort", COHORTS.values(), ids=COHORTS)
def test_no_small_group_can_be_worked_out_from_criteria_and_their_sums(cohort: str, threshold: int) -> None:
    assert _given_away(cohort.split(), threshold) == set()


def test_the_attack_finds_a_criterion_that_applies_to_one() -> None:
    def careless(cohort: Sequence[str], world: dict[Cell, int], threshold: int) -> object:
        return _published(cohort, world, threshold), sum(n for (what, _), n in world.items() if what == "c1")

    assert frozenset([("c1", 0)]) in _given_away(["agyy", "agyn", "agyn", "agyn"], 2, careless)


def test_the_attack_finds_sums_of_criteria_that_are_not_shown() -> None:
    def careless(cohort: Sequence[str], world: dict[Cell, int], threshold: int) -> object:
        return _published(cohort, world, threshold), sum(n for (what, _), n in world.items() if what != "t")

    assert frozenset([("c1", 0)]) in _given_away(["agyy", "agy-", "agy-"], 2, careless)


def test_the_attack_finds_totals_over_both_audits() -> None:
    def careless(cohort: Sequence[str], world: dict[Cell, int], threshold: int) -> object:
        return _published(cohort, world, threshold), sum(n for (what, _), n in world.items() if what == "c0")

    assert frozenset([("c0", 3)]) in _given_away(["agyn", "agyn", "agyn", "abyn"], 2, careless)
