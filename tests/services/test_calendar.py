"""The year's dates, and the file of them."""

from pathlib import Path

import pytest
import vobject  # type: ignore[import-untyped]

from compact_tui.core.errors import UsageError, WorkspaceError
from compact_tui.services import records
from compact_tui.services.calendar import calendar, write_calendar
from compact_tui.services.desk import Desk
from compact_tui.services.history import history
from compact_tui.services.settings import set_up
from tests.services.desks import at, small_pack, started_with


@pytest.fixture
def busy(desk: Desk) -> Desk:
    records.add_action(desk, {"what": "Buy, then hang; a mirror", "who": "Porter", "due": "2 Dec 2026"}, ("1.2",))
    records.add_evidence(desk, {"title": "Roll", "review_by": "10 Jan 2027"}, ("1.1",))
    set_up(desk, {"due": "18 Dec 2026"})
    return desk


def read(path: str | Path) -> dict[str, str]:
    events = vobject.readOne(Path(path).read_bytes().decode("utf-8")).vevent_list
    return {event.uid.value: f"{event.dtstart.value} {event.summary.value}" for event in events}


def test_what_is_due_is_told_month_by_month_and_nothing_is_written(busy: Desk) -> None:
    view = calendar(busy)

    assert [(m.title, [line.what for line in m.lines]) for m in view.months] == [
        ("December 2026", ["Buy, then hang; a mirror (Porter)", "Return due: 2026-2028"]),
        ("January 2027", ["Look again at: Roll"]),
    ]
    assert view.sentence == "3 dates, 1 passed already"
    assert (Path(view.path).parent, view.there) == (busy.workspace.pages_folder, False)
    assert not busy.workspace.pages_folder.exists()


def test_the_file_lies_among_the_pages_and_another_parser_reads_it(busy: Desk) -> None:
    written = write_calendar(busy)

    assert written.path == calendar(busy).path
    assert calendar(busy).there
    assert list(read(written.path).values()) == [
        "2026-12-02 Buy, then hang; a mirror (Porter)",
        "2026-12-18 Return due: 2026-2028",
        "2027-01-10 Look again at: Roll",
    ]
    assert f"3 dates written to {written.path}." in written.sentence


def test_writing_again_replaces_it_and_keeps_the_uids(busy: Desk) -> None:
    before = read(write_calendar(busy).path)
    action = records.list_actions(busy)[0]
    records.edit_action(busy, action.id, {"due": "20 Dec 2026"})

    after = read(write_calendar(at(busy, days=1)).path)

    assert set(after) == set(before)
    assert sum(after[uid] != before[uid] for uid in after) == 1
    records.do_action(busy, action.id)
    assert len(read(write_calendar(busy).path)) == 2


def test_it_goes_where_it_was_asked_for_and_over_its_own_older_self(busy: Desk, tmp_path: Path) -> None:
    target = tmp_path / "dates.ics"

    assert write_calendar(busy, target).path == str(target)
    assert len(read(write_calendar(busy, target).path)) == 3
    assert not busy.workspace.pages_folder.exists()


@pytest.mark.parametrize("there", [b"", b"BEGIN:VCALENDAR\r\nPRODID:-//x//\r\nEND:VCALENDAR\r\n", b"Minutes"])
def test_another_file_is_never_written_over(busy: Desk, tmp_path: Path, there: bytes) -> None:
    target = tmp_path / "dates.ics"
    target.write_bytes(there)

    with pytest.raises(UsageError, match="is not a calendar of this audit"):
        write_calendar(busy, target)

    assert target.read_bytes() == there


def test_nor_a_folder_a_link_to_nowhere_or_the_calendar_of_another_audit(busy: Desk, tmp_path: Path) -> None:
    other = write_calendar(started_with(tmp_path / "other", small_pack()), tmp_path / "other.ics")
    (tmp_path / "folder.ics").mkdir()
    (tmp_path / "link.ics").symlink_to(tmp_path / "nowhere")

    for name in ("folder.ics", "link.ics"):
        with pytest.raises(UsageError):
            write_calendar(busy, tmp_path / name)
    assert not (tmp_path / "nowhere").exists()
    assert other.events == ()


def test_a_folder_that_is_not_there_is_said(busy: Desk, tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="its folder is not there"):
        write_calendar(busy, tmp_path / "gone" / "dates.ics")


def test_no_path_of_this_computer_and_nothing_but_what_is_due_stands_in_it(desk: Desk) -> None:
    records.add_action(desk, {"what": "Look into /home/jane/kept/list.docx", "due": "20 Dec 2026"}, ("1.2",))
    records.edit_action(desk, records.list_actions(desk)[0].id, {"outcome": "Zq what happened"})

    data = Path(write_calendar(desk).path).read_bytes()

    assert b"jane" not in data
    assert b"Zq" not in data
    assert b"Brolly" not in data


def test_writing_is_no_change_of_the_audit(busy: Desk) -> None:
    before = len(history(busy))

    write_calendar(busy)

    assert len(history(busy)) == before
