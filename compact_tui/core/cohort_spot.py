"""The spot checks of a made-up setting: a few topics, asked one by one or together."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from compact_tui.core.cohort import CohortSetting, Draw
from compact_tui.core.pack import Standard
from compact_tui.core.spot import CORRIDOR, FULL, KNEW_WHERE, NOT_YET, PARTIAL, TOGETHER, Heard, SpotCheck
from compact_tui.core.standing_shared import StandingShared

_SENDS, _SHARES, _ASKS = 0.5, 0.25, 0.75
"""How many settings send spot checks, let counts travel with the return, and ask about each topic."""
_REST = ((PARTIAL, 5), (NOT_YET, 4), (KNEW_WHERE, 2))
"""What is heard where it is not known in full, and how often."""
_UNSAFE = 0.03
_GROUPS = ("Teaching staff", "Lunchtime staff", "Volunteers", "Office")


class DemoTopic(Struct, frozen=True):
    """A topic that is asked about, and how likely an answer in full is, from 0 to 1."""

    id: str
    known: float


class DemoTopics(Struct, frozen=True):
    """All of them."""

    topic: tuple[DemoTopic, ...]


def sends_spot_checks(one: CohortSetting, seed: int) -> bool:
    """Whether a made-up setting sends its spot checks to the partnership."""
    return one.fate != "never" and Draw(seed, one.number, "spot").part("sends") < _SENDS


def cohort_heard(
    one: CohortSetting, topics: Sequence[DemoTopic], seed: int, day: str
) -> tuple[tuple[SpotCheck, ...], tuple[Heard, ...]]:
    """The rounds of a made-up setting and what was heard in them.

    Args:
        one: The setting.
        topics: What is asked about.
        seed: Which cohort.
        day: The day (``YYYY-MM-DD``) before which they were asked, by some months.
    """
    draw = Draw(seed, one.number, "spot")
    checks, heard = [], []
    for at, topic in enumerate(topics):
        if draw.part("asks", topic.id) >= _ASKS:
            continue
        mark = f"{seed}-{one.number:05}-{at}"
        on = (date.fromisoformat(day) - timedelta(days=draw.number(5, 150, "day", topic.id))).isoformat()
        group, people = draw.one(_GROUPS, "group", topic.id), draw.number(2, 9, "people", topic.id)
        together = draw.part("way", topic.id) < 0.5  # noqa: PLR2004 - half of the rounds
        check = SpotCheck(
            id=f"k-{mark}", on=on, group=group, way=TOGETHER if together else CORRIDOR, people=people, ended_at=on
        )
        checks.append(check)
        levels = [_level(one, topic, draw, person) for person in range(people)]
        if together:
            counts = tuple((level, levels.count(level)) for level in dict.fromkeys(levels))
            heard.append(_heard(check, topic, f"h-{mark}", levels[0], counts))
        else:
            heard += [
                _heard(check, topic, f"h-{mark}-{person}", level, (), unsafe=_unsafe(draw, topic, person, level))
                for person, level in enumerate(levels)
            ]
    return tuple(checks), tuple(heard)


def cohort_standing(
    one: CohortSetting, standards: Sequence[Standard], draw: Draw, day: str
) -> Iterator[StandingShared]:
    """What a made-up setting lets travel with its return of what its staff know; most settings nothing."""
    if draw.part("shares") >= _SHARES:
        return
    for standard in standards:
        answers = draw.number(4, 20, "answers", standard.id)
        full = sum(draw.part("full", standard.id, at) < one.quality - 0.1 for at in range(answers))
        enough = answers > 4  # noqa: PLR2004 - fewer answers do not leave a setting
        yield StandingShared(
            standard=standard.id,
            counted_on=day,
            known_answers=answers if enough else 0,
            known_full=full if enough else 0,
            known_last=day if enough else "",
            by="Designated lead",
            at=f"{day}T09:30:00Z",
        )


def _level(one: CohortSetting, topic: DemoTopic, draw: Draw, person: int) -> str:
    if draw.part("full", topic.id, person) < topic.known + one.quality - 0.8:
        return FULL
    return draw.weighed([level for level, _ in _REST], [often for _, often in _REST], "level", topic.id, person)


def _unsafe(draw: Draw, topic: DemoTopic, person: int, level: str) -> bool:
    return level == NOT_YET and draw.part("unsafe", topic.id, person) < _UNSAFE


def _heard(
    check: SpotCheck,
    topic: DemoTopic,
    id_: str,
    level: str,
    counts: tuple[tuple[str, int], ...],
    *,
    unsafe: bool = False,
) -> Heard:
    return Heard(
        id=id_,
        check=check.id,
        question=f"demo-{topic.id}",
        fact=f"demo-{topic.id}",
        topic=topic.id,
        bank="demo",
        edition="1",
        group=check.group,
        on=check.on,
        level=level,
        unsafe=unsafe,
        counts=counts,
    )
