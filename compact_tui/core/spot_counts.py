"""What a partnership keeps of an area's spot checks: how many answers of which level, and nothing that was said."""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

from compact_tui.core.spot import LEVELS, Heard

FORMAT: Literal["compact-spot-counts"] = "compact-spot-counts"
FORMAT_VERSION: Literal[1] = 1
_LEVELS = {level for level, _ in LEVELS}


class SpotCount(Struct, frozen=True, kw_only=True):
    """What one question of one round brought, as numbers; the id keeps it from being counted twice."""

    id: str
    month: str
    """``YYYY-MM``."""
    topic: str
    levels: tuple[tuple[str, int], ...]
    """Level and how many gave it."""
    unsafe: bool = False
    """Whether something unsafe was heard; counts kept before this was told have it false."""


class CountsFrom(Struct, frozen=True, kw_only=True):
    """Whose answers they are, as far as the file or the mail it came with said. Empty text means not said."""

    mark: str = ""
    """A digest of the setting's own id, the same as that of its returns."""
    register_id: str = ""
    name: str = ""
    entry: str = ""
    """Id of the register's entry whose contact sent the mail; only where the file itself does not say."""


class SpotCounts(Struct, frozen=True, kw_only=True):
    """The document."""

    format: Literal["compact-spot-counts"] = FORMAT
    format_version: Literal[1] = FORMAT_VERSION
    id: str
    counts: tuple[SpotCount, ...]
    source: CountsFrom | None = None
    """``None`` where nobody said, as in every document of before."""
    digest: str = ""


def counts_of(heard: Iterable[Heard]) -> tuple[SpotCount, ...]:
    """Answers as numbers, by their ids; notes, initials, groups and roles stay behind."""
    return tuple(
        SpotCount(id=one.id, month=one.on[:7], topic=one.topic, levels=_levels(one), unsafe=one.unsafe)
        for one in sorted(heard, key=lambda one: one.id)
        if _levels(one)
    )


def _levels(one: Heard) -> tuple[tuple[str, int], ...]:
    asked_together = tuple((level, said) for level, said in one.counts if level in _LEVELS and said)
    return asked_together or (((one.level, 1),) if one.level else ())


class Answered(Struct, frozen=True):
    """What one setting answered to one question."""

    setting: str
    """Its key; empty where nobody said whose it is."""
    count: SpotCount


def each_once(documents: Iterable[tuple[str, SpotCounts]]) -> tuple[Answered, ...]:
    """Every answer once, in the order of their ids, however many files it came in.

    Where the files disagree whose it is, one that says so goes before one that does not, and then the first setting by
    its key: what comes out does not depend on the order in which files came.

    Args:
        documents: Each document with the key of its setting; empty where that is not known.
    """
    found: dict[str, Answered] = {}
    for setting, document in documents:
        for count in document.counts:
            one = Answered(setting, count)
            if count.id not in found or _rank(one) < _rank(found[count.id]):
                found[count.id] = one
    return tuple(found[id_] for id_ in sorted(found))


def _rank(one: Answered) -> tuple[bool, str, bool, str, str, tuple[tuple[str, int], ...]]:
    count = one.count
    return (not one.setting, one.setting, not count.unsafe, count.month, count.topic, count.levels)
