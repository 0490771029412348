"""Saves that fail: nothing typed is lost, the old file stays, and the next attempt brings everything."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage import atomic
from compact_tui.storage.book import Book
from tests.storage.helpers import again, answer, failing_replace, put, temporary_files

Break = Callable[[pytest.MonkeyPatch], None]


def _replace_raises(patch: pytest.MonkeyPatch) -> None:
    failing_replace(patch, OSError(errno.EIO, "Input/output error"))


def _held(patch: pytest.MonkeyPatch) -> None:
    failing_replace(patch, PermissionError(errno.EACCES, "held"))


def _disk_full(patch: pytest.MonkeyPatch) -> None:
    def _write(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    patch.setattr(os, "write", _write)


def _sync_fails(patch: pytest.MonkeyPatch) -> None:
    def _sync(handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    patch.setattr(os, "fsync", _sync)


def _no_temporary_file(patch: pytest.MonkeyPatch) -> None:
    real = os.open

    def _open(path: str, flags: int, mode: int = 0o777) -> int:
        if str(path).endswith(".tmp"):
            raise OSError(errno.EROFS, "Read-only file system")
        return real(path, flags, mode)

    patch.setattr(os, "open", _open)


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        (_replace_raises, "input/output error"),
        (_held, "another program holds the file"),
        (_disk_full, "the disk is full"),
        (_sync_fails, "input/output error"),
        (_no_temporary_file, "the disk is read-only"),
    ],
)
def test_a_save_that_fails_keeps_the_old_file_and_the_change_and_may_be_tried_again(
    break_it: Break, said: str, book: Book, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    old = book.path.read_bytes()
    put(book, "c1", "one", answer(note="typed"))

    with monkeypatch.context() as patch:
        break_it(patch)
        for _ in range(2):
            with pytest.raises(WorkspaceError, match=said):
                book.save()
        put(book, "c2", "two", answer())

    assert book.path.read_bytes() == old
    assert temporary_files(book.path.parent) == []
    assert book.unsaved and book.revision == 1
    assert book.rows("answers") == (answer(note="typed"), answer())

    assert book.save().revision == 2
    assert again(book).rows("answers") == (answer(note="typed"), answer())
    assert [entry.id for entry in again(book).history] == ["c0", "c1", "c2"]


def test_after_a_failed_save_what_others_saved_comes_in_with_the_next(
    book: Book, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    put(book, "c1", "one", answer(note="mine"))
    with monkeypatch.context() as patch:
        _held(patch)
        with pytest.raises(WorkspaceError):
            book.save()
    other = again(book)
    put(other, "c2", "one", answer(answer="partly"))
    other.save()

    assert book.save().merged
    assert again(book).row("answers", "one") == answer(note="mine", answer="partly")


def test_held_twice_is_saved_at_the_third_attempt_without_a_word(
    book: Book, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    failing_replace(monkeypatch, PermissionError(errno.EACCES, "held"), times=2)
    put(book, "c1", "one", answer(note="typed"))

    assert book.save().revision == 2
    assert again(book).row("answers", "one") == answer(note="typed")


def test_a_folder_that_cannot_be_confirmed_is_not_called_saved(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    def _fail(folder: Path) -> None:
        raise OSError(errno.EIO, "Input/output error")

    put(book, "c1", "one", answer(note="typed"))
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_sync_folder", _fail)
        with pytest.raises(WorkspaceError):
            book.save()

    assert book.unsaved
    book.save()
    assert not book.unsaved


def test_a_folder_that_went_away_is_said_and_the_change_can_go_elsewhere(book: Book, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    moved = Book.create(away / "a.json", book.kind, book.history[0])
    put(moved, "c1", "one", answer(note="typed"))
    away.rename(tmp_path / "unplugged")

    with pytest.raises(WorkspaceError, match="a.json"):
        moved.save()
    moved.save_copy_to(tmp_path / "here.json")

    assert Book.open(tmp_path / "here.json", book.kind).row("answers", "one") == answer(note="typed")
    (tmp_path / "unplugged").rename(away)
    moved.save()
    assert again(moved).row("answers", "one") == answer(note="typed")


def test_a_first_save_that_fails_leaves_no_book(tmp_path: Path, book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        _disk_full(patch)
        with pytest.raises(WorkspaceError, match="disk is full"):
            Book.create(tmp_path / "new.json", book.kind, book.history[0])

    assert not (tmp_path / "new.json").exists()
    assert temporary_files(tmp_path) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="needs a person who is not allowed everything")
def test_a_read_only_folder_is_opened_and_refuses_to_save(book: Book) -> None:
    put(book, "c1", "one", answer(note="typed"))
    book.path.parent.chmod(0o555)
    try:
        assert again(book).revision == 1
        with pytest.raises(WorkspaceError, match="does not allow it"):
            book.save()
    finally:
        book.path.parent.chmod(0o755)

    assert book.save().revision == 2


def test_a_folder_in_which_nothing_may_be_made_is_opened_and_refuses_to_save(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    def _refuse(*args: object, **kwargs: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    put(book, "c1", "one", answer(note="typed"))
    with monkeypatch.context() as patch:
        patch.setattr(Path, "mkdir", _refuse)
        patch.setattr(os, "unlink", _refuse)
        assert again(book).revision == 1
        with pytest.raises(WorkspaceError, match="does not allow it"):
            book.save()

    assert book.save().revision == 2


def test_a_refresh_that_fails_leaves_memory_as_it_was(book: Book) -> None:
    whole = book.path.read_bytes()
    for data in (b"", whole[:-1], whole.replace(b'"verb"', b'"verbs"')):
        book.path.write_bytes(data)
        with pytest.raises(WorkspaceError, match="is damaged"):
            book.refresh()
        assert (book.rows("answers"), len(book.history), book.revision) == ((answer(),), 1, 1)
    book.path.write_bytes(whole)
    put(book, "c1", "one", answer(note="typed"))
    book.save()

    assert again(book).row("answers", "one") == answer(note="typed")
