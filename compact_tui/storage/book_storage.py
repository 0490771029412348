"""The TinyDB storage of a book: works on memory, is read strictly and written atomically."""

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage import reading
from compact_tui.storage.atomic import write_atomically

Tables = dict[str, dict[str, Any]]
"""Table name, then document id, then document."""


class Stamp(NamedTuple):
    """By what one version of a file is told from another."""

    size: int
    modified: int
    """Nanoseconds since the epoch."""
    inode: int
    device: int

    @classmethod
    def of(cls, found: os.stat_result) -> "Stamp":
        """The stamp of a file that was looked at."""
        return cls(found.st_size, found.st_mtime_ns, found.st_ino, found.st_dev)


class BookStorage(Storage):
    """The tables of one book in memory, with :meth:`load` and :meth:`flush` between them and the file.

    Args:
        path: The file.
        check: Takes what was read to its tables; raises a ``DamagedError`` if they are none.
    """

    def __init__(self, path: Path, check: Callable[[object], Tables]) -> None:
        self.path = path
        self._check = check
        self._tables: Tables = {}
        self._stamp: Stamp | None = None

    def read(self) -> Tables:
        """The tables as they stand in memory."""
        return self._tables

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take the tables into memory; nothing reaches the file before :meth:`flush`."""
        self._tables = data

    def changed(self) -> bool:
        """Whether the file is another than the one that was read or written here last."""
        if self._stamp is None:
            return True
        try:
            return Stamp.of(os.stat(self.path)) != self._stamp
        except OSError:
            return True

    def load(self) -> None:
        """Read the file.

        Raises:
            WorkspaceError: If it cannot be read; the tables in memory are as they were.
        """
        data, found = reading.read_bytes(self.path)
        self._tables = self._check(reading.parse_json(data, self.path))
        self._stamp = Stamp.of(found)

    def forget(self) -> None:
        """Trust the tables in memory no longer: the next save reads the file again."""
        self._stamp = None

    def encoded(self) -> bytes:
        """The tables as they stand in a file.

        Raises:
            WorkspaceError: If they would be more than can be read back.
        """
        data = msgspec.json.encode(self._tables)
        if len(data) > reading.LARGEST:
            raise WorkspaceError(
                f"{self.path} would be larger than {reading.LARGEST // 2**20} MB and could not be opened again.",
                "Take back what was pasted or imported last; what was saved before is safe.",
            )
        return data

    def flush(self) -> None:
        """Write the tables to the file in one step.

        Raises:
            WorkspaceError: If that fails; what is in the file is then not known, see :meth:`forget`.
        """
        self._stamp = Stamp.of(write_atomically(self.path, self.encoded()))


class KeyedTable(Table):
    """A TinyDB table whose documents are known by our own ids."""

    document_id_class = cast(Any, str)

    def put(self, records: Iterable[tuple[str, Mapping[str, object] | None]]) -> None:
        """Set records whole, one after the other; ``None`` removes one. A new one comes after the others."""

        def _update(table: dict[Any, Any]) -> None:
            for id_, value in records:
                if value is None:
                    table.pop(id_, None)
                else:
                    table[id_] = value

        self._update_table(_update)


class BookDB(TinyDB):
    """A TinyDB of keyed tables."""

    table_class = KeyedTable

    def keyed(self, name: str) -> KeyedTable:
        """One table; it keeps no query cache, which would go stale beside another writer."""
        return cast(KeyedTable, self.table(name, cache_size=0))
