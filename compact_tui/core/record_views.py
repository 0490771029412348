"""Views of evidence and actions beside their lists: what they belong to, their files, and what is due when."""

from compact_tui.core.audit_views import ActionView, EvidenceView, View
from compact_tui.core.ladder import LadderView


class EvidencePage(View, frozen=True, kw_only=True):
    """All evidence, with the ladder."""

    items: tuple[EvidenceView, ...]
    ladder: LadderView
    """Of the whole audit."""
    standards: tuple[LadderView, ...]
    """Of each standard; empty where the pack has no ladder."""


class ActionsPage(View, frozen=True, kw_only=True):
    """All actions."""

    items: tuple[ActionView, ...]
    """Overdue first, then by date, then those without one, closed ones last."""
    sentence: str
    """How many are open and overdue."""


class BelongsView(View, frozen=True, kw_only=True):
    """A criterion or standard that a record may belong to."""

    id: str
    number: str
    """Its number; empty where this audit no longer asks it."""
    words: str
    belongs: bool


class OfferView(View, frozen=True, kw_only=True):
    """A record as it is offered at a criterion."""

    id: str
    words: str
    about: str
    """Where it is or who does it, and what else it belongs to."""
    here: bool
    """Whether it belongs to the criterion already."""


class FileCheck(View, frozen=True, kw_only=True):
    """What became of the file of a piece of evidence. The paths are of this computer and never leave it."""

    id: str
    title: str
    path: str
    """Where it lay when it was kept."""
    state: str
    """``same changed moved gone unreadable not-kept``."""
    word: str
    """The state in a word or two."""
    sentence: str
    found: str = ""
    """Where it lies now, when it moved."""
    sha256: str = ""
    """What it holds now; empty where that could not be read."""
    size: int = 0
    takes: str = ""
    """What taking it as it is now would do, as a sentence; empty where there is nothing to take."""


class VerifyView(View, frozen=True, kw_only=True):
    """What became of the files of the evidence."""

    files: tuple[FileCheck, ...]
    """What needs a look first."""
    same: bool
    """Whether every file is as it was kept."""
    to_take: int
    """How many could be taken as they are now."""
    sentence: str


class CalendarEvent(View, frozen=True, kw_only=True):
    """Something that is due on a day."""

    day: str
    what: str
    kind: str
    """``action review due walk reply``."""
    id: str
    """Of the action, the evidence, the audit, the notice board or the reply."""


class CalendarLine(View, frozen=True, kw_only=True):
    """An event as a list shows it."""

    id: str
    kind: str
    kind_word: str
    day: str
    day_word: str
    what: str
    late: bool
    when: str
    """How far off that is, in words."""
    place: str
    """Where it is worked on: ``actions evidence setup``."""


class CalendarMonth(View, frozen=True, kw_only=True):
    """What is due in a month."""

    title: str
    lines: tuple[CalendarLine, ...]


class CalendarView(View, frozen=True, kw_only=True):
    """What is due when."""

    events: tuple[CalendarEvent, ...]
    """By day."""
    months: tuple[CalendarMonth, ...]
    """Only those in which something is due."""
    sentence: str
    """How many dates there are and how many have passed."""
    path: str
    """Where the calendar file goes."""
    there: bool
    """Whether a file lies there already."""


class CalendarWritten(View, frozen=True, kw_only=True):
    """A calendar file that was written."""

    path: str
    events: tuple[CalendarEvent, ...]
    sentence: str
