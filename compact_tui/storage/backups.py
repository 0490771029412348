"""Dated copies of books: made before the first change of a day, thinned with the years."""

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct

from compact_tui.core.days import is_day
from compact_tui.core.errors import WorkspaceError
from compact_tui.core.text import slug
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.book import Book, BookKind
from compact_tui.storage.faults import DamagedError, read_fault, write_fault
from compact_tui.storage.kind import HEAD, HEAD_ID, HISTORY
from compact_tui.storage.reading import parse_json, read_bytes

DAILY = 14
"""Days for which every day's copy is kept."""
MONTHLY = 24
"""Months for which one copy of each month is kept."""
_COPY_NAME = re.compile(r"(?P<stem>[^.].*?)(\.before-(?P<why>[a-z0-9-]+)-\d+)?\.json")


class _Head(Struct):
    format: str
    version: int


class _Headed(Struct):
    head: dict[str, _Head]


class BackupCopy(Struct, frozen=True):
    """One copy of a book."""

    path: Path
    day: str
    """The day it was made, ``YYYY-MM-DD``."""
    book: Path
    """The book's own file."""
    why: str
    """What it was made before, such as ``import``; empty for the copy of the day."""
    size: int
    """Bytes."""
    at: int
    """Nanoseconds since the epoch."""


class Backups(Struct, frozen=True):
    """The copies of the books of one workspace, as ``<day>/<where the book is>``."""

    folder: Path
    """Where the copies are."""
    root: Path
    """The workspace, under which the books are."""

    def take(self, book: Path, today: str, why: str = "") -> Path | None:
        """Copy a book as it is on the disk.

        Args:
            book: The book's file.
            today: The day, ``YYYY-MM-DD``.
            why: Empty for the copy of the day, which is made once; else what it is made before, such as
                ``import``: then a copy is always made.

        Returns:
            The copy; ``None`` if there is one of the day already, or no book to copy yet.

        Raises:
            WorkspaceError: If the book cannot be read or the copy cannot be written.
        """
        copy = self._place(book, today)
        if why:
            copy = _unused(copy, f".before-{slug(why)}-")
        if copy.exists() or not book.exists():
            return None
        data, _ = read_bytes(book)
        make_folder(copy.parent)
        write_atomically(copy, data)
        if not why:
            self.thin(book, today)
        return copy

    def keep(self, other: Path, book: Path, today: str, why: str) -> Path:
        """Move a file that is done with among the copies of a book; it is never deleted.

        Args:
            other: The file.
            book: The book it was another copy of.
            today: The day, ``YYYY-MM-DD``.
            why: What is done with it, such as ``merged``.

        Raises:
            WorkspaceError: If it cannot be read or taken away, or the copy cannot be written; it stays where it is.
        """
        copy = _unused(self._place(book, today), f".before-{slug(why)}-")
        data, _ = read_bytes(other)
        make_folder(copy.parent)
        write_atomically(copy, data)
        try:
            other.unlink()
        except OSError as error:
            raise write_fault(other, error) from error
        return copy

    def copies(self, book: Path) -> tuple[Path, ...]:
        """The copies of a book, newest first.

        Raises:
            WorkspaceError: If the backups cannot be looked into.
        """
        form = re.compile(rf"{re.escape(book.stem)}(\.before-[a-z0-9-]+-\d+)?{re.escape(book.suffix)}")
        found: list[tuple[str, int, Path]] = []
        try:
            for day in self._days():
                place = self._place(book, day).parent
                if place.is_dir():
                    fitting = [path for path in place.iterdir() if form.fullmatch(path.name)]
                    found += [(day, path.stat().st_mtime_ns, path) for path in fitting]
        except OSError as error:
            raise read_fault(self.folder, error) from error
        return tuple(path for _, _, path in sorted(found, reverse=True))

    def every_copy(self) -> tuple[BackupCopy, ...]:
        """The copies of all books, newest first.

        Raises:
            WorkspaceError: If the backups cannot be looked into.
        """
        found: list[BackupCopy] = []
        try:
            for day in self._days():
                for path in (self.folder / day).rglob("*.json"):
                    name = _COPY_NAME.fullmatch(path.name)
                    if name is not None and path.is_file():
                        inside = path.relative_to(self.folder / day).with_name(f"{name['stem']}.json")
                        stat = path.stat()
                        why, at = name["why"] or "", stat.st_mtime_ns
                        found.append(BackupCopy(path, day, self.root / inside, why, stat.st_size, at))
        except OSError as error:
            raise read_fault(self.folder, error) from error
        return tuple(sorted(found, key=lambda copy: (copy.day, copy.at, copy.path), reverse=True))

    def newest_good(self, book: Path, kind: BookKind) -> Path | None:
        """The newest copy of a book that can be opened, or ``None``."""
        for copy in self.copies(book):
            with suppress(WorkspaceError):
                Book.open(copy, kind)
                return copy
        return None

    def thin(self, book: Path, today: str) -> None:
        """Take away old copies of a book, all but one a month, and in the end those too; never the newest.

        Note:
            A copy that cannot be removed is left for another time.
        """
        copies = self.copies(book)
        days = list(dict.fromkeys(self._day_of(copy) for copy in copies))
        keep = kept_days(days, today)
        for copy in copies:
            if self._day_of(copy) not in keep:
                with suppress(OSError):
                    copy.unlink()
                    _remove_empty(copy.parent, self.folder)

    def _place(self, book: Path, day: str) -> Path:
        inside = book.relative_to(self.root) if book.is_relative_to(self.root) else Path(book.name)
        return self.folder / day / inside

    def _day_of(self, copy: Path) -> str:
        return copy.relative_to(self.folder).parts[0]

    def _days(self) -> list[str]:
        if not self.folder.is_dir():
            return []
        return [name for name in os.listdir(self.folder) if is_day(name)]


def kind_in(copy: Path) -> BookKind:
    """What sort of book a copy is of, as it says itself.

    Raises:
        DamagedError: If it is not a book.
        WorkspaceError: If it cannot be read.
    """
    data, _ = read_bytes(copy)
    tables = parse_json(data, copy)
    try:
        head = msgspec.convert(tables, _Headed).head[HEAD_ID]
    except (msgspec.ValidationError, KeyError) as error:
        raise DamagedError(
            f"{copy} is damaged: it is not a file of this program.", "The file was left as it is."
        ) from error
    names = tuple(name for name in tables if name not in {HEAD, HISTORY}) if isinstance(tables, dict) else ()
    return BookKind(head.format, head.version, names)


def kept_days(days: Iterable[str], today: str) -> frozenset[str]:
    """The days whose copies stay: the last 14 days', then each month's newest for 24 months, and the newest of all.

    Days after today, which a clock that was put back leaves behind, stay.
    """
    now = date.fromisoformat(today)
    newest_first = sorted(days, reverse=True)
    keep = set(newest_first[:1])
    months: set[str] = set()
    for day in newest_first:
        when = date.fromisoformat(day)
        months_ago = (now.year - when.year) * 12 + now.month - when.month
        if (now - when).days < DAILY:
            keep.add(day)
        elif months_ago <= MONTHLY and day[:7] not in months:
            months.add(day[:7])
            keep.add(day)
    return frozenset(keep)


def _unused(path: Path, mark: str) -> Path:
    for number in range(1, 10_000):
        candidate = path.with_name(f"{path.stem}{mark}{number}{path.suffix}")
        if not candidate.exists():
            return candidate
    raise WorkspaceError(f"{path.parent} holds too many copies.", "Take some of them away, then try again.")


def _remove_empty(folder: Path, top: Path) -> None:
    """Remove a folder and those above it up to a top, as long as nothing is left in them."""
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
