"""What staff know, as it was published before: whether figures of now beside it would tell about a few settings."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256

from compact_tui.core.days import say_day
from compact_tui.core.knowledge_sums import Asked
from compact_tui.core.learning_report import CITY
from compact_tui.core.partnership import FiguresPublished
from compact_tui.core.published import Row
from compact_tui.core.spot import FULL
from compact_tui.core.suppression import may_show
from compact_tui.core.text import count, listed

_NAMED = 3
"""Topics that are named one by one."""
StaffCounted = Mapping[tuple[str, str], tuple[Row, ...]]
"""By topic and sector, or the city, what is counted, as ``FiguresPublished.counted``."""


def staff_now(asked: Iterable[Asked]) -> StaffCounted:
    """The settings behind what staff know, as they are remembered when it is published.

    Of what each answered only what is told makes a difference: how many answers, and how many in full.
    """
    sums: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    for one in asked:
        for sector in (one.sector, CITY):
            settings = sums.setdefault((one.about, sector), {})
            knew, answers = settings.get(one.setting, (0, 0))
            full = sum(said for level, said in one.levels if level == FULL)
            settings[one.setting] = knew + full, answers + sum(said for _, said in one.levels)
    return {
        where: tuple((setting, "", "", _digest(*told)) for setting, told in sorted(settings.items()))
        for where, settings in sums.items()
    }


def _digest(knew: int, answers: int) -> str:
    return sha256(f"{knew} of {answers}".encode()).hexdigest()[:16]


def staff_told(
    published: Iterable[FiguresPublished], now: StaffCounted, titles: Mapping[str, str], threshold: int
) -> Iterator[str]:
    """What a reader of both could work out of few settings, a sentence for all topics of which it is the same.

    Args:
        published: What was published.
        now: What is counted now.
        titles: Of the topics that are told now, by their ids.
        threshold: The least that is shown.
    """
    found: dict[tuple[str, str, int], dict[str, None]] = {}
    for one in published:
        then, here = ({row[0]: row[3] for row in rows} for rows in (one.counted, now.get((one.topic, one.sector), ())))
        came, gone = here.keys() - then.keys(), then.keys() - here.keys()
        others = {setting for setting in here.keys() & then.keys() if here[setting] != then[setting]}
        few = len(came) + len(gone) + len(others)
        if one.topic in titles and not may_show(few, threshold):
            words = listed(_words(len(came), len(others), len(gone)))
            found.setdefault((one.on, words, threshold - few), {})[f'"{titles[one.topic]}"'] = None
    for (day, words, more), topics in found.items():
        names = [*topics][:_NAMED]
        names += [count(len(topics) - _NAMED, "other topic")] if len(topics) > _NAMED else []
        since = f"Since what staff know of {listed(names)} was published on {say_day(day)}: {words}."
        yield f"{since} Whoever has both could work out theirs. Publish one of them only, or wait for {more} more."


def _words(came: int, others: int, gone: int) -> Iterator[str]:
    told = (
        (came, "setting sent answers", "settings sent answers"),
        (others, "sent more, or has answers that are old now", "sent more, or have answers that are old now"),
        (gone, "counts no longer", "count no longer"),
    )
    yield from (count(number, one, many) for number, one, many in told if number)
