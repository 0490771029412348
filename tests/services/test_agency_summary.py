"""What a single-agency audit found: the words that leave, actions, and the agency's own report."""

from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, UsageError, WorkspaceError
from compact_tui.services import agency_audits as audits
from compact_tui.services import agency_cases as cases
from compact_tui.services import agency_summary as found
from compact_tui.services.desk import Desk
from tests.services.agency_desks import drawn, filled
from tests.services.desks import at, reopened


def test_counts_and_what_stands_beside_the_cases_help_to_write_it_up(desk: Desk) -> None:
    audit = filled(desk)
    cases.write_case(desk, audit, "C02", {"learning": "Ask twice", "action": "Ring the owner", "who": "Porter"})

    view = found.summary(desk, audit)

    assert [one.sentence for one in view.tallies] == [
        "yes in 4 of 4, partly in 0, no in 0",
        "yes in 0 of 4, partly in 0, no in 4",
    ]
    assert view.tallies[1].beyond.startswith("Of the 6 others not looked at, between 2 and 6 would")
    assert [(one.ref, one.learning, one.who) for one in view.from_cases] == [("C02", "Ask twice", "Porter")]
    assert view.limits == "4 of 10: what is true of every case looked at may not be true of all."


def test_texts_are_written_one_by_one_and_warned_of_but_not_stopped(desk: Desk) -> None:
    audit = drawn(desk)
    found.summarise(desk, audit, {"works": "Dry umbrellas.", "shared_on": "1 December 2026"})

    view = found.summarise(desk, audit, {"views": "TB, born 3 May 2015, said so."})

    assert (view.summary.works, view.summary.shared_on, view.sentence) == (
        "Dry umbrellas.",
        "2026-12-01",
        "2 of 5 texts written.",
    )
    assert view.warning.startswith("This looks like")
    assert found.summarise(desk, audit, {"views": ""}).warning == ""
    with pytest.raises(UsageError, match="--shared-on"):
        found.summarise(desk, audit, {"shared_on": "soon"})
    assert found.summary(reopened(desk), audit).summary.works == "Dry umbrellas."


def test_actions_are_added_changed_done_and_removed(desk: Desk) -> None:
    audit = drawn(desk)
    (made,) = found.write_action(desk, audit, {"what": "Mend the rack", "due": "18/12/2026"}).actions
    assert (made.what, made.due, made.status, made.done_on) == ("Mend the rack", "2026-12-18", "open", "")

    later = at(desk, days=3)
    (done,) = found.write_action(later, audit, {"status": "done", "outcome": "It holds."}, made.id).actions
    assert (done.what, done.status, done.done_on, done.outcome) == ("Mend the rack", "done", "2026-12-06", "It holds.")
    (still,) = found.write_action(at(desk, days=5), audit, {"who": "Porter"}, made.id).actions
    assert still.done_on == "2026-12-06"
    (again,) = found.write_action(desk, audit, {"status": "open"}, made.id).actions
    assert again.done_on == ""
    with pytest.raises(UsageError, match="--what"):
        found.write_action(desk, audit, {"who": "Porter"})
    with pytest.raises(UsageError, match="There is no action"):
        found.remove_action(desk, audit, "t-0")
    assert found.remove_action(desk, audit, made.id).actions == ()


def test_actions_are_still_marked_done_after_the_audit_is_closed(desk: Desk) -> None:
    audit = filled(desk)
    found.summarise(desk, audit, {"works": "x"})
    (made,) = found.write_action(desk, audit, {"what": "Mend the rack"}).actions
    audits.close(desk, audit)

    assert found.write_action(desk, audit, {"status": "done"}, made.id).actions[0].status == "done"


def test_the_agencys_own_report_is_kept_by_its_place_and_what_it_holds(desk: Desk, tmp_path: Path) -> None:
    audit = drawn(desk)
    report = tmp_path / "Our report.docx"
    report.write_bytes(b"first")
    (kept,) = found.attach(desk, audit, f'"{report}"').attached
    assert (kept.name, kept.size, kept.path) == ("Our report.docx", 5, str(report))

    report.write_bytes(b"second!")
    (again,) = found.attach(desk, audit, str(report)).attached
    assert (again.id, again.size) == (kept.id, 7)
    assert again.sha256 != kept.sha256
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "our REPORT.docx").write_bytes(b"third")
    with pytest.raises(CompactError, match="from another folder"):
        found.attach(desk, audit, str(tmp_path / "other" / "our REPORT.docx"))
    assert found.detach(desk, audit, "Our report.docx").attached == ()
    assert report.read_bytes() == b"second!"


def test_a_report_that_is_not_there_is_not_attached(desk: Desk, tmp_path: Path) -> None:
    audit = drawn(desk)

    with pytest.raises(WorkspaceError):
        found.attach(desk, audit, str(tmp_path / "gone.docx"))
    with pytest.raises(CompactError):
        found.attach(desk, audit, str(tmp_path))
    with pytest.raises(UsageError, match="Name the file"):
        found.attach(desk, audit, " ")
    with pytest.raises(UsageError, match="is attached"):
        found.detach(desk, audit, "gone.docx")
    assert audits.show(desk, audit).attached == ()
