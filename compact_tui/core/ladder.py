"""The evidence ladder: which rungs have something on them. It is shown to help people look further, never scored."""

from collections.abc import Iterable

from compact_tui.core.audit import Audit, Evidence
from compact_tui.core.audit_views import View
from compact_tui.core.finding import ids_of
from compact_tui.core.pack import AuditPack, Rung, Standard
from compact_tui.core.text import count, listed

NOTHING_YET = "nothing yet"
_MOST_KINDS = 3


class RungView(View, frozen=True, kw_only=True):
    """A rung of the ladder and what stands on it."""

    id: str
    word: str
    meaning: str
    reached: bool
    """Whether something stands on it."""
    words: str
    """How much that is, such as ``2 pieces``; ``nothing yet`` in words."""
    titles: tuple[str, ...]
    """What stands on it."""


class LadderView(View, frozen=True, kw_only=True):
    """The ladder of a standard, or of the whole audit; without rungs where the pack has no ladder."""

    standard: str
    """Id of the standard; empty for the whole audit."""
    title: str
    """The standard with its number; for the whole audit what it is."""
    rungs: tuple[RungView, ...]
    """Lowest first."""
    next: str
    """Where to look next, as a sentence; empty when every rung has something."""
    elsewhere: str
    """What stands on no rung, as a sentence; empty when there is none."""
    line: str
    """All rungs in one line of words."""
    missing: str
    """The rungs that have nothing yet, in words; empty without a ladder."""


def ladder_of(pack: AuditPack, evidence: Iterable[Evidence], standard: str = "", title: str = "") -> LadderView:
    """The ladder of some evidence.

    Args:
        pack: Has the rungs, and says which kind of evidence stands on which.
        evidence: What was seen.
        standard: Id of the standard that it backs, if it is one.
        title: What the ladder is of.
    """
    stands_on = {kind.id: kind.rung for kind in pack.evidence_kind}
    on: dict[str, list[str]] = {rung.id: [] for rung in pack.rung}
    nowhere = 0
    for item in evidence:
        rung = stands_on.get(item.kind, "")
        if rung in on:
            on[rung].append(item.title)
        else:
            nowhere += 1
    rungs = tuple(_rung(rung, tuple(on[rung.id])) for rung in pack.rung)
    return LadderView(
        standard=standard,
        title=title,
        rungs=rungs,
        next=_next(pack, rungs),
        elsewhere=_elsewhere(nowhere) if rungs else "",
        line=", ".join(f"{rung.word}: {rung.words}" for rung in rungs),
        missing=_missing(rungs),
    )


def _missing(rungs: tuple[RungView, ...]) -> str:
    if not rungs:
        return ""
    empty = [rung.word for rung in rungs if not rung.reached]
    if not empty:
        return "something on every rung"
    return f"{NOTHING_YET}: {', '.join(empty)}" if len(empty) < len(rungs) else NOTHING_YET


def _rung(rung: Rung, titles: tuple[str, ...]) -> RungView:
    words = count(len(titles), "piece") if titles else NOTHING_YET
    return RungView(id=rung.id, word=rung.word, meaning=rung.meaning, reached=bool(titles), words=words, titles=titles)


def _next(pack: AuditPack, rungs: tuple[RungView, ...]) -> str:
    """The lowest rung that has nothing yet, and what would stand on it."""
    empty = next((rung for rung in rungs if not rung.reached), None)
    if empty is None:
        return ""
    kinds = [kind.word for kind in pack.evidence_kind if kind.rung == empty.id][:_MOST_KINDS]
    such = f" Such as: {listed(kinds)}." if kinds else ""
    return f"{empty.word}: {NOTHING_YET}. {empty.meaning}{such}".strip()


def _elsewhere(nowhere: int) -> str:
    if not nowhere:
        return ""
    stands = "stands" if nowhere == 1 else "stand"
    return f"{count(nowhere, 'piece')} {stands} on no rung: it depends on what was found there."


def ladders(pack: AuditPack, audit: Audit) -> tuple[LadderView, ...]:
    """The ladder of the whole audit, then that of each standard; nothing where the pack has no ladder."""
    if not pack.rung:
        return ()
    whole = ladder_of(pack, audit.evidence, title="The whole audit")
    return (whole, *(standard_ladder(pack, audit, standard) for standard in pack.standard))


def standard_ladder(pack: AuditPack, audit: Audit, standard: Standard) -> LadderView:
    """The ladder of one standard, from what backs it or any of its criteria."""
    ids = ids_of(standard)
    backing = (item for item in audit.evidence if ids.intersection(item.supports))
    return ladder_of(pack, backing, standard.id, f"{standard.number} {standard.title}")
