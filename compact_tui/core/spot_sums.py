"""Answers counted by level, and what they amount to."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from compact_tui.core.memory import SCORES
from compact_tui.core.picking import STRONG_FROM, WEAK_BELOW
from compact_tui.core.spot import LEVELS, Counted, Heard

KNOWN, PARTLY, WEAK, NEVER, KEPT_BACK, NOT_ASKED = "known", "partly", "weak", "never", "kept-back", "not-for-them"
STATES: Mapping[str, tuple[str, str]] = {
    KNOWN: ("done", "known"),
    PARTLY: ("started", "partly known"),
    WEAK: ("attention", "not yet known"),
    NEVER: ("not-started", "never asked"),
    KEPT_BACK: ("none", "not shown"),
    NOT_ASKED: ("none", "not for them"),
}
"""How well something is known: id, the state whose glyph stands for it, and the word."""
_LEVELS = dict(LEVELS)


class Said(Struct, frozen=True):
    """So many answers of one level, of one group to one question."""

    on: str
    """The day; of what was only counted, the first of its month."""
    topic: str
    group: str
    question: str
    level: str
    answers: int = 1
    unsafe: bool = False
    more_later: bool = False
    """More was remembered later (sign and review); the level heard first stays what counts."""


class Sum(Struct):
    """Answers by level, and what they add up to.

    What an answer counts for (``core.memory.SCORES``):

    ============================  =========================================================
    full                          a whole answer
    knew where to look            a whole answer; given only where the question allows it
    partial                       half an answer
    not yet                       nothing
    anything unsafe, any level    nothing
    remembered later              nothing more: it is shown beside what was heard first
    ============================  =========================================================
    """

    answers: int = 0
    halves: int = 0
    """What they count for, in halves of a full answer."""
    unsafe: int = 0
    more_later: int = 0
    levels: dict[str, int] = {}
    first: str = ""
    last: str = ""
    """First and last day."""

    def add(self, said: Said) -> None:
        """Take in answers."""
        self.answers += said.answers
        self.halves += 0 if said.unsafe else SCORES.get(said.level, 0) * said.answers
        self.unsafe += said.answers if said.unsafe else 0
        self.more_later += said.answers if said.more_later else 0
        self.levels[said.level] = self.levels.get(said.level, 0) + said.answers
        self.first = min(self.first or said.on, said.on)
        self.last = max(self.last, said.on)

    def take(self, other: "Sum") -> None:
        """Take in another sum."""
        self.answers += other.answers
        self.halves += other.halves
        self.unsafe += other.unsafe
        self.more_later += other.more_later
        for level, answers in other.levels.items():
            self.levels[level] = self.levels.get(level, 0) + answers
        self.first = min(self.first or other.first, other.first or self.first)
        self.last = max(self.last, other.last)

    @property
    def share(self) -> float:
        """How much of it was known, from 0 to 1; 0 where nothing was heard."""
        return self.halves / (2 * self.answers) if self.answers else 0.0

    @property
    def percent(self) -> int:
        """The same as a whole number of hundredths."""
        return round(100 * self.share)

    @property
    def known(self) -> str:
        """How well it is known, as an id of ``STATES``."""
        if not self.answers:
            return NEVER
        return WEAK if self.share < WEAK_BELOW else PARTLY if self.share < STRONG_FROM else KNOWN

    @property
    def word(self) -> str:
        """How well it is known, in a word or two."""
        return STATES[self.known][1]

    def by_level(self) -> tuple[tuple[str, int], ...]:
        """Levels that were heard and how often, the fullest first."""
        return tuple((level, self.levels[level]) for level, _ in LEVELS if self.levels.get(level))


def said_in(heard: Iterable[Heard], counted: Iterable[Counted]) -> Iterator[Said]:
    """Everything that was said, also what only counts are left of; a question without a level is no answer yet.

    Where a group was asked together, its levels are counted; options stand beside them and are not counted again.
    """
    for one in heard:
        if one.counts:
            for level, answers in one.counts:
                if level in _LEVELS:
                    yield Said(one.on, one.topic, one.group, one.question, level, answers)
        elif one.level:
            more = SCORES.get(one.added_level, 0) > SCORES.get(one.level, 0)
            yield Said(one.on, one.topic, one.group, one.question, one.level, 1, one.unsafe, more)
    for row in counted:
        yield Said(f"{row.month}-01", row.topic, row.group, row.question, row.level, row.answers)
