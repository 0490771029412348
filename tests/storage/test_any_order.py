"""Whatever two windows do in whatever order, nothing that only one of them touched is lost."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compact_tui.core.change import Change, Edit
from compact_tui.core.errors import WorkspaceError
from compact_tui.storage import atomic
from compact_tui.storage.book import Book
from compact_tui.storage.pages import page_paths, read_page
from tests.storage.helpers import KIND, Record, change, new_book

Step = tuple[int, str, int, str]
"""Who (0 or 1), what they do, on which of their records, with which value."""
STEPS = st.lists(
    st.tuples(
        st.sampled_from([0, 1]),
        st.sampled_from(["set", "type", "shared", "remove", "save", "fail", "unconfirmed", "refresh", "during"]),
        st.integers(0, 2),
        st.sampled_from(["", "x", "y", "z"]),
    ),
    max_size=30,
)


class _Side:
    """One window, and what it expects of the records and fields that only it touches."""

    def __init__(self, book: Book, name: str) -> None:
        self.book, self.name, self.count = book, name, 0
        self.own: dict[str, Record] = {}
        self.shared = ""

    def put(self, id_: str, after: Record | None, *, typing: bool = False) -> None:
        self.count += not typing or self.count == 0
        edit = Edit("answers", id_, self.book.row("answers", id_), after)
        self.book.apply(change(f"{self.name}{self.count}", edit))

    def do(self, what: str, number: int, value: str, other: "_Side") -> None:
        id_ = f"{self.name}-{number}"
        if what in ("set", "type"):
            self.own[id_] = {"value": value}
            self.put(id_, {"value": value}, typing=what == "type" and not self.touches_another(id_))
        elif what == "shared":
            self.shared = value
            self.put("shared", {**(self.book.row("answers", "shared") or {}), self.name: value})
        elif what == "remove":
            self.own.pop(id_, None)
            self.put(id_, None)
        elif what == "refresh":
            self.book.refresh()
        elif what == "save":
            self.book.save()
        else:
            self.troubled_save(what, number, value, other)

    def touches_another(self, id_: str) -> bool:
        """Whether the newest change is of another record: typing is in one field."""
        last = self.book.history[-1]
        return any(edit.id != id_ for edit in last.edits)

    def troubled_save(self, what: str, number: int, value: str, other: "_Side") -> None:
        replace = os.replace

        def _fail(*args: object) -> None:
            raise OSError(5, "Input/output error")

        def _meanwhile(source: Path, target: Path) -> None:
            self.do("set" if number else "type", number, value, other)
            replace(source, target)

        with pytest.MonkeyPatch.context() as patch:
            if what == "unconfirmed":
                patch.setattr(atomic, "_sync_folder", _fail)
            else:
                patch.setattr(os, "replace", _fail if what == "fail" else _meanwhile)
            try:
                self.book.save()
            except WorkspaceError:
                assert what in ("fail", "unconfirmed") and self.book.unsaved


def _whole_history(path: Path) -> list[Change]:
    paged = [entry for page in page_paths(path) for entry in read_page(page, KIND)]
    return [*paged, *Book.open(path, KIND).history]


@settings(derandomize=True, deadline=None, max_examples=40)
@given(steps=STEPS)
def test_any_interleaving_loses_nothing_that_only_one_side_touched(steps: list[Step]) -> None:
    _play(steps)


@pytest.mark.long
@pytest.mark.timeout(600)
@settings(derandomize=True, deadline=None, max_examples=3000)
@given(steps=STEPS)
def test_three_thousand_interleavings_lose_nothing_that_only_one_side_touched(steps: list[Step]) -> None:
    _play(steps)


def _play(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first = new_book(Path(folder, "book.json"))
        first.apply(change("s", Edit("answers", "shared", None, {"a": "", "b": ""})))
        first.save()
        sides = (_Side(first, "a"), _Side(Book.open(first.path, KIND), "b"))

        for who, what, number, value in steps:
            sides[who].do(what, number, value, sides[1 - who])
        for side in sides:
            side.book.save()
        for side in sides:
            side.book.save()
            side.book.refresh()

        seen = Book.open(first.path, KIND)
        rows: dict[str, Record | None] = {}
        for side in sides:
            assert side.book.rows("answers") == seen.rows("answers")
            assert side.book.history == seen.history
            for number in range(3):
                id_ = f"{side.name}-{number}"
                assert seen.row("answers", id_) == side.own.get(id_)
            shared = seen.row("answers", "shared")
            assert shared is not None and shared[side.name] == side.shared
        history = _whole_history(first.path)
        assert len({entry.id for entry in history}) == len(history)
        for entry in history:
            for edit in entry.edits:
                assert rows.get(edit.id) == edit.before
                rows[edit.id] = edit.after
        assert {id_: row for id_, row in rows.items() if row is not None} == {
            id_: seen.row("answers", id_) for id_, row in rows.items() if row is not None
        }
