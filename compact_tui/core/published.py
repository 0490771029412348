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
    """They sent another return, or are of another kind now."""
    graded: set[str]
    """The committee's grades of them are others."""
    kinds: Mapping[str, str]

    @property
    def all(self) -> set[str]:
        """All of them."""
        return self.came | self.gone | self.again | self.graded


def _between(before: FiguresPublished, now: Sequence[Row]) -> _Between:
    then, here = {row[0]: row for row in before.counted}, {row[0]: row for row in now}
    both = then.keys() & here.keys()
    came, gone = set(here.keys() - then.keys()), set(then.keys() - here.keys())
    return _Between(
        came=came,
        gone=gone,
        again={one for one in both if then[one][1:3] != here[one][1:3]},
        graded={one for one in both if then[one][3] != here[one][3]},
        kinds={one: row[1] for one, row in (then | here).items()},
    )


def told_between(before: FiguresPublished, now: Sequence[Row], threshold: int, *, cycle: str) -> str:
    """What a reader of both figures could work out, as a sentence; empty where it is nothing of a small group.

    Args:
        before: What was published.
        now: What the figures count now of the same sector, audit and round.
        threshold: The least that is shown.
        cycle: The round of the report that is written; figures of an earlier one stand in it as those of last time.
    """
    found = _between(before, now)
    parts = [(found.all, "")]
    parts += [
        ({one for one in found.all if found.kinds[one] in kinds}, f" ({_kind_words(kinds)})")
        for kinds in _kinds_in_both(before.counted, now, threshold)
    ]
    parts += [({one for one in found.graded | found.came if _graded(one, now)}, " (the committee's grades)")]
    few, which = next(((part, of) for part, of in parts if not may_show(len(part), threshold)), (set(), ""))
    if not few:
        return ""
    since = f"Since the figures of {say_day(before.on)} were published:"
    what = f"{since} {listed(_words(found, few))}{which}. Whoever has both could work out theirs."
    if before.cycle != cycle:
        return f"{what} They are of {before.cycle}, which this report tells as last time: leave that part out."
    return f"{what} Publish one of them only, or wait for {threshold - len(few)} more."


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


def _graded(setting: str, now: Iterable[Row]) -> bool:
    return any(row[0] == setting and row[3] for row in now)


def _words(found: _Between, part: set[str]) -> Iterator[str]:
    told = (
        (found.came, "return came in", "returns came in"),
        (found.again - found.graded, "was sent again or is of another kind", "were sent again or are of another kind"),
        (found.graded, "was graded otherwise by the committee", "were graded otherwise by the committee"),
        (found.gone, "counts no longer", "count no longer"),
    )
    for settings, one, many in told:
        if settings & part:
            yield count(len(settings & part), one, many)
