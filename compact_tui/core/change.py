"""A change: what one verb did to a book, how it is undone, and how two changes meet.

Records stand here in their plain form (a dict of JSON values, ``None`` where there is no record),
so that the same rules serve every kind of book.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

Plain = Mapping[str, object]
"""The plain form of one record."""


class Edit(Struct, frozen=True):
    """One record before and after; ``None`` where it did not, or does not, exist."""

    table: str
    id: str
    before: dict[str, object] | None
    after: dict[str, object] | None


class Change(Struct, frozen=True, kw_only=True):
    """What one verb did: the unit of saving, of history and of undo."""

    id: str
    at: str
    by: str
    verb: str
    what: str = ""
    """The change in a few words, for the history."""
    undoes: str = ""
    """Id of the change that this one takes back."""
    undoable: bool = True
    """False for what has effects outside the book, such as a return that was made."""
    revision: int = 0
    """The book's revision once the change was saved; 0 before."""
    edits: tuple[Edit, ...] = ()


class Stacks(Struct, frozen=True):
    """What can be undone and redone now, last first."""

    undo: tuple[Change, ...]
    redo: tuple[Change, ...]


def stacks(history: Iterable[Change]) -> Stacks:
    """Read a history, oldest first, as a person's undo and redo.

    A change that comes to nothing, such as a letter typed and taken out again, is on neither.
    """
    undo: list[Change] = []
    redo: list[Change] = []
    for change in history:
        if undo and change.undoes and change.undoes == undo[-1].id:
            undo.pop()
            redo.append(change)
        elif redo and change.undoes and change.undoes == redo[-1].id:
            redo.pop()
            undo.append(change)
        elif change.undoable and any(edit.before != edit.after for edit in change.edits):
            undo.append(change)
            redo.clear()
    return Stacks(tuple(reversed(undo)), tuple(reversed(redo)))


def taken_back(history: Sequence[Change]) -> frozenset[str]:
    """Ids of the changes of a history, oldest first, that do not hold now because they were undone."""
    gone: set[str] = set()
    for change in reversed(history):
        if change.undoes and change.id not in gone:
            gone.add(change.undoes)
    return frozenset(gone)


def reversed_edits(change: Change) -> tuple[Edit, ...]:
    """The edits that take a change back."""
    return tuple(Edit(e.table, e.id, e.after, e.before) for e in reversed(change.edits))


def three_way(
    base: Plain | None, mine: Plain | None, theirs: Plain | None
) -> tuple[dict[str, object] | None, tuple[str, ...]]:
    """Merge two versions of one record that came from the same base, field by field.

    Returns:
        The merged record, and the names of the fields that both changed differently; in those mine
        stands. Where one side removed the record and the other changed it, the changed one stays and
        every changed field is named. Where both made the record, a field that one of them left empty
        is the other's.
    """
    if mine == theirs or theirs == base:
        return _copy(mine), ()
    if mine == base:
        return _copy(theirs), ()
    if mine is None or theirs is None:
        kept = theirs if mine is None else mine
        return _copy(kept), tuple(kept or ())
    merged: dict[str, object] = {}
    both: list[str] = []
    for name in [*theirs, *(name for name in mine if name not in theirs)]:
        ours, other = mine.get(name, _ABSENT), theirs.get(name, _ABSENT)
        old = base.get(name, _ABSENT) if base is not None else _unsaid(ours, other)
        if ours != old and other != old and ours != other:
            both.append(name)
        value = other if ours == old else ours
        if value is not _ABSENT:
            merged[name] = value
    return merged, tuple(both)


_ABSENT = object()


def _unsaid(ours: object, other: object) -> object:
    """What a field held in a record that was not there: nothing, as on the side that said nothing in it."""
    if _ABSENT in (ours, other):
        return _ABSENT
    return next((value for value in (ours, other) if value is None or value in ("", [], {})), _ABSENT)


def _copy(record: Plain | None) -> dict[str, object] | None:
    return None if record is None else dict(record)
