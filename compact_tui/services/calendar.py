"""The year's dates: what is due when, and a file of it for any calendar program."""

import os
from pathlib import Path

from compact_tui.core.errors import UsageError
from compact_tui.core.record_views import CalendarEvent, CalendarView, CalendarWritten
from compact_tui.core.text import count
from compact_tui.core.year_calendar import calendar_sentence, events_of, months_of
from compact_tui.services.board_place import board_events
from compact_tui.services.books import OpenAudit, open_audit, read_setting
from compact_tui.services.desk import Desk
from compact_tui.services.reply_place import reply_events
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.reading import read_bytes


def calendar(desk: Desk) -> CalendarView:
    """What is due when: open actions, evidence to look at again, and the return."""
    opened = open_audit(desk)
    events = year_events(desk, opened)
    path = _usual(desk, opened)
    return CalendarView(
        events=events,
        months=months_of(events, desk.today),
        sentence=calendar_sentence(events, desk.today),
        path=str(path),
        there=os.path.lexists(path),
    )


def write_calendar(desk: Desk, path: Path | None = None) -> CalendarWritten:
    """Write the year's dates as one ``.ics`` file.

    A calendar that was written here before for the same audit is replaced; any other file is kept.

    Args:
        desk: Where, when and who.
        path: Where it goes; the workspace's folder of pages if not given.

    Raises:
        UsageError: If another file is there already.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.icalendar_file import calendar_bytes, is_ours

    opened = open_audit(desk)
    head = opened.audit.head
    target = path or _usual(desk, opened)
    if os.path.lexists(target) and not (target.is_file() and is_ours(read_bytes(target)[0], head.id)):
        raise UsageError(
            f"{target} is there already and is not a calendar of this audit.",
            "Nothing was written. Name another file with --output, or move that one away.",
        )
    if path is None:
        make_folder(target.parent)
    events = year_events(desk, opened)
    write_atomically(target, calendar_bytes(events, desk.now(), head.id, f"{opened.pack.pack.title}, {head.cycle}"))
    return CalendarWritten(
        path=str(target.absolute()),
        events=events,
        sentence=f"{count(len(events), 'date')} written to {target.absolute()}. Open that file with your calendar "
        "program; when you open a newer one later, the same dates are brought up to date.",
    )


def year_events(desk: Desk, opened: OpenAudit) -> tuple[CalendarEvent, ...]:
    """What is due, by day, from every book."""
    return events_of(opened.audit, read_setting(desk), (*board_events(desk), *reply_events(desk, opened)))


def _usual(desk: Desk, opened: OpenAudit) -> Path:
    return desk.workspace.pages_folder / f"calendar-{opened.book.path.stem}.ics"
