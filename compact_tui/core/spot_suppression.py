"""Which figures of spot checks may be shown, so that nobody of a small group can be picked out."""

from collections.abc import Sequence

from msgspec import Struct

LEAST = 5
"""People, or answers, under which a figure is not shown."""


class Shown(Struct, frozen=True):
    """What may be shown of a row of counts."""

    cells: tuple[bool, ...]
    """For each count whether it may be shown; a count of nothing always may."""
    total: bool
    """Whether their sum may be shown."""


class GroupCount(Struct, frozen=True):
    """A role group as far as it matters for what may be shown."""

    name: str
    answers: int
    size: int = 0
    """How many people they are; 0 where nobody has said."""


class Merged(Struct, frozen=True):
    """Groups that are shown as one."""

    names: tuple[str, ...]
    """Empty where every group may stand for itself."""
    hidden: bool = False
    """Even together they are too few, so that nothing of them is shown."""


def shown_of(counts: Sequence[int]) -> Shown:
    """What may be shown of counts whose sum may stand beside them.

    A count under ``LEAST`` is kept back. Where what is kept back could be worked out from the sum, the smallest of the
    others are kept back too, all that are equally small; where that is not enough, so is the sum.
    """
    asked = sorted((at for at, said in enumerate(counts) if said), key=lambda at: counts[at])
    kept = [at for at in asked if counts[at] < LEAST]
    others = asked[len(kept) :]
    while kept and others and not _hides([counts[at] for at in kept]):
        smallest = counts[others[0]]
        kept += [at for at in others if counts[at] == smallest]
        others = [at for at in others if counts[at] != smallest]
    return Shown(
        cells=tuple(at not in kept for at in range(len(counts))),
        total=not kept or _hides([counts[at] for at in kept]),
    )


def _hides(kept: Sequence[int]) -> bool:
    """Whether none of several counts can be worked out from their sum: so never all the least or most they can be."""
    together = sum(kept)
    all_small = max(kept) < LEAST
    return len(kept) > 1 and together >= LEAST and together > len(kept) and not (all_small and min(kept) == LEAST - 1)


def merged(groups: Sequence[GroupCount]) -> Merged:
    """Which groups are shown as one: those under ``LEAST`` people or answers, and as many more as it takes.

    A group that was never asked stays as it is: there is nothing of it to hide.

    Args:
        groups: Every group, in the setting's own order, which is also that of the answer.
    """
    asked = [group for group in groups if group.answers]
    small = [group for group in asked if group.answers < LEAST or 0 < group.size < LEAST]
    others = sorted((group for group in asked if group not in small), key=lambda group: group.answers)
    while small and others and not _many(small):
        small.append(others.pop(0))
    names = {group.name for group in small}
    return Merged(tuple(group.name for group in groups if group.name in names), hidden=bool(small) and not _many(small))


def _many(groups: Sequence[GroupCount]) -> bool:
    people = sum(group.size or LEAST for group in groups)
    return len(groups) > 1 and sum(group.answers for group in groups) >= LEAST and people >= LEAST
