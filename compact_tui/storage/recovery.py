"""Opening a book that may be damaged: the newest good copy takes its place, the damaged one is kept."""

import os
import shutil
from pathlib import Path

from compact_tui.core.days import say_day
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.backups import Backups
from compact_tui.storage.book import Book, BookKind
from compact_tui.storage.faults import DamagedError, write_fault
from compact_tui.storage.locking import locked
from compact_tui.storage.reading import read_bytes


def open_or_recover(path: Path, kind: BookKind, backups: Backups, today: str) -> tuple[Book, str]:
    """Open a book; if its file is damaged, put the newest good copy in its place.

    Returns:
        The book, and a sentence for the person: what was damaged, what is open now and what is kept;
        empty when all is well.

    Raises:
        WorkspaceError: If it is missing, locked or of a newer version, or damaged with no good copy.
            Nothing is touched then.
    """
    try:
        return Book.open(path, kind), ""
    except DamagedError:
        with locked(path):
            return _recover(path, kind, backups, today)


def _recover(path: Path, kind: BookKind, backups: Backups, today: str) -> tuple[Book, str]:
    try:
        return Book.open(path, kind), ""  # another window has put it right meanwhile
    except DamagedError as error:
        copy = backups.newest_good(path, kind)
        if copy is None:
            raise DamagedError(
                error.message,
                "There is no good copy in the backups. The file was left as it is; "
                "if you have a copy of your own, put it in its place.",
            ) from error
        data, _ = read_bytes(copy)
        kept = _keep_aside(path)
        write_atomically(path, data)
        day = copy.relative_to(backups.folder).parts[0]
        when = "earlier today" if day == today else say_day(day)
        return Book.open(path, kind), (
            f"{error.message} The copy from {when} is open now; what was changed after it was made is not in it. "
            f"The damaged file is kept as {kept.name}."
        )


def _keep_aside(path: Path) -> Path:
    number = 1
    while path.with_name(f"{path.name}.damaged-{number}").exists():
        number += 1
    kept = path.with_name(f"{path.name}.damaged-{number}")
    try:
        with open(path, "rb") as source, open(kept, "xb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
    except OSError as error:
        kept.unlink(missing_ok=True)
        raise write_fault(kept, error) from error
    return kept
