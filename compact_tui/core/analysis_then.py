"""The round before, as far as it was published: which of its figures may stand beside this round's.

Its reports are still there to be read. A figure of it that is made now, of settings that returned again or of all that
belong to the register, is a group more of the same grades: it may not leave a small one over beside those.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from msgspec import Struct

from compact_tui.core.suppression import kind_groups, may_show, may_stand

_ALL, _AGAIN = "all that are compared", "returned again"


class Stood(Struct, frozen=True):
    """In which figures of the round before a setting's grade of one standard was."""

    audit: str = ""
    """Pack and edition; each is counted by itself."""
    kind: str = ""
    moderated: bool = False
    known: bool = True
    """Whether it belongs to the register, so that it can be compared."""


class Then(Struct, frozen=True):
    """The round before, counted."""

    graded: Mapping[tuple[str, str], Mapping[Stood, int]] = {}
    """By sector and standard how many graded it."""
    asked: Mapping[tuple[str, str], Mapping[Stood, int]] = {}
    """The same of all that were asked for it, graded or not."""
    strong: Mapping[tuple[str, str], int] = {}
    """How many of those that can be compared were good or better."""
    returned: Mapping[tuple[str, str], Mapping[str, int]] = {}
    """By sector and audit how many returned, of each kind of setting."""

    def all(self, sector: str, standard: str) -> int:
        """How many that can be compared graded a standard."""
        return sum(n for stood, n in self.graded.get((sector, standard), {}).items() if stood.known)


class Again(Struct, frozen=True):
    """How many settings of a sector have a standard this time too, by standard and where they stood then."""

    graded: Mapping[tuple[str, Stood], int]
    """Graded both times."""
    asked: Mapping[tuple[str, Stood], int]
    """Asked for both times, graded or not."""


class ThenShown(Struct, frozen=True):
    """What may be shown of one standard in one sector."""

    all: bool
    """Of all that can be compared."""
    again: bool
    """Of those that returned again."""


def then_shown(then: Then, again: Again, sector: str, standard: str, threshold: int) -> ThenShown:
    """What of last time's grades may be shown beside all that was published of them then.

    It is looked at of those that graded the standard, and of all that were asked for it: who did not grade it would be
    told by the difference.

    Args:
        then: The round before.
        again: How many of the sector have it this time too.
        sector: Id of the sector.
        standard: Id of the standard.
        threshold: The least that is shown.
    """
    kinds = {
        audit: {kind: f"{audit} {at}" for at, one in enumerate(kind_groups(returned, threshold)) for kind in one.kinds}
        for (place, audit), returned in then.returned.items()
        if place == sector
    }
    found = []
    for there, both in ((then.graded, again.graded), (then.asked, again.asked)):
        overlaps: Counter[frozenset[str]] = Counter()
        for stood, n in there.get((sector, standard), {}).items():
            names = frozenset(_names(stood, kinds.get(stood.audit, {})))
            overlaps[names | {_AGAIN}] += both.get((standard, stood), 0)
            overlaps[names] += n - both.get((standard, stood), 0)
        found.append(_stand(overlaps, kinds, threshold))
    return ThenShown(all(one.all for one in found), all(one.again for one in found))


def _stand(overlaps: Mapping[frozenset[str], int], kinds: Mapping[str, Mapping[str, str]], threshold: int) -> ThenShown:
    shown: list[str] = []
    for audit, groups in kinds.items():
        shown += _published(overlaps, audit, sorted(set(groups.values())), threshold)
    all_ = may_stand(overlaps, _ALL, shown, threshold)
    return ThenShown(all_, may_stand(overlaps, _AGAIN, [*shown, *([_ALL] if all_ else [])], threshold))


def _names(stood: Stood, kinds: Mapping[str, str]) -> Iterator[str]:
    yield stood.audit
    if stood.kind in kinds:
        yield kinds[stood.kind]
    if stood.moderated:
        yield _moderated(stood.audit)
    if stood.known:
        yield _ALL


def _moderated(audit: str) -> str:
    return f"{audit} moderated"


def _published(overlaps: Mapping[frozenset[str], int], audit: str, kinds: list[str], threshold: int) -> Iterator[str]:
    """The groups of one audit that were shown then: itself, its kinds, and those that were moderated."""
    n = Counter({name: sum(one for names, one in overlaps.items() if name in names) for name in (audit, *kinds)})
    if not may_show(n[audit], threshold):
        return
    shown = [audit, *(kinds if all(may_show(n[kind], threshold) for kind in kinds) else [])]
    yield from shown
    if may_stand(overlaps, _moderated(audit), shown, threshold):
        yield _moderated(audit)
