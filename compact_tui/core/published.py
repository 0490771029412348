"""Figures that were published before: whether those of now, beside them, would tell about the few returns between."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from msgspec import Struct

from compact_tui.core.days import say_day
from compact_tui.core.partnership import FiguresPublished
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.setting import kind_word
from compact_tui.core.suppression import kind_groups, may_show, named
from compact_tui.core.text import count, listed

Row = tuple[str, str, str, str]
"""A setting, its kind, its return and a digest of the committee's grades."""
Counted = Mapping[tuple[str, str], tuple[Row, ...]]
"""By sector and audit what is counted, as ``FiguresPublished.counted``."""
_ALL, _KINDS, _OURS = range(3)
"""What is compared: how many are at which level; the kinds of setting too; the committee's grades too. Each by itself,
as many that changed in one of them hide nobody in another."""


def counted_now(returns: Iterable[ReturnFacts], moderated: Mapping[tuple[str, str], str]) -> Counted:
    """The returns of a round as they are remembered when their figures are published.

    Args:
        returns: Those that count.
        moderated: The committee's level by return and standard.
    """
    graded: dict[str, list[str]] = {}
    for (return_id, standard), level in sorted(moderated.items()):
        graded.setdefault(return_id, []).append(f"{standard} {level}")
    found: dict[tuple[str, str], list[Row]] = {}
    for one in returns:
        theirs = "\n".join(graded.get(one.return_id, ()))
        short = sha256(theirs.encode()).hexdigest()[:16] if theirs else ""
        row = (one.entry or one.return_id, one.kind, one.return_id, short)
        found.setdefault((one.sector, f"{one.pack}@{one.edition}"), []).append(row)
    return {where: tuple(sorted(rows)) for where, rows in found.items()}


class _Between(Struct):
    """The settings whose part in the figures is another one."""

    came: set[str]
    gone: set[str]
    again: set[str]
    """They sent another return."""
    moved: set[str]
    """They are of another kind now."""
    graded: set[str]
    """The committee's grades of them are others."""
    kinds: Mapping[str, str]

    @property
    def all(self) -> set[str]:
        """All of them."""
        return self.came | self.gone | self.again | self.moved | self.graded


def _between(before: Iterable[Row], now: Iterable[Row]) -> _Between:
    then, here = {row[0]: row for row in before}, {row[0]: row for row in now}
    both = then.keys() & here.keys()
    moved, again, graded = ({one for one in both if then[one][at] != here[one][at]} for at in (1, 2, 3))
    return _Between(
        came=set(here.keys() - then.keys()),
        gone=set(then.keys() - here.keys()),
        again=again,
        moved=moved,
        graded=graded,
        kinds={one: row[1] for one, row in (then | here).items()},
    )


class FewBetween(Struct, frozen=True):
    """Settings between two publications, fewer than may be shown."""

    what: str
    """Since when, and what of how many is another one."""
    more: int
    """How many more there would have to be."""

    @property
    def sentence(self) -> str:
        """That their part could be worked out."""
        return f"{self.what} Whoever has both could work out theirs."


def few_between(
    before: FiguresPublished, now: Sequence[Row], threshold: int, *, spread: bool = False
) -> FewBetween | None:
    """The few settings that a reader of both figures could tell about; ``None`` where there are none.

    Args:
        before: What was published.
        now: What the figures count now of the same sector, audit and round.
        threshold: The least that is shown.
        spread: Whether nothing is told now but how many are at which level; kinds of setting and the committee's grades
            are looked at only where both tell of them.
    """
    told = (_ALL,) if spread or before.spread else (_ALL, _KINDS, _OURS)
    for parts in told:
        then, here = ([_only(row, parts) for row in rows] for rows in (before.counted, now))
        found = _between(then, here)
        few, which = next(_few(found, then, here, threshold), (set[str](), ""))
        if few:
            since = f"Since the figures of {say_day(before.on)} were published:"
            return FewBetween(f"{since} {listed(_words(found, few))}{which}.", threshold - len(few))
    return None


def grades_only(rows: Iterable[Row]) -> tuple[Row, ...]:
    """What is remembered where nothing is told but how many are at which level."""
    return tuple(_only(row, _ALL) for row in rows)


def _only(row: Row, parts: int) -> Row:
    """A row without what the figures that are compared do not tell."""
    setting, kind, return_, ours = row
    return (setting, kind if parts >= _KINDS else "", return_, ours if parts == _OURS else "")


def _few(found: _Between, then: Sequence[Row], now: Sequence[Row], threshold: int) -> Iterator[tuple[set[str], str]]:
    """The groups that are too few, and which they are: of all, of the kinds, of those that the committee graded."""
    parts = [(found.all, "")]
    parts += [
        ({one for one in found.all if found.kinds[one] in kinds}, f" ({_kind_words(kinds)})")
        for kinds in _kinds_in_both(then, now, threshold)
    ]
    graded = {row[0] for row in (*then, *now) if row[3]}
    parts += [(graded & (found.came | found.gone | found.again | found.graded), " (the committee's grades)")]
    yield from ((part, which) for part, which in parts if not may_show(len(part), threshold))


def told_between(
    before: FiguresPublished, now: Sequence[Row], threshold: int, *, cycle: str, spread: bool = False
) -> str:
    """The same for whoever writes something with figures, with what helps; empty where it is nothing of a small group.

    Args:
        before: As in ``few_between``.
        now: The same.
        threshold: The same.
        cycle: The round of what is written; figures of an earlier one stand in a report as those of last time.
        spread: As in ``few_between``.
    """
    few = few_between(before, now, threshold, spread=spread)
    if few is None:
        return ""
    if before.cycle != cycle:
        return f"{few.sentence} They are of {before.cycle}, which this report tells as last time: leave that part out."
    return f"{few.sentence} Publish one of them only, or wait for {few.more} more."


def _kinds_in_both(then: Iterable[Row], now: Iterable[Row], threshold: int) -> list[set[str]]:
    """The least groups of kinds that can be told apart in both: groups of either that overlap are one."""
    found: list[set[str]] = []
    both = [kind_groups(Counter(row[1] for row in rows), threshold) for rows in (then, now)]
    if not all(both):
        return []
    for group in (group for groups in both for group in groups):
        one = set(group.kinds)
        one.update(*(other for other in found if other & one))
        found = [*(other for other in found if not other & one), one]
    return found


def _kind_words(kinds: Iterable[str]) -> str:
    return named([kind_word(kind) or "kind not said" for kind in sorted(kinds)])


def _words(found: _Between, part: set[str]) -> Iterator[str]:
    told = (
        (found.came, "return came in", "returns came in"),
        (
            (found.again | found.moved) - found.graded,
            "was sent again or is of another kind",
            "were sent again or are of another kind",
        ),
        (found.graded, "was graded otherwise by the committee", "were graded otherwise by the committee"),
        (found.gone, "counts no longer", "count no longer"),
    )
    for settings, one, many in told:
        if settings & part:
            yield count(len(settings & part), one, many)
