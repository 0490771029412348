"""The records of reading: who reads a return, and what the committee decided about it."""

from msgspec import Struct

from compact_tui.core.record import PartnershipRecord


class Allocation(PartnershipRecord, frozen=True):
    """Who reads a return."""

    id: str
    """Id of the return, with ``#2`` where it is read a second time, blind."""
    reader: str
    handed_on_from: str = ""
    done_on: str = ""
    compared: tuple[tuple[str, str, str], ...] = ()
    """Of a second reading once both are finished: standard, what the first said, what the second said."""
    by: str = ""
    at: str = ""


class Reader(PartnershipRecord, frozen=True):
    """A member of the committee who reads returns."""

    id: str
    name: str
    own: tuple[str, ...] = ()
    """Ids of the entries that are their own settings; they never read those."""
    by: str = ""
    at: str = ""


class ReasonCarried(Struct, frozen=True, kw_only=True):
    """A reason to look at a return that a reader's own workspace could not find: it needs returns that are not there.

    It says no word of another setting's, nor who that is.
    """

    return_id: str
    id: str
    words: str
    weight: int
    standards: tuple[str, ...] = ()


class SaidBefore(Struct, frozen=True, kw_only=True):
    """What was said last round of a standard of a return, or of the whole of it, in lines.

    It travels to a reader's own workspace, where the returns of last round are not.
    """

    return_id: str
    """Of this round."""
    standard: str = ""
    """Its id; empty for the return as a whole."""
    lines: tuple[str, ...]


class ReadingLent(PartnershipRecord, frozen=True):
    """Returns that went to a reader as a file; in the reader's own workspace, that they came as one."""

    id: str
    reader: str
    series: str
    """What the numbers of decisions made from that file begin with, so that no two workspaces give the same."""
    returns: tuple[str, ...]
    """Ids of the allocations."""
    lent_on: str
    back_on: str = ""
    here: bool = False
    """Whether this workspace is the reader's own, made from the file."""
    reasons: tuple[ReasonCarried, ...] = ()
    """In a reader's own workspace: the reasons that came with the returns."""
    before: tuple[SaidBefore, ...] = ()
    """There as well: what was said of their settings last round."""
    by: str = ""
    at: str = ""


class Moderation(PartnershipRecord, frozen=True):
    """The committee's view of a standard beside the setting's own."""

    id: str
    """A number of its own, such as ``m-0012``."""
    return_id: str
    standard: str
    level: str
    reason: str
    reading: int = 1
    """1, or 2 for a second, blind reading."""
    by: str = ""
    at: str = ""


class Remark(PartnershipRecord, frozen=True):
    """What a reader says to or asks of a setting, or recommends."""

    id: str
    return_id: str
    kind: str
    """``comment`` · ``question`` · ``recommendation``."""
    text: str
    standard: str = ""
    priority: str = ""
    """``now`` · ``this-term`` · ``this-cycle``, of a recommendation."""
    answer: str = ""
    """What the setting wrote back."""
    answered_on: str = ""
    answered_at: str = ""
    """The instant, where the setting's program told it."""
    by: str = ""
    at: str = ""


class PlanVerdict(PartnershipRecord, frozen=True):
    """Whether a setting's action plan is accepted."""

    id: str
    """Id of the return."""
    accepted: bool
    reason: str = ""
    by: str = ""
    at: str = ""
