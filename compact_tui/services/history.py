"""The history of an audit, undo and redo."""

from msgspec import Struct

from compact_tui.core.change import Change, Edit, reversed_edits, stacks, taken_back, three_way
from compact_tui.core.days import say_instant
from compact_tui.core.errors import CompactError
from compact_tui.core.views import ChangeView
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk, commit
from compact_tui.storage.book import Book


class Undone(Struct, frozen=True):
    """What was taken back or done again."""

    what: str
    """The change, in its own words."""
    criterion: str
    """Id of the criterion it was about; empty for something else."""
    standard: str
    """Id of the standard it was about, if it was about one as a whole."""
    kept_apart: tuple[str, ...] = ()
    """Fields that someone had changed since; both values are in the history."""


def history(desk: Desk) -> tuple[ChangeView, ...]:
    """What was changed, newest first."""
    return changes_in(open_audit(desk).book)


def changes_in(book: Book) -> tuple[ChangeView, ...]:
    """The same of one book of any kind."""
    changes = book.history
    gone = taken_back(changes)
    return tuple(
        ChangeView(id=c.id, at=c.at, when=say_instant(c.at), by=c.by, verb=c.verb, what=c.what, undone=c.id in gone)
        for c in reversed(changes)
    )


def undo(desk: Desk) -> Undone:
    """Take back the newest change that has not been taken back.

    Raises:
        CompactError: If there is nothing to undo.
    """
    opened = open_audit(desk)
    return undo_in(desk, opened.book)


def redo(desk: Desk) -> Undone:
    """Do again what was taken back last.

    Raises:
        CompactError: If there is nothing to redo.
    """
    opened = open_audit(desk)
    return redo_in(desk, opened.book)


def undo_in(desk: Desk, book: Book) -> Undone:
    """The same in one book of any kind."""
    return _take_back(desk, book, stacks(book.history).undo, "undo", "There is nothing to undo.")


def redo_in(desk: Desk, book: Book) -> Undone:
    """The same in one book of any kind."""
    return _take_back(desk, book, stacks(book.history).redo, "redo", "There is nothing to redo.")


def _take_back(desk: Desk, book: Book, stack: tuple[Change, ...], verb: str, nothing: str) -> Undone:
    if not stack:
        raise CompactError(nothing, "Nothing was changed.")
    change = stack[0]
    edits: list[Edit] = []
    apart: list[str] = []
    for wanted in reversed_edits(change):
        now = book.row(wanted.table, wanted.id)
        after, both = three_way(wanted.before, wanted.after, now)
        apart.extend(name for name in both if name not in book.kind.stamps)
        edits.append(Edit(wanted.table, wanted.id, now, after))
    what = change.what.removeprefix("undid ").removeprefix("redid ")
    said = f"{'undid' if verb == 'undo' else 'redid'} {what}"
    commit(desk, book, verb, said, tuple(edits), undoes=change.id)
    criterion = next((e.id for e in change.edits if e.table == "answers"), "")
    standard = next((e.id for e in change.edits if e.table in {"grades", "summaries"}), "")
    return Undone(
        what=said,
        criterion=criterion,
        standard="" if criterion else standard,
        kept_apart=tuple(dict.fromkeys(apart)),
    )
