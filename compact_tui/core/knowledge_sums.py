"""What staff of several settings answered, added up by sector, and which of the sums may be shown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from compact_tui.core.return_facts import ReturnFacts
from compact_tui.core.spot import FULL
from compact_tui.core.spot_counts import Answered, SpotCount
from compact_tui.core.standing import is_old
from compact_tui.core.standing_rules import OLD_AFTER_MONTHS
from compact_tui.core.suppression import kind_groups, may_show

UNSAFE = "unsafe"
"""Stands for a level: an answer with something unsafe in it is of no other."""
NOT_FULL = ""
"""The same for what a return does not tell apart: partly or not known."""


class StandardAsked(Struct, frozen=True):
    """A standard that is asked for."""

    id: str
    number: int
    words: str
    """Number and name."""
    topics: frozenset[str]


class KnowledgeFrame(Struct, frozen=True, kw_only=True):
    """What answers are looked at by."""

    cycle: str
    since: str
    """The month (``YYYY-MM``) from which on answers count."""
    threshold: int
    standards: tuple[StandardAsked, ...]
    titles: Mapping[str, str]
    """Title of each topic, in the order of showing."""
    audits: Mapping[str, tuple[str, ...]] = {}
    """By standard what single-agency audits found, a sentence each."""


class Asked(Struct, frozen=True):
    """Answers of one setting: to a topic, or to all topics of a standard."""

    setting: str
    """Its key; empty for all of whom nobody knows whose they are, which count as one setting."""
    sector: str
    about: str
    """Id of the topic or the standard."""
    levels: tuple[tuple[str, int], ...]
    """Level and how many gave it."""


class Sum(Struct):
    """What some settings answered."""

    settings: set[str]
    levels: Counter[str]

    @classmethod
    def nobody(cls) -> "Sum":
        """Of no setting yet."""
        return cls(set(), Counter())

    @property
    def answers(self) -> int:
        """How many answers."""
        return self.levels.total()

    @property
    def knew(self) -> int:
        """How many in full."""
        return self.levels[FULL]


Sums = Mapping[str, Sum]
"""By sector."""


def first_month(today: str) -> str:
    """The first month (``YYYY-MM``) whose answers are not old: those of a year count."""
    year, month = divmod(int(today[:4]) * 12 + int(today[5:7]) - OLD_AFTER_MONTHS, 12)
    return f"{year:04}-{month + 1:02}"


def asked_of(answers: Iterable[Answered], sectors: Mapping[str, str], since: str) -> Iterator[Asked]:
    """Answers as what is added up: those of the month ``since`` and later, the unsafe ones as a level of their own.

    Args:
        answers: The answers, each once.
        sectors: The sector of each setting, by its key.
        since: ``YYYY-MM``.
    """
    for one in answers:
        if one.count.month >= since:
            yield Asked(one.setting, sectors.get(one.setting, ""), one.count.topic, levels_of(one.count))


def levels_of(count: SpotCount) -> tuple[tuple[str, int], ...]:
    """Level and how many gave it; what was unsafe is of a level of its own."""
    return ((UNSAFE, sum(said for _, said in count.levels)),) if count.unsafe else count.levels


def told_of(facts: ReturnFacts, setting: str, today: str) -> Iterator[Asked]:
    """What a return tells of what staff know, as what is added up; without what is old.

    Args:
        facts: The return.
        setting: The key of its setting.
        today: The day (``YYYY-MM-DD``).
    """
    for one in facts.known:
        if not is_old(one.last, today):
            levels = ((FULL, one.full), (NOT_FULL, one.answers - one.full))
            yield Asked(setting, facts.sector, one.standard, levels)


def sums_of(asked: Iterable[Asked]) -> dict[str, dict[str, Sum]]:
    """By topic, or standard, and sector what was answered."""
    sums: dict[str, dict[str, Sum]] = {}
    for one in asked:
        by_sector = sums.setdefault(one.about, {})
        if one.sector not in by_sector:
            by_sector[one.sector] = Sum.nobody()
        here = by_sector[one.sector]
        here.settings.add(one.setting)
        for level, said in one.levels:
            here.levels[level] += said
    return sums


def joined_sum(sums: Iterable[Sum]) -> Sum:
    """Several sums as one; a setting that is in more than one of them is one setting."""
    whole = Sum.nobody()
    for one in sums:
        whole.settings |= one.settings
        whole.levels.update(one.levels)
    return whole


def groups_shown(sums: Sums, sectors: Sequence[str], threshold: int) -> tuple[tuple[str, ...], ...]:
    """The groups of sectors that are shown beside the city, of one topic or standard.

    Each has as many settings as it takes, and together they are the city: nothing is left over. Nothing comes back
    where the city itself is not shown.

    Args:
        sums: By sector what was answered; nobody's setting is in two sectors.
        sectors: The order in which they are shown.
        threshold: The fewest settings that are shown.
    """
    order = [*(sector for sector in sectors if sector in sums), *(sector for sector in sums if sector not in sectors)]
    sizes = {sector: len(sums[sector].settings) for sector in order}
    if not may_show(sum(sizes.values()), threshold):
        return ()
    if len(sizes) == 1:
        return (tuple(sizes),)
    return tuple(group.kinds for group in kind_groups(sizes, threshold))
