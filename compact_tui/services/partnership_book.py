"""Opening the partnership's book: who it is, whom it expects returns from, and what it decided."""

from typing import TypeVar

from compact_tui.core.change import Change, Edit
from compact_tui.core.errors import UsageError
from compact_tui.core.partnership import TABLES, LocalContact, PartnershipHead, RegisterEntry
from compact_tui.core.record import PartnershipRecord
from compact_tui.services.books import open_book, records_of
from compact_tui.services.desk import Desk, commit
from compact_tui.storage.book import Book, BookKind

PARTNERSHIP_BOOK = BookKind(format="compact-partnership", version=1, tables=tuple(TABLES))

_Record = TypeVar("_Record", bound=PartnershipRecord)


def is_partnership(desk: Desk) -> bool:
    """Whether this workspace is a partnership's."""
    path = desk.workspace.partnership_path
    return path.exists() or path in desk.shelf.books


def partnership_book(desk: Desk) -> Book:
    """The partnership's book.

    Raises:
        UsageError: If this workspace is not a partnership's.
        WorkspaceError: If it cannot be read and no good copy of it is there.
    """
    if not is_partnership(desk):
        raise UsageError(
            "No partnership was started in this workspace.",
            "Start one: compact-tui partnership start. A setting's own files are not touched by it.",
        )
    return open_book(desk, desk.workspace.partnership_path, PARTNERSHIP_BOOK)


def begin_partnership(desk: Desk, verb: str, what: str, edits: tuple[Edit, ...]) -> Change:
    """Make the book with its first change.

    Raises:
        UsageError: If there is one.
        WorkspaceError: If it cannot be written.
    """
    if is_partnership(desk):
        raise UsageError("A partnership was started here already.", "See it: compact-tui partnership about")
    desk.workspace.prepare()
    change = Change(id=desk.new_id("c"), at=desk.at, by=desk.who, verb=verb, what=what, edits=edits)
    path = desk.workspace.partnership_path
    desk.shelf.books[path] = Book.create(path, PARTNERSHIP_BOOK, change)
    return change


def keep(desk: Desk, verb: str, what: str, edits: tuple[Edit, ...], *, undoable: bool = True) -> Change:
    """Make one change to the partnership's book.

    Raises:
        UsageError: If this workspace is not a partnership's.
        WorkspaceError: If it could not be saved and the desk saves at once.
    """
    return commit(desk, partnership_book(desk), verb, what, edits, undoable=undoable)


def kept(desk: Desk, table: str, kind: type[_Record]) -> tuple[_Record, ...]:
    """The records of one table, in the order in which they were made."""
    return records_of(partnership_book(desk), table, kind)


def head_of(desk: Desk) -> PartnershipHead:
    """Who collects, and which round it is."""
    return kept(desk, "partnership", PartnershipHead)[0]


def register_of(desk: Desk) -> tuple[RegisterEntry, ...]:
    """Every entry of the register, closed ones too."""
    return kept(desk, "register", RegisterEntry)


def contacts_of(desk: Desk) -> tuple[LocalContact, ...]:
    """Whom settings ring."""
    return kept(desk, "contacts", LocalContact)
