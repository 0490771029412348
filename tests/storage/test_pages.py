"""A long history: the oldest go to pages of their own, and none is lost."""

import os
from pathlib import Path

import pytest

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage import pages
from compact_tui.storage.book import Book
from compact_tui.storage.faults import DamagedError
from compact_tui.storage.pages import page_paths, read_page
from tests.storage.helpers import KIND, again, answer, put


def _change_often(book: Book, first: int, last: int) -> None:
    for number in range(first, last + 1):
        put(book, f"c{number}", "one", answer(note=str(number)))


def _all_ids(path: Path) -> list[str]:
    paged = [entry.id for page in page_paths(path) for entry in read_page(page, KIND)]
    return paged + [entry.id for entry in Book.open(path, KIND).history]


def test_four_hundred_entries_stay_in_the_book(book: Book) -> None:
    _change_often(book, 1, 399)
    book.save()

    assert len(again(book).history) == 400
    assert page_paths(book.path) == ()


def test_one_more_sends_the_oldest_two_hundred_to_a_page(book: Book) -> None:
    _change_often(book, 1, 399)
    book.save()
    _change_often(book, 400, 400)
    book.save()

    (page,) = page_paths(book.path)
    assert page.name == "2026-audit.history-0001.json"
    assert [entry.id for entry in read_page(page, KIND)] == [f"c{number}" for number in range(200)]
    assert [entry.id for entry in again(book).history] == [f"c{number}" for number in range(200, 401)]
    assert again(book).history == book.history
    assert book.row("answers", "one") == answer(note="400")


def test_many_changes_in_one_save_make_several_pages(book: Book) -> None:
    _change_often(book, 1, 1000)
    book.save()

    assert [page.name[-9:-5] for page in page_paths(book.path)] == ["0001", "0002", "0003", "0004"]
    assert _all_ids(book.path) == [f"c{number}" for number in range(1001)]


@pytest.mark.parametrize("which", [1, 2])
def test_a_save_that_fails_while_turning_a_page_loses_nothing_and_doubles_nothing(
    which: int, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    _change_often(book, 1, 399)
    book.save()
    _change_often(book, 400, 400)
    real, count = os.replace, [0]

    def _replace(source: Path, target: Path) -> None:
        count[0] += 1
        if count[0] == which:
            raise OSError(5, "Input/output error")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", _replace)
        with pytest.raises(WorkspaceError):
            book.save()
    assert len(again(book).history) == 400
    book.save()

    assert len(page_paths(book.path)) == 1
    assert _all_ids(book.path) == [f"c{number}" for number in range(401)]


def test_a_damaged_page_is_left_alone_and_the_next_number_taken(book: Book) -> None:
    damaged = book.path.with_name("2026-audit.history-0007.json")
    damaged.write_bytes(b"{")
    _change_often(book, 1, 400)
    book.save()

    assert [page.name for page in page_paths(book.path)] == [damaged.name, "2026-audit.history-0008.json"]
    assert damaged.read_bytes() == b"{"
    with pytest.raises(DamagedError):
        read_page(damaged, KIND)


def test_a_page_is_not_a_book_nor_a_book_a_page(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compact_tui.storage.book_file.LONGEST", 2)
    monkeypatch.setattr("compact_tui.storage.book_file.PAGE", 1)
    _change_often(book, 1, 2)
    book.save()

    with pytest.raises(DamagedError, match="compact-tui-test-history"):
        Book.open(page_paths(book.path)[0], KIND)
    with pytest.raises(DamagedError, match="compact-tui-test"):
        read_page(book.path, KIND)


def test_pages_of_another_book_are_not_ours(book: Book) -> None:
    for name in ("2026-audit-b.history-0001.json", "2026-audit.history-x.json", "x2026-audit.history-0001.json"):
        book.path.with_name(name).write_bytes(b"{}")

    assert page_paths(book.path) == ()
    assert (pages.LONGEST, pages.PAGE) == (400, 200)
