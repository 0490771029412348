"""The history of an audit, undo and redo."""

from msgspec import Struct

from compact_tui.core.change import Change, Edit, differing, reversed_edits, stacks
from compact_tui.core.errors import CompactError
from compact_tui.core.views import ChangeView
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk, commit


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
    opened = open_audit(desk)
    changes = opened.book.history
    taken_back = {c.id for c in stacks(changes).redo} | {c.undoes for c in stacks(changes).redo}
    return tuple(
        ChangeView(id=c.id, at=c.at, by=c.by, verb=c.verb, what=c.what, undone=c.id in taken_back)
        for c in reversed(changes)
    )


def undo(desk: Desk) -> Undone:
    """Take back the newest change that has not been taken back.

    Raises:
        CompactError: If there is nothing to undo.
    """
    opened = open_audit(desk)
    return _take_back(desk, opened, stacks(opened.book.history).undo, "undo", "There is nothing to undo.")


def redo(desk: Desk) -> Undone:
    """Do again what was taken back last.

    Raises:
        CompactError: If there is nothing to redo.
    """
    opened = open_audit(desk)
    return _take_back(desk, opened, stacks(opened.book.history).redo, "redo", "There is nothing to redo.")


def _take_back(desk: Desk, opened: OpenAudit, stack: tuple[Change, ...], verb: str, nothing: str) -> Undone:
    if not stack:
        raise CompactError(nothing, "Nothing was changed.")
    change = stack[0]
    edits: list[Edit] = []
    apart: list[str] = []
    for wanted in reversed_edits(change):
        now = opened.book.row(wanted.table, wanted.id)
        apart.extend(differing(now, wanted.before) if now is not None and wanted.before is not None else ())
        edits.append(Edit(wanted.table, wanted.id, now, wanted.after))
    what = change.what.removeprefix("undid ").removeprefix("redid ")
    said = f"{'undid' if verb == 'undo' else 'redid'} {what}"
    commit(desk, opened.book, verb, said, tuple(edits), undoes=change.id)
    about = next((e.id for e in change.edits if e.table in {"answers", "grades", "summaries"}), "")
    is_answer = any(e.table == "answers" for e in change.edits)
    return Undone(
        what=said,
        criterion=about if is_answer else "",
        standard="" if is_answer else about,
        kept_apart=tuple(dict.fromkeys(apart)),
    )
