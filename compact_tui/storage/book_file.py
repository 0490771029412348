"""The file of one book: what it holds, and the one replace that a save is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from compact_tui.core.change import Change
from compact_tui.storage.book_storage import BookDB, BookStorage, Tables
from compact_tui.storage.kind import HEAD, HEAD_ID, HISTORY, BookKind, check_tables, head_of, history_of
from compact_tui.storage.pages import LONGEST, PAGE, turn_page
from compact_tui.storage.pending import Conflict, Key, Pending, key_of, meet, unused_id


class Placed(Struct, frozen=True):
    """What is in the file after a save or a reading."""

    history: tuple[Change, ...]
    revision: int
    conflicts: tuple[Conflict, ...] = ()
    reread: bool = False
    """Whether the file had changed and was read again."""


class BookFile:
    """The tables of a book as they are in its file, and what was read or written last."""

    def __init__(self, path: Path, kind: BookKind) -> None:
        self.path = path
        self.kind = kind
        self.history: tuple[Change, ...] = ()
        self._tried: tuple[tuple[Pending, Change], ...] = ()
        """What failed saves tried to write: a save that failed at the very end may be in the file."""
        self._storage = BookStorage(path, lambda value: check_tables(value, path, kind))
        self._db: BookDB = BookDB(storage=lambda: self._storage)

    @classmethod
    def new(cls, path: Path, kind: BookKind) -> "BookFile":
        """A file that is not there yet."""
        file = cls(path, kind)
        file._storage.write({HEAD: {HEAD_ID: head_of(kind, 0)}, **{name: {} for name in (*kind.tables, HISTORY)}})
        return file

    @classmethod
    def read(cls, path: Path, kind: BookKind) -> "BookFile":
        """A file that is there.

        Raises:
            WorkspaceError: If it cannot be read, or is not a book of this kind.
        """
        file = cls(path, kind)
        file._load()
        return file

    @property
    def revision(self) -> int:
        """The revision of the tables."""
        return int(self._storage.read()[HEAD][HEAD_ID]["revision"])

    def rows(self) -> dict[str, dict[str, dict[str, Any]]]:
        """The records by table and id; the records themselves are shared and never changed in place."""
        tables = self._storage.read()
        return {name: dict(tables[name]) for name in self.kind.tables}

    def changed(self) -> bool:
        """Whether the file is another than the one that was read or written here last."""
        return self._storage.changed()

    def read_again(self) -> Placed:
        """Read what is in the file now.

        Raises:
            WorkspaceError: If it cannot be read; what was read before stays.
        """
        self._load()
        return Placed(self.history, self.revision, reread=True)

    def save(self, waiting: tuple[Pending, ...]) -> Placed:
        """Read the file again if it changed, put the waiting changes on it, and write it. Needs the lock.

        Raises:
            WorkspaceError: If that fails; the next save reads the file again.
        """
        reread = self._storage.changed()
        if reread:
            self._load()
        return self.commit(waiting, reread=reread)

    def commit(self, waiting: tuple[Pending, ...], *, reread: bool = False) -> Placed:
        """Put the waiting changes on the tables as they are in memory, and write the file. Needs the lock.

        Raises:
            WorkspaceError: If that fails; the next save reads the file again.
        """
        try:
            revision = self.revision + 1
            history, conflicts = self._place(waiting, revision)
            self._db.keyed(HEAD).put(
                [(HEAD_ID, {**self._storage.read()[HEAD][HEAD_ID], **head_of(self.kind, revision)})]
            )
            history = self._turn_pages(history, revision)
            self._storage.flush()
        except BaseException:
            self._storage.forget()
            raise
        self.history, self._tried = history, ()
        return Placed(history, revision, conflicts, reread)

    def copy_of(self, rows: Tables, history: tuple[Change, ...], revision: int) -> bytes:
        """A file with other records and history, and whatever else this one holds."""
        entries = {change.id: _entry(change, change.revision or revision) for change in history}
        head = {**self._storage.read()[HEAD][HEAD_ID], **head_of(self.kind, revision)}
        return msgspec.json.encode({**self._storage.read(), HEAD: {HEAD_ID: head}, **rows, HISTORY: entries})

    def _load(self) -> None:
        self._storage.load()
        try:
            self.history = history_of(self._storage.read()[HISTORY], self.path)
        except BaseException:
            self._storage.forget()
            raise

    def _place(self, waiting: tuple[Pending, ...], revision: int) -> tuple[tuple[Change, ...], tuple[Conflict, ...]]:
        tables = self._storage.read()
        puts: dict[str, list[tuple[str, Mapping[str, object] | None]]] = {}
        put: dict[Key, Mapping[str, object] | None] = {}
        conflicts: list[Conflict] = []
        history = {change.id: change for change in self.history}
        arrived = {
            pending.change.id: (pending, tried) for pending, tried in self._tried if tried == history.get(tried.id)
        }
        trying = list(arrived.values())
        entries: dict[str, Mapping[str, object] | None] = {}
        renamed: dict[str, str] = {}

        def _look(key: Key) -> Any:
            return put[key] if key in put else tables[key[0]].get(key[1])

        for pending in waiting:
            sent, entry = arrived.get(pending.change.id, (None, history.get(pending.change.id)))
            newest = entry is not None and next(reversed(history)) == entry.id
            met, both = meet(pending, _look, entry if newest else None, sent)
            steps = [step for step in met.steps if step.before != step.after]
            if entry is not None and not newest and not steps:
                continue
            id_ = pending.change.id if entry is None else entry.id if newest else unused_id(entry.id, history)
            renamed[pending.change.id] = id_
            conflicts += both
            for step in steps:
                put[key_of(step)] = step.after
                puts.setdefault(step.table, []).append((step.id, step.after))
            undoes = renamed.get(met.change.undoes, met.change.undoes)
            change = msgspec.structs.replace(met.change, id=id_, revision=revision, undoes=undoes)
            history[id_] = change
            entries[id_] = _entry(change, revision)
            trying.append((pending, change))
        self._tried = tuple(trying)
        for name, records in puts.items():
            self._db.keyed(name).put(records)
        self._db.keyed(HISTORY).put(entries.items())
        return tuple(history.values()), tuple(conflicts)

    def _turn_pages(self, history: tuple[Change, ...], revision: int) -> tuple[Change, ...]:
        while len(history) > LONGEST:
            entries = self._storage.read()[HISTORY]
            oldest = [change.id for change in history[:PAGE]]
            turn_page(self.path, self.kind, {id_: entries[id_] for id_ in oldest}, revision)
            self._db.keyed(HISTORY).put((id_, None) for id_ in oldest)
            history = history[PAGE:]
        return history


def _entry(change: Change, revision: int) -> dict[str, object]:
    """A change as the file holds it; shares nothing with the change."""
    entry: dict[str, object] = msgspec.to_builtins(change)
    return {**entry, "revision": revision}
