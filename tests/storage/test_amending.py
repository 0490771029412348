"""Typing in one field is one change, whenever it is saved in between."""

import os
from pathlib import Path

import pytest

from compact_tui.core.change import Edit, stacks
from compact_tui.core.errors import WorkspaceError
from compact_tui.storage import atomic
from compact_tui.storage.book import Book
from tests.storage.helpers import again, answer, change, failing_replace, put


def _typed(book: Book, text: str) -> None:
    put(book, "typing", "one", {**(book.row("answers", "one") or {}), "note": text})


def _last(book: Book) -> tuple[str, tuple[Edit, ...]]:
    return book.history[-1].id, book.history[-1].edits


@pytest.mark.parametrize("saved_after", [(), (1,), (2,), (1, 2), (1, 2, 3)])
def test_keys_typed_are_one_entry_from_the_first_before_to_the_last_after(
    saved_after: tuple[int, ...], book: Book
) -> None:
    for number, text in enumerate(("a", "ab", "abc"), 1):
        _typed(book, text)
        if number in saved_after:
            book.save()
    book.save()

    for seen in (book, again(book)):
        assert len(seen.history) == 2
        assert _last(seen) == ("typing", (Edit("answers", "one", answer(), answer(note="abc")),))
        assert seen.row("answers", "one") == answer(note="abc")


@pytest.mark.parametrize("saved", [True, False])
def test_an_amendment_may_start_from_what_stood_before_the_typing(saved: bool, book: Book) -> None:
    for text in ("a", "ab", ""):
        book.apply(change("typing", Edit("answers", "one", answer(), answer(note=text))))
        if saved:
            book.save()
    book.save()

    assert again(book).row("answers", "one") == answer(note="")
    assert _last(again(book)) == ("typing", (Edit("answers", "one", answer(), answer()),))


@pytest.mark.parametrize("saved", [True, False])
def test_a_record_that_the_amendment_no_longer_names_gets_back_what_it_was(saved: bool, book: Book) -> None:
    book.apply(
        change("c1", Edit("answers", "one", answer(), answer(note="1")), Edit("answers", "two", None, answer(note="2")))
    )
    if saved:
        book.save()
    book.apply(change("c1", Edit("answers", "one", answer(note="1"), answer(note="3"))))
    assert book.rows("answers") == (answer(note="3"),)
    book.save()

    assert again(book).rows("answers") == (answer(note="3"),)
    assert _last(again(book)) == ("c1", (Edit("answers", "one", answer(), answer(note="3")),))


def test_an_amendment_may_name_one_more_record(book: Book) -> None:
    _typed(book, "a")
    book.save()
    book.apply(
        change("typing", Edit("answers", "one", answer(note="a"), answer(note="ab")), Edit("actions", "x", None, {}))
    )
    book.save()

    assert again(book).rows("actions") == ({},)
    assert _last(again(book))[1] == (
        Edit("answers", "one", answer(), answer(note="ab")),
        Edit("actions", "x", None, {}),
    )


def test_another_change_in_between_ends_the_typing(book: Book) -> None:
    _typed(book, "a")
    put(book, "c2", "two", answer())
    _typed(book, "ab")
    _typed(book, "abc")
    book.save()

    ids = [entry.id for entry in again(book).history]
    assert ids == ["c0", "typing", "c2", "typing~2"]
    assert _last(again(book))[1] == (Edit("answers", "one", answer(note="a"), answer(note="abc")),)


def test_when_others_saved_in_between_the_typing_goes_on_as_an_entry_of_its_own(book: Book) -> None:
    _typed(book, "a")
    book.save()
    other = again(book)
    put(other, "theirs", "one", answer(note="a", answer="partly"))
    other.save()
    _typed(book, "ab")
    book.save()
    _typed(book, "abc")
    book.save()

    seen = again(book)
    assert [entry.id for entry in seen.history] == ["c0", "typing", "theirs", "typing~2"]
    assert seen.row("answers", "one") == answer(note="abc", answer="partly")
    assert _last(seen)[1] == (
        Edit("answers", "one", answer(note="a", answer="partly"), answer(note="abc", answer="partly")),
    )


def test_an_undo_that_waits_undoes_the_entry_that_the_typing_went_on_as(book: Book) -> None:
    _typed(book, "a")
    book.save()
    other = again(book)
    put(other, "theirs", "two", answer())
    other.save()
    _typed(book, "ab")
    put(book, "undo", "one", answer())
    book.apply(change("undo", *(book.history[-1].edits), undoes="typing"))
    book.save()

    seen = again(book)
    assert [(entry.id, entry.undoes) for entry in seen.history][-2:] == [("typing~2", ""), ("undo", "typing~2")]
    assert [entry.id for entry in stacks(seen.history).redo] == ["undo"]


def test_typing_goes_on_after_a_save_whose_folder_could_not_be_confirmed(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    def _fail(folder: Path) -> None:
        raise OSError(5, "Input/output error")

    _typed(book, "a")
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_sync_folder", _fail)
        with pytest.raises(WorkspaceError):
            book.save()
    assert again(book).row("answers", "one") == answer(note="a")
    _typed(book, "")
    put(book, "c2", "two", answer())
    saved = book.save()

    assert saved.conflicts == ()
    assert again(book).rows("answers") == (answer(note=""), answer())
    assert [entry.id for entry in again(book).history] == ["c0", "typing", "c2"]
    assert again(book).history[1].edits == (Edit("answers", "one", answer(), answer()),)


def test_a_change_that_got_there_after_all_is_not_written_twice(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    def _fail(folder: Path) -> None:
        raise OSError(5, "Input/output error")

    put(book, "c1", "one", answer(note="1"))
    put(book, "c2", "two", answer())
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_sync_folder", _fail)
        with pytest.raises(WorkspaceError):
            book.save()
    assert book.unsaved
    saved = book.save()

    assert saved.conflicts == ()
    assert not book.unsaved
    assert [entry.id for entry in again(book).history] == ["c0", "c1", "c2"]
    assert again(book).history == book.history


def test_typing_goes_on_after_a_failed_save(book: Book, monkeypatch: pytest.MonkeyPatch, impatient: None) -> None:
    with monkeypatch.context() as patch:
        failing_replace(patch, PermissionError(13, "held"))
        for text in ("a", "ab"):
            _typed(book, text)
            with pytest.raises(WorkspaceError):
                book.save()
    _typed(book, "abc")
    book.save()

    assert _last(again(book)) == ("typing", (Edit("answers", "one", answer(), answer(note="abc")),))


def test_typing_goes_on_while_a_change_is_found_to_have_got_there_before_what_others_saved(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    def _fail(folder: Path) -> None:
        raise OSError(5, "Input/output error")

    _typed(book, "a")
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "_sync_folder", _fail)
        with pytest.raises(WorkspaceError):
            book.save()
    other = again(book)
    put(other, "theirs", "two", answer())
    other.save()
    replace = os.replace

    def _replace(source: Path, target: Path) -> None:
        monkeypatch.setattr(os, "replace", replace)
        _typed(book, "ab")
        replace(source, target)

    monkeypatch.setattr(os, "replace", _replace)
    book.save()

    assert [entry.id for entry in book.history] == ["c0", "typing", "theirs", "typing~2"]
    book.save()
    assert again(book).history == book.history
    assert _last(book)[1] == (Edit("answers", "one", answer(note="a"), answer(note="ab")),)
