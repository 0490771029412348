"""A folder of flat tables that is written a piece at a time, and is there whole or not at all."""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from compact_tui.core.errors import WorkspaceError
from compact_tui.core.fact_tables import FactTable, Row
from compact_tui.storage.atomic import make_folder
from compact_tui.storage.faults import write_fault

DATABASE = "facts.sqlite"


class FactFolder:
    """The folder while it is written."""

    def __init__(self, folder: Path, tables: Sequence[FactTable], files: ExitStack) -> None:
        self._folder = folder
        self._files = files
        self._open: dict[str, BinaryIO] = {}
        self._db = sqlite3.connect(folder / DATABASE, isolation_level=None)
        files.callback(self._db.close)
        self._db.execute("pragma synchronous = off")  # a folder that is not whole is thrown away
        self._db.execute("begin")
        self._inserts = {}
        for table in tables:
            columns = ", ".join(f"{column.name} {column.kind} not null" for column in table.columns)
            self._db.execute(f"create table {table.name} ({columns})")
            self._inserts[table.name] = f"insert into {table.name} values ({', '.join('?' * len(table.columns))})"

    def add(self, name: str, data: bytes) -> None:
        """Add bytes at the end of a file."""
        if name not in self._open:
            self._open[name] = self._files.enter_context((self._folder / name).open("wb"))
        self._open[name].write(data)

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Add rows to a table of the database."""
        self._db.executemany(self._inserts[table], rows)

    def finish(self) -> None:
        """Have everything on the disk."""
        self._db.execute("commit")
        for file in self._open.values():
            file.flush()
            os.fsync(file.fileno())


@contextmanager
def fact_folder(target: Path, tables: Sequence[FactTable]) -> Iterator[FactFolder]:
    """A new folder to write tables to; it stands at its place once everything is in it.

    Args:
        target: Where it goes; nothing may be there but an empty folder.
        tables: The tables of the database.

    Raises:
        WorkspaceError: If it cannot be written; nothing is left behind.
    """
    make_folder(target.parent)
    making = target.with_name(f".~{target.name[:80]}.{os.getpid()}-{os.urandom(4).hex()}")
    try:
        making.mkdir()
        try:
            with ExitStack() as files:
                folder = FactFolder(making, tables, files)
                yield folder
                folder.finish()
            if target.is_dir():
                target.rmdir()
            making.rename(target)
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
    except OSError as error:
        raise write_fault(target, error) from error
    except sqlite3.Error as error:
        raise WorkspaceError(
            f"{target / DATABASE} could not be written: {error}.", "Nothing was left behind."
        ) from error
