"""An attack on the figures beside a sector's own: its kinds, the committee's grades and last time's.

For every small group that a reader could name by sector, kind, whether it was moderated and whether it returned last
time too, all tables are made that agree with everything published, and no count of such a group is the same in all
of them. What is published of a group that is large enough may hold for each of its members: where such a group is all
of one mind, nothing is asked of the groups within it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, product

import pytest
from msgspec import Struct

from compact_tui.core import analysis_beside
from compact_tui.core.analysis import Expected, analyse
from compact_tui.core.analysis_sums import Beside, Past
from compact_tui.core.analysis_views import Analysis
from compact_tui.core.pack import AuditPack, Level, Standard
from compact_tui.core.pack_head import PackHead
from compact_tui.core.return_facts import GradeFact, ReturnFacts
from compact_tui.core.suppression import Group

OWN, THEIRS, THEN = "own", "theirs", "then"
_PACK = AuditPack(
    pack=PackHead(id="lamps", edition="1", title="Lamps", wording="independent"),
    level=(Level(id="dim", word="Dim", rank=0, weak=True), Level(id="bright", word="Bright", rank=1)),
    standard=(Standard(id="hall", number=1, title="The hall"),),
)
_LEVELS = ("dim", "bright")


class Who(Struct, frozen=True):
    """A setting as everybody knows it."""

    sector: str
    kind: str = ""
    moderated: bool = False
    before: bool = False
    gone: bool = False
    """It returned last time and did not this time."""

    @property
    def here(self) -> bool:
        """Whether it returned this time."""
        return not self.gone


def _cohort(text: str) -> tuple[Who, ...]:
    """``ap*+``: sector a, kind p, moderated, returned last time too; ``ap-``: last time only."""
    return tuple(Who(one[0], one[1], "*" in one, one[-1] in "+-", "-" in one) for one in text.split())


World = dict[tuple[int, str], int]
"""By setting and what is graded (own, theirs, then) the place of the level."""


def _worlds(cohort: Sequence[Who]) -> Iterator[World]:
    cells = [(at, OWN) for at, who in enumerate(cohort) if not who.gone]
    cells += [(at, THEIRS) for at, who in enumerate(cohort) if who.moderated]
    cells += [(at, THEN) for at, who in enumerate(cohort) if who.before]
    for values in product((0, 1), repeat=len(cells)):
        yield dict(zip(cells, values, strict=True))


def _analysed(cohort: Sequence[Who], world: World, threshold: int) -> Analysis:
    facts = [
        ReturnFacts(
            return_id=f"r{at}", entry=f"s{at}", name=f"Setting {at}", sector=who.sector, kind=who.kind, pack="lamps",
            edition="1", variation="all", cycle="now", grades=(GradeFact("hall", _LEVELS[world[at, OWN]]),),
        )
        for at, who in enumerate(cohort)
        if not who.gone
    ]  # fmt: skip
    then = Counter((who.sector, world[at, THEN]) for at, who in enumerate(cohort) if who.before)
    beside = Beside(
        before_all={
            (who.sector, "hall"): (then[who.sector, 0] + then[who.sector, 1], then[who.sector, 1]) for who in cohort
        },
        moderated={(f"r{at}", "hall"): _LEVELS[level] for (at, what), level in world.items() if what == THEIRS},
        before={
            f"s{at}": Past(cohort[at].sector, bytes([level + 1])) for (at, what), level in world.items() if what == THEN
        },
    )
    sectors = [Expected(name, name, 9) for name in dict.fromkeys(who.sector for who in cohort)]
    return analyse(facts, _PACK, sectors, threshold=threshold, beside=beside)


def _named_groups(cohort: Sequence[Who]) -> set[frozenset[int]]:
    """Every group that can be told by what everybody knows: some attributes being so, the others being whatever."""
    names = Who.__struct_fields__
    found = set()
    for asked in (some for n in range(len(names) + 1) for some in combinations(names, n)):
        for like in cohort:
            group = {
                at for at, who in enumerate(cohort) if all(getattr(who, name) == getattr(like, name) for name in asked)
            }
            found.add(frozenset(group))
    return found


def _kinds_together(cohort: Sequence[Who]) -> list[tuple[str, frozenset[int]]]:
    """Two kinds of a sector, which may be shown as one."""
    kinds = sorted({(who.sector, who.kind) for who in cohort})
    pairs = [pair for pair in combinations(kinds, 2) if pair[0][0] == pair[1][0]]
    return [(OWN, frozenset(at for at, who in enumerate(cohort) if (who.sector, who.kind) in pair)) for pair in pairs]


def _given_away(
    cohort: Sequence[Who], threshold: int, publish: Callable[[Analysis], object] = lambda found: found
) -> set[tuple[str, tuple[int, ...]]]:
    """Groups under the threshold of which a reader of some world could work out a count."""
    groups = _named_groups(cohort)
    cells = {
        (what, members)
        for what, has in ((OWN, "here"), (THEIRS, "moderated"), (THEN, "before"))
        for group in groups
        if (members := frozenset(at for at in group if getattr(cohort[at], has)))
    }
    small = [cell for cell in cells if len(cell[1]) < threshold]
    large = [cell for cell in (*cells, *_kinds_together(cohort)) if len(cell[1]) >= threshold]
    seen: dict[object, dict[tuple[str, frozenset[int]], tuple[set[int], bool]]] = {}
    for world in _worlds(cohort):
        alike = seen.setdefault(publish(_analysed(cohort, world, threshold)), {})
        of_one_mind = [members for what, members in large if len({world[at, what] for at in members}) == 1]
        for what, members in small:
            values, asked = alike.get((what, members), (set(), False))
            within = any(members <= whole for whole in of_one_mind)
            count = sum(world[at, what] for at in members)
            alike[what, members] = (values | {count}, asked or not within)
    return {
        (what, tuple(sorted(members)))
        for alike in seen.values()
        for (what, members), (values, asked) in alike.items()
        if asked and len(values) < 2
    }


COHORTS = {
    "two kinds that are enough": "ap ap ap aq aq aq",
    "a kind that is too small": "ap ap ap ap aq",
    "three kinds, two of them small": "ap ap ap aq ar aq br",
    "all but one moderated": "ap* ap* ap* ap* ap",
    "one moderated": "ap* ap ap ap ap",
    "half moderated": "ap* ap* ap* ap ap ap",
    "moderated within a kind but one": "ap* ap* ap aq aq",
    "moderated as many as a kind": "ap* ap* ap* aq aq aq",
    "all but one last time too": "ap+ ap+ ap+ ap+ ap",
    "half last time too": "ap+ ap+ ap+ ap ap ap",
    "moderated and last time but one": "ap*+ ap*+ ap* ap ap",
    "one of last time is gone": "ap+ ap+ ap ap ap-",
    "two of last time are gone": "ap+ ap+ ap ap ap- ap-",
    "crosswise": "ap*+ ap+ aq* aq ap",
    "a small sector beside": "ap* ap* ap ap bq+ bq*",
}


@pytest.mark.parametrize("threshold", [2, 3])
@pytest.mark.parametrize("cohort", COHORTS.values(), ids=COHORTS)
def test_no_small_group_can_be_worked_out_from_kinds_moderation_and_last_time(cohort: str, threshold: int) -> None:
    assert _given_away(_cohort(cohort), threshold) == set()


def test_the_attack_finds_a_program_that_leaves_out_only_the_kind_that_is_too_small(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def careless(settings: dict[str, int], threshold: int) -> tuple[Group, ...]:
        return tuple(Group((kind,), n) for kind, n in settings.items() if n >= threshold)

    monkeypatch.setattr(analysis_beside, "kind_groups", careless)

    assert (OWN, (4,)) in _given_away(_cohort("ap ap ap ap aq"), 2)


def test_the_attack_finds_a_program_that_does_not_look_at_differences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis_beside, "may_stand", lambda *_: True)

    assert (OWN, (4,)) in _given_away(_cohort("ap* ap* ap* ap* ap"), 2)


def test_the_attack_finds_a_program_that_forgets_those_who_are_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis_beside, "may_show", lambda *_: True)

    assert (THEN, (4,)) in _given_away(_cohort("ap+ ap+ ap ap ap-"), 2)
