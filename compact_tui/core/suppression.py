"""Which groups of settings may be shown, so that no setting's grade can be worked out from what is published."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

THRESHOLD = 5
"""Groups of fewer settings than this are not shown, where a partnership says nothing else."""


class Group(Struct, frozen=True):
    """Kinds of setting that are shown as one."""

    kinds: tuple[str, ...]
    n: int


def may_show(settings: int, threshold: int = THRESHOLD) -> bool:
    """Whether the figures of a group may be shown; a group of nobody has none to hide."""
    return settings == 0 or settings >= threshold


def kind_groups(settings: Mapping[str, int], threshold: int = THRESHOLD) -> tuple[Group, ...]:
    """The groups that the kinds of one sector are shown in, beside the sector as a whole.

    Every group reaches the threshold, and together they are the whole sector: nothing is left over that could be
    worked out as the difference. Kinds that are too small are put together, the smallest first, and where that is
    not enough, with the smallest of the others. Nothing comes back where only one group would be left, because that
    is the sector itself.

    Args:
        settings: How many settings there are of each kind, in the order in which kinds are shown.
        threshold: The least that is shown.
    """
    there = [Group((kind,), n) for kind, n in settings.items() if n]
    small = [group for group in there if group.n < threshold]
    others = sorted((group for group in there if group.n >= threshold), key=lambda group: group.n)
    while small and sum(group.n for group in small) < threshold and others:
        small.append(others.pop(0))
    together = {kind for group in small for kind in group.kinds}
    groups = [group for group in there if group.kinds[0] not in together]
    if small:
        names = tuple(kind for kind in settings if kind in together)
        groups.append(Group(names, sum(group.n for group in small)))
    return tuple(groups) if len(groups) > 1 else ()


def may_stand(
    overlaps: Mapping[frozenset[str], int], group: str, beside: Iterable[str], threshold: int = THRESHOLD
) -> bool:
    """Whether one more group of settings may be shown beside those that are, of the same grades.

    Settings that are in the same groups can change places without a figure becoming another one: so what can be worked
    out of one of them, from however many groups, is so of all of these. Hence the group may stand where they are
    nobody or enough wherever groups overlap. To look at two groups at a time would not do: all less the moderated
    less those of last time can be one setting.

    Args:
        overlaps: For every set of names how many settings belong to these groups and to no other.
        group: The group that may join.
        beside: The names of those that are shown.
        threshold: The least that is shown.
    """
    names = frozenset((group, *beside))
    parts: Counter[frozenset[str]] = Counter()
    for among, n in overlaps.items():
        parts[among & names] += n
    return all(may_show(n, threshold) for among, n in parts.items() if among)


def percent(part: int, whole: int) -> int:
    """A share in whole per cent, halves up; 0 of nothing is 0."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def named(words: Sequence[str]) -> str:
    """How a group of several kinds is called: their words, one after the other."""
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"
