"""Files that were put aside: listed until they were dealt with, and known by name when the index is lost."""

import sqlite3
import zipfile
from pathlib import Path

import pytest

from compact_tui.core.collect_views import ReturnsView
from compact_tui.core.erase_text import needle_of
from compact_tui.core.erasing import Erasure
from compact_tui.core.errors import UsageError
from compact_tui.exchange.return_json import encode
from compact_tui.services.collect_index import rebuild_index
from compact_tui.services.collected import returns_here
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.entering import enter
from compact_tui.services.partnership import redo_partnership, undo_partnership
from compact_tui.services.partnership_places import partnership_places
from compact_tui.services.put_aside import deal_with
from compact_tui.storage.erasing import rewritten
from tests.services.collect_desks import partnership, posted, return_by, stranger
from tests.services.desks import at, reopened


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A sound return, and five files that cannot be taken: two whose bytes say nothing by themselves."""
    folder = posted(tmp_path / "in", return_by(1))
    (folder / "cut.json").write_bytes(encode(return_by(3))[:-80])
    (folder / "empty.json").write_bytes(b"")
    (folder / "not-text.json").write_bytes(b"\xff\xfe\xfd")
    (folder / "second.json").write_bytes(encode(return_by(1, made_on="2026-12-09")))
    (folder / "broken.zip").write_bytes(b"PK\x03\x04")
    return folder


@pytest.fixture
def desk(tmp_path: Path, inbox: Path) -> Desk:
    made = partnership(tmp_path / "partnership")
    collect(made, [inbox])
    return made


def _files(view: ReturnsView) -> list[str]:
    return sorted(one.file for one in view.put_aside)


ALL = ["broken.zip", "cut.json", "empty.json", "not-text.json", "second.json"]


@pytest.mark.parametrize("lost", ["gone", "older", "cut", "record gone"])
def test_nothing_put_aside_is_lost_or_nameless_when_the_index_is_made_anew(desk: Desk, lost: str) -> None:
    before, path = returns_here(desk), desk.workspace.index_path
    if lost == "gone":
        path.unlink()
    elif lost == "cut":
        path.write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    else:
        if lost == "record gone":
            desk.workspace.put_aside_path.unlink()
        with sqlite3.connect(path) as db:
            db.execute("pragma user_version = 3")
        db.close()
    later = reopened(at(desk, days=3))

    assert returns_here(later) == before
    assert _files(before) == ALL
    assert "nothing was lost" in " ".join(later.shelf.notices)


def test_where_both_are_lost_it_is_said_what_is_not_known_any_more(desk: Desk) -> None:
    desk.workspace.index_path.unlink()
    desk.workspace.put_aside_path.unlink()

    told = rebuild_index(desk).sentence

    assert told.endswith("what 3 files put aside were called, and who sent them, is not known any more.")
    assert len(returns_here(desk).put_aside) == 3


def test_a_damaged_record_is_said_and_the_index_made_anew_without_it(desk: Desk) -> None:
    desk.workspace.index_path.unlink()
    desk.workspace.put_aside_path.write_bytes(b"{")

    assert "put-aside.json is damaged" in rebuild_index(desk).sentence


def test_files_are_dealt_with_by_name_or_id_and_undo_brings_them_back(desk: Desk, inbox: Path) -> None:
    (cut,) = (one.id for one in returns_here(desk).put_aside if one.file == "cut.json")

    told = deal_with(desk, [cut[:8], "empty.json"])

    assert told.sentence == "2 files are noted as dealt with and not listed any more; 3 files put aside wait."
    assert _files(returns_here(desk)) == ["broken.zip", "not-text.json", "second.json"]
    assert next(one.state for one in partnership_places(desk) if one.id == "collect") == "3 put aside"
    again = collect(desk, [inbox])
    assert (len(again.quarantined), "2 that you dealt with before" in again.sentence) == (3, True)
    collect(desk, [posted(inbox, return_by(3))])
    rebuild_index(desk)
    assert _files(returns_here(desk)) == ["broken.zip", "not-text.json", "second.json"]
    undo_partnership(desk)
    assert _files(returns_here(desk)) == ALL
    redo_partnership(desk)
    deal_with(desk)
    assert returns_here(desk).put_aside == ()
    assert deal_with(desk).files == ()


def test_a_sound_return_of_the_same_setting_deals_with_nothing_by_itself(desk: Desk, inbox: Path) -> None:
    collect(desk, [posted(inbox, return_by(3))])

    assert _files(returns_here(desk)) == ALL


@pytest.mark.parametrize("name", ["none.json", "", "cut"])
def test_a_name_that_nothing_waits_under_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(UsageError, match="that was put aside waits"):
        deal_with(desk, [name])


def test_files_of_one_name_are_told_apart_by_their_ids(desk: Desk, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as packed:
        packed.writestr("cut.json", encode(return_by(4))[:-90])
    collect(desk, [tmp_path / "more.zip"])

    with pytest.raises(UsageError, match="2 files put aside are called") as refused:
        deal_with(desk, ["cut.json"])
    assert all(one.id[:8] in refused.value.hint for one in returns_here(desk).put_aside if "cut" in one.file)


def test_a_file_that_came_first_some_days_ago_keeps_its_day(desk: Desk, inbox: Path) -> None:
    before = desk.workspace.put_aside_path.read_bytes()

    collect(at(desk, days=4), [inbox])

    assert desk.workspace.put_aside_path.read_bytes() == before


def test_erasing_reaches_the_names_and_senders_that_are_kept(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "Ann Smith.json").write_bytes(b"{")
    collect(desk, [tmp_path / "Ann Smith.json"])
    erasure = Erasure(needles=(needle_of("Ann Smith", "[erased]"),), marker="[erased]")

    made = rewritten(desk.workspace.put_aside_path, desk.workspace.root, erasure)

    assert (made.records, made.data is not None and b"Ann Smith" not in made.data) == (1, True)


def test_what_the_program_keeps_itself_is_left_out_and_that_is_said(desk: Desk, tmp_path: Path) -> None:
    root = desk.workspace.root
    posted(root / "inbox", return_by(2))
    (root / "sent" / "x").mkdir(parents=True)
    (root / "sent" / "x" / "reply.json").write_bytes(b"{}")
    other = posted(tmp_path / "other", return_by(5))
    (other / "setting.json").write_bytes(b"{}")
    (other / "received").mkdir()
    (other / "received" / "request.json").write_bytes(b"{}")

    made = collect(desk, [root, tmp_path / "other"])

    assert (made.accepted, made.quarantined) == (2, ())
    assert made.sentence.endswith(f"What the program itself keeps in {root} and {other} was left out.")


@pytest.mark.parametrize(
    ("format_", "said"),
    [
        ("compact-reply", "a partnership's reply to a return"),
        ("compact-request", "a partnership's request for a return"),
        ("compact-receipt", "a partnership's receipt for a return"),
    ],
)
def test_what_is_ours_and_is_not_collected_is_called_by_its_name(
    desk: Desk, tmp_path: Path, format_: str, said: str
) -> None:
    (tmp_path / "own.json").write_text(f'{{"format": "{format_}"}}')

    (aside,) = collect(desk, [tmp_path / "own.json"]).quarantined

    assert aside.reason == f"This is {said}, which is not collected."


def test_what_waits_of_earlier_is_not_told_after_a_run_that_took_nothing(desk: Desk, tmp_path: Path) -> None:
    first = collect(desk, [posted(tmp_path / "more", stranger("r-x", "Gallery 33"))])
    second = collect(desk, [tmp_path / "more"])

    assert (first.unmatched, second.unmatched) == (1, 0)
    assert "belongs to no setting" not in second.sentence


def test_typing_in_a_return_says_which_one_counts_already(desk: Desk) -> None:
    assert "counts for it" in enter(desk, "G1").sentence
    assert "Return r-1" in enter(desk, "G1").sentence
    assert "counts for it" not in enter(desk, "G2").sentence


def test_a_spreadsheet_that_was_put_aside_stays_so_when_the_index_is_made_anew(desk: Desk, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
    collect(desk, [tmp_path / "list.xlsx"])
    before = returns_here(desk)

    rebuild_index(desk)

    assert ("list.xlsx" in _files(before), returns_here(desk)) == (True, before)
