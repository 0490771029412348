"""How far two readers of the same returns agree: what each said of every standard, and kappa over the levels."""

from collections.abc import Iterable, Mapping, Sequence

from compact_tui.core.agreement import decimals, kappa, linear, quadratic, table_of
from compact_tui.core.pack import NOT_GRADED, AuditPack
from compact_tui.core.read_records import Moderation
from compact_tui.core.text import count

_FEW = 30
"""Below so many standards a kappa moves much with every single one."""


def said_of(own: Mapping[str, str], moderations: Iterable[Moderation]) -> dict[str, str]:
    """What a reading says of each standard: its own grade of it, else the setting's, which it let stand."""
    return {**own, **{one.standard: one.level for one in moderations if one.standard in own}}


def compared(
    own: Mapping[str, str], first: Iterable[Moderation], second: Iterable[Moderation]
) -> tuple[tuple[str, str, str], ...]:
    """Each standard of a return with what the first and the second reading say of it."""
    one, two = said_of(own, first), said_of(own, second)
    return tuple((standard, one[standard], two[standard]) for standard in own)


def agreement_sentences(pairs: Sequence[tuple[str, str]], pack: AuditPack) -> tuple[str, ...]:
    """How far the two agree, in sentences; nothing where nothing was read twice.

    Args:
        pairs: What the first and the second said of each standard.
        pack: The pack whose scale it is.
    """
    if not pairs:
        return ()
    order = [level.id for level in sorted(pack.level, key=lambda level: level.rank)]
    table = table_of(pairs, order)
    total = sum(map(sum, table))
    agreed = sum(table[at][at] for at in range(len(table)))
    apart = sum(NOT_GRADED in pair for pair in pairs)
    told = []
    if total:
        percent = (200 * agreed + total) // (2 * total)
        told.append(f"Two readers: the same grade for {agreed} of {count(total, 'standard')} ({percent}%).")
        plain, steps, squares = (kappa(table, *weight) for weight in ((), (linear,), (quadratic,)))
        if plain is None:
            told.append("Both gave one and the same grade throughout, so kappa cannot be worked out.")
        else:
            told.append(
                f"Kappa {decimals(plain)}; weighted by steps {decimals(steps)}, by squares {decimals(squares)}. "
                "1 is full agreement, 0 is what chance alone would give."
            )
            if total < _FEW:
                told.append("With so few standards every single one moves these figures; read the differences.")
    if apart:
        told.append(f"{count(apart, 'standard')} without a grade: not in these figures.")
    return tuple(told)
