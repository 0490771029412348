"""Two copies of a book that drifted apart: what they last had in common, and how the list of copies is shown."""

from collections.abc import Sequence

from compact_tui.core.audit_views import View
from compact_tui.core.change import Change, Plain
from compact_tui.core.merge_values import Tables


class CopyLine(View, frozen=True, kw_only=True):
    """Another copy of a book of ours."""

    file: str
    """Where it lies in the workspace; what is typed to merge it."""
    book: str
    """Where the book is that it is a copy of."""
    book_words: str
    differs: int
    """How many things differ; 0 where nothing does, or it cannot be read."""
    waits: int
    """How many of them both changed, so that a person has to choose."""
    words: str
    """What differs, in words."""
    readable: bool


class CopiesView(View, frozen=True, kw_only=True):
    """Other copies of our books, such as those that a sync client leaves when two people saved at once."""

    copies: tuple[CopyLine, ...]
    sentence: str


def last_common(mine: Sequence[Change], theirs: Sequence[Change]) -> int:
    """How many of our changes, oldest first, were made before the two books parted; 0 where they share none.

    A piece of typing that was gone on with on one side only is not common: it has the same id and says something else.
    """
    known = {change.id: change.edits for change in theirs}
    shared = [at for at, change in enumerate(mine, 1) if known.get(change.id) == change.edits]
    return max(shared, default=0)


def before(tables: Tables, later: Sequence[Change]) -> dict[str, dict[str, Plain]]:
    """The records as they were before some changes, oldest first, that were made to them last."""
    rows = {table: dict(records) for table, records in tables.items()}
    for change in reversed(later):
        for edit in reversed(change.edits):
            table = rows.setdefault(edit.table, {})
            if edit.before is None:
                table.pop(edit.id, None)
            else:
                table[edit.id] = edit.before
    return rows
