"""Spot checks: a few questions put to a role group, and what was heard. Groups, never people, by default."""

from collections.abc import Mapping

from msgspec import Struct

FULL, PARTIAL, NOT_YET, KNEW_WHERE = "full", "partial", "not-yet", "knew-where"
LEVELS: tuple[tuple[str, str], ...] = (
    (FULL, "full"),
    (PARTIAL, "partial"),
    (NOT_YET, "not yet"),
    (KNEW_WHERE, "knew where to look"),
)
"""What was heard, as a level: id and words. There is no "fail"."""
CORRIDOR, PAPER, TOGETHER, SELF = "corridor", "paper", "together", "self"
WAYS: tuple[tuple[str, str], ...] = (
    (CORRIDOR, "asked aloud"),
    (PAPER, "asked from paper"),
    (TOGETHER, "asked of a group together"),
    (SELF, "at the keyboard, by oneself"),
)
"""How a question was put: id and words."""


class SpotRecord(Struct, frozen=True, kw_only=True):
    """Base of what is kept of spot checks. Days are ``YYYY-MM-DD``; empty text means not said."""


class SpotCheck(SpotRecord, frozen=True):
    """One round: a few questions to one role group on one day."""

    id: str
    on: str
    group: str
    """Name of the role group."""
    way: str = CORRIDOR
    people: int = 0
    """How many people were asked; 0 where nobody typed it: then only answers are counted."""
    seed: int = 0
    """What the picking began from, so that it can be done again."""
    questions: tuple[str, ...] = ()
    """Ids of the questions that were picked, in the order of asking."""
    follow_up: str = ""
    ended_at: str = ""
    """Instant at which the round was ended; empty while it can be gone on with."""
    by: str = ""
    at: str = ""


class Heard(SpotRecord, frozen=True):
    """What was heard to one question."""

    id: str
    check: str
    question: str
    fact: str
    topic: str
    bank: str
    edition: str
    """Edition of the bank."""
    group: str
    on: str
    level: str
    critical: bool = False
    unsafe: bool = False
    """Something unsafe was heard or chosen."""
    points: tuple[str, ...] = ()
    """Ids of the points or options that were heard."""
    note: str = ""
    added: str = ""
    """What the person remembered later (sign and review)."""
    added_on: str = ""
    added_level: str = ""
    """The level with what was added; the first one stays."""
    initials: str = ""
    """Only where the person agrees and the notice says so."""
    counts: tuple[tuple[str, int], ...] = ()
    """Level or option id and how many gave it, where a group was asked together; of options their levels are there
    as well, so that summing the levels alone counts everybody once."""
    by: str = ""
    at: str = ""


class Flagged(SpotRecord, frozen=True):
    """A question that somebody found wanting while it was asked."""

    id: str
    question: str
    bank: str
    edition: str
    what: str
    by: str = ""
    at: str = ""


class Counted(SpotRecord, frozen=True):
    """What stays of answers when their time is over: how many of one level."""

    id: str
    month: str
    """``YYYY-MM``."""
    topic: str
    group: str
    question: str
    level: str
    answers: int


class RoleGroup(SpotRecord, frozen=True):
    """People who are asked the same things, such as lunchtime staff."""

    id: str
    name: str
    roles: tuple[str, ...] = ()
    """Ids of ``core.bank.ROLES`` that they are."""
    size: int = 0
    """How many they are; 0 where nobody has said."""
    by: str = ""
    at: str = ""


class AskedBy(SpotRecord, frozen=True):
    """Whose spot checks a file holds, so that a partnership counts a setting once."""

    id: str
    """The setting's own id."""
    register_id: str = ""
    name: str = ""


class Keeping(SpotRecord, frozen=True):
    """What the setting has told its staff about what is kept."""

    id: str = "keeping"
    purpose: str = ""
    """Why the questions are asked, as staff are told before the first one."""
    months: int = 12
    """How long answers are kept before only counts stay."""
    initials: bool = False
    """Whether the notice says that initials may be kept where the person agrees."""
    told_on: str = ""
    by: str = ""
    at: str = ""


class Confirmed(SpotRecord, frozen=True):
    """The named lead has opened the document and confirms a question as it stands."""

    question: str
    edition: str
    """Edition of the bank that was confirmed."""
    checked_on: str
    by: str = ""
    at: str = ""


MONTH_TABLES: Mapping[str, type[SpotRecord]] = {
    "checks": SpotCheck,
    "heard": Heard,
    "flags": Flagged,
    "counted": Counted,
}
"""The tables of a month's book."""
ABOUT_TABLES: Mapping[str, type[SpotRecord]] = {
    "keeping": Keeping,
    "groups": RoleGroup,
    "confirmed": Confirmed,
}
"""The tables of the book of what holds for all months."""
