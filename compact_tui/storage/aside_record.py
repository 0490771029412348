"""What is known of the files that were put aside, kept beside the index so that it outlives it."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from compact_tui.core.decoding import UNDECODABLE
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.faults import DamagedError
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.return_index import FileRow

_FORMAT = "compact-put-aside"


class _Record(Struct, frozen=True, kw_only=True):
    """The file, whole."""

    format: str = _FORMAT
    files: tuple[FileRow, ...] = ()


def keep_aside(path: Path, rows: Iterable[FileRow]) -> None:
    """Keep what is known of the files that were put aside, in the place of what was kept before.

    Raises:
        WorkspaceError: If it cannot be written.
    """
    made = _Record(files=tuple(rows))
    if not made.files and not path.exists():
        return
    data = msgspec.json.format(msgspec.json.encode(made), indent=2) + b"\n"
    if not path.exists() or read_bytes(path)[0] != data:
        write_atomically(path, data)


def aside_kept(path: Path) -> tuple[FileRow, ...]:
    """What is known of the files that were put aside; nothing where no record was kept.

    Raises:
        DamagedError: If the record is damaged.
        WorkspaceError: If it cannot be read.
    """
    if not path.exists():
        return ()
    data = read_bytes(path)[0]
    try:
        return msgspec.json.decode(data, type=_Record).files
    except UNDECODABLE as error:
        raise DamagedError(f"{path} is damaged: {error}.", "Nothing else is touched by that.") from error
