"""The pages that the oldest entries of a long history go to."""

import re
from pathlib import Path
from typing import Any

import msgspec

from compact_tui.core.change import Change
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.book_storage import Tables
from compact_tui.storage.faults import DamagedError
from compact_tui.storage.kind import HEAD, HEAD_ID, HISTORY, BookKind, check_tables, head_of, history_of
from compact_tui.storage.reading import parse_json, read_bytes

LONGEST = 400
"""Entries that a book's history holds at most."""
PAGE = 200
"""Entries that go to a page at a time."""


def page_kind(kind: BookKind) -> BookKind:
    """What the history pages of a kind of book are."""
    return BookKind(f"{kind.format}-history", 1, ())


def page_paths(book: Path) -> tuple[Path, ...]:
    """The history pages of a book, oldest first."""
    form = re.compile(rf"{re.escape(book.stem)}\.history-(\d+)\.json")
    found = [(int(match[1]), path) for path in book.parent.iterdir() if (match := form.fullmatch(path.name))]
    return tuple(path for _, path in sorted(found))


def read_page(path: Path, kind: BookKind) -> tuple[Change, ...]:
    """The entries of one page, oldest first.

    Raises:
        WorkspaceError: As for a book.
    """
    return history_of(_entries(path, kind), path)


def turn_page(book: Path, kind: BookKind, entries: dict[str, Any], revision: int) -> None:
    """Write entries to the next page; to the last one if an interrupted save has begun it with them.

    Raises:
        WorkspaceError: If the page could not be written.
    """
    pages = page_paths(book)
    number = int(pages[-1].stem.rpartition("-")[2]) if pages else 0
    if not pages or not _begins_with(pages[-1], kind, next(iter(entries))):
        number += 1
    tables: Tables = {HEAD: {HEAD_ID: head_of(page_kind(kind), revision)}, HISTORY: entries}
    write_atomically(book.with_name(f"{book.stem}.history-{number:04d}.json"), msgspec.json.encode(tables))


def _begins_with(page: Path, kind: BookKind, entry: str) -> bool:
    try:
        return next(iter(_entries(page, kind)), "") == entry
    except DamagedError:
        return False


def _entries(path: Path, kind: BookKind) -> dict[str, Any]:
    data, _ = read_bytes(path)
    return check_tables(parse_json(data, path), path, page_kind(kind))[HISTORY]
