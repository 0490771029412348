"""The year's dates: open actions, evidence to look at again, and the day on which the return is due."""

from itertools import groupby

from compact_tui.core.audit import Audit, latest_return
from compact_tui.core.days import MONTHS, how_far, is_day, say_short
from compact_tui.core.record_views import CalendarEvent, CalendarLine, CalendarMonth
from compact_tui.core.setting import Setting
from compact_tui.core.text import clean_line, count, without_local_paths

KINDS = {
    "action": ("action", "actions"),
    "review": ("look again", "evidence"),
    "due": ("return due", "setup"),
    "walk": ("walk", "boards"),
    "reply": ("answer", "reply"),
}
"""Each kind of event in words, and the place where it is worked on."""
_ORDER = tuple(KINDS)


def events_of(audit: Audit, setting: Setting | None, more: tuple[CalendarEvent, ...] = ()) -> tuple[CalendarEvent, ...]:
    """What is due, by day; what has no day, or is done, is left out.

    Args:
        audit: The audit.
        setting: Who we are, if that was said.
        more: What other books know, such as the next walks to the notice boards, and the reply that waits.
    """
    events = [
        _event(action.due, f"{action.what} ({action.who})" if action.who else action.what, "action", action.id)
        for action in audit.actions
        if action.status == "open" and is_day(action.due)
    ]
    events += [
        _event(item.review_by, f"Look again at: {item.title}", "review", item.id)
        for item in audit.evidence
        if is_day(item.review_by)
    ]
    if setting is not None and is_day(setting.due) and not _sent(audit):
        events.append(_event(setting.due, f"Return due: {audit.head.cycle}", "due", audit.head.id))
    return tuple(sorted((*events, *more), key=lambda e: (e.day, _ORDER.index(e.kind), e.what, e.id)))


def _sent(audit: Audit) -> bool:
    """Whether the return that was made last went off, or is known to have come in."""
    made = latest_return(audit)
    return made is not None and bool(made.sent_on or made.receipt_on)


def _event(day: str, what: str, kind: str, event_id: str) -> CalendarEvent:
    return CalendarEvent(day=day, what=without_local_paths(clean_line(what)), kind=kind, id=event_id)


def months_of(events: tuple[CalendarEvent, ...], today: str) -> tuple[CalendarMonth, ...]:
    """Events month by month.

    Args:
        events: By day.
        today: The day (``YYYY-MM-DD``) before which something is late.
    """
    return tuple(
        CalendarMonth(title=_month(month), lines=tuple(_line(event, today) for event in found))
        for month, found in groupby(events, key=lambda event: event.day[:7])
    )


def _month(month: str) -> str:
    return f"{MONTHS[int(month[5:]) - 1]} {month[:4]}"


def _line(event: CalendarEvent, today: str) -> CalendarLine:
    word, place = KINDS[event.kind]
    return CalendarLine(
        id=event.id,
        kind=event.kind,
        kind_word=word,
        day=event.day,
        day_word=say_short(event.day),
        what=event.what,
        late=event.day < today,
        when=how_far(event.day, today),
        place=place,
    )


def calendar_sentence(events: tuple[CalendarEvent, ...], today: str) -> str:
    """How much is due, in words."""
    if not events:
        return "nothing has a day yet"
    late = sum(event.day < today for event in events)
    passed = f", {late} passed already" if late else ""
    return f"{count(len(events), 'date')}{passed}"
