"""Views of the calendar of audits: what agencies did and mean to do, what would be done twice, what nobody did."""

from compact_tui.core.audit_views import View
from compact_tui.core.record_views import CalendarEvent


class AuditLine(View, frozen=True, kw_only=True):
    """An audit that was done, goes on or is planned."""

    id: str
    planned_here: bool
    """Whether the officer wrote it into the calendar; else an agency sent it in, and it is not changed here."""
    month: str
    """``YYYY-MM``; empty where it is not said."""
    title: str
    who: str
    sector: str
    standards: tuple[str, ...]
    kind: str
    state: str
    """``done`` · ``started`` · ``planned``."""
    state_word: str
    mark: str
    """The state whose glyph stands for it."""
    twice: tuple[str, ...] = ()
    """What it would be done twice with, a sentence each."""
    lines: tuple[str, ...] = ()
    """All of it in full, a sentence a line."""


class AuditMonth(View, frozen=True, kw_only=True):
    """The audits of one month."""

    month: str
    """Empty for those of which no month is said."""
    title: str
    audits: tuple[AuditLine, ...]


class AuditCalendar(View, frozen=True, kw_only=True):
    """This year and the next, month by month; months in which there is nothing are left out."""

    months: tuple[AuditMonth, ...]
    """What is earlier than this year first, under one heading; last what has no month."""
    twice: tuple[str, ...]
    """What would be done twice, a sentence each."""
    longest: tuple[str, ...]
    """Each standard with when it was looked at last: what nobody looked at first."""
    events: tuple[CalendarEvent, ...]
    """What is planned, for calendar programs."""
    sentence: str


class AuditCalendarWritten(View, frozen=True, kw_only=True):
    """The file for calendar programs."""

    path: str
    dates: int
    sentence: str
