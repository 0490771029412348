"""Who saves: at once, or one thread of its own that never loses a change."""

import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, WorkspaceError
from compact_tui.storage.backups import Backups
from compact_tui.storage.book import Book, Saved
from compact_tui.storage.writer import CopyFailedError, SaveNow, Writer
from tests.storage.helpers import KIND, again, answer, change, failing_replace, put

CALLBACK_FAILS = pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
NOW = datetime(2026, 11, 22, 14, 2, 9, tzinfo=UTC)


class _Heard:
    """What a writer told, and the writer."""

    def __init__(self, backups: Backups | None = None) -> None:
        self.saved: list[tuple[Book, Saved]] = []
        self.failed: list[tuple[Book, CompactError]] = []
        self.writer = Writer(
            backups,
            now=lambda: NOW,
            on_saved=lambda book, saved: self.saved.append((book, saved)),
            on_failed=lambda book, error: self.failed.append((book, error)),
        )


@pytest.fixture
def heard() -> Iterator[_Heard]:
    heard = _Heard()
    yield heard
    heard.writer.close()


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups", tmp_path)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[threading.Event, threading.Event]]:
    """Saves wait in the middle: set when one is there, and to be set to let it go on."""
    inside, go_on = threading.Event(), threading.Event()
    real = os.fsync

    def _sync(handle: int) -> None:
        inside.set()
        assert go_on.wait(20)
        real(handle)

    monkeypatch.setattr(os, "fsync", _sync)
    yield inside, go_on
    go_on.set()


def test_saving_now_saves_before_it_returns(book: Book) -> None:
    put(book, "c1", "one", answer(note="typed"))
    SaveNow().save(book, NOW)

    assert again(book).row("answers", "one") == answer(note="typed")


def test_saving_now_raises_what_went_wrong(book: Book, monkeypatch: pytest.MonkeyPatch, impatient: None) -> None:
    failing_replace(monkeypatch, PermissionError(13, "held"))
    put(book, "c1", "one", answer(note="typed"))

    with pytest.raises(WorkspaceError, match="another program holds"):
        SaveNow().save(book, NOW)
    assert book.unsaved


def test_the_first_change_of_a_day_makes_a_copy_of_the_book_before_it(book: Book, backups: Backups) -> None:
    saver = SaveNow(backups)
    saver.save(book, NOW)
    assert backups.copies(book.path) == ()

    for day, note in ((22, "1"), (22, "2"), (23, "3")):
        put(book, f"c{note}", "one", answer(note=note))
        saver.save(book, NOW.replace(day=day))

    notes = [Book.open(copy, KIND).row("answers", "one") for copy in backups.copies(book.path)]
    assert notes == [answer(note="2"), answer()]


def test_a_copy_that_fails_does_not_keep_the_change_from_being_saved(book: Book, backups: Backups) -> None:
    backups.folder.write_bytes(b"a file")
    put(book, "c1", "one", answer(note="typed"))

    with pytest.raises(CopyFailedError, match="backups") as caught:
        SaveNow(backups).save(book, NOW)

    assert "itself is saved" in caught.value.hint
    assert caught.value.saved == Saved(2)
    assert again(book).row("answers", "one") == answer(note="typed")


def test_the_writer_saves_beside_and_tells(book: Book, heard: _Heard, backups: Backups) -> None:
    put(book, "c1", "one", answer(note="typed"))
    heard.writer.save(book, NOW)

    assert heard.writer.flush(20)
    assert heard.saved == [(book, Saved(2))]
    assert again(book).row("answers", "one") == answer(note="typed")


def test_the_writer_never_keeps_the_caller_waiting_and_joins_what_piles_up(
    book: Book, heard: _Heard, slow: tuple[threading.Event, threading.Event]
) -> None:
    inside, go_on = slow
    put(book, "c1", "one", answer(note="1"))
    heard.writer.save(book, NOW)
    assert inside.wait(20)
    for number in range(2, 12):
        put(book, f"c{number}", "one", answer(note=str(number)))
        heard.writer.save(book, NOW)
    assert heard.writer.flush(0.01) is False
    go_on.set()

    assert heard.writer.flush(20)
    assert [saved.revision for _, saved in heard.saved] == [2, 3]
    assert again(book).row("answers", "one") == answer(note="11")


def test_a_book_that_failed_waits_for_a_retry(
    book: Book, heard: _Heard, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    put(book, "c1", "one", answer(note="typed"))
    with monkeypatch.context() as patch:
        failing_replace(patch, PermissionError(13, "held"))
        heard.writer.save(book, NOW)
        assert heard.writer.flush(20) is False
        heard.writer.retry()
        assert heard.writer.flush(20) is False
    assert [type(error) for _, error in heard.failed] == [WorkspaceError, WorkspaceError]
    assert (heard.saved, heard.writer.unsaved()) == ([], (book,))

    heard.writer.retry()

    assert heard.writer.flush(20)
    assert heard.writer.unsaved() == ()
    assert again(book).row("answers", "one") == answer(note="typed")


def test_a_book_that_failed_is_saved_with_its_next_change(
    book: Book, heard: _Heard, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    put(book, "c1", "one", answer(note="1"))
    with monkeypatch.context() as patch:
        failing_replace(patch, PermissionError(13, "held"))
        heard.writer.save(book, NOW)
        assert not heard.writer.flush(20)
    put(book, "c2", "two", answer(note="2"))
    heard.writer.save(book, NOW)

    assert heard.writer.flush(20)
    assert again(book).rows("answers") == (answer(note="1"), answer(note="2"))


def test_one_book_that_fails_does_not_hold_up_another(book: Book, heard: _Heard, tmp_path: Path) -> None:
    other = Book.create(tmp_path / "other.json", KIND, change("c0"))
    put(book, "c1", "one", answer(note="1"))
    put(other, "c1", "one", answer(note="1"))
    book.path.unlink()
    heard.writer.save(book, NOW)
    heard.writer.save(other, NOW)

    assert heard.writer.flush(20) is False
    assert [saved for saved, _ in heard.saved] == [other]
    assert [failed for failed, _ in heard.failed] == [book]


def test_closing_saves_what_waits_tries_again_what_failed_and_ends_the_thread(
    book: Book, heard: _Heard, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    put(book, "c1", "one", answer(note="1"))
    with monkeypatch.context() as patch:
        failing_replace(patch, PermissionError(13, "held"))
        heard.writer.save(book, NOW)
        assert not heard.writer.flush(20)

    assert heard.writer.close() is True
    assert again(book).row("answers", "one") == answer(note="1")
    assert "writer" not in [thread.name for thread in threading.enumerate()]


def test_closing_says_when_something_could_not_be_saved(book: Book, heard: _Heard) -> None:
    put(book, "c1", "one", answer(note="1"))
    book.path.unlink()
    heard.writer.save(book, NOW)

    assert heard.writer.close() is False
    assert heard.writer.unsaved() == (book,)


def test_after_closing_a_change_is_still_saved(book: Book, heard: _Heard) -> None:
    heard.writer.close()
    put(book, "c1", "one", answer(note="late"))
    heard.writer.save(book, NOW)

    assert heard.writer.flush(20)
    assert again(book).row("answers", "one") == answer(note="late")


def test_a_mistake_in_code_is_told_and_the_writer_lives_on(
    book: Book, heard: _Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(book, "c1", "one", answer(note="1"))
    with monkeypatch.context() as patch:
        patch.setattr(book, "save", lambda: 1 / 0)
        heard.writer.save(book, NOW)
        assert not heard.writer.flush(20)
    ((failed, error),) = heard.failed
    assert failed is book and "ZeroDivisionError" in error.message
    heard.writer.retry()

    assert heard.writer.flush(20)
    assert again(book).row("answers", "one") == answer(note="1")


@CALLBACK_FAILS
def test_a_mistake_in_a_callback_does_not_end_saving_for_good(book: Book) -> None:
    writer = Writer(now=lambda: NOW, on_saved=lambda book, saved: print(1 / 0))
    for number in range(3):
        put(book, f"c{number + 1}", "one", answer(note=str(number)))
        writer.save(book, NOW)
        assert writer.flush(20)
    assert writer.close()

    assert again(book).row("answers", "one") == answer(note="2")


@CALLBACK_FAILS
def test_books_that_wait_behind_a_mistake_in_a_callback_are_saved(
    book: Book, tmp_path: Path, slow: tuple[threading.Event, threading.Event]
) -> None:
    inside, go_on = slow
    go_on.set()
    other = Book.create(tmp_path / "other.json", KIND, change("c0"))
    inside.clear()
    go_on.clear()
    writer = Writer(now=lambda: NOW, on_saved=lambda saved, _: print(1 / (saved is not book)))
    for waiting in (book, other):
        put(waiting, "c1", "one", answer(note="1"))
        writer.save(waiting, NOW)
        assert inside.wait(20)
    go_on.set()

    assert writer.flush(20)
    assert writer.close()
    assert again(other).row("answers", "one") == answer(note="1")


def test_a_change_asked_for_while_the_writer_closes_is_saved(book: Book) -> None:
    writer = Writer(now=lambda: NOW)
    for number in range(30):
        put(book, f"c{number + 1}", "one", answer(note=str(number)))
        writer.save(book, NOW)
        assert writer.close()

    assert again(book).row("answers", "one") == answer(note="29")


def test_a_failed_copy_of_the_day_is_told_after_the_save(book: Book, backups: Backups) -> None:
    backups.folder.write_bytes(b"a file")
    heard = _Heard(backups)
    put(book, "c1", "one", answer(note="1"))
    heard.writer.save(book, NOW)

    assert heard.writer.flush(20)
    assert heard.saved == [(book, Saved(2))]
    assert [type(error) for _, error in heard.failed] == [CopyFailedError]
    assert not book.unsaved
    heard.writer.close()
