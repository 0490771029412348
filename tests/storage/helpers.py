"""A small kind of book, and short ways to change one."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from compact_tui.core.change import Change, Edit
from compact_tui.storage.book import Book, BookKind

KIND = BookKind("compact-tui-test", 2, ("answers", "actions"))
AT = "2026-11-22T14:02:09Z"
Record = dict[str, object]


def answer(**fields: object) -> Record:
    return {"answer": "met", "note": "", **fields}


def change(id_: str, *edits: Edit, by: str = "lead", undoes: str = "") -> Change:
    return Change(id=id_, at=AT, by=by, verb="answer", what="Answered", undoes=undoes, edits=edits)


def put(book: Book, change_id: str, record_id: str, after: Record | None, table: str = "answers") -> None:
    """Apply one edit that starts from what the book holds."""
    book.apply(change(change_id, Edit(table, record_id, book.row(table, record_id), after)))


def new_book(path: Path) -> Book:
    """A saved book with one answer, ``one``."""
    return Book.create(path, KIND, change("c0", Edit("answers", "one", None, answer())))


def again(book: Book) -> Book:
    return Book.open(book.path, KIND)


def temporary_files(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.tmp")]


def failing_replace(monkeypatch: pytest.MonkeyPatch, error: OSError, times: int = 10**6) -> Callable[[], int]:
    """Let ``os.replace`` fail a number of times; gives the number of attempts so far."""
    real, tried = os.replace, [0]

    def _replace(source: str, target: str) -> None:
        tried[0] += 1
        if tried[0] <= times:
            raise error
        real(source, target)

    monkeypatch.setattr(os, "replace", _replace)
    return lambda: tried[0]
