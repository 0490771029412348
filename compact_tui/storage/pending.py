"""A change that waits to be saved: how it amends, and how it meets what is in the file by then."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from msgspec import Struct

from compact_tui.core.change import Change, Edit, three_way
from compact_tui.storage.plainly import edits_once, record_or_none

Key = tuple[str, str]
"""Table and id of a record."""
Look = Callable[[Key], dict[str, Any] | None]
"""The record as it stands, or ``None``."""


class Conflict(Struct, frozen=True):
    """A record in which two people changed the same fields; ours stand."""

    table: str
    id: str
    fields: tuple[str, ...]


class Pending(Struct, frozen=True):
    """A change that is not saved yet."""

    change: Change
    """As the history tells it."""
    steps: tuple[Edit, ...]
    """From what the file is thought to hold to what it shall hold."""


def key_of(edit: Edit) -> Key:
    """The record that an edit is of."""
    return edit.table, edit.id


def begin(change: Change, look: Look) -> tuple[Pending, tuple[Conflict, ...]]:
    """A change put on what stands now, which may be newer than what the change was made from."""
    steps, conflicts = _put_on(edits_once(change), look)
    return Pending(msgspec.structs.replace(change, edits=_copies(steps), revision=0), steps), conflicts


def amend(last: Change, waiting: Pending | None, change: Change, look: Look) -> Pending:
    """The newest change once more, with other edits: what it was made from stays.

    Args:
        last: The change as the history has it.
        waiting: The same while it waits to be saved, else ``None``.
        change: What it shall be now. Its edits start from what stands now or from what stood before ``last``.
            A record that it no longer names gets back what it was before.
        look: Finds what stands now.
    """
    first = {key_of(edit): edit.before for edit in last.edits}
    edits: dict[Key, Edit] = {}
    for edit in edits_once(change):
        key = key_of(edit)
        current = look(key)
        after = edit.after
        if edit.before != current:
            after, _ = three_way(edit.before, edit.after, first.get(key, current))
        edits[key] = Edit(*key, first.get(key, current), after)
    bases = {key_of(step): step.before for step in waiting.steps} if waiting else {}
    goals = {key: edit.after for key, edit in edits.items()}
    goals |= {key: before for key, before in first.items() if key not in edits}
    steps = tuple(Edit(*key, bases.get(key, look(key)), after) for key, after in goals.items())
    amended = msgspec.structs.replace(change, id=last.id, edits=_copies(edits.values()), revision=0)
    return Pending(amended, steps)


def meet(
    pending: Pending, look: Look, entry: Change | None, sent: Pending | None
) -> tuple[Pending, tuple[Conflict, ...]]:
    """A waiting change put on what the file holds by now.

    Args:
        pending: The change.
        look: Finds what the file holds.
        entry: The same change in the file's history, if it is the newest there and is to be replaced.
        sent: The same change as it was when it was last given to the file, if it may have got there.
    """
    steps = {key_of(step): step for step in pending.steps}
    bases: dict[Key, dict[str, object] | None] = {}
    for step in sent.steps if sent else ():
        bases[key_of(step)] = step.after
        steps.setdefault(key_of(step), Edit(step.table, step.id, step.before, step.before))
    first = {key_of(edit): edit.before for edit in entry.edits} if entry else {}
    mine = (Edit(*key, bases.get(key, step.before), step.after) for key, step in steps.items())
    met, conflicts = _put_on(mine, look)
    now = {key_of(step): step.after for step in met}
    edits = []
    for key in map(key_of, pending.change.edits):
        there = look(key)
        edits.append(Edit(*key, first.get(key, there), now.get(key, there)))
    return Pending(msgspec.structs.replace(pending.change, edits=_copies(edits)), met), conflicts


def _put_on(edits: Iterable[Edit], look: Look) -> tuple[tuple[Edit, ...], tuple[Conflict, ...]]:
    met: list[Edit] = []
    conflicts: list[Conflict] = []
    for edit in edits:
        there = look(key_of(edit))
        if edit.before == there:
            met.append(edit)
            continue
        after, both = three_way(edit.before, edit.after, there)
        met.append(Edit(edit.table, edit.id, record_or_none(there), record_or_none(after)))
        if both:
            conflicts.append(Conflict(edit.table, edit.id, both))
    return tuple(met), tuple(conflicts)


def _copies(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """For the history, which is shown to others and must share nothing with the records."""
    return tuple(Edit(e.table, e.id, record_or_none(e.before), record_or_none(e.after)) for e in edits)


def continues(newest: str, change_id: str) -> bool:
    """Whether the newest entry is a change, or what came of it after others had saved in between."""
    return newest == change_id or (newest.startswith(f"{change_id}~") and newest[len(change_id) + 1 :].isdecimal())


def unused_id(change_id: str, used: Iterable[str]) -> str:
    """The id under which a change goes on after others have saved in between."""
    taken = set(used)
    stem, number = change_id.split("~")[0], 2
    while f"{stem}~{number}" in taken:
        number += 1
    return f"{stem}~{number}"
