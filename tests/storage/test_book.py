"""One book, one person."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from compact_tui.core.change import Change, Edit, reversed_edits
from compact_tui.core.errors import WorkspaceError
from compact_tui.storage import reading
from compact_tui.storage.book import Book, Saved
from tests.storage.helpers import AT, KIND, Record, again, answer, change, new_book, put

Settled = Callable[[Book], Book]


def _ids(book: Book) -> list[str]:
    return [entry.id for entry in book.history]


def test_a_new_book_is_on_the_disk_with_its_first_change(path: Path) -> None:
    book = new_book(path)

    for seen in (book, again(book)):
        assert (seen.revision, seen.unsaved, seen.rows("answers"), seen.rows("actions")) == (1, False, (answer(),), ())
        assert [(entry.id, entry.revision) for entry in seen.history] == [("c0", 1)]


def test_the_file_is_a_tinydb_file_with_our_ids_as_keys(book: Book) -> None:
    tables = json.loads(book.path.read_text("utf-8"))

    assert tables["head"] == {"book": {"format": "compact-tui-test", "version": 2, "revision": 1}}
    assert tables["answers"] == {"one": answer()}
    assert tables["history"]["c0"]["edits"] == [{"table": "answers", "id": "one", "before": None, "after": answer()}]


def test_a_book_is_not_made_over_a_file(path: Path) -> None:
    path.write_bytes(b"mine")

    with pytest.raises(WorkspaceError, match="is there already"):
        new_book(path)
    assert path.read_bytes() == b"mine"


def test_a_book_is_made_in_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    assert new_book(tmp_path / "audits" / "a.json").path.exists()


def test_records_are_set_removed_and_stay_in_the_order_of_making(book: Book, settled: Settled) -> None:
    put(book, "c1", "two", answer(note="2"))
    put(book, "c2", "three", answer(note="3"))
    put(book, "c3", "one", answer(note="1"))
    put(book, "c4", "two", None)
    put(book, "c5", "two", answer(note="back"))

    seen = settled(book)

    assert [row["note"] for row in seen.rows("answers")] == ["1", "3", "back"]
    assert seen.row("answers", "two") == answer(note="back")
    assert seen.row("answers", "four") is None
    assert _ids(seen) == ["c0", "c1", "c2", "c3", "c4", "c5"]


def test_fields_are_dropped_and_unknown_ones_kept(book: Book, settled: Settled) -> None:
    put(book, "c1", "one", {"answer": "met", "from_the_future": {"deep": [1, 2.5, None, True]}})

    assert settled(book).row("answers", "one") == {
        "answer": "met",
        "from_the_future": {"deep": [1, 2.5, None, True]},
    }


def test_tuples_stand_as_lists_so_that_they_compare_with_what_was_read(book: Book, settled: Settled) -> None:
    put(book, "c1", "one", answer(supports=("a", ("b",))))

    assert settled(book).row("answers", "one") == answer(supports=["a", ["b"]])
    assert book.history[-1].edits[0].after == answer(supports=["a", ["b"]])


def test_what_a_book_gives_or_takes_can_be_changed_without_changing_the_book(book: Book, settled: Settled) -> None:
    mine = answer(supports=["a"])
    put(book, "c1", "one", mine)
    put(book, "c1", "one", answer(supports=["a"], note="amended"))
    wanted = answer(supports=["a"], note="amended")

    def _spoil(record: Record | None) -> None:
        assert record is not None
        record["note"] = "spoilt"
        supports = record.get("supports", [])
        assert isinstance(supports, list)
        supports.append("spoilt")

    _spoil(mine)
    _spoil(book.rows("answers")[0])
    _spoil(book.row("answers", "one"))
    _spoil(book.history[-1].edits[0].after)
    _spoil(book.history[-1].edits[0].before)
    seen = settled(book)

    assert seen.row("answers", "one") == wanted


def test_history_that_was_spoilt_after_a_save_does_not_reach_the_file(book: Book) -> None:
    put(book, "c1", "one", answer(note="1"))
    book.save()
    after = book.history[-1].edits[0].after
    assert after is not None
    after["note"] = "spoilt"
    put(book, "c2", "two", answer())
    book.save()

    seen = again(book)

    assert seen.row("answers", "one") == answer(note="1")
    assert seen.history[1].edits[0].after == answer(note="1")


@pytest.mark.parametrize("value", [{1, 2}, b"bytes", float("nan"), float("inf"), "\ud800", {1: "key"}, object()])
def test_what_json_cannot_say_is_refused_at_once_and_changes_nothing(value: object, book: Book) -> None:
    with pytest.raises((TypeError, ValueError)):
        put(book, "c1", "one", answer(note=value))

    assert (book.unsaved, book.row("answers", "one"), _ids(book)) == (False, answer(), ["c0"])


@pytest.mark.parametrize("table", ["head", "history", "answer", ""])
def test_a_table_of_another_kind_is_a_mistake(table: str, book: Book) -> None:
    with pytest.raises(ValueError, match="has no table"):
        book.apply(change("c1", Edit(table, "x", None, {})))

    assert not book.unsaved


def test_each_save_is_one_revision_and_tells_each_entry_its_own(book: Book) -> None:
    put(book, "c1", "two", answer())
    put(book, "c2", "three", answer())
    assert book.unsaved and book.revision == 1
    assert book.save() == Saved(2)
    put(book, "c3", "four", answer())
    assert book.save() == Saved(3)

    assert not book.unsaved
    assert [entry.revision for entry in book.history] == [1, 2, 2, 3]
    assert again(book).history == book.history
    assert again(book).revision == book.revision == 3


def test_saving_nothing_touches_nothing(book: Book) -> None:
    before = book.path.stat()

    assert book.save() == Saved(1)
    assert book.path.stat() == before


def test_one_change_of_many_records_is_one_entry(book: Book, settled: Settled) -> None:
    edits = [Edit("answers", f"a{n}", None, answer(note=str(n))) for n in range(50)]
    book.apply(change("import", *edits, Edit("actions", "x", None, {"what": "do"})))

    seen = settled(book)

    assert len(seen.rows("answers")) == 51
    assert seen.rows("actions") == ({"what": "do"},)
    assert _ids(seen) == ["c0", "import"]


def test_two_edits_of_one_record_in_a_change_are_one(book: Book, settled: Settled) -> None:
    one, two = answer(note="1"), answer(note="2")
    book.apply(change("c1", Edit("answers", "one", answer(), one), Edit("answers", "one", one, two)))

    seen = settled(book)

    assert seen.row("answers", "one") == two
    assert seen.history[-1].edits == (Edit("answers", "one", answer(), two),)


def test_a_change_without_edits_is_kept_as_an_entry(book: Book, settled: Settled) -> None:
    book.apply(change("looked"))

    assert _ids(settled(book)) == ["c0", "looked"]


def test_undo_is_a_change_like_any_other(book: Book, settled: Settled) -> None:
    put(book, "c1", "one", answer(note="typed"))
    put(book, "c2", "two", answer())
    book.apply(change("u2", *reversed_edits(book.history[-1]), undoes="c2"))

    seen = settled(book)

    assert [entry.undoes for entry in seen.history] == ["", "", "", "c2"]
    assert seen.rows("answers") == (answer(note="typed"),)


def test_a_change_made_from_an_older_view_takes_nothing_else_back(book: Book, settled: Settled) -> None:
    put(book, "c1", "one", answer(note="newer"))
    book.apply(change("c2", Edit("answers", "one", answer(), answer(answer="partly"))))

    seen = settled(book)

    assert seen.row("answers", "one") == answer(answer="partly", note="newer")
    assert seen.history[-1].edits[0].before == answer(note="newer")


def test_a_conflict_inside_one_window_is_told_by_the_next_save(book: Book) -> None:
    put(book, "c1", "one", answer(note="newer"))
    book.apply(change("c2", Edit("answers", "one", answer(), answer(note="from an old view"))))

    (conflict,) = book.save().conflicts

    assert (conflict.table, conflict.id, conflict.fields) == ("answers", "one", ("note",))
    assert book.row("answers", "one") == answer(note="from an old view")
    put(book, "c3", "two", answer())
    assert book.save().conflicts == ()


@pytest.mark.parametrize("first_at", ["2026-11-22T14:02:09Z", "2030-01-01T00:00:00Z"])
def test_order_is_by_saving_whatever_the_clock_says(first_at: str, book: Book, settled: Settled) -> None:
    late = Change(id="late", at=first_at, by="", verb="v", edits=(Edit("answers", "one", answer(), answer(note="1")),))
    book.apply(late)
    book.save()
    put(book, "early", "one", answer(note="2"))

    seen = settled(book)

    assert _ids(seen) == ["c0", "late", "early"]
    assert seen.row("answers", "one") == answer(note="2")


def test_a_copy_elsewhere_holds_what_is_not_saved_and_the_book_stays_unsaved(book: Book, tmp_path: Path) -> None:
    put(book, "c1", "one", answer(note="kept"))
    book.save_copy_to(tmp_path / "stick.json")

    copy = Book.open(tmp_path / "stick.json", KIND)

    assert copy.rows("answers") == book.rows("answers") == (answer(note="kept"),)
    assert [(entry.id, entry.revision) for entry in copy.history] == [("c0", 1), ("c1", 2)]
    assert copy.revision == 2
    assert book.unsaved
    with pytest.raises(WorkspaceError, match="is there already"):
        book.save_copy_to(tmp_path / "stick.json")


def test_a_copy_elsewhere_needs_nothing_of_the_old_place(book: Book, tmp_path: Path) -> None:
    put(book, "c1", "one", answer(note="kept"))
    book.path.unlink()
    with pytest.raises(WorkspaceError, match="is not there"):
        book.save()

    book.save_copy_to(tmp_path / "stick.json")

    assert Book.open(tmp_path / "stick.json", KIND).row("answers", "one") == answer(note="kept")


def test_an_unknown_table_and_unknown_head_fields_live_through_saves_and_copies(book: Book, tmp_path: Path) -> None:
    tables = json.loads(book.path.read_text("utf-8"))
    tables["later"] = {"x": {"y": 1}}
    tables["head"]["book"]["made_with"] = "9.9"
    book.path.write_text(json.dumps(tables), "utf-8")

    seen = again(book)
    put(seen, "c1", "one", answer(note="1"))
    seen.save_copy_to(tmp_path / "copy.json")
    seen.save()

    for path in (book.path, tmp_path / "copy.json"):
        tables = json.loads(path.read_text("utf-8"))
        assert tables["later"] == {"x": {"y": 1}}
        assert tables["head"]["book"] == {**tables["head"]["book"], "made_with": "9.9", "revision": 2}


def test_a_book_that_could_not_be_read_back_is_not_written(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    before = book.path.read_bytes()
    monkeypatch.setattr(reading, "LARGEST", 600)
    put(book, "c1", "one", answer(note="x" * 700))

    with pytest.raises(WorkspaceError, match="could not be opened again"):
        book.save()

    assert book.path.read_bytes() == before
    assert book.unsaved


def test_instants_of_the_history_are_kept_as_they_were(book: Book) -> None:
    assert again(book).history[0].at == AT
