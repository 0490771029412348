"""Opening the books of the notice boards: one of the boards, and one a year of the walks."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from compact_tui.core.board import BOARD_TABLES, BoardRecord, NoticeBoard, OwnItem, SwitchedOff
from compact_tui.core.board_items import Belonging
from compact_tui.core.errors import UsageError
from compact_tui.core.text import did_you_mean
from compact_tui.core.walk import WALK_TABLES, Look, Walk, latest
from compact_tui.services.books import open_book, read_setting, records_of
from compact_tui.services.desk import Desk
from compact_tui.storage.book import Book, BookKind
from compact_tui.storage.workspace import walk_year_paths

BOARD_BOOK = BookKind(format="compact-notice-boards", version=1, tables=tuple(BOARD_TABLES))
WALK_BOOK = BookKind(format="compact-walks", version=1, tables=tuple(WALK_TABLES))
_RECENT = 2
"""Years of walks that say how boards stand now: everything is looked at once a year at least."""

_Record = TypeVar("_Record", bound=BoardRecord)


def _of_boards(desk: Desk, table: str, kind: type[_Record]) -> tuple[_Record, ...]:
    path = desk.workspace.notice_boards_path
    if not path.exists() and path not in desk.shelf.books:
        return ()
    return records_of(open_book(desk, path, BOARD_BOOK), table, kind)


def all_boards(desk: Desk) -> tuple[NoticeBoard, ...]:
    """Every board, those taken down too, in the order in which they were named."""
    return _of_boards(desk, "boards", NoticeBoard)


def switched(desk: Desk) -> tuple[SwitchedOff, ...]:
    """What was switched off, and why."""
    return _of_boards(desk, "off", SwitchedOff)


def own_items(desk: Desk) -> tuple[OwnItem, ...]:
    """What hangs here by the setting's own wish."""
    return _of_boards(desk, "own", OwnItem)


def belonging_now(desk: Desk) -> Belonging:
    """What decides what belongs on a board.

    Raises:
        FileNotAcceptableError: If the notice list cannot be read.
    """
    from compact_tui.services.notices import notice_list  # Home asks how the boards stand and needs no list

    return Belonging(notice_list(desk), read_setting(desk), switched(desk), own_items(desk))


def year_of(day: str) -> str:
    """The year of a day: the book its walks are kept in."""
    return day[:4]


def walk_paths(desk: Desk) -> list[Path]:
    """The books of all years, oldest first, also those that are not saved yet."""
    folder = desk.workspace.walks_folder
    there = dict.fromkeys(walk_year_paths(folder))
    return sorted({*there, *(path for path in desk.shelf.books if path.parent == folder)})


def walk_books(desk: Desk) -> Iterator[Book]:
    """The books of all years, oldest first."""
    return (open_book(desk, path, WALK_BOOK) for path in walk_paths(desk))


def all_walks(desk: Desk) -> tuple[Walk, ...]:
    """Every walk, oldest year first."""
    return tuple(one for book in walk_books(desk) for one in records_of(book, "walks", Walk))


def all_looks(desk: Desk) -> tuple[Look, ...]:
    """Everything that was looked at, oldest year first."""
    return tuple(one for book in walk_books(desk) for one in records_of(book, "looks", Look))


def newest_looks(desk: Desk) -> tuple[Look, ...]:
    """The latest look at each item of each board; reads the last two years only."""
    recent = (open_book(desk, path, WALK_BOOK) for path in walk_paths(desk)[-_RECENT:])
    return latest(tuple(one for book in recent for one in records_of(book, "looks", Look)))


def waiting_walk(desk: Desk) -> Walk | None:
    """The newest walk that can be gone on with; ``None`` where every one is ended."""
    walks = (one for path in walk_paths(desk)[-_RECENT:] for one in _walks_in(desk, path))
    waiting = [one for one in walks if not one.ended_at]
    return max(waiting, key=lambda one: (one.on, one.at)) if waiting else None


def _walks_in(desk: Desk, path: Path) -> tuple[Walk, ...]:
    return records_of(open_book(desk, path, WALK_BOOK), "walks", Walk)


def walk_named(desk: Desk, walk_id: str) -> tuple[Walk, Book]:
    """A walk and the book it is kept in.

    Raises:
        UsageError: If there is none of that id.
    """
    for book in walk_books(desk):
        for walk in records_of(book, "walks", Walk):
            if walk.id == walk_id:
                return walk, book
    near = did_you_mean(walk_id, [one.id for one in all_walks(desk)])
    raise UsageError(f'There is no walk "{walk_id}".', near or "compact-tui board walks lists them.")


def looks_in(book: Book, walk_id: str) -> tuple[Look, ...]:
    """What was looked at on one walk."""
    return tuple(one for one in records_of(book, "looks", Look) if one.walk == walk_id)


def board_named(desk: Desk, name: str) -> NoticeBoard:
    """A board by its id, its name, or its number on the way round.

    Raises:
        UsageError: If there is none, or several are called so; with did-you-mean.
    """
    boards = all_boards(desk)
    wanted = name.strip().casefold()
    by_id = [one for one in boards if one.id == name.strip()]
    hanging = [one for one in boards if not one.closed_on]
    by_name = [one for one in hanging if wanted in {one.name.casefold(), str(one.order)}]
    begins = [one for one in hanging if wanted and one.name.casefold().startswith(wanted)]
    taken_down = [one for one in boards if one.closed_on and one.name.casefold() == wanted]
    found = by_id or by_name or begins or taken_down
    if len(found) == 1:
        return found[0]
    if found:
        known = ", ".join(f"{one.name} ({one.id})" for one in found)
        raise UsageError(f'"{name}" could be several boards.', f"Name one by its id: {known}.")
    near = did_you_mean(name, [text for one in boards for text in (one.id, one.name)])
    hint = (
        "Add the first with: compact-tui board add --suggested" if not boards else "compact-tui board list shows them."
    )
    raise UsageError(f'There is no board "{name}".', near or hint)
