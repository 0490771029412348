"""Erasing from our SQLite files: made anew without the text, so that no page of the old file is left."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from compact_tui.core.erase_text import Needle, fold
from compact_tui.core.erasing import Erasure
from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.faults import read_fault, write_fault

_HOW = "how"
"""How a return was matched: a word of the program, or a sentence with the name that was looked for in quotes."""
TYPED = frozenset({"name", "reason", "remedy", "sender", "contact", "typed_from", _HOW})
"""Columns with words of people, or made of such; all others hold ids, days and numbers."""
FACTS = "facts"
"""The column that holds what is counted of a return, as JSON."""
_TYPED_IN_FACTS = ("name", "actions")
_PIECE = 16 * 1024 * 1024
_FILES, _RETURNS = "files", "returns"


class FoundInDatabase(Struct, frozen=True):
    """What of a text is in a database."""

    records: int
    """How often it stands where it can be erased."""
    kept: int
    """How often it is part of an id or a day, and stays."""


def found_in_database(path: Path, erasure: Erasure) -> FoundInDatabase:
    """How often a text is in a database of ours.

    Raises:
        WorkspaceError: If it cannot be read.
    """
    records = kept = 0
    try:
        with closing(_read_only(path)) as db:
            for table, columns in _columns(db).items():
                for row in db.execute(f"select {', '.join(columns)} from {table}"):
                    for column, value in zip(columns, row, strict=True):
                        found = _erased(column, value, erasure)[1]
                        records += found if _is_typed(column) else 0
                        kept += 0 if _is_typed(column) else found
            schema = " ".join(str(sql) for (sql,) in db.execute("select sql from sqlite_master")).lower()
        # A word that names a column stands in every database; what is left of a row with it goes with the next vacuum.
        wanted = [one for one in erasure.needles if one.folded not in schema]
        if not records and not kept and _remains(path, wanted):
            records = 1
    except OSError as error:
        raise read_fault(path, error) from error
    except sqlite3.Error as error:
        raise _fault(path, error) from error
    return FoundInDatabase(records, kept)


def _remains(path: Path, needles: Iterable[Needle]) -> bool:
    """Whether a text is in what SQLite has not yet written over of rows that were changed or taken away."""
    wanted = tuple(needles)
    longest = max((len(one.folded.encode()) for one in wanted), default=0)
    before = b""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            folded = fold((before + piece).decode("utf-8", "replace"))
            if any(one.folded in folded for one in wanted):
                return True
            before = piece[-4 * longest :]
    return False


def without(path: Path, target: Path, erasure: Erasure, gone: Iterable[str] = ()) -> None:
    """Write a database of ours anew, without a text and without the files that are taken away.

    Args:
        path: The database; it stays as it is.
        target: Where the new one goes; what is there is replaced.
        erasure: What is to go.
        gone: SHA-256 of the originals whose rows go.

    Raises:
        WorkspaceError: If it cannot be read, or the new one not be written; nothing is left behind then.
    """
    try:
        remove_database(target)
        with closing(_read_only(path)) as old, closing(sqlite3.connect(target, isolation_level=None)) as db:
            old.backup(db)
            db.execute("begin")
            tables = _columns(db)
            for sha256 in gone:
                for table in (_FILES, _RETURNS):
                    db.execute(f"delete from {table} where sha256 = ?", (sha256,))
            for table, columns in tables.items():
                for column in filter(_is_typed, columns):
                    db.create_function("erased", 1, _erasing(column, erasure), deterministic=True)
                    db.execute(f"update {table} set {column} = erased({column}) where {column} is not erased({column})")
            db.execute("commit")
            db.execute("vacuum")
    except (OSError, sqlite3.Error) as error:
        with suppress(OSError):
            remove_database(target)
        raise _fault(path, error) if isinstance(error, sqlite3.Error) else write_fault(path, error) from error
    except BaseException:
        with suppress(OSError):
            remove_database(target)
        raise


def put_in_place(made: Path, path: Path) -> None:
    """Have a database that was made on the disk, and in the place of another.

    Raises:
        WorkspaceError: If that was not possible; the other one is as it was, and the one that was made is gone.
    """
    try:
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(made, path)
    except OSError as error:
        with suppress(OSError):
            remove_database(made)
        raise write_fault(path, error) from error


def remove_database(path: Path) -> None:
    """Take a database away, with what SQLite put beside it; nothing where there is none."""
    for ending in ("", "-journal", "-wal", "-shm"):
        path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)


def _columns(db: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    tables = [name for (name,) in db.execute("select name from sqlite_master where type = 'table' order by name")]
    return {table: tuple(row[1] for row in db.execute(f"pragma table_info({table})")) for table in tables}


def _is_typed(column: str) -> bool:
    return column in TYPED or column == FACTS


def _erasing(column: str, erasure: Erasure) -> Callable[[Any], Any]:
    return lambda value: _erased(column, value, erasure)[0]


def _erased(column: str, value: Any, erasure: Erasure) -> tuple[Any, int]:
    if column == FACTS and isinstance(value, bytes):
        return _erased_facts(value, erasure)
    if not isinstance(value, str) or (column == _HOW and '"' not in value):
        return value, 0
    return erasure.text(value)


def _erased_facts(value: bytes, erasure: Erasure) -> tuple[bytes, int]:
    facts, total = msgspec.json.decode(value), 0
    for name in _TYPED_IN_FACTS:
        said = facts.get(name, "")
        pairs = [erasure.text(one) for one in ([said] if isinstance(said, str) else said)]
        total += sum(found for _, found in pairs)
        if name in facts:
            facts[name] = pairs[0][0] if isinstance(said, str) else [one for one, _ in pairs]
    return (msgspec.json.encode(facts), total) if total else (value, 0)


def _fault(path: Path, error: sqlite3.Error) -> WorkspaceError:
    return WorkspaceError(
        f"{path} cannot be looked into: {error}.", "Close other programs that use it, then try again."
    )
