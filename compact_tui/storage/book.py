"""A book: one file of records and their history, changed in memory at once and saved whole or not at all."""

import threading
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from compact_tui.core.change import Change
from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.atomic import make_folder, sweep, write_atomically
from compact_tui.storage.book_file import BookFile, Placed
from compact_tui.storage.kind import BookKind
from compact_tui.storage.locking import locked
from compact_tui.storage.pending import Conflict, Key, Pending, amend, begin, continues, meet, unused_id
from compact_tui.storage.plainly import record

__all__ = ["Book", "BookKind", "Conflict", "Saved"]

Rows = dict[str, dict[str, dict[str, Any]]]

Value = TypeVar("Value")


class Saved(Struct, frozen=True):
    """What came of a save."""

    revision: int
    """The book's revision, which grows by one with each save."""
    conflicts: tuple[Conflict, ...] = ()
    merged: bool = False
    """Whether someone else's changes came in."""


class Book:
    """One file of records, as it stands with what is not saved yet.

    Everything but :meth:`save`, :meth:`refresh` and :meth:`save_copy_to` works on memory only and may be
    called while another thread saves.
    """

    def __init__(self, path: Path, kind: BookKind, file: BookFile) -> None:
        self.path = path
        self.kind = kind
        self._file = file
        self._saving = threading.Lock()
        self._guard = threading.Lock()
        """Held while memory is read or changed, never during work on the disk."""
        self._pending: tuple[Pending, ...] = ()
        self._conflicts: tuple[Conflict, ...] = ()
        self._rows: Rows = file.rows()
        self._history = file.history
        self._revision = file.revision

    @classmethod
    def create(cls, path: Path, kind: BookKind, change: Change) -> "Book":
        """Start a book with its first change, and save it at once.

        Raises:
            WorkspaceError: If there is a file already, or it cannot be written.
        """
        book = cls(path, kind, BookFile.new(path, kind))
        book.apply(change)
        make_folder(path.parent)
        with locked(path):
            if path.exists():
                raise WorkspaceError(
                    f"{path} is there already.", "Nothing was changed. Open it, or choose another name."
                )
            placed = book._file.commit(book._pending)
        book._adopt(placed, book._pending)
        return book

    @classmethod
    def open(cls, path: Path, kind: BookKind) -> "Book":
        """Open a book.

        Raises:
            DamagedError: If the file is damaged, cut short, empty or of another kind.
            WorkspaceError: If it is missing, locked, or of a newer version.
        """
        sweep(path.parent)
        return cls(path, kind, BookFile.read(path, kind))

    @property
    def history(self) -> tuple[Change, ...]:
        """The changes, oldest first, with those that are not saved yet; without the history pages."""
        with self._guard:
            return self._history

    @property
    def revision(self) -> int:
        """The revision that was saved or read last."""
        with self._guard:
            return self._revision

    @property
    def unsaved(self) -> bool:
        """Whether there are changes in memory only."""
        with self._guard:
            return bool(self._pending)

    def rows(self, table: str) -> tuple[dict[str, object], ...]:
        """Copies of the records of a table, in the order in which they were made."""
        with self._guard:
            found = tuple(self._rows[table].values())
        return tuple(record(row) for row in found)

    def tables(self) -> Rows:
        """Copies of all records, by table and id."""
        with self._guard:
            found = {name: dict(rows) for name, rows in self._rows.items()}
        return {name: {id_: record(row) for id_, row in rows.items()} for name, rows in found.items()}

    def values(self, table: str, kind: type[Value]) -> tuple[Value, ...]:
        """The records of a table as values, in the order in which they were made.

        Raises:
            msgspec.ValidationError: If one of them is not of that kind.
        """
        with self._guard:
            found = tuple(self._rows[table].values())
        return tuple(msgspec.convert(row, kind) for row in found)

    def row(self, table: str, id_: str) -> dict[str, object] | None:
        """A copy of one record, or ``None``."""
        with self._guard:
            found = self._rows[table].get(id_)
        return None if found is None else record(found)

    def apply(self, change: Change) -> None:
        """Make a change in memory.

        A change with the id of the newest one takes its place: typing in one field is one change, which
        keeps what it started from. Where others saved in between, it goes on as an entry of its own.

        Raises:
            ValueError: If it names a table that this kind of book does not have.
        """
        foreign = {edit.table for edit in change.edits} - set(self.kind.tables)
        if foreign:
            raise ValueError(f"{self.kind.format} has no table {', '.join(sorted(foreign))}")
        with self._guard:
            last = self._history[-1] if self._history else None
            if last is not None and continues(last.id, change.id):
                waiting = self._pending[-1] if self._pending else None
                pending = amend(last, waiting, change, self._look)
                self._pending = (*(self._pending[:-1] if waiting else ()), pending)
                self._history = (*self._history[:-1], pending.change)
            else:
                used = {entry.id for entry in self._history}
                if change.id in used:
                    change = msgspec.structs.replace(change, id=unused_id(change.id, used))
                pending, conflicts = begin(change, self._look)
                self._conflicts += conflicts
                self._pending = (*self._pending, pending)
                self._history = (*self._history, pending.change)
            self._show(pending)

    def save(self) -> Saved:
        """Write what is not saved yet, on top of what others have saved meanwhile.

        Raises:
            WorkspaceError: If that is not possible; the changes stay in memory and may be saved again.
        """
        with self._saving:
            with self._guard:
                waiting = self._pending
            if not waiting:
                return Saved(self.revision)
            with locked(self.path):
                placed = self._file.save(waiting)
            return self._adopt(placed, waiting)

    def refresh(self) -> bool:
        """Read the file again if it changed on the disk and nothing is unsaved.

        Returns:
            Whether something came in.

        Raises:
            WorkspaceError: If the file cannot be read; memory stays as it was.
        """
        with self._saving:
            if self.unsaved or not self._file.changed():
                return False
            placed = self._file.read_again()
            return self._adopt(placed, ()).merged

    def save_copy_to(self, path: Path) -> None:
        """Write the book, with what is not saved yet, to another place. This book stays where it is.

        Raises:
            WorkspaceError: If there is a file already, or it cannot be written.
        """
        if path.exists():
            raise WorkspaceError(f"{path} is there already.", "Nothing was changed. Choose another name.")
        with self._saving:
            with self._guard:
                rows, history, revision = self._rows, self._history, self._revision + bool(self._pending)
                rows = {name: dict(table) for name, table in rows.items()}
            data = self._file.copy_of(rows, history, revision)
        write_atomically(path, data)

    def _adopt(self, placed: Placed, done: tuple[Pending, ...]) -> Saved:
        """Take what is in the file now into memory, under what was changed meanwhile."""
        with self._guard:
            conflicts, self._conflicts = self._conflicts + placed.conflicts, ()
            rest = tuple(pending for pending in self._pending if not any(pending is other for other in done))
            before = (self._rows, [change.id for change in self._history])
            self._pending = ()
            self._history, self._revision = placed.history, placed.revision
            if rest or placed.reread:
                self._rows = self._file.rows()
            for pending in rest:
                self._put_back(pending, done, placed)
            merged = placed.reread and before != (self._rows, [change.id for change in self._history])
        stamps = set(self.kind.stamps)
        conflicts = tuple(conflict for conflict in conflicts if set(conflict.fields) - stamps)
        return Saved(placed.revision, conflicts, merged)

    def _put_back(self, pending: Pending, done: tuple[Pending, ...], placed: Placed) -> None:
        sent = next((other for other in done if other.change.id == pending.change.id), None)
        last = self._history[-1] if self._history else None
        entry = last if sent and last and continues(last.id, pending.change.id) else None
        met, conflicts = meet(pending, self._look, entry, sent)
        used = {change.id for change in self._history}
        if entry is not None:
            met = Pending(msgspec.structs.replace(met.change, id=entry.id), met.steps)
            self._history = self._history[:-1]
        elif met.change.id in used:
            met = Pending(msgspec.structs.replace(met.change, id=unused_id(met.change.id, used)), met.steps)
        self._conflicts += conflicts
        self._pending = (*self._pending, met)
        self._history = (*self._history, met.change)
        self._show(met)

    def _look(self, key: Key) -> dict[str, Any] | None:
        return self._rows[key[0]].get(key[1])

    def _show(self, pending: Pending) -> None:
        for step in pending.steps:
            if step.after is None:
                self._rows[step.table].pop(step.id, None)
            else:
                self._rows[step.table][step.id] = record(step.after)
