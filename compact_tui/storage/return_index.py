"""The index of what a partnership collected: SQLite, made of the original files and made anew from them at any time."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.return_facts import ReturnFacts
from compact_tui.storage.atomic import make_folder

_VERSION = 5
_SCHEMA = """
create table files (
    sha256 text primary key, name text not null, kind text not null, state text not null, reason text not null,
    document text not null, size integer not null, received_on text not null, sender text not null,
    remedy text not null
) without rowid;
create table returns (
    id text primary key, sha256 text not null, supersedes text not null, register_id text not null,
    entry text not null, how text not null, name text not null, sector text not null, kind text not null,
    pack text not null, edition text not null, cycle text not null, made_on text not null,
    received_on text not null, current integer not null, typed_from text not null,
    setting text not null, contact text not null, facts blob not null
) without rowid;
create index returns_by_entry on returns (entry, cycle);
"""


class FileRow(Struct, frozen=True, kw_only=True):
    """A document that came in."""

    sha256: str
    name: str
    """Where it was found: ``inbox.mbox > mail 3 > return.json``."""
    kind: str
    """``return`` · ``agency-audit`` · ``spot-rows`` · ``spot-counts`` · ``workbook`` · ``survey`` · ``unknown``."""
    state: str
    """``accepted`` · ``quarantined``."""
    reason: str = ""
    document: str = ""
    """Id of the document in it."""
    size: int = 0
    received_on: str = ""
    sender: str = ""
    """Address of the mail it came with; empty where it came with none."""
    remedy: str = ""
    """What to do about it where it was put aside."""


class ReturnRow(Struct, frozen=True, kw_only=True):
    """A return that was accepted."""

    id: str
    sha256: str
    supersedes: str
    register_id: str
    entry: str
    """Id of the register's entry; empty while nobody has said."""
    how: str
    """How it was matched; else why a person has to say."""
    name: str
    sector: str
    kind: str
    pack: str
    edition: str
    cycle: str
    made_on: str
    received_on: str
    current: bool
    """Whether it is the one of its setting and round that counts."""
    typed_from: str = ""
    """What it was typed from, in words; empty where the setting's own program made it."""
    setting: str = ""
    """A digest of the setting's own id, to know its spot checks by."""
    contact: str = ""
    """The email address of the setting's contact."""


_FILE = tuple(field.name for field in msgspec.structs.fields(FileRow))
_RETURN = tuple(field.name for field in msgspec.structs.fields(ReturnRow))
_FACTS = msgspec.json.Decoder(ReturnFacts)


def files_left(path: Path) -> tuple[FileRow, ...]:
    """What an index of any version, or a damaged one, still says of the documents that came; it is not changed."""
    found: list[FileRow] = []
    # One that is no database says nothing; of a damaged one, what stands before the damage is taken.
    with (
        suppress(sqlite3.Error, msgspec.ValidationError),
        closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db,
    ):
        there = {row[1] for row in db.execute("pragma table_info(files)")}
        columns = [name for name in _FILE if name in there]
        for row in db.execute(f"select {', '.join(columns)} from files"):
            found.append(msgspec.convert(dict(zip(columns, row, strict=True)), FileRow))
    return tuple(found)


class IndexDamagedError(WorkspaceError):
    """The index is no index of this version; it can be made anew and nothing is lost."""


class ReturnIndex:
    """The index, open. Use it in a ``with`` statement; :meth:`together` makes several changes one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        make_folder(path.parent)
        try:
            self._db = sqlite3.connect(path, isolation_level=None)
        except sqlite3.Error as error:
            raise self._fault(error) from error
        try:
            self._db.execute("pragma secure_delete = on")  # what is erased from a row is not left in its page
            version = self._db.execute("pragma user_version").fetchone()[0]
            if version == 0:
                self._db.executescript(f"begin; {_SCHEMA} pragma user_version = {_VERSION}; commit;")
            elif version != _VERSION:
                raise sqlite3.DatabaseError(f"version {version}")
        except sqlite3.Error as error:
            self._db.close()
            raise self._fault(error) from error

    def __enter__(self) -> "ReturnIndex":
        """The index itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._db.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make every change inside one transaction: all of them are kept, or none.

        Raises:
            WorkspaceError: If it cannot be written.
        """
        try:
            self._db.execute("begin immediate")
            try:
                yield
            except BaseException:
                self._db.execute("rollback")
                raise
            self._db.execute("commit")
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def file(self, sha256: str) -> FileRow | None:
        """A document by what is in it; ``None`` where it never came."""
        return next(self._files("where sha256 = ?", sha256), None)

    def files(self, state: str = "", kind: str = "") -> Iterator[FileRow]:
        """The documents that came, by name."""
        return self._files(
            "where (? = '' or state = ?) and (? = '' or kind = ?) order by name, sha256", state, state, kind, kind
        )

    def _files(self, condition: str, *values: str) -> Iterator[FileRow]:
        for row in self._run(f"select {', '.join(_FILE)} from files {condition}", *values):
            yield msgspec.convert(dict(zip(_FILE, row, strict=True)), FileRow)

    def put_file(self, row: FileRow) -> None:
        """Keep what is known of a document, in the place of what was known before."""
        self._put("files", _FILE, msgspec.structs.astuple(row))

    def put_return(self, row: ReturnRow, facts: ReturnFacts) -> None:
        """Keep a return with what of it is counted."""
        values = (*msgspec.structs.astuple(row), msgspec.json.encode(facts))
        self._put("returns", (*_RETURN, "facts"), values)

    def _put(self, table: str, columns: tuple[str, ...], values: tuple[object, ...]) -> None:
        marks = ", ".join("?" * len(columns))
        self._run(f"insert or replace into {table} ({', '.join(columns)}) values ({marks})", *values)

    def return_(self, return_id: str) -> ReturnRow | None:
        """A return by its id."""
        return next(self._returns("where id = ?", return_id), None)

    def returns(self, *, entry: str | None = None, cycle: str = "", current: bool = False) -> Iterator[ReturnRow]:
        """The returns that were accepted, in the order of their ids.

        Args:
            entry: Only those of this entry of the register; empty for those that match none.
            cycle: Only those of this round.
            current: Only those that count.
        """
        # One condition for all would read every row, facts and all, for each return that comes in.
        narrowed = {"entry = ?": entry, "cycle = ?": cycle or None}
        said = {condition: value for condition, value in narrowed.items() if value is not None}
        conditions = [*said, *(["current"] if current else [])]
        where = f"where {' and '.join(conditions)} " if conditions else ""
        return self._returns(f"{where}order by id", *said.values())

    def _returns(self, condition: str, *values: object) -> Iterator[ReturnRow]:
        for row in self._run(f"select {', '.join(_RETURN)} from returns {condition}", *values):
            yield msgspec.convert(dict(zip(_RETURN, row, strict=True)), ReturnRow, strict=False)

    def cycles(self) -> tuple[str, ...]:
        """The rounds there are returns of, in the order of their names."""
        return tuple(cycle for (cycle,) in self._run("select distinct cycle from returns order by cycle"))

    def editions(self, cycle: str) -> tuple[tuple[str, str], ...]:
        """The packs, each with its edition, that returns of a round answer."""
        rows = self._run("select distinct pack, edition from returns where cycle = ? order by pack, edition", cycle)
        return tuple((pack, edition) for pack, edition in rows)

    def settings(self) -> dict[str, str]:
        """The entry of the register by the digest of a setting's own id, of the settings whose returns are matched."""
        rows = self._run("select setting, min(entry) from returns where setting != '' and entry != '' group by setting")
        return {setting: entry for setting, entry in rows}

    def facts(self, *, cycle: str = "", current: bool = True) -> Iterator[ReturnFacts]:
        """What is counted of the returns, one at a time, in the order of their ids; with the entry as it is now."""
        rows = self._run(
            "select facts, entry from returns where (?1 = '' or cycle = ?1) and (not ?2 or current) order by id",
            cycle,
            current,
        )
        for facts, entry in rows:
            yield msgspec.structs.replace(_FACTS.decode(facts), entry=entry)

    def facts_of(self, return_id: str) -> ReturnFacts | None:
        """What is counted of one return."""
        row = next(iter(self._run("select facts, entry from returns where id = ?", return_id)), None)
        return None if row is None else msgspec.structs.replace(_FACTS.decode(row[0]), entry=row[1])

    def settle(self, entry: str, cycle: str, current: str) -> None:
        """Say which return of a setting and round counts."""
        self._run("update returns set current = (id = ?1) where entry = ?2 and cycle = ?3", current, entry, cycle)

    def match(self, return_id: str, entry: str, how: str, *, current: bool = True) -> None:
        """Say which setting of the register a return belongs to, and whether it counts while it is alone there."""
        self._run("update returns set entry = ?, how = ?, current = ? where id = ?", entry, how, current, return_id)

    def _run(self, statement: str, *values: object) -> Iterable[tuple[Any, ...]]:
        try:
            return self._db.execute(statement, values)
        except sqlite3.Error as error:
            raise self._fault(error) from error

    def _fault(self, error: sqlite3.Error) -> WorkspaceError:
        message = f"The index {self.path} cannot be used: {error}."
        if isinstance(error, sqlite3.OperationalError):
            return WorkspaceError(message, "No return is lost. Close other programs that use it, then try again.")
        return IndexDamagedError(
            message,
            "No return is lost: the files themselves are kept beside it. Make the index anew from them: "
            "compact-tui partnership collect --rebuild",
        )
