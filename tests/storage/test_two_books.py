"""Two windows on one book: what both changed meets, what one changed stays."""

import os
import threading
from pathlib import Path

import pytest

from compact_tui.core.change import Edit, reversed_edits
from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.book import Book, Conflict, Saved
from tests.storage.helpers import again, answer, change, put


@pytest.fixture
def other(book: Book) -> Book:
    return again(book)


def test_different_records_of_two_windows_both_stay(book: Book, other: Book) -> None:
    put(book, "c1", "two", answer(note="mine"))
    put(other, "c2", "three", answer(note="theirs"))

    assert other.save() == Saved(2)
    assert book.save() == Saved(3, (), merged=True)

    assert book.rows("answers") == again(book).rows("answers") == (answer(), answer(note="theirs"), answer(note="mine"))
    assert [(entry.id, entry.revision) for entry in book.history] == [("c0", 1), ("c2", 2), ("c1", 3)]
    assert book.history == again(book).history


def test_different_fields_of_one_record_both_stay_and_are_no_conflict(book: Book, other: Book) -> None:
    put(book, "c1", "one", answer(note="mine", by="lead", at="10:00"))
    put(other, "c2", "one", answer(answer="partly", by="head", at="10:01"))
    other.save()

    assert book.save() == Saved(3, (), merged=True)
    assert book.row("answers", "one") == answer(note="mine", answer="partly", by="lead", at="10:00")


def test_in_one_field_mine_stands_is_named_and_undo_brings_theirs_back(book: Book, other: Book) -> None:
    put(book, "c1", "one", answer(note="mine"))
    put(other, "c2", "one", answer(note="theirs", answer="partly"))
    other.save()

    assert book.save() == Saved(3, (Conflict("answers", "one", ("note",)),), merged=True)
    assert book.row("answers", "one") == answer(note="mine", answer="partly")

    last = book.history[-1]
    assert last.edits == (
        Edit("answers", "one", answer(note="theirs", answer="partly"), answer(note="mine", answer="partly")),
    )
    book.apply(change("u1", *reversed_edits(last), undoes=last.id))
    book.save()
    assert again(book).row("answers", "one") == answer(note="theirs", answer="partly")


@pytest.mark.parametrize("mine_removes", [True, False])
def test_a_record_that_one_removed_and_the_other_changed_stays_as_changed(
    mine_removes: bool, book: Book, other: Book
) -> None:
    put(book, "c1", "one", None if mine_removes else answer(note="changed"))
    put(other, "c2", "one", answer(note="changed") if mine_removes else None)
    other.save()

    (conflict,) = book.save().conflicts

    assert conflict.fields == ("answer", "note")
    assert book.row("answers", "one") == again(book).row("answers", "one") == answer(note="changed")


def test_several_changes_of_one_record_all_meet_what_came_in(book: Book, other: Book) -> None:
    put(book, "c1", "one", answer(note="1"))
    put(book, "c2", "one", answer(note="2", extra="x"))
    put(other, "c3", "one", answer(answer="partly"))
    other.save()
    book.save()

    seen = again(book)
    assert seen.row("answers", "one") == answer(note="2", extra="x", answer="partly")
    assert [edit for entry in seen.history[-2:] for edit in entry.edits] == [
        Edit("answers", "one", answer(answer="partly"), answer(note="1", answer="partly")),
        Edit("answers", "one", answer(note="1", answer="partly"), answer(note="2", extra="x", answer="partly")),
    ]


def test_refreshing_reads_what_others_saved_but_never_over_what_is_unsaved(book: Book, other: Book) -> None:
    assert book.refresh() is False
    put(other, "c1", "two", answer())
    other.save()
    put(book, "c2", "one", answer(note="mine"))
    assert book.refresh() is False
    assert book.row("answers", "one") == answer(note="mine")
    book.save()
    assert other.refresh() is True
    assert other.refresh() is False

    assert other.rows("answers") == book.rows("answers")
    assert (other.history, other.revision) == (book.history, book.revision)


def test_a_file_that_was_only_touched_brings_nothing_in(book: Book) -> None:
    os.utime(book.path, (1, 1))
    assert book.refresh() is False
    os.utime(book.path, (2, 2))
    put(book, "c1", "two", answer())

    assert book.save() == Saved(2)


def test_a_file_that_was_not_changed_is_not_read_again(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    def _refuse(*args: object) -> None:
        raise AssertionError("the file was read")

    monkeypatch.setattr("compact_tui.storage.reading.read_bytes", _refuse)
    for number in range(3):
        put(book, f"c{number + 1}", "one", answer(note=str(number)))
        book.save()

    assert book.revision == 4


def test_another_file_of_the_same_size_and_time_is_still_noticed(book: Book, other: Book) -> None:
    put(book, "c1", "one", answer(note="mine"))
    book.save()
    other.refresh()
    found = book.path.stat()
    put(book, "c2", "two", answer())
    swapped = book.path.read_bytes().replace(b"mine", b"ours")
    book.path.with_name("swap").write_bytes(swapped)
    os.utime(book.path.with_name("swap"), ns=(found.st_atime_ns, found.st_mtime_ns))
    os.replace(book.path.with_name("swap"), book.path)

    assert book.save().merged
    assert again(book).row("answers", "one") == answer(note="ours")


def test_a_file_put_back_to_an_older_one_gets_my_change_on_top(book: Book, other: Book) -> None:
    older = book.path.read_bytes()
    put(book, "c1", "two", answer(note="gone with the older file"))
    book.save()
    book.path.write_bytes(older)
    put(book, "c2", "one", answer(note="mine"))

    assert book.save().merged
    assert again(book).rows("answers") == book.rows("answers") == (answer(note="mine"),)


def test_a_file_that_became_damaged_is_neither_read_nor_overwritten(book: Book) -> None:
    put(book, "c1", "one", answer(note="mine"))
    book.path.write_bytes(b'{"head"')

    with pytest.raises(WorkspaceError, match="is damaged"):
        book.save()
    assert book.path.read_bytes() == b'{"head"'
    assert book.unsaved
    assert book.row("answers", "one") == answer(note="mine")


def test_a_change_made_while_the_file_is_written_is_put_on_what_came_in(
    book: Book, other: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(other, "theirs", "one", answer(answer="partly"))
    other.save()
    put(book, "typing", "one", answer(note="a"))
    real = os.replace

    def _replace(source: Path, target: Path) -> None:
        monkeypatch.setattr(os, "replace", real)
        put(book, "typing", "one", answer(note="ab"))
        put(book, "c9", "two", answer())
        real(source, target)

    monkeypatch.setattr(os, "replace", _replace)
    first = book.save()

    assert first.merged and book.unsaved
    assert book.row("answers", "one") == answer(note="ab", answer="partly")
    assert again(book).row("answers", "one") == answer(note="a", answer="partly")
    assert book.save().conflicts == ()
    seen = again(book)
    assert seen.rows("answers") == book.rows("answers") == (answer(note="ab", answer="partly"), answer())
    assert [entry.id for entry in seen.history] == ["c0", "theirs", "typing", "c9"]
    assert seen.history == book.history
    assert seen.history[2].edits == (
        Edit("answers", "one", answer(answer="partly"), answer(note="ab", answer="partly")),
    )


def test_changing_never_waits_for_the_disk(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, go_on = threading.Event(), threading.Event()
    real = os.fsync

    def _slow(handle: int) -> None:
        inside.set()
        assert go_on.wait(20)
        real(handle)

    monkeypatch.setattr(os, "fsync", _slow)
    put(book, "c1", "one", answer(note="1"))
    saving = threading.Thread(target=book.save)
    saving.start()
    assert inside.wait(20)
    put(book, "c2", "two", answer())
    assert len(book.rows("answers")) == 2 and book.unsaved and len(book.history) == 3
    go_on.set()
    saving.join(20)

    assert [entry.id for entry in again(book).history] == ["c0", "c1"]
    assert book.unsaved
    book.save()
    assert again(book).rows("answers") == (answer(note="1"), answer())


def test_threads_that_change_and_save_one_book_lose_nothing(book: Book) -> None:
    def _work(name: str) -> None:
        for number in range(25):
            book.apply(change(f"{name}{number}", Edit("answers", f"{name}{number}", None, answer())))
            book.save()

    threads = [threading.Thread(target=_work, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert not book.unsaved
    assert len(again(book).rows("answers")) == 101
    assert again(book).history == book.history
