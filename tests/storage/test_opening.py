"""Opening a book: older versions, newer ones, and files that are no book at all."""

import json
import os
from pathlib import Path

import msgspec
import pytest

from compact_tui.core.change import Edit
from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.book import Book, BookKind
from compact_tui.storage.faults import DamagedError
from tests.storage.helpers import KIND, Record, again, change, put


def test_an_older_version_is_brought_up_step_by_step_and_saved_as_the_new_one(path: Path) -> None:
    Book.create(path, msgspec.structs.replace(KIND, version=1), change("c0", Edit("answers", "one", None, {"old": 1})))

    def _second(tables: dict[str, dict[str, Record]]) -> None:
        for row in tables["answers"].values():
            row["newer"] = row.pop("old")

    def _third(tables: dict[str, dict[str, Record]]) -> None:
        for row in tables["answers"].values():
            row["newest"] = row.pop("newer")

    kind = BookKind(KIND.format, 3, KIND.tables, (_second, _third))
    book = Book.open(path, kind)
    assert book.rows("answers") == ({"newest": 1},)

    put(book, "c1", "two", {"newest": 2})
    book.save()
    assert Book.open(path, kind).rows("answers") == ({"newest": 1}, {"newest": 2})
    with pytest.raises(WorkspaceError, match="newer version"):
        Book.open(path, KIND)


def test_a_missing_table_of_an_older_file_is_an_empty_one(book: Book) -> None:
    tables = json.loads(book.path.read_text("utf-8"))
    del tables["actions"]
    book.path.write_text(json.dumps(tables), "utf-8")

    seen = again(book)

    assert seen.rows("actions") == ()
    put(seen, "c1", "x", {"what": "do"}, "actions")
    seen.save()
    assert again(seen).rows("actions") == ({"what": "do"},)


def test_a_book_cut_short_at_any_length_is_damage_and_never_a_new_book(book: Book) -> None:
    whole = book.path.read_bytes()
    for length in range(len(whole)):
        book.path.write_bytes(whole[:length])
        with pytest.raises(DamagedError, match=str(book.path)):
            again(book)
        assert book.path.read_bytes() == whole[:length]


GOOD = {"format": KIND.format, "version": 2, "revision": 1}


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ([], "not a file of this program"),
        ("text", "not a file of this program"),
        ({}, "not a file of this program"),
        ({"_default": {"1": {"a": 1}}}, "not a file of this program"),
        ({"head": []}, "not a file of this program"),
        ({"head": {"book": "x"}}, "not a file of this program"),
        ({"head": {"book": {"version": 1}}}, "not a file of this program"),
        ({"head": {"book": {**GOOD, "format": "compact-tui-setting"}}}, 'it says it is "compact-tui-setting"'),
        ({"head": {"book": {**GOOD, "version": True}}}, "no number"),
        ({"head": {"book": {**GOOD, "version": 0}}}, "no number"),
        ({"head": {"book": {**GOOD, "version": "2"}}}, "no number"),
        ({"head": {"book": {**GOOD, "revision": -1}}}, "no number"),
        ({"head": {"book": {**GOOD, "revision": 1.5}}}, "no number"),
        ({"head": {"book": GOOD}, "answers": []}, '"answers" is not a table'),
        ({"head": {"book": GOOD}, "answers": {"one": 3}}, '"answers" is not a table'),
        ({"head": {"book": GOOD}, "history": {"c0": None}}, '"history" is not a table'),
        ({"head": {"book": GOOD}, "history": {"c0": {}}}, "its history does not read"),
        ({"head": {"book": GOOD}, "history": {"c0": {"id": "c1", "at": "", "by": "", "verb": ""}}}, "another's name"),
    ],
)
def test_a_foreign_or_misshapen_file_is_damage(tables: object, said: str, path: Path) -> None:
    path.write_text(json.dumps(tables), "utf-8")

    with pytest.raises(DamagedError, match=said):
        Book.open(path, KIND)


def test_a_newer_version_is_not_called_damage(path: Path) -> None:
    path.write_text(json.dumps({"head": {"book": {**GOOD, "version": 3}}}), "utf-8")

    with pytest.raises(WorkspaceError, match="newer version of this program") as caught:
        Book.open(path, KIND)
    assert not isinstance(caught.value, DamagedError)


def test_opening_sweeps_what_a_killed_save_left(book: Book) -> None:
    left = book.path.with_name(".~2026-audit.json.00000000-1-0123abcd.tmp")
    left.write_bytes(b"half")
    os.utime(left, (0, 0))
    again(book)

    assert not left.exists()
