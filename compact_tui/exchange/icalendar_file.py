"""The year's dates as an iCalendar file (RFC 5545), which every calendar program opens."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from compact_tui.core.record_views import CalendarEvent
from compact_tui.core.text import visible_line

_PRODUCT = "-//compact_tui//safeguarding audit dates//EN"
_OWNER = "X-WR-RELCALID"


def calendar_bytes(events: Sequence[CalendarEvent], stamp: datetime, audit_id: str, title: str) -> bytes:
    """An iCalendar file with all-day events and no alarms.

    Each event has the same UID in every file that is written, so that importing again updates it.

    Args:
        events: What is due when.
        stamp: The moment now (UTC).
        audit_id: Id of the audit, part of every UID.
        title: What the calendar is called.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", visible_line(title))
    calendar.add(_OWNER, audit_id)
    for said in events:
        day = date.fromisoformat(said.day)
        event = Event()
        event.add("uid", f"{said.kind}-{said.id}-{audit_id}@compact-tui.invalid")
        event.add("dtstamp", stamp)
        event.add("last-modified", stamp)
        event.add("dtstart", day)
        if day < date.max:
            event.add("dtend", day + timedelta(days=1))
        event.add("summary", visible_line(said.what))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def is_ours(data: bytes, audit_id: str) -> bool:
    """Whether a file is a calendar that was written here for this audit, so that it may be replaced."""
    lines = data[:4096].replace(b"\r\n ", b"").splitlines()
    return f"PRODID:{_PRODUCT}".encode() in lines and f"{_OWNER}:{audit_id}".encode() in lines
