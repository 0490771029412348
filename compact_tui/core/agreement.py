"""How far two readers agree: the percentage, Cohen's kappa, and kappa weighted by how far apart answers lie."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from msgspec import Struct

from compact_tui.core.agency_audit import NOT_APPLICABLE, RATED
from compact_tui.core.text import count

Table = Sequence[Sequence[int]]
"""How often the first reader gave the answer of the row and the second that of the column."""
Weight = Callable[[int, int], int]
"""How far apart two answers are, by their places in the order; 0 where they are the same."""
_FEW = 30
"""Below so many pairs a kappa moves much with every single answer."""


class Agreement(Struct, frozen=True, kw_only=True):
    """How far two readers agree. Kappas are texts of two decimals, empty where they are not defined."""

    pairs: int
    """Answers in the order (no, partly, yes) that both gave."""
    agreed: int
    percent: int
    """Of those pairs, rounded to whole per cent; 0 where there are none."""
    kappa: str
    linear: str
    """Weighted: an answer two steps away counts twice as much as one step."""
    quadratic: str
    """Weighted: two steps count four times as much."""
    apart: int
    """Pairs in which one or both said "not applicable"; they are not in the figures above."""
    apart_agreed: int
    """Of those, how many in which both did."""
    missing: int
    """Questions that only one of the two answered, or none."""
    sentences: tuple[str, ...]
    """What the figures say, and what they do not."""


def linear(row: int, column: int) -> int:
    """Steps between two answers."""
    return abs(row - column)


def quadratic(row: int, column: int) -> int:
    """Steps between two answers, squared."""
    return (row - column) ** 2


def nominal(row: int, column: int) -> int:
    """The same for every two answers that differ: Cohen's kappa of 1960."""
    return int(row != column)


def kappa(table: Table, weight: Weight = nominal) -> Fraction | None:
    """One minus the disagreement that was seen over the one that chance alone would give (Cohen 1960 and 1968).

    Args:
        table: The counts, as many rows as columns.
        weight: How much each disagreement counts.

    Returns:
        The exact value; ``None`` where it is not defined, because chance alone could not make the readers differ.
    """
    places = range(len(table))
    rows = [sum(row) for row in table]
    columns = [sum(row[at] for row in table) for at in places]
    total = sum(rows)
    seen = sum(weight(r, c) * table[r][c] for r in places for c in places)
    by_chance = sum(weight(r, c) * rows[r] * columns[c] for r in places for c in places)
    return 1 - Fraction(seen * total, by_chance) if by_chance else None


def table_of(pairs: Sequence[tuple[str, str]], order: Sequence[str]) -> list[list[int]]:
    """Pairs of answers as a table; pairs with an answer that is not in the order are left out."""
    table = [[0] * len(order) for _ in order]
    for first, second in pairs:
        if first in order and second in order:
            table[order.index(first)][order.index(second)] += 1
    return table


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """How far two readers agree.

    Args:
        pairs: What the first and the second said to each question of each case; empty where one said nothing.
    """
    both = [pair for pair in pairs if all(pair)]
    apart = [pair for pair in both if NOT_APPLICABLE in pair]
    table = table_of(both, RATED)
    total = sum(map(sum, table))
    agreed = sum(table[at][at] for at in range(len(table)))
    plain, by_steps, by_squares = (kappa(table, weight) for weight in (nominal, linear, quadratic))
    found = Agreement(
        pairs=total,
        agreed=agreed,
        percent=_rounded(Fraction(100 * agreed, total)) if total else 0,
        kappa=decimals(plain),
        linear=decimals(by_steps),
        quadratic=decimals(by_squares),
        apart=len(apart),
        apart_agreed=sum(first == second for first, second in apart),
        missing=len(pairs) - len(both),
        sentences=(),
    )
    return Agreement(
        **{name: getattr(found, name) for name in found.__struct_fields__ if name != "sentences"},
        sentences=_sentences(found),
    )


def decimals(value: Fraction | None) -> str:
    """A value with two decimals, halves away from zero; empty where there is none."""
    if value is None:
        return ""
    hundredths = _rounded(abs(value) * 100)
    sign = "-" if value < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02d}"


def _rounded(value: Fraction) -> int:
    """To the nearest whole number, halves up; for values from 0 on."""
    return int(value + Fraction(1, 2))


def _sentences(found: Agreement) -> tuple[str, ...]:
    said = []
    if not found.pairs:
        said.append(
            "There is no question to which both readers said yes, partly or no, so there is nothing to compare."
        )
    else:
        said.append(f"The same answer to {found.agreed} of {count(found.pairs, 'question')} ({found.percent}%).")
        if found.kappa:
            said.append(
                f"Kappa {found.kappa}; weighted by steps {found.linear}, by squares {found.quadratic}. "
                "1 is full agreement, 0 is what chance alone would give."
            )
            if found.pairs < _FEW:
                said.append("With so few questions every single answer moves these figures; read the differences.")
        else:
            said.append(
                "Both readers gave one and the same answer throughout, so kappa cannot be worked out. "
                "That is neither good nor bad."
            )
    if found.apart:
        said.append(
            f'In {found.apart} more, one or both said "not applicable"; both did in {found.apart_agreed}. '
            "They are not in these figures."
        )
    if found.missing:
        said.append(f"{count(found.missing, 'question')} had no answer from one of the two.")
    return tuple(said)
