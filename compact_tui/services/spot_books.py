"""Opening the books of the spot checks: one a month, and one of what holds for all of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from compact_tui.core.change import Change, Edit
from compact_tui.core.spot import (
    ABOUT_TABLES,
    MONTH_TABLES,
    Confirmed,
    Counted,
    Heard,
    Keeping,
    RoleGroup,
    SpotCheck,
    SpotRecord,
)
from compact_tui.services.books import open_book, records_of
from compact_tui.services.desk import Desk, commit
from compact_tui.storage.book import Book, BookKind
from compact_tui.storage.workspace import spot_month_paths

MONTH_BOOK = BookKind(format="compact-spot-checks", version=1, tables=tuple(MONTH_TABLES))
ABOUT_BOOK = BookKind(format="compact-spot-checks-about", version=1, tables=tuple(ABOUT_TABLES))

_Record = TypeVar("_Record", bound=SpotRecord)


def keep(desk: Desk, path: Path, kind: BookKind, verb: str, what: str, edits: tuple[Edit, ...]) -> Change:
    """Make one change to a book of the spot checks, which is begun with it where it is not there yet.

    Raises:
        WorkspaceError: If it could not be saved and the desk saves at once.
    """
    if path.exists() or path in desk.shelf.books:
        return commit(desk, open_book(desk, path, kind), verb, what, edits)
    desk.workspace.prepare()
    change = Change(id=desk.new_id("c"), at=desk.at, by=desk.who, verb=verb, what=what, edits=edits)
    desk.shelf.books[path] = Book.create(path, kind, change)
    return change


def month_of(day: str) -> str:
    """The month of a day, ``YYYY-MM``: the book it is kept in."""
    return day[:7]


def month_paths(desk: Desk) -> list[Path]:
    """The books of all months, oldest first, also those that are not saved yet."""
    there = dict.fromkeys(spot_month_paths(desk.workspace.spot_checks_folder))
    lying_open = [p for p in desk.shelf.books if p.parent == desk.workspace.spot_checks_folder and p not in there]
    return sorted({*there, *lying_open} - {desk.workspace.spot_about_path})


def month_books(desk: Desk) -> Iterator[Book]:
    """The books of all months, oldest first."""
    return (open_book(desk, path, MONTH_BOOK) for path in month_paths(desk))


def all_heard(desk: Desk) -> tuple[Heard, ...]:
    """Everything that was heard, oldest month first."""
    return tuple(one for book in month_books(desk) for one in records_of(book, "heard", Heard))


def all_checks(desk: Desk) -> tuple[SpotCheck, ...]:
    """Every round, oldest month first."""
    return tuple(one for book in month_books(desk) for one in records_of(book, "checks", SpotCheck))


def all_counted(desk: Desk) -> tuple[Counted, ...]:
    """What stayed of answers whose time is over."""
    return tuple(one for book in month_books(desk) for one in records_of(book, "counted", Counted))


def _about(desk: Desk, table: str, kind: type[_Record]) -> tuple[_Record, ...]:
    path = desk.workspace.spot_about_path
    if not path.exists() and path not in desk.shelf.books:
        return ()
    return records_of(open_book(desk, path, ABOUT_BOOK), table, kind)


def role_groups(desk: Desk) -> tuple[RoleGroup, ...]:
    """The setting's role groups, in the order in which they were named."""
    return _about(desk, "groups", RoleGroup)


def keeping_now(desk: Desk) -> Keeping | None:
    """What staff were told about what is kept; ``None`` while nobody has said."""
    return next(iter(_about(desk, "keeping", Keeping)), None)


def confirmations(desk: Desk) -> dict[str, Confirmed]:
    """What the lead has confirmed, by id of the question."""
    return {one.question: one for one in _about(desk, "confirmed", Confirmed)}
