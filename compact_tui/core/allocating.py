"""Sharing returns out among readers: evenly or by sector, and nobody reads their own setting."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from compact_tui.core.read_records import Allocation, Reader
from compact_tui.core.sampling import order_of

SECOND = "#2"
"""What the id of an allocation ends with where a return is read a second time, blind."""
EVEN, BY_SECTOR = "even", "sector"
WAYS = ((EVEN, "Evenly, mixed"), (BY_SECTOR, "Evenly, each reader in as few sectors as can be"))
"""How returns are shared out: id and words."""


class Waiting(Struct, frozen=True):
    """A return that wants a reader."""

    id: str
    """Id of the return."""
    entry: str
    sector: str = ""
    not_by: str = ""
    """Who must not read it: the first reader, where it is read a second time."""


class Share(Struct, frozen=True):
    """Who reads what."""

    given: tuple[tuple[str, str], ...]
    """Id of a return and name of its reader, in the order of the returns."""
    left: tuple[str, ...]
    """Returns that nobody may read."""


def shared_out(
    waiting: Sequence[Waiting], readers: Sequence[Reader], taken: Mapping[str, int], way: str = EVEN
) -> Share:
    """Share returns out so that everybody has as many to read as the others, or one more.

    Args:
        waiting: The returns.
        readers: Whoever reads.
        taken: How many each reader has already, by name.
        way: ``even`` or ``sector``.
    """
    load = Counter({reader.name: taken.get(reader.name, 0) for reader in readers})
    given: dict[str, str] = {}
    for one in sorted(waiting, key=lambda one: (len(_may(one, readers)), one.id)):
        may = _may(one, readers)
        if may:
            reader = min(may, key=lambda name: load[name])
            given[one.id] = reader
            load[reader] += 1
    if way == BY_SECTOR:
        given = _in_blocks(waiting, readers, given)
    return Share(
        tuple((one.id, given[one.id]) for one in waiting if one.id in given),
        tuple(one.id for one in waiting if one.id not in given),
    )


def _in_blocks(waiting: Sequence[Waiting], readers: Sequence[Reader], given: Mapping[str, str]) -> dict[str, str]:
    """The same shares, laid along the sectors, so that each reader has few of them."""
    room = Counter(given.values())
    left = sorted((one for one in waiting if one.id in given), key=lambda one: (one.sector, one.id))
    placed: dict[str, str] = {}
    for reader in readers:
        for one in left:
            if room[reader.name] and one.id not in placed and reader.name in _may(one, readers):
                placed[one.id] = reader.name
                room[reader.name] -= 1
    # A plan in blocks can end where the last reader may not read what is left; then the even one holds.
    return placed if len(placed) == len(given) else dict(given)


def _may(one: Waiting, readers: Iterable[Reader]) -> list[str]:
    return [reader.name for reader in readers if one.entry not in reader.own and reader.name != one.not_by]


def drawn(returns: Sequence[str], percent: int, seed: int) -> tuple[str, ...]:
    """A share of the returns by chance that anyone can work out again, at least one of any.

    Args:
        returns: Their ids.
        percent: How many of a hundred.
        seed: What the draw is made from.
    """
    numbered = sorted(returns)
    size = min(len(numbered), -(-len(numbered) * percent // 100))
    return tuple(numbered[number - 1] for number in sorted(order_of(len(numbered), seed)[:size]))


def return_of_id(reading: str) -> str:
    """Id of the return that an allocation is of."""
    return reading.removesuffix(SECOND)


def reading_number(reading: str) -> int:
    """1, or 2 for a second, blind reading."""
    return 2 if reading.endswith(SECOND) else 1


def loads(allocations: Iterable[Allocation]) -> Counter[str]:
    """How many returns each reader has."""
    return Counter(one.reader for one in allocations)
