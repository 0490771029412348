"""The round before, made ready to compare: only standards that ask the same, on a scale of the same levels."""

from collections import Counter
from collections.abc import Iterable, Mapping

from msgspec import Struct

from compact_tui.core.analysis_sums import Past, Steps
from compact_tui.core.item_changes import KEPT
from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_diff import STANDARD, pack_diff
from compact_tui.core.return_facts import ReturnFacts

Kept = Mapping[str, str]
"""Id of a standard in the older edition, and in this one."""


class BeforeRead(Struct, frozen=True):
    """What came of reading the round before."""

    settings: Mapping[str, Past]
    everybody: Mapping[tuple[str, str], tuple[int, int]]
    """By sector and standard how many graded it, and how many of them good or better."""
    left_out: int
    """Returns that cannot be compared, because they belong to no setting of the register or their edition differs."""


def standards_kept(old: AuditPack | None, new: AuditPack) -> Kept:
    """The standards of an older edition that can be compared; none where it is another pack, scale, or not here."""
    if old is None or old.pack.id != new.pack.id or {one.id for one in old.level} != {one.id for one in new.level}:
        return {}
    if old.pack.edition == new.pack.edition:
        return {standard.id: standard.id for standard in new.standard}
    items = [item for item in pack_diff(old, new).items if item.kind == STANDARD and item.how in KEPT]
    return {item.was[0]: item.id for item in items if len(item.was) == 1}


def read_before(returns: Iterable[ReturnFacts], pack: AuditPack, kept: Mapping[tuple[str, str], Kept]) -> BeforeRead:
    """Keep of each setting's last return what is compared: some bytes, however many settings there are.

    Args:
        returns: The returns of the round before, each setting's newest only.
        pack: The pack of this round.
        kept: By pack and edition of those returns the standards that can be compared.
    """
    steps, found, left_out = Steps(pack), {}, 0
    graded: Counter[tuple[str, str]] = Counter()
    strong: Counter[tuple[str, str]] = Counter()
    for facts in returns:
        names = kept.get((facts.pack, facts.edition), {})
        if not facts.entry or not names:
            left_out += 1
            continue
        places = bytearray(len(pack.standard))
        for grade in facts.grades:
            at = steps.standard.get(names.get(grade.standard, ""), -1)
            if at >= 0:
                place = places[at] = steps.place.get(grade.level, 0)
                here = (facts.sector, pack.standard[at].id)
                graded[here] += place > 0
                strong[here] += place in steps.strong
        found[facts.entry] = Past(facts.sector, bytes(places))
    return BeforeRead(found, {here: (n, strong[here]) for here, n in graded.items()}, left_out)
