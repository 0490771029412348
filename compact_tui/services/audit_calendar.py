"""The calendar of audits: what agencies did and mean to do, so that nothing is done twice and nothing forgotten."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core import audit_calendar as rules
from compact_tui.core.audit_calendar_views import AuditCalendar, AuditCalendarWritten
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import as_typed
from compact_tui.core.learning_forms import AUDIT_FORM
from compact_tui.core.partnership import AuditPlanned
from compact_tui.core.text import count, did_you_mean
from compact_tui.services.city_audits import city_audits
from compact_tui.services.desk import Desk, edit
from compact_tui.services.learning_sources import standard_typed, standards_here
from compact_tui.services.partnership_book import head_of, keep, kept
from compact_tui.services.record_parts import taken
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.reading import read_bytes

_NOTHING = "Nothing was changed."


def audit_calendar(desk: Desk) -> AuditCalendar:
    """The audits that agencies sent in and those that are planned, month by month.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If a file that was kept cannot be read.
    """
    lines = rules.lines_of(city_audits(desk), _planned(desk))
    return rules.audit_calendar(lines, standards_here(desk), desk.today)


def audit_typed(desk: Desk, audit_id: str) -> dict[str, str]:
    """An audit that is planned as it stands in its form.

    Raises:
        UsageError: If there is none of that id in the calendar.
    """
    audit = _named(_planned(desk), audit_id)
    return as_typed(AUDIT_FORM, {field.id: getattr(audit, field.id) for field in AUDIT_FORM.fields})


def keep_audit(desk: Desk, typed: Mapping[str, str], audit_id: str = "") -> AuditCalendar:
    """Plan an audit, or change one that is planned; fields that are not typed stay as they are.

    Args:
        desk: Where, when and who.
        typed: What was typed into ``AUDIT_FORM``.
        audit_id: The one to change; empty for a new one.

    Raises:
        UsageError: If there is no such audit or standard, or something typed cannot be taken.
        WorkspaceError: If it cannot be saved.
    """
    before = _named(_planned(desk), audit_id) if audit_id else None
    filled = taken(AUDIT_FORM, (audit_typed(desk, audit_id) if before else {}) | dict(typed), _NOTHING)
    values = dict(filled.values)
    values["standard"] = standard_typed(desk, values["standard"], before.standard if before else "")
    plain = before or AuditPlanned(id=desk.new_id("ap"), title="", who="")
    after = replace(plain, **values, by=desk.who, at=desk.at)
    what = f"audit calendar: {after.title} {'changed' if before else 'planned'}"
    keep(desk, "audit-planned", what, (edit("audits_planned", after.id, before, after),))
    return audit_calendar(desk)


def drop_audit(desk: Desk, audit_id: str) -> AuditCalendar:
    """Take an audit that is planned off the calendar; undo brings it back.

    Raises:
        UsageError: If there is none of that id in the calendar.
        WorkspaceError: If it cannot be saved.
    """
    before = _named(_planned(desk), audit_id)
    after = replace(before, dropped_on=desk.today, by=desk.who, at=desk.at)
    what = f"audit calendar: {before.title} taken off"
    keep(desk, "audit-dropped", what, (edit("audits_planned", before.id, before, after),))
    return audit_calendar(desk)


def write_audit_calendar(desk: Desk, path: Path | None = None) -> AuditCalendarWritten:
    """Write what is planned as one ``.ics`` file; a calendar that was written here before is replaced.

    Args:
        desk: Where and when.
        path: Where it goes; the workspace's folder of reports if not given.

    Raises:
        UsageError: If no partnership was started here, or another file is there already.
        WorkspaceError: If it could not be written.
    """
    from compact_tui.exchange.icalendar_file import calendar_bytes, is_ours

    head, events = head_of(desk), audit_calendar(desk).events
    target = path or desk.workspace.reports_folder / "audit-calendar.ics"
    if os.path.lexists(target) and not (target.is_file() and is_ours(read_bytes(target)[0], head.id)):
        raise UsageError(
            f"{target} is there already and is not a calendar of this partnership.",
            "Nothing was written. Name another file, or move that one away.",
        )
    if path is None:
        make_folder(target.parent)
    write_atomically(target, calendar_bytes(events, desk.now(), head.id, f"{head.name}: audits"))
    return AuditCalendarWritten(
        path=str(target.absolute()),
        dates=len(events),
        sentence=f"{count(len(events), 'date')} written to {target.absolute()}. Open that file with your calendar "
        "program; a newer one brings the same dates up to date.",
    )


def _planned(desk: Desk) -> tuple[AuditPlanned, ...]:
    """Those that stand in the calendar."""
    return tuple(one for one in kept(desk, "audits_planned", AuditPlanned) if not one.dropped_on)


def _named(audits: Sequence[AuditPlanned], audit_id: str) -> AuditPlanned:
    found = next((one for one in audits if one.id == audit_id), None)
    if found is None:
        hint = did_you_mean(audit_id, [one.id for one in audits]) or "See them all: compact-tui partnership audits"
        raise UsageError(f'No audit that is planned here is "{audit_id}".', f"{hint} {_NOTHING}")
    return found
