"""Standing: what a setting claims of a standard, beside what staff know, files show and boards show."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.board_show import ago
from compact_tui.core.days import is_day
from compact_tui.core.standing_rules import (
    DIFFERENCES,
    KNOWN,
    MIDDLE,
    NO_CLAIM,
    OLD_AFTER_MONTHS,
    SEEN,
    SHOWN,
    STRONG,
    WEAK,
    claim_by_answers,
    difference_of,
    judged,
)

_ORDER = {one.id: at for at, one in enumerate(DIFFERENCES)}


class Value(Struct, frozen=True, kw_only=True):
    """Base of these values. Days are ``YYYY-MM-DD``; empty text means not said."""


class Telling(Value, frozen=True):
    """The one thing that says most about a way of knowing."""

    id: str
    """Id of the topic, or of the thing."""
    words: str
    """Title of a topic, or of a thing on a board."""
    board: str = ""
    """Name of the board it hangs on."""
    mark: str = ""
    """How it is there, in words."""
    right: int = 0
    of: int = 0


class Claimed(Value, frozen=True):
    """What the setting says of itself."""

    level: str = ""
    """Id of the level; empty where none is chosen, or the pack has none."""
    word: str = ""
    strong: bool = False
    """Chosen from the upper half of the scale."""
    weak: bool = False
    """Chosen where the pack calls a level weak."""
    on: str = ""
    """The day it was confirmed."""
    graded: bool = True
    """False for a pack without grades: there the answers are the claim."""
    met: int = 0
    partly: int = 0
    answered: int = 0
    applicable: int = 0
    """How many criteria apply; where none does, nothing is asked."""
    age: str = ""


class Known(Value, frozen=True):
    """What staff know: answers of spot checks on the topics of a standard. Counts of answers, over all groups."""

    answers: int = 0
    full: int = 0
    partial: int = 0
    not_yet: int = 0
    unsafe: int = 0
    """Questions to which something unsafe was heard in the last year, and nothing safe since."""
    last: str = ""
    telling: Telling | None = None
    """The topic that is known least."""
    unsafe_on: str = ""
    """Title of the topic of the unsafe answer."""
    age: str = ""
    says: str = ""
    """``none too-few old good mixed poor``."""


class Shown(Value, frozen=True):
    """What files show: single-agency audits that touch a standard."""

    audits: int = 0
    cases: int = 0
    yes: int = 0
    partly: int = 0
    no: int = 0
    last: str = ""
    telling: Telling | None = None
    """The topic with the fewest "yes"."""
    age: str = ""
    says: str = ""


class Seen(Value, frozen=True):
    """What is seen: things on notice boards that belong to a standard."""

    items: int = 0
    right: int = 0
    wrong: int = 0
    last: str = ""
    telling: Telling | None = None
    """A thing that is not right."""
    age: str = ""
    says: str = ""


class Beside(Value, frozen=True):
    """What stands beside the claim of one standard."""

    known: Known = Known()
    shown: Shown = Shown()
    seen: Seen = Seen()


class StandingLine(Value, frozen=True):
    """One standard, four ways of knowing side by side. This is what ``standing --json`` prints."""

    standard: str
    claimed: Claimed
    known: Known
    shown: Shown
    seen: Seen
    difference: str
    """An id of ``standing_rules.DIFFERENCES``."""
    because: str
    """The difference in a sentence, the most telling thing first."""


class Weighed(Value, frozen=True):
    """A line before it has its sentence."""

    line: StandingLine
    gap: int
    """How far the claim and the rest are apart; 0 where they agree or nothing can be said."""


def weigh(standard: str, claimed: Claimed, beside: Beside, today: str) -> Weighed:
    """Put four ways of knowing side by side.

    Args:
        standard: Id of the standard.
        claimed: What is claimed.
        beside: What staff know, what files show, and what is seen on boards.
        today: The day it is told on.
    """
    known, shown, seen = beside.known, beside.shown, beside.seen
    halves = 2 * known.full + known.partial
    known = replace(
        known,
        age=ago(known.last, today),
        says=judged(
            KNOWN,
            known.answers,
            hundredths(halves, 2 * known.answers),
            old=is_old(known.last, today),
            unsafe=known.unsafe > 0,
        ),
    )
    rated = shown.yes + shown.partly + shown.no
    shown = replace(
        shown,
        age=ago(shown.last, today),
        says=judged(
            SHOWN,
            shown.cases if rated else 0,
            hundredths(2 * shown.yes + shown.partly, 2 * rated),
            old=is_old(shown.last, today),
        ),
    )
    seen = replace(
        seen,
        age=ago(seen.last, today),
        says=judged(SEEN, seen.items, hundredths(seen.right, seen.items), old=is_old(seen.last, today)),
    )
    claimed = replace(claimed, age=ago(claimed.on, today))
    voices = {KNOWN: known.says, SHOWN: shown.says, SEEN: seen.says}
    difference, gap = difference_of(claim_of(claimed), voices, asked=claimed.applicable > 0)
    line = StandingLine(
        standard=standard,
        claimed=claimed,
        known=known,
        shown=shown,
        seen=seen,
        difference=difference,
        because="",
    )
    return Weighed(line=line, gap=gap)


def claim_of(claimed: Claimed) -> str:
    """How strong a claim is: ``strong middle weak``; empty where nothing is claimed yet."""
    if claimed.graded:
        return NO_CLAIM if not claimed.level else WEAK if claimed.weak else STRONG if claimed.strong else MIDDLE
    if 2 * claimed.answered < claimed.applicable:
        return NO_CLAIM
    return claim_by_answers(hundredths(2 * claimed.met + claimed.partly, 2 * claimed.applicable))


def hundredths(part: int, whole: int) -> int:
    """How much of a whole a part is, in whole hundredths and never rounded up; 0 of nothing."""
    return 100 * part // whole if whole else 0


def a_year_before(today: str) -> str:
    """The day on or before which something is old."""
    year, month = divmod(int(today[:4]) * 12 + int(today[5:7]) - 1 - OLD_AFTER_MONTHS, 12)
    return f"{year:04}-{month + 1:02}{today[7:]}"


def is_old(last: str, today: str) -> bool:
    """Whether a day is too long ago to judge by."""
    return is_day(last) and last <= a_year_before(today)


def by_difference(lines: Iterable[Weighed], places: Mapping[str, int]) -> tuple[Weighed, ...]:
    """Lines with what differs most first; those that differ alike stand in the order of the pack.

    Args:
        lines: The lines.
        places: Where each standard stands in the pack.
    """
    return tuple(
        sorted(lines, key=lambda one: (_ORDER[one.line.difference], -one.gap, places.get(one.line.standard, 0)))
    )
