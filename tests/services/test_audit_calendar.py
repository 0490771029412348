"""The calendar of audits in the partnership's book, and the file for calendar programs."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.services import audit_calendar, partnership
from compact_tui.services.desk import Desk
from tests.services.desks import reopened
from tests.services.learning_desks import PLANNED, learning_desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Nothing waits for the disk."""
    monkeypatch.setattr("os.fsync", lambda handle: None)
    return learning_desk(tmp_path / "partnership")


def _planned(desk: Desk) -> str:
    view = audit_calendar.keep_audit(desk, PLANNED)
    return next(one.id for month in view.months for one in month.audits if one.planned_here)


def test_what_an_agency_sent_in_and_what_is_planned_about_the_same_is_said(desk: Desk) -> None:
    before = audit_calendar.audit_calendar(desk)
    _planned(desk)

    after = audit_calendar.audit_calendar(reopened(desk))

    assert [(month.title, month.audits[0].state) for month in before.months] == [("December 2026", "done")]
    assert [month.title for month in after.months] == ["December 2026", "March 2027"]
    assert len(after.twice) == 1
    assert '"Trays" (NHS, March 2027): both touch 1 ' in after.twice[0]


def test_one_that_is_planned_is_changed_and_taken_off_and_undo_brings_it_back(desk: Desk) -> None:
    audit = _planned(desk)

    audit_calendar.keep_audit(desk, {"month": "9/2027"}, audit)
    assert audit_calendar.audit_typed(desk, audit) == PLANNED | {
        "month": "September 2027", "standard": "u1", "sector": "", "note": "",
    }  # fmt: skip
    assert audit_calendar.audit_calendar(desk).twice == ()
    assert [month.title for month in audit_calendar.drop_audit(desk, audit).months] == ["December 2026"]
    with pytest.raises(UsageError, match=f'planned here is "{audit}"'):
        audit_calendar.keep_audit(desk, {"month": "9/2027"}, audit)
    partnership.undo_partnership(desk)
    assert len(audit_calendar.audit_calendar(desk).months) == 2


@pytest.mark.parametrize(
    ("typed", "audit"),
    [({"title": "x"}, ""), (PLANNED | {"month": "spring"}, ""), (PLANNED | {"standard": "9"}, ""), (PLANNED, "ap-9")],
)
def test_what_cannot_be_taken_changes_nothing(desk: Desk, typed: dict[str, str], audit: str) -> None:
    with pytest.raises(UsageError):
        audit_calendar.keep_audit(desk, typed, audit)

    assert len(audit_calendar.audit_calendar(desk).months) == 1


def test_what_is_planned_is_written_for_calendar_programs_and_another_file_is_kept(desk: Desk, tmp_path: Path) -> None:
    _planned(desk)
    own = tmp_path / "mine.ics"
    own.write_bytes(b"BEGIN:VCALENDAR")

    written = audit_calendar.write_audit_calendar(desk)

    assert written.dates == 1
    lines = Path(written.path).read_bytes().splitlines()
    assert lines.count(b"BEGIN:VEVENT") == 1
    assert {b"SUMMARY:Audit: Trays (NHS)", b"DTSTART;VALUE=DATE:20270301"} <= set(lines)
    assert audit_calendar.write_audit_calendar(desk) == written
    with pytest.raises(UsageError, match="not a calendar of this partnership"):
        audit_calendar.write_audit_calendar(desk, own)
    assert own.read_bytes() == b"BEGIN:VCALENDAR"
