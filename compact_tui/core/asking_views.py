"""What is shown while questions are asked, and of rounds that were."""

from msgspec import Struct

from compact_tui.core.views import PlaceLine


class AskRow(Struct, frozen=True, kw_only=True):
    """A point to listen for, or an option to choose."""

    id: str
    key: str
    """The key that ticks it: ``1 2 3`` for points, ``a b c`` for options."""
    words: str
    kind: str
    """``must should must-not`` for points, ``right wrong unsafe`` for options."""
    heard: bool
    feedback: str = ""


class AskPage(Struct, frozen=True, kw_only=True):
    """One question of a round, as it is asked."""

    check: str
    group: str
    number: int
    """Which question of the round it is, from 1."""
    of: int
    question: str
    bank: str
    topic: str
    """The topic's title."""
    kind: str
    kind_words: str
    prompt: str
    choices: tuple[str, ...]
    """What is read aloud after the prompt; empty for a spoken question."""
    why_asked: str
    repeated: bool
    """The same wording was heard within the last 90 days."""
    rows: tuple[AskRow, ...]
    answer: str
    why_it_matters: str
    sources: tuple[str, ...]
    """Title, edition and place, one a line."""
    marks: tuple[str, ...]
    critical: bool
    knew_where: bool
    """Whether "I would ask the lead" is an acceptable answer here."""
    proposed: str
    """The level that the ticks amount to."""
    proposed_words: str
    level: str
    """The level that was kept; empty while none was."""
    level_words: str
    unsafe: bool
    note: str
    flagged: bool
    previous: str
    """Id of the question before in this round; empty at the first."""
    next: str
    """Id of the question after; empty at the last."""


class RoundEnd(Struct, frozen=True, kw_only=True):
    """How a round ended: two lines, and what could follow."""

    check: str
    lines: tuple[str, ...]
    follow_ups: tuple[str, ...]
    """What could be done next, to choose from."""
    follow_up: str


class HeardLine(Struct, frozen=True, kw_only=True):
    """What was heard to one question, in a list."""

    id: str
    question: str
    prompt: str
    topic: str
    level: str
    level_words: str
    unsafe: bool
    heard: tuple[str, ...]
    note: str
    added: str
    added_on: str
    added_level: str
    added_level_words: str
    initials: str
    counts: tuple[tuple[str, int], ...]


class RoundLine(Struct, frozen=True, kw_only=True):
    """A round in a list."""

    id: str
    on: str
    group: str
    way: str
    way_words: str
    people: int
    questions: int
    answered: int
    open: bool
    words: str
    """How it went, such as ``3 answers: 1 full, 2 partial``."""
    follow_up: str
    by: str


class RoundView(Struct, frozen=True, kw_only=True):
    """A round, whole."""

    round: RoundLine
    heard: tuple[HeardLine, ...]
    seed: int


class SpotPlace(Struct, frozen=True, kw_only=True):
    """The place of the spot checks: what can be done there, and how it stands."""

    sentence: str
    lines: tuple[PlaceLine, ...]
    last_group: str
    """Whom one would most likely ask next; empty when nobody was asked yet."""
    groups: tuple[str, ...]
    """The role groups that were named so far, the latest first, then those that the program knows."""
    waiting: str
    """Id of the round that was left last and not ended; empty for none."""
    told: bool
    """Whether staff were told what is kept."""


class KeepingView(Struct, frozen=True, kw_only=True):
    """What staff are told about what is kept."""

    told: bool
    """Whether somebody has said so; else it is what they would be told."""
    purpose: str
    months: int
    initials: bool
    told_on: str
    lines: tuple[str, ...]
    """The same in words, a sentence each."""


class NextQuestion(Struct, frozen=True, kw_only=True):
    """A question that could be asked next."""

    id: str
    topic: str
    kind: str
    prompt: str
    why: str


class Purged(Struct, frozen=True, kw_only=True):
    """What was taken out for good, or would be."""

    answers: int
    files: int
    """Files that it stands in: books, pages of history and dated copies."""
    done: bool
    sentence: str
    not_reached: tuple[str, ...]
    """Files that nobody can look into, a sentence each."""


class OwnRows(Struct, frozen=True, kw_only=True):
    """What is kept of one person's own answers."""

    initials: str
    rows: tuple[HeardLine, ...]
    sentence: str


class RowConflict(Struct, frozen=True, kw_only=True):
    """A record that is here and in a file, and differs."""

    id: str
    what: str
    ours: str
    theirs: str


class RowsTaken(Struct, frozen=True, kw_only=True):
    """What came of taking in records from a file."""

    new: int
    same: int
    conflicts: tuple[RowConflict, ...]
    """Of these, ours stay."""
    left_out: tuple[str, ...]
    """What was not taken and why, a sentence each."""
    done: bool
    sentence: str


class RowsWritten(Struct, frozen=True, kw_only=True):
    """A file of records that was written."""

    path: str
    rounds: int
    answers: int
    flags: int
    sentence: str
