"""The shape of a book's file, and what is wrong with a file that has another."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeGuard

import msgspec
from msgspec import Struct

from compact_tui.core.change import Change
from compact_tui.core.errors import WorkspaceError
from compact_tui.core.wrong_shape import wrong_shape_at
from compact_tui.storage.book_storage import Tables
from compact_tui.storage.faults import DamagedError

HEAD = "head"
HEAD_ID = "book"
HISTORY = "history"


class BookKind(Struct, frozen=True):
    """What sort of book a file is."""

    format: str
    version: int
    tables: tuple[str, ...]
    """The tables of records; the head and the history are every book's."""
    upgrades: tuple[Callable[[Tables], None], ...] = ()
    """The n-th makes the tables of version n into those of version n + 1 (the first is version 1)."""
    stamps: tuple[str, ...] = ("by", "at")
    """Fields that say who and when; two people's are never a conflict."""


def head_of(kind: BookKind, revision: int) -> dict[str, object]:
    """The head record of a book."""
    return {"format": kind.format, "version": kind.version, "revision": revision}


def check_tables(value: object, path: Path, kind: BookKind) -> Tables:
    """The tables of a book that was read, brought up to the version of today.

    Raises:
        DamagedError: If it is not a book, or a book of another kind.
        WorkspaceError: If a newer version of this program wrote it.
    """
    if not isinstance(value, dict) or not isinstance(value.get(HEAD), dict):
        raise _damaged(path, "it is not a file of this program")
    head = value[HEAD].get(HEAD_ID)
    if not isinstance(head, dict) or not isinstance(head.get("format"), str):
        raise _damaged(path, "it is not a file of this program")
    if head["format"] != kind.format:
        raise _damaged(path, f'it says it is "{head["format"][:60]}", where "{kind.format}" belongs')
    version = head.get("version")
    if not _is_count(version) or version == 0 or not _is_count(head.get("revision")):
        raise _damaged(path, "its version or revision is no number")
    if version > kind.version:
        raise WorkspaceError(
            f"{path} was written by a newer version of this program.",
            "Nothing was changed. Install the newest version, then open it again.",
        )
    for name in (HISTORY, *kind.tables):
        table = value.setdefault(name, {})
        if not isinstance(table, dict) or not all(isinstance(document, dict) for document in table.values()):
            raise _damaged(path, f'"{name}" is not a table of records')
    for upgrade in kind.upgrades[version - 1 :]:
        upgrade(value)
    return value


def history_of(entries: Mapping[str, Any], path: Path) -> tuple[Change, ...]:
    """The history of a book that was read, oldest first.

    Raises:
        DamagedError: If an entry is not a change.
    """
    try:
        history = msgspec.convert(list(entries.values()), tuple[Change, ...])
    except msgspec.ValidationError as error:
        raise _damaged(path, f"its history does not read ({wrong_shape_at(error)})") from error
    if any(change.id != key for change, key in zip(history, entries, strict=True)):
        raise _damaged(path, "an entry of its history stands under another's name")
    return history


def _is_count(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _damaged(path: Path, why: str) -> DamagedError:
    return DamagedError(f"{path} is damaged: {why}.", "The file was left as it is.")
