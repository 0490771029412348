"""What a role group has been asked and what was heard, by question, by fact and by topic."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from compact_tui.core.days import days_until, is_day
from compact_tui.core.spot import FULL, KNEW_WHERE, NOT_YET, PARTIAL, Heard

SCORES: Mapping[str, int] = {FULL: 2, KNEW_WHERE: 2, PARTIAL: 1}
"""What a level counts for, in halves of a full answer; anything else counts for nothing.

To know where to look is given as a level only where the procedure says that this is enough.
"""
_RECENT = 10
"""How many of the latest answers say how well something is known now."""


class Tally(Struct):
    """What was heard of one thing, such as a fact, by one group."""

    last_on: str = ""
    """The day it was last asked; empty if never."""
    answers: int = 0
    """How many answers were heard in all."""
    edition: str = ""
    """Edition of the bank it was last asked from."""
    latest: tuple[int, ...] = ()
    """What the latest answers count for, in halves, newest first."""

    @property
    def share(self) -> float:
        """How much of it is known now, from 0 to 1; 0 where nothing was heard."""
        return sum(self.latest) / (2 * len(self.latest)) if self.latest else 0.0

    def add(self, answer: Heard) -> None:
        """Take in an answer; they come newest first."""
        self.answers += 1
        if not self.last_on:
            self.last_on, self.edition = answer.on, answer.edition
        if len(self.latest) < _RECENT:
            scores = _scores(answer)
            self.latest = (*self.latest, *scores)[:_RECENT]

    def days_since(self, today: str) -> int:
        """Whole days since it was last asked; a large number if never."""
        return max(0, -days_until(self.last_on, today)) if is_day(self.last_on) else 10_000


class Memory(Struct, frozen=True):
    """What one group was asked."""

    questions: Mapping[str, Tally]
    facts: Mapping[str, Tally]
    topics: Mapping[str, Tally]

    def of(self, table: Mapping[str, Tally], name: str) -> Tally:
        """The tally of one thing; an empty one where nothing was heard."""
        return table.get(name) or Tally()


def memory_of(heard: Iterable[Heard], group: str) -> Memory:
    """What a group was asked, out of everything that was heard, in any order."""
    own: Sequence[Heard] = sorted((h for h in heard if h.group == group), key=lambda h: (h.on, h.at), reverse=True)
    questions: dict[str, Tally] = {}
    facts: dict[str, Tally] = {}
    topics: dict[str, Tally] = {}
    for answer in own:
        for table, name in ((questions, answer.question), (facts, answer.fact), (topics, answer.topic)):
            table.setdefault(name, Tally()).add(answer)
    return Memory(questions, facts, topics)


def _scores(answer: Heard) -> tuple[int, ...]:
    """What an answer counts for; one given by a group together counts for each level that was said."""
    if answer.counts:
        known = [(level, said) for level, said in answer.counts if level in SCORES or level == NOT_YET]
        return tuple(SCORES.get(level, 0) for level, said in known for _ in range(min(said, _RECENT)))
    return (0 if answer.unsafe else SCORES.get(answer.level, 0),)
