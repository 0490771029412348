"""An attack on the figures beside a sector's own: its kinds, the committee's grades and last time's.

A reader has this round's analysis and that of the round before. For every small group that can be named by sector,
kind, edition, whether it was moderated and whether it returned last time too, all tables are made that agree with
everything published, and no count of such a group is the same in all of them; nor is another's for a setting that
knows what is its own. What is published of a group that is large enough may hold for each of its members: where such
a group is all of one mind, nothing is asked of the groups within it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, product

import pytest
from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core import analysis_around, analysis_beside
from compact_tui.core.analysis import Expected, analyse
from compact_tui.core.analysis_before import read_before
from compact_tui.core.analysis_sums import Beside
from compact_tui.core.analysis_then import Again, Stood, Then, ThenShown, then_shown
from compact_tui.core.analysis_views import Analysis
from compact_tui.core.pack import AuditPack, Level, Standard
from compact_tui.core.pack_head import PackHead
from compact_tui.core.return_facts import GradeFact, ReturnFacts
from compact_tui.core.suppression import Group, may_stand

OWN, THEIRS, THEN, THEIRS_THEN = "own", "theirs", "then", "theirs-then"
_PACK = AuditPack(
    pack=PackHead(id="lamps", edition="1", title="Lamps", wording="independent"),
    level=(Level(id="dim", word="Dim", rank=0, weak=True), Level(id="bright", word="Bright", rank=1)),
    standard=(Standard(id="hall", number=1, title="The hall"),),
)
_LEVELS = ("dim", "bright")
_KEPT = {("lamps", edition): {"hall": "hall"} for edition in ("0", "1")}
_HAS = {OWN: "here", THEIRS: "moderated", THEN: "before", THEIRS_THEN: "moderated_then"}


class Who(Struct, frozen=True):
    """A setting as everybody knows it."""

    sector: str
    kind: str = ""
    moderated: bool = False
    before: bool = False
    gone: bool = False
    """It returned last time and did not this time."""
    moderated_then: bool = False
    unknown: bool = False
    """It was in no register last time."""
    older: bool = False
    """Last time it answered an older edition."""

    @property
    def here(self) -> bool:
        """Whether it returned this time."""
        return not self.gone


def _cohort(text: str) -> tuple[Who, ...]:
    """``ap*+``: sector a, kind p, moderated, returned last time too; ``ap-``: last time only.

    Last time: ``!`` moderated, ``?`` in no register, ``~`` of an older edition.
    """
    return tuple(
        Who(
            sector=one[0],
            kind=one[1],
            moderated="*" in one,
            before="+" in one or "-" in one,
            gone="-" in one,
            moderated_then="!" in one,
            unknown="?" in one,
            older="~" in one,
        )
        for one in text.split()
    )


World = dict[tuple[int, str], int]
"""By setting and what is graded (own, theirs, then) the place of the level."""


def _worlds(cohort: Sequence[Who]) -> Iterator[World]:
    cells = [(at, what) for what, has in _HAS.items() for at, who in enumerate(cohort) if getattr(who, has)]
    for values in product((0, 1), repeat=len(cells)):
        yield dict(zip(cells, values, strict=True))


def _facts(at: int, who: Who, cycle: str, edition: str, level: int) -> ReturnFacts:
    return ReturnFacts(
        return_id=f"{cycle}{at}", entry="" if who.unknown and cycle == THEN else f"s{at}", name=f"Setting {at}",
        sector=who.sector, kind=who.kind, pack="lamps", edition=edition, variation="all", cycle=cycle,
        grades=(GradeFact("hall", _LEVELS[level]),),
    )  # fmt: skip


def _analysed(cohort: Sequence[Who], world: World, threshold: int) -> tuple[Analysis, ...]:
    """This round's analysis and those of the round before, by edition."""
    sectors = [Expected(name, name, 9) for name in dict.fromkeys(who.sector for who in cohort)]
    now = [_facts(at, who, OWN, "1", world[at, OWN]) for at, who in enumerate(cohort) if who.here]
    then = [
        _facts(at, who, THEN, "0" if who.older else "1", world[at, THEN]) for at, who in enumerate(cohort) if who.before
    ]
    cycle = {THEIRS: OWN, THEIRS_THEN: THEN}
    moderated = {(f"{cycle[what]}{at}", "hall"): _LEVELS[one] for (at, what), one in world.items() if what in cycle}
    before = read_before(then, _PACK, _KEPT, moderated)
    beside = Beside(moderated=moderated, before=before.settings, then=before.then)
    packs = [replace(_PACK, pack=replace(_PACK.pack, edition=one)) for one in sorted({one.edition for one in then})]
    return (
        analyse(now, _PACK, sectors, threshold=threshold, beside=beside),
        *(analyse(then, one, sectors, threshold=threshold, beside=Beside(moderated=moderated)) for one in packs),
    )


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
    return [
        (what, frozenset(at for at, who in enumerate(cohort) if getattr(who, has) and (who.sector, who.kind) in pair))
        for pair in pairs
        for what, has in ((OWN, "here"), (THEN, "before"))
    ]


def _of_one_mind(values: Sequence[int]) -> bool:
    return len(values) > 1 and len(set(values)) == 1


def _given_away(
    cohort: Sequence[Who],
    threshold: int,
    publish: Callable[[tuple[Analysis, ...]], object] = lambda found: found,
    insider: int | None = None,
) -> set[tuple[str, tuple[int, ...]]]:
    """Groups under the threshold of which a reader of some world could work out a count; who may be one of them."""
    groups = _named_groups(cohort) | {frozenset([at]) for at in range(len(cohort)) if insider is not None}
    cells = {
        (what, members)
        for what, has in _HAS.items()
        for group in groups
        if (members := frozenset(at for at in group if getattr(cohort[at], has)))
    }
    small = [cell for cell in cells if 0 < len(cell[1] - {insider}) < (threshold if insider is None else 2)]
    large = [cell for cell in (*cells, *_kinds_together(cohort)) if len(cell[1]) >= threshold]
    seen: dict[object, dict[tuple[str, frozenset[int]], tuple[set[int], bool]]] = {}
    for world in _worlds(cohort):
        own = tuple(world.get((insider, what)) for what in _HAS) if insider is not None else ()
        alike = seen.setdefault((publish(_analysed(cohort, world, threshold)), own), {})
        of_one_mind = [
            members for what, members in large if _of_one_mind([world[at, what] for at in members if at != insider])
        ]
        for what, members in small:
            values, asked = alike.get((what, members), (set(), False))
            within = any(members - {insider} <= whole for whole in of_one_mind)
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
    "all but one moderated or here last time": "ap* ap* ap+ ap+ ap",
    "one more than a kind of last time": "ap+ ap+ aq+ aq- aq-",
    "all but one moderated last time": "ap+! ap+! ap+ ap-",
    "one neither moderated last time nor gone": "ap+! ap+! ap+ ap- ap-",
    "one that was in no register": "ap+ ap+ ap+?",
    "one of an older edition": "ap+ ap+ ap+ ap+~",
    "an older edition and one in no register": "ap+~ ap+~ ap- ap- aq-?",
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
    monkeypatch.setattr(analysis_around, "may_stand", lambda *_: True)

    assert (OWN, (4,)) in _given_away(_cohort("ap* ap* ap* ap* ap"), 2)


def test_the_attack_finds_a_program_that_looks_at_two_groups_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(overlaps: dict[frozenset[str], int], group: str, beside: Sequence[str], threshold: int) -> bool:
        return all(may_stand(overlaps, group, [other], threshold) for other in beside)

    monkeypatch.setattr(analysis_around, "may_stand", careless)

    assert (OWN, (4,)) in _given_away(_cohort("ap* ap* ap+ ap+ ap"), 2)


def _forgetting(keep: Callable[[Stood], Stood]) -> Callable[..., ThenShown]:
    def then(counts: Mapping[tuple[str, str], Mapping[Stood, int]]) -> dict[tuple[str, str], Counter[Stood]]:
        found: dict[tuple[str, str], Counter[Stood]] = {}
        for where, stood, n in ((where, keep(one), n) for where, row in counts.items() for one, n in row.items()):
            found.setdefault(where, Counter())[stood] += n
        return found

    def again(counts: Mapping[tuple[str, Stood], int]) -> Counter[tuple[str, Stood]]:
        found: Counter[tuple[str, Stood]] = Counter()
        for (about, stood), n in counts.items():
            found[about, keep(stood)] += n
        return found

    def forgetful(before: Then, both: Again, sector: str, standard: str, threshold: int) -> ThenShown:
        forgot = replace(before, graded=then(before.graded), asked=then(before.asked))
        return then_shown(forgot, Again(again(both.graded), again(both.asked)), sector, standard, threshold)

    return forgetful


@pytest.mark.parametrize(
    ("cohort", "keep", "found"),
    [
        ("ap+ ap+ aq+ aq- aq-", lambda stood: replace(stood, kind=""), (THEN, (2,))),
        ("ap+ ap+ ap+?", lambda stood: replace(stood, known=True), (THEN, (2,))),
        ("ap+ ap+ ap+ ap+~", lambda stood: replace(stood, audit="lamps@1"), (THEN, (3,))),
        ("ap+! ap+! ap+ ap- ap-", lambda stood: replace(stood, moderated=False), (THEN, (2,))),
    ],
    ids=["kinds", "no register", "older edition", "moderated"],
)
def test_the_attack_finds_a_program_that_forgets_what_last_times_report_says(
    cohort: str, keep: Callable[[Stood], Stood], found: tuple[str, tuple[int, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis_beside, "then_shown", _forgetting(keep))

    assert found in _given_away(_cohort(cohort), 2)


def test_the_attack_finds_a_program_that_forgets_those_who_are_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis_beside, "then_shown", lambda *_: ThenShown(all=True, again=True))

    assert (THEN, (4,)) in _given_away(_cohort("ap+ ap+ ap ap ap-"), 2)


@pytest.mark.parametrize(
    "cohort",
    ["ap ap ap", "ap ap ap aq aq aq", "ap* ap* ap* ap ap ap", "ap+ ap+ ap+ ap- ap- ap-", "ap+! ap+! ap+!"],
)
def test_a_setting_of_a_group_that_is_just_large_enough_cannot_work_out_another_of_it(cohort: str) -> None:
    who = _cohort(cohort)

    for insider in (0, len(who) - 1):
        assert _given_away(who, 3, insider=insider) == set()


def test_the_attack_finds_what_one_of_two_reads_off_their_sum() -> None:
    assert (OWN, (1,)) in _given_away(_cohort("ap ap"), 2, insider=0)
