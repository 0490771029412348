"""Which cases are looked at: by chance that anyone can work out again, by chance within groups, or for a reason."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from math import comb

from compact_tui.core.agency_audit import Drawn, Stratum
from compact_tui.core.text import count

MOST_IN_ALL = 9999
MOST_LOOKED_AT = 200


def order_of(total: int, seed: int, stratum: str = "") -> tuple[int, ...]:
    """The numbers 1 to ``total`` in the order of chance that a seed gives.

    Each number is worth the SHA-256 of ``seed:stratum:number`` in UTF-8; the smallest stands first. That is the same in
    every version of every language, so that anyone can check it. The first so many are the sample.
    """
    return tuple(sorted(range(1, total + 1), key=lambda number: _worth(seed, stratum, number)))


def _worth(seed: int, stratum: str, number: int) -> bytes:
    return hashlib.sha256(f"{seed}:{stratum}:{number}".encode()).digest()


def by_chance(total: int, size: int, seed: int, stratum: str = "") -> tuple[Drawn, ...]:
    """So many of one numbered list, in the order of their numbers."""
    return tuple(
        Drawn(number=number, of=total, stratum=stratum) for number in sorted(order_of(total, seed, stratum)[:size])
    )


def shared_out(totals: Sequence[int], size: int) -> tuple[int, ...]:
    """How many of each group: in proportion, at least one of each, what is left over to the largest remainders.

    Args:
        totals: How many each group has, from 1 on.
        size: How many are looked at in all, at least as many as there are groups and at most all.
    """
    everybody = sum(totals)
    shares = [max(1, size * total // everybody) for total in totals]
    while sum(shares) < size:
        _give(shares, totals, size, 1)
    while sum(shares) > size:
        _give(shares, totals, size, -1)
    return tuple(shares)


def _give(shares: list[int], totals: Sequence[int], size: int, step: int) -> None:
    """One more, or one fewer, where that brings a share nearest to its exact part; the first group wins a tie."""
    everybody = sum(totals)
    free = [at for at, share in enumerate(shares) if (share < totals[at] if step > 0 else share > 1)]
    at = max(free, key=lambda at: (step * (size * totals[at] - shares[at] * everybody), -at))
    shares[at] += step


def within_groups(strata: Iterable[Stratum], size: int, seed: int) -> tuple[tuple[Stratum, ...], tuple[Drawn, ...]]:
    """Groups with how many of each are looked at, and which."""
    groups = tuple(strata)
    sizes = shared_out([group.total for group in groups], size)
    shared = tuple(
        Stratum(name=group.name, total=group.total, size=of_it) for group, of_it in zip(groups, sizes, strict=True)
    )
    return shared, tuple(one for group in shared for one in by_chance(group.total, group.size, seed, group.name))


def numbers_typed(text: str) -> tuple[int, ...]:
    """Numbers as a person types them, ``3, 17 29``, each once and in order.

    Raises:
        ValueError: With a sentence for the person.
    """
    parts = text.replace(",", " ").replace(";", " ").split()
    for part in parts:
        if not (part.isascii() and part.isdigit() and len(part) <= 4 and int(part)):
            raise ValueError(f'"{part[:12]}" is not a number of the list. Write numbers from 1 on, such as 3, 17, 29.')
    return tuple(sorted({int(part) for part in parts}))


def strata_typed(text: str) -> tuple[Stratum, ...]:
    """Groups as a person types them: ``Year 3: 12, Year 4: 20``.

    Raises:
        ValueError: With a sentence for the person.
    """
    groups = []
    for part in filter(None, (piece.strip() for piece in text.replace("\n", ",").split(","))):
        name, _, number = (piece.strip() for piece in part.rpartition(":"))
        if not name or not (number.isascii() and number.isdigit() and len(number) <= 4 and int(number)):
            raise ValueError("Write each group with how many it has, such as Year 3: 12, Year 4: 20.")
        groups.append(Stratum(name=name, total=int(number)))
    names = [group.name.casefold() for group in groups]
    twice = next((group.name for group in groups if names.count(group.name.casefold()) > 1), "")
    if twice:
        raise ValueError(f"The group {twice} stands twice. Give each its own name.")
    return tuple(groups)


def in_the_rest(total: int, size: int, found: int) -> tuple[int, int]:
    """Between how many and how many of those not looked at are probably like those found, 19 times in 20.

    The exact interval of a draw without putting back (hypergeometric, 2.5% on either side); it holds for a sample drawn
    by chance from one list.

    Args:
        total: How many there are in all.
        size: How many were looked at, by chance.
        found: In how many of these it was so.
    """
    every = comb(total, size)

    def at_least(marked: int) -> int:
        return sum(_ways(total, marked, size, seen) for seen in range(found, size + 1))

    def at_most(marked: int) -> int:
        return sum(_ways(total, marked, size, seen) for seen in range(found + 1))

    low = _first(found, total - size + found, lambda marked: 40 * at_least(marked) > every)
    high = -_first(-(total - size + found), -found, lambda marked: 40 * at_most(-marked) > every)
    return low - found, high - found


def _ways(total: int, marked: int, size: int, seen: int) -> int:
    """In how many ways a sample has so many marked ones."""
    return comb(marked, seen) * comb(total - marked, size - seen)


def _first(low: int, high: int, holds: Callable[[int], bool]) -> int:
    """The first number from low to high of which something holds, which then holds of all after it."""
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low


def beyond(total: int, size: int, found: int, what: str) -> str:
    """What so many found say about those not looked at, as a sentence; empty where all were looked at or none."""
    rest = total - size
    if rest < 1 or size < 1:
        return ""
    low, high = in_the_rest(total, size, found)
    between = f"{low}" if low == high else f"between {low} and {high}"
    return f"Of the {count(rest, 'other')} not looked at, {between} would probably be {what} (19 times in 20)."
