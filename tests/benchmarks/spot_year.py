"""A school year of spot checks on the shipped banks: how the program's picking does beside picking at random.

    python tests/benchmarks/spot_year.py [SEEDS]

40 staff in 6 role groups; each group is asked three questions a week, 38 weeks. How likely an answer is right depends
on the fact and the group, and rises with each time that fact was asked and said back. Both ways of picking meet the
same people. Printed for each way, as the mean of several seeds with the lowest and highest:

- topics and critical facts that each group was asked about, of those that fit it;
- days between two askings of one fact to one group;
- wordings that a group heard twice within 90 days;
- topics that a group was asked about before Christmas;
- weak topics (fewer than half of the latest answers) of more than three wordings that were asked about again within
  four weeks in which anybody is asked, of all times that an answer left such a topic weak.
"""

import hashlib
import random
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from compact_tui.core.bank import family_of
from compact_tui.core.bank_use import Askable, askable_in
from compact_tui.core.days import days_until
from compact_tui.core.memory import memory_of
from compact_tui.core.picking import SAME_WORDING_DAYS, WEAK_BELOW, fits, fitting_roles, pick
from compact_tui.core.spot import FULL, NOT_YET, PARTIAL, Heard
from compact_tui.storage.banks import shipped_banks

FIRST = date(2026, 9, 7)
WEEKS = 52
HOLIDAYS = {7, 15, 16, 23, 30, 31, 37, *range(46, 52)}
"""Weeks from the first in which nobody is asked."""
GROUPS: Mapping[str, tuple[int, tuple[str, ...]]] = {
    "Teachers": (14, ("all-staff",)),
    "Teaching assistants": (10, ("all-staff",)),
    "Lunchtime and kitchen": (6, ("all-staff",)),
    "Office and site": (4, ("all-staff",)),
    "Leaders": (3, ("lead", "manager")),
    "Governors": (3, ("governor",)),
}
"""Name, how many they are, and their roles."""
ROUND = 3
IN_TIME = 28
_FEW = 3
"""Topics with no more wordings than that cannot come back as often as they should: no wording is heard twice."""
CHRISTMAS = "2026-12-24"

Picker = Callable[[Sequence[Askable], Sequence[Heard], str, str, int], Sequence[Askable]]


class Measured(NamedTuple):
    """What one year came to."""

    topics: float
    critical: float
    spacing: float
    repeated: float
    early: float
    again: float


def by_rule(pool: Sequence[Askable], heard: Sequence[Heard], group: str, today: str, seed: int) -> Sequence[Askable]:
    """As the program picks."""
    found = pick(pool, heard, group=group, roles=GROUPS[group][1], today=today, seed=seed, number=ROUND)
    return [one.askable for one in found]


def at_random(pool: Sequence[Askable], heard: Sequence[Heard], group: str, today: str, seed: int) -> Sequence[Askable]:
    """Any three that fit the group."""
    wanted = fitting_roles(GROUPS[group][1])
    able = [one for one in pool if fits(one.question, wanted)]
    return random.Random(f"{seed}{group}{today}").sample(able, ROUND)


def year(pool: Sequence[Askable], picker: Picker, seed: int) -> Measured:
    """Ask for a year, and measure."""
    asked: dict[str, list[Heard]] = {group: [] for group in GROUPS}
    for week in range(WEEKS):
        if week in HOLIDAYS:
            continue
        for at, group in enumerate(GROUPS):
            today = (FIRST + timedelta(weeks=week, days=at % 5)).isoformat()
            for one in picker(pool, asked[group], group, today, seed * 1000 + week):
                asked[group].append(_heard(one, group, today, asked[group], seed))
    return _mean([_measured(pool, group, heard) for group, heard in asked.items()])


def _heard(one: Askable, group: str, today: str, before: Sequence[Heard], seed: int) -> Heard:
    """What somebody of the group says: the fact has its own difficulty, and each earlier asking has taught some."""
    fact = family_of(one.question)
    times = sum(answer.fact == fact for answer in before)
    known = 0.15 + 0.7 * _chance(seed, group, fact) + 0.15 * times
    said = _chance(seed, group, fact, today)
    level = FULL if said < known else PARTIAL if said < known + 0.2 else NOT_YET
    name = f"{group}{today}{one.question.id}"
    return Heard(
        id=name,
        check=f"{group}{today}",
        question=one.question.id,
        fact=fact,
        topic=one.question.topic,
        bank=one.bank,
        edition=one.edition,
        group=group,
        on=today,
        level=level,
        critical=one.question.critical,
        at=f"{today}T10:00:00Z",
    )


def _chance(*names: object) -> float:
    digest = hashlib.blake2b(repr(names).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") / 2**64


def _measured(pool: Sequence[Askable], group: str, heard: Sequence[Heard]) -> Measured:
    wanted = fitting_roles(GROUPS[group][1])
    able = [one.question for one in pool if fits(one.question, wanted)]
    topics = {question.topic for question in able}
    critical = {family_of(question) for question in able if question.critical}
    facts: dict[str, list[Heard]] = {}
    wordings: dict[str, list[str]] = {}
    for answer in heard:
        facts.setdefault(answer.fact, []).append(answer)
        wordings.setdefault(answer.question, []).append(answer.on)
    gaps = [days_until(b.on, a.on) for said in facts.values() for a, b in zip(said, said[1:], strict=False)]
    twice = [days_until(b, a) for days in wordings.values() for a, b in zip(days, days[1:], strict=False)]
    early = {one.topic for one in heard if one.on < CHRISTMAS}
    wordings_of = Counter(question.topic for question in able)
    weak, again = _weak(heard, wordings_of)
    return Measured(
        topics=100 * len({one.topic for one in heard}) / len(topics),
        critical=100 * len(critical & set(facts)) / max(len(critical), 1),
        spacing=statistics.median(gaps) if gaps else 0.0,
        repeated=float(sum(days <= SAME_WORDING_DAYS for days in twice)),
        early=100 * len(early) / len(topics),
        again=100 * again / max(weak, 1),
    )


def _weak(heard: Sequence[Heard], wordings: Mapping[str, int]) -> tuple[int, int]:
    """How often an answer left a topic weak, and how often it was asked about again in time."""
    weak = again = 0
    for at, one in enumerate(heard):
        if days_until(heard[-1].on, one.on) <= IN_TIME:
            break
        topic = memory_of(heard[: at + 1], one.group).topics[one.topic]
        if topic.share < WEAK_BELOW and wordings[one.topic] > _FEW:
            later = [other for other in heard[at + 1 :] if other.topic == one.topic and other.on > one.on]
            weak += 1
            again += bool(later) and _asking_days(one.on, later[0].on) <= IN_TIME
    return weak, again


def _asking_days(first: str, last: str) -> int:
    """Days between two days, without the weeks in which nobody is asked."""
    begin = (date.fromisoformat(first) - FIRST).days // 7
    end = (date.fromisoformat(last) - FIRST).days // 7
    return days_until(last, first) - 7 * len(HOLIDAYS & set(range(begin, end + 1)))


def _mean(rows: Sequence[Measured]) -> Measured:
    return Measured(*(statistics.mean(column) for column in zip(*rows, strict=True)))


def main() -> None:
    """Simulate and print side by side."""
    seeds = range(1, int(sys.argv[1]) + 1 if len(sys.argv) > 1 else 6)
    banks = [one.bank for one in shipped_banks() if one.bank]
    pool = askable_in(banks, FIRST.isoformat(), "education", {})
    found = {
        name: [year(pool, picker, seed) for seed in seeds]
        for name, picker in (("rule", by_rule), ("random", at_random))
    }
    asked = (WEEKS - len(HOLIDAYS)) * ROUND
    print(f"{len(pool)} questions, {len(GROUPS)} groups, {asked} questions a group and year, {len(seeds)} seeds")
    print(f"{'':44}{'as the program picks':>24}{'at random':>24}")
    words = {
        "topics": "topics that a group was asked about, %",
        "critical": "critical facts that it was asked, %",
        "spacing": "days between two askings of a fact, median",
        "repeated": "wordings heard twice in 90 days, a group",
        "early": "topics asked about before Christmas, %",
        "again": "weak topics asked about again in time, %",
    }
    for at, name in enumerate(Measured._fields):
        cells = []
        for rows in found.values():
            values = [row[at] for row in rows]
            cells.append(f"{statistics.mean(values):8.1f} ({min(values):.1f} to {max(values):.1f})")
        print(f"{words[name]:44}{cells[0]:>24}{cells[1]:>24}")


if __name__ == "__main__":
    main()
