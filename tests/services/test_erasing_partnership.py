"""Erasing on a partnership's side: from its book, from what was made, and from what came in where a person says so."""

import json
import sqlite3
from pathlib import Path

import msgspec
import pytest

from compact_tui.core.erase_text import needle_of
from compact_tui.core.erasing import Erasure
from compact_tui.core.errors import UsageError
from compact_tui.core.original_erased import OriginalErased
from compact_tui.core.partnership import TABLES
from compact_tui.services import (
    analysing,
    chasing,
    city_register,
    collect_letters,
    facts,
    learning_reports,
    partnership,
    read_queue,
    reading_files,
    replies_out,
)
from compact_tui.services.backups import list_backups, restore
from compact_tui.services.collect_index import rebuild_index
from compact_tui.services.collected import return_of, returns_here
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from compact_tui.services.erase_originals import held_originals, write_down
from compact_tui.services.erasing import erase
from compact_tui.services.partnership_book import kept, partnership_book
from compact_tui.storage.originals import originals_in, sha256_of
from compact_tui.storage.return_index import ReturnIndex
from tests.services.desks import reopened
from tests.services.erased_text import MARKER, bare, holding
from tests.services.full_partnership import ADDRESSES, PLANTED, lines, typed_fields
from tests.services.full_workspace import TEXT

pytestmark = pytest.mark.usefixtures("no_fsync")
WHY = "Asked to be forgotten"


def _originals(desk: Desk) -> list[str]:
    return [path.name for path in originals_in(desk.workspace.originals_folder)]


def _held(desk: Desk) -> list[str]:
    return [Path(name).name for name in holding(desk.workspace.root) if name.startswith("received/returns/")]


def test_the_partnership_of_these_tests_has_the_text_in_every_corner(city_desk: Desk) -> None:
    found = holding(city_desk.workspace.root)

    assert "partnership.json" in found
    assert "received/index.sqlite" in found
    assert len(_held(city_desk)) == 3
    for part in ("backups/", "lent/reading-", "reports/", "facts/", "facts/2026-12-03/facts.sqlite"):
        assert any(name.startswith(part) for name in found), part
    for made in ("-reply-", "-request-", "-receipts", "-forward-"):
        kinds = {Path(name).suffix for name in found if name.startswith("sent/") and made in name}
        assert {".eml", ".json", ".txt"} <= kinds, made


def test_every_field_that_people_type_into_is_erased(city_desk: Desk) -> None:
    before = partnership_book(city_desk).tables()

    erase(city_desk, TEXT)

    after = partnership_book(reopened(city_desk)).tables()
    planted = [(table, PLANTED) for table in TABLES if table != "partnership"]
    for table, id_ in (*planted, ("partnership", "p-1")):
        for name in typed_fields(table):
            was, now = (json.dumps(rows[table][id_].get(name, ""), ensure_ascii=False) for rows in (before, after))
            assert name in ADDRESSES or bare(TEXT) in bare(was), (table, name)
            assert now == was.replace(TEXT, MARKER), (table, name)
    assert bare(TEXT) not in bare(json.dumps(after, ensure_ascii=False))


def test_of_what_came_in_only_the_files_themselves_hold_it_afterwards_and_they_are_told(city_desk: Desk) -> None:
    root, before = city_desk.workspace.root, _originals(city_desk)

    view = erase(city_desk, TEXT)

    assert view.not_done == ()
    assert {name.rpartition("/")[0].split("/")[0] for name in holding(root)} == {"received"}
    assert sorted(_held(city_desk)) == sorted(one.sha256 for one in view.originals)
    assert sorted(_held(city_desk)) == sorted(Path(name).name for name in holding(root))
    assert _originals(city_desk) == before
    assert all(sha256_of(path.read_bytes()) == path.name for path in originals_in(city_desk.workspace.originals_folder))
    assert {(one.kind, one.document, one.entry) for one in view.originals} == {
        ("return", "r-1b", "G1"), ("return", "r-4b", "G4"), ("return", "", ""),
    }  # fmt: skip
    assert any("r-1b of Gallery 1 (G1 in the register), came in on 3 December 2026" in o.words for o in view.originals)
    assert not view.originals_go
    assert bare(TEXT) not in bare(msgspec.json.encode(view).decode())


def test_a_dry_run_tells_the_same_and_writes_nothing(city_desk: Desk) -> None:
    root = city_desk.workspace.root
    files = {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and ".locks" not in path.parts}

    looked = erase(city_desk, TEXT, dry_run=True, originals=True)

    assert {path: path.read_bytes() for path in files} == files
    assert looked.glimpses
    done = erase(city_desk, TEXT, originals=True, because=WHY)
    assert (looked.originals, looked.again) == (done.originals, done.again)
    # Writing down why is the first change of the day, which a copy is made before.
    first, then = ([one for one in view.places if one.kind != "backup"] for view in (looked, done))
    assert first == then


def test_where_a_person_says_so_the_files_that_came_in_go_and_nothing_holds_it(city_desk: Desk) -> None:
    root, before = city_desk.workspace.root, set(_originals(city_desk))

    view = erase(city_desk, TEXT.upper(), originals=True, because=f"{WHY} by {TEXT}")

    assert holding(root) == []
    assert view.originals_go and view.not_done == ()
    gone = {one.sha256 for one in view.originals}
    assert before - set(_originals(city_desk)) == gone
    written = {one.id: one for one in kept(reopened(city_desk), "originals_erased", OriginalErased)}
    assert gone <= written.keys()
    one = next(one for one in written.values() if one.document == "r-1b")
    assert (one.kind, one.entry, one.cycle, one.on) == ("return", "G1", "2026-2028", "2026-12-05")
    assert (one.by, one.why) == ("Officer", f"{WHY} by {MARKER}")


def test_the_return_before_one_that_was_taken_away_counts_again_and_analysis_says_what_is_missing(
    city_desk: Desk,
) -> None:
    assert lines(city_desk)["r-1b"] == "current"

    erase(city_desk, TEXT, originals=True, because=WHY)

    assert lines(city_desk) == {"r-1": "current", "r-2": "current", "r-3": "current", "r-4": "current"}
    assert "2 taken away to erase a text" in returns_here(city_desk).sentence
    assert not [one for one in analysing.analyse(city_desk).analysis.left_out if "taken away" in one]
    erase(city_desk, "gallery 1 the hall", originals=True, because=WHY)
    assert sorted(lines(city_desk)) == ["r-2", "r-3", "r-4"]
    assert "Not counted: 1 setting whose return was taken away on 5 December 2026, to erase a text." in (
        analysing.analyse(city_desk).analysis.left_out
    )


def test_the_index_made_anew_says_the_same_as_the_one_that_lost_the_text(city_desk: Desk) -> None:
    erase(city_desk, TEXT, originals=True, because=WHY)
    before = returns_here(city_desk).returns

    rebuild_index(city_desk)

    assert returns_here(city_desk).returns == before
    assert holding(city_desk.workspace.root) == []


def test_everything_still_works_with_returns_taken_away(city_desk: Desk) -> None:
    erase(city_desk, TEXT, originals=True, because=WHY)

    desk = reopened(city_desk)
    assert partnership.show_partnership(desk).started
    assert [line.return_id for line in read_queue.queue(desk).lines if line.return_id.endswith("b")] == []
    assert replies_out.list_replies(desk).lines
    assert replies_out.make_replies(desk, ["G2"]).made
    assert collect_letters.make_receipts(desk).letters
    assert chasing.chase(desk)
    assert city_register.city_register(desk)
    assert facts.write_facts(desk).tables
    assert learning_reports.write_report(desk, "city", trace=True).left == ()
    assert reading_files.export_reading(desk, {"reader": "Ann"}).returns
    assert return_of(desk, "r-1").id == "r-1"


def test_the_very_file_is_not_taken_in_again_and_a_new_one_is(city_desk: Desk, city_folder: Path) -> None:
    erase(city_desk, TEXT, originals=True, because=WHY)

    came = collect(city_desk, [city_folder / "later"])

    assert (came.accepted, came.duplicates, len(came.quarantined)) == (0, 0, 3)
    assert all("taken away on 5 December 2026, to erase a text" in one.reason for one in came.quarantined)
    assert holding(city_desk.workspace.root) == []


def test_going_back_to_a_copy_or_undo_brings_nothing_back(city_desk: Desk) -> None:
    erase(city_desk, TEXT, originals=True, because=WHY)

    for line in list_backups(city_desk).backups:
        restore(city_desk, line.id)
    partnership.undo_partnership(city_desk)

    assert holding(city_desk.workspace.root) == []
    assert len(kept(city_desk, "originals_erased", OriginalErased)) >= 3


def test_originals_go_only_with_a_reason(city_desk: Desk) -> None:
    before = holding(city_desk.workspace.root)

    with pytest.raises(UsageError, match="with a reason"):
        erase(city_desk, TEXT, originals=True, because="  ")

    assert holding(city_desk.workspace.root) == before


def test_a_word_of_the_program_takes_no_sound_original_away(city_desk: Desk) -> None:
    before = _originals(city_desk)

    view = erase(city_desk, "bright", originals=True, because=WHY)

    assert [one.document for one in view.originals] == [""]
    assert len(_originals(city_desk)) == len(before) - 1


def test_what_sqlite_left_of_rows_that_are_gone_goes_too(city_desk: Desk) -> None:
    path = city_desk.workspace.index_path
    erase(city_desk, TEXT, originals=True, because=WHY)
    db = sqlite3.connect(path)
    db.execute("pragma secure_delete = off")
    for number in range(40):
        db.execute(
            "insert into files values (?, ?, 'return', 'accepted', '', '', 1, '', '', '')", (f"{number}", "Xy Zed")
        )
    db.commit()
    db.execute("delete from files where name = 'Xy Zed'")
    db.commit()
    db.close()
    assert holding(city_desk.workspace.root, "Xy Zed") == ["received/index.sqlite"]

    erase(city_desk, "xy zed")

    assert holding(city_desk.workspace.root, "Xy Zed") == []
    with ReturnIndex(path) as index:
        assert len(list(index.returns())) == 4


def test_the_reason_is_written_down_without_the_text_from_the_first(city_desk: Desk) -> None:
    erasure = Erasure(MARKER, (needle_of(TEXT, MARKER),))
    held = held_originals(city_desk, erasure, originals_in(city_desk.workspace.originals_folder))

    write_down(city_desk, held, erasure, f"{TEXT} asked")

    assert {one.why for one in kept(city_desk, "originals_erased", OriginalErased) if one.id != PLANTED} == {
        f"{MARKER} asked"
    }
