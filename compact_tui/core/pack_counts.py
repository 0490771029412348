"""How much of a pack each variation sees, and how much of it is shared."""

from collections import Counter

from msgspec import Struct

from compact_tui.core.pack import AuditPack
from compact_tui.core.variation import for_variation


class DutyCount(Struct, frozen=True):
    """How many criteria are of one duty."""

    duty: str
    criteria: int


class VariationCount(Struct, frozen=True, kw_only=True):
    """How much one variation sees."""

    variation: str
    """Its id; empty for a pack without variations."""
    offered: bool
    criteria: int
    shared: int
    """Criteria that every variation sees; 0 where there is no other."""
    own: int
    """Criteria that no other variation sees."""
    duties: tuple[DutyCount, ...]
    """By duty as this variation sees it, in the order of the pack; duties without a criterion are left out."""


def variation_counts(pack: AuditPack) -> tuple[VariationCount, ...]:
    """What each variation of a pack sees, offered or not, in the order of the pack."""
    offered = {variation.id: variation.offered for variation in pack.variation} or {"": True}
    duties = {
        variation: {c.id: c.duty for s in for_variation(pack, variation).standard for c in s.criterion}
        for variation in offered
    }
    seen_by = Counter(criterion for seen in duties.values() for criterion in seen)
    return tuple(
        VariationCount(
            variation=variation,
            offered=offered[variation],
            criteria=len(seen),
            shared=sum(seen_by[criterion] == len(offered) > 1 for criterion in seen),
            own=sum(seen_by[criterion] == 1 for criterion in seen),
            duties=_by_duty(pack, Counter(seen.values())),
        )
        for variation, seen in duties.items()
    )


def _by_duty(pack: AuditPack, there: Counter[str]) -> tuple[DutyCount, ...]:
    return tuple(DutyCount(duty.id, there[duty.id]) for duty in pack.duty if there[duty.id])
