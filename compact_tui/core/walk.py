"""Walks round the notice boards: what was looked at on a day, and how it was."""

from collections.abc import Mapping
from datetime import date, timedelta

from compact_tui.core.board import BoardRecord
from compact_tui.core.notice_use import look_days

THERE, OUT_OF_DATE, WRONG, MISSING, NOT_NEEDED = "there", "out-of-date", "wrong", "missing", "not-needed"
MARKS: tuple[tuple[str, str, str], ...] = (
    (THERE, "there and right", "t"),
    (OUT_OF_DATE, "out of date", "o"),
    (WRONG, "wrong", "w"),
    (MISSING, "missing", "m"),
    (NOT_NEEDED, "not needed here", "n"),
)
"""How an item was: id, words, and the letter that says it on the screen and on paper."""
NOT_RIGHT = frozenset({OUT_OF_DATE, WRONG, MISSING})
"""Marks of what is to be put right."""
MARK_WORDS: Mapping[str, str] = {mark: words for mark, words, _ in MARKS}
RIGHT_WITHIN = 14
"""Days within which what is not right should be put right and looked at again."""
_SELDOM = 42
"""Days from which on an item waits for a walk; what is looked at every day or week is seen in passing."""
LETTERS: Mapping[str, str] = {letter: mark for mark, _, letter in MARKS}


class Walk(BoardRecord, frozen=True):
    """One walk round some boards."""

    id: str
    on: str
    boards: tuple[str, ...] = ()
    """Ids of the boards, in the order of walking."""
    role: str = ""
    """Who walks, as a role."""
    ended_at: str = ""
    """Instant at which it was ended; empty while it can be gone on with."""
    by: str = ""
    at: str = ""


class Look(BoardRecord, frozen=True):
    """One item of one board, as it was on a walk."""

    id: str
    walk: str
    board: str
    item: str
    on: str
    mark: str = ""
    """An id of ``MARKS``; empty while something was read off and nobody has said how it is."""
    reads: str = ""
    """What was read off it, in any order."""
    found: tuple[str, ...] = ()
    """What the comparison said, in sentences."""
    proposed: str = ""
    """The mark that the comparison speaks for; empty where it says nothing."""
    expires: str = ""
    """The day from which it no longer holds."""
    note: str = ""
    reason: str = ""
    """Why it is not needed here."""
    topics: tuple[str, ...] = ()
    """Ids of the topics that the item belongs to, as the list had them then."""
    again_by: str = ""
    """The day by which it wants another look; empty for what is looked at every day or week anyway."""
    action: str = ""
    """Id of the action that puts it right, on the audit's plan."""
    by: str = ""
    at: str = ""


WALK_TABLES: Mapping[str, type[BoardRecord]] = {"walks": Walk, "looks": Look}
"""The tables of a year's book."""


def mark_on(look: Look, today: str) -> str:
    """How an item is on a day: what was there and has expired since is out of date."""
    expired = look.mark == THERE and bool(look.expires) and look.expires < today
    return OUT_OF_DATE if expired else look.mark


def latest(looks: tuple[Look, ...]) -> tuple[Look, ...]:
    """The newest look at each item of each board that says how it was, in the order of looking."""
    newest: dict[tuple[str, str], Look] = {}
    for one in sorted((one for one in looks if one.mark), key=lambda one: (one.on, one.at)):
        newest.pop((one.board, one.item), None)
        newest[one.board, one.item] = one
    return tuple(newest.values())


def again_by(mark: str, look: str, on: str) -> str:
    """The day by which an item wants another look; empty where none is due.

    Args:
        mark: How it was.
        look: How often to look, an id of ``core.notice.LOOKS``.
        on: The day of the look.
    """
    days = RIGHT_WITHIN if mark in NOT_RIGHT else look_days(look)
    due = mark in NOT_RIGHT or (mark == THERE and days >= _SELDOM)
    return (date.fromisoformat(on) + timedelta(days=days)).isoformat() if due else ""
