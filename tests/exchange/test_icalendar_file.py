"""The calendar file, read by another parser and by the rules of RFC 5545."""

from datetime import UTC, date, datetime

import pytest
import vobject  # type: ignore[import-untyped]

from compact_tui.core.record_views import CalendarEvent
from compact_tui.exchange.icalendar_file import calendar_bytes, is_ours

STAMP = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
AWKWARD = [
    "Ring, then write; never both",
    "A back\\slash, and \\n that is no line",
    "First line\nsecond line\r\nthird",
    "é" * 200,
    "Umbrella ☂ " * 20,
    "BEGIN:VEVENT",
    "Escape \x1b[31m and bell \x07 and \u202e turned",
    "Colon: semi; comma, quote \" and 'single'",
    "x" * 74 + "," * 5,
]


def event(what: str = "Ring both referees", *, day: str = "2026-12-18", kind: str = "action", of: str = "t-1"):  # type: ignore[no-untyped-def]
    return CalendarEvent(day=day, what=what, kind=kind, id=of)


def made(*events: CalendarEvent, stamp: datetime = STAMP) -> bytes:
    return calendar_bytes(events, stamp, "a-1", "Compact audit, 2026-2028")


def parsed(data: bytes) -> list[object]:
    return list(vobject.readOne(data.decode("utf-8")).vevent_list)


@pytest.mark.parametrize("what", AWKWARD, ids=range(len(AWKWARD)))
def test_another_parser_reads_the_words_as_they_were_said(what: str) -> None:
    data = made(event(what))

    (one,) = vobject.readOne(data.decode("utf-8")).vevent_list
    said = one.summary.value
    assert said.split() == "".join(c if c.isprintable() or c.isspace() else f"<U+{ord(c):04X}>" for c in what).split()


@pytest.mark.parametrize("what", AWKWARD, ids=range(len(AWKWARD)))
def test_lines_end_and_are_folded_as_the_rules_have_it(what: str) -> None:
    data = made(event(what))

    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode("utf-8")  # no character is torn by folding
    unfolded = data.replace(b"\r\n ", b"").decode("utf-8")
    summary = next(line for line in unfolded.splitlines() if line.startswith("SUMMARY:"))
    bare = summary.removeprefix("SUMMARY:").replace("\\\\", "").replace("\\,", "").replace("\\;", "").replace("\\n", "")
    assert not {",", ";", "\\"} & set(bare)
    assert all(char.isprintable() for char in summary)


def test_events_last_the_whole_day_and_ring_no_bell() -> None:
    (one,) = vobject.readOne(made(event()).decode()).vevent_list

    assert (one.dtstart.value, one.dtend.value) == (date(2026, 12, 18), date(2026, 12, 19))
    assert one.dtstamp.value == STAMP
    assert one.transp.value == "TRANSPARENT"
    assert "valarm" not in one.contents
    assert set(one.contents) == {"uid", "dtstamp", "last-modified", "dtstart", "dtend", "summary", "transp"}


def test_the_same_event_has_the_same_uid_whenever_it_is_written_and_others_have_others() -> None:
    later = datetime(2027, 1, 5, 9, 0, tzinfo=UTC)
    first = parsed(made(event(), event(kind="review", of="e-1"), event(kind="due", of="a-1")))
    again = parsed(made(event("Ring all referees", day="2027-01-10"), stamp=later))

    uids = [one.uid.value for one in first]  # type: ignore[attr-defined]
    assert len(set(uids)) == 3
    assert [one.uid.value for one in again] == uids[:1]  # type: ignore[attr-defined]
    assert again[0].dtstamp.value == later  # type: ignore[attr-defined]


def test_a_calendar_without_dates_is_still_a_calendar() -> None:
    calendar = vobject.readOne(made().decode())

    assert calendar.name == "VCALENDAR"
    assert calendar.version.value == "2.0"
    assert "vevent" not in calendar.contents


def test_the_last_day_there_is_can_be_written() -> None:
    assert b"DTSTART;VALUE=DATE:99991231" in made(event(day="9999-12-31"))


def test_a_calendar_is_known_as_ours_only_for_its_own_audit() -> None:
    data = made(event())

    assert is_ours(data, "a-1")
    assert not is_ours(data, "a-2")
    assert not is_ours(data.replace(b"compact_tui", b"somebody else"), "a-1")
    assert not is_ours(b"", "a-1")
    assert is_ours(calendar_bytes((), STAMP, "a-" + "9" * 90, "T" * 90), "a-" + "9" * 90)
