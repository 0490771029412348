"""Going back to a copy of a book: the edits that turn today's records into the copy's."""

from collections.abc import Iterable, Mapping

from compact_tui.core.change import Change, Edit, Plain

Tables = Mapping[str, Mapping[str, Plain]]
"""Records by table and id."""

HAPPENED = frozenset(
    {
        *("returns", "sign_offs", "originals_erased", "requests", "chases", "receipts", "replies", "forwarded"),
        *("readings_lent", "figures_published"),
    }
)
"""Tables of what happened outside the book: a return that was made, a signature, what was sent or published, or a file
that was taken away is not unsaid by going back."""


def restoring_edits(now: Tables, then: Tables, history: Iterable[Change]) -> tuple[Edit, ...]:
    """What turns the records of now into those of a copy; nothing where they are the same.

    What happened stays as it is now; of the copy comes back only what is missing here and was not taken away
    by anybody.

    Args:
        now: The book's records.
        then: The copy's.
        history: The book's changes, oldest first.
    """
    gone = _taken_away(history)
    edits = []
    for table in dict.fromkeys((*then, *now)):
        old, new = then.get(table, {}), now.get(table, {})
        for id_ in dict.fromkeys((*old, *new)):
            before, after = new.get(id_), old.get(id_)
            if table in HAPPENED and (before is not None or (table, id_) in gone):
                after = before
            if before != after:
                edits.append(Edit(table, id_, _own(before), _own(after)))
    return tuple(edits)


def _taken_away(history: Iterable[Change]) -> frozenset[tuple[str, str]]:
    last = {(edit.table, edit.id): edit.after is None for change in history for edit in change.edits}
    return frozenset(key for key, gone in last.items() if gone)


def _own(record: Plain | None) -> dict[str, object] | None:
    return None if record is None else dict(record)
