"""Views of collecting: what came in, what was put aside and why, and what a person has to decide."""

from compact_tui.core.audit_views import View

ACCEPTED, DUPLICATE, SUPERSEDED, QUARANTINED = "accepted", "duplicate", "superseded", "quarantined"


class PutAside(View, frozen=True, kw_only=True):
    """A file that was not taken."""

    file: str
    reason: str
    remedy: str = ""
    """What to do about it."""
    sender: str = ""
    """Address of the mail it came with; empty where it came with none."""
    id: str = ""
    """SHA-256 of its bytes, to say by that it was dealt with; empty where it is not listed later."""


class DealtWith(View, frozen=True, kw_only=True):
    """Files that were put aside, and that a person dealt with."""

    files: tuple[str, ...]
    sentence: str


class Collected(View, frozen=True, kw_only=True):
    """What came of collecting."""

    accepted: int
    duplicates: int
    superseded: int
    """Returns that count no more because a later one of the same setting and round is here."""
    quarantined: tuple[PutAside, ...]
    other: int
    """Documents of another kind that were kept: single-agency audits, rows of spot checks, answers."""
    unmatched: int
    """Returns that belong to no setting of the register yet; 0 where nothing was taken."""
    passed: int
    """Files that hold nothing for this program, such as pictures in mails."""
    stopped: bool
    """Whether it was stopped before the end; run it again to go on."""
    sentence: str


class IndexRebuilt(View, frozen=True, kw_only=True):
    """What came of making the index anew."""

    files: int
    returns: int
    sentence: str


class OfferLine(View, frozen=True):
    """A setting of the register that a return may belong to."""

    entry: str
    name: str
    words: str
    """Its name, its id, and whether a return of the same name was matched to it by hand last round."""


class ReturnLine(View, frozen=True, kw_only=True):
    """A return that was collected."""

    id: str
    name: str
    """The setting, as the return has it."""
    entry: str
    entry_name: str
    """Its name in the register; empty while it is not matched."""
    sector: str
    sector_word: str
    kind: str
    pack: str
    edition: str
    cycle: str
    made_on: str
    received_on: str
    state: str
    """``current`` · ``superseded`` · ``unmatched`` · ``turned-away``."""
    state_words: str
    how: str
    """How it was matched; else why a person has to say, as a sentence."""
    typed_from: str
    offered: tuple[OfferLine, ...] = ()
    """Settings it could belong to, the likeliest first."""
    as_last_round: str = ""
    """Id of the setting that one of this name was matched to by hand last round: the first that is offered."""


class ReturnsView(View, frozen=True, kw_only=True):
    """The returns that were collected, whole or in part."""

    returns: tuple[ReturnLine, ...]
    current: int
    superseded: int
    unmatched: int
    turned_away: int
    expected: int
    put_aside: tuple[PutAside, ...]
    """Files that were put aside, just now or earlier, and not dealt with, whatever the returns are narrowed to."""
    sentence: str


class Decided(View, frozen=True, kw_only=True):
    """What a person decided about a return, or looking again brought."""

    returns: tuple[str, ...]
    sentence: str


class MappingWritten(View, frozen=True, kw_only=True):
    """A mapping that was written to be filled in."""

    path: str
    variation: str
    sentence: str
    wrong: tuple[str, ...] = ()
    """Everything in which one that is there already does not fit the table, a sentence each."""


class LettersMade(View, frozen=True, kw_only=True):
    """Drafts that were made to be sent by a person."""

    folder: str
    """Absolute; empty where there was nothing to make."""
    letters: int
    without_address: int
    sentence: str


class EntryOpened(View, frozen=True, kw_only=True):
    """Where a return on paper is typed in."""

    entry: str
    name: str
    folder: str
    opened: bool
    """Whether it was made now; else it was there."""
    sentence: str
    next_step: str


class CityAudit(View, frozen=True, kw_only=True):
    """A single-agency audit that an agency sent in."""

    id: str
    setting: str
    sector: str
    title: str
    kind: str
    status: str
    started_on: str
    closed_on: str
    made_on: str
    cases: int
    standards: tuple[str, ...]
    works: str
    does_not: str
    training: str
    actions: int
    open_actions: int
    sentence: str


class CityTopic(View, frozen=True, kw_only=True):
    """What staff know of a topic, over all that was sent in."""

    topic: str
    answers: int
    levels: tuple[tuple[str, int], ...]
    """Level id and how many gave it; empty where there are too few to show."""
    sentence: str


class CityView(View, frozen=True, kw_only=True):
    """The city register: what was audited, found and planned, and what staff know."""

    audits: tuple[CityAudit, ...]
    topics: tuple[CityTopic, ...]
    sentence: str
