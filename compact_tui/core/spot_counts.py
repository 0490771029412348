"""What a partnership keeps of an area's spot checks: how many answers of which level, and nothing that was said."""

from collections import Counter
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


class SpotCounts(Struct, frozen=True, kw_only=True):
    """The document."""

    format: Literal["compact-spot-counts"] = FORMAT
    format_version: Literal[1] = FORMAT_VERSION
    id: str
    counts: tuple[SpotCount, ...]
    digest: str = ""


def counts_of(heard: Iterable[Heard]) -> tuple[SpotCount, ...]:
    """Answers as numbers, by their ids; notes, initials, groups and roles stay behind."""
    return tuple(
        SpotCount(id=one.id, month=one.on[:7], topic=one.topic, levels=_levels(one))
        for one in sorted(heard, key=lambda one: one.id)
        if _levels(one)
    )


def _levels(one: Heard) -> tuple[tuple[str, int], ...]:
    asked_together = tuple((level, said) for level, said in one.counts if level in _LEVELS and said)
    return asked_together or (((one.level, 1),) if one.level else ())


def by_topic(documents: Iterable[SpotCounts]) -> tuple[tuple[str, tuple[tuple[str, int], ...]], ...]:
    """How many answers of each level each topic has; an answer that came in several files counts once."""
    known = {one.id: one for document in documents for one in document.counts}
    topics: dict[str, Counter[str]] = {}
    for one in known.values():
        topics.setdefault(one.topic, Counter()).update(dict(one.levels))
    order = [level for level, _ in LEVELS]
    return tuple(
        (topic, tuple((level, levels[level]) for level in order if levels[level]))
        for topic, levels in sorted(topics.items())
    )
