"""Plain values (what JSON can say), copied so that nobody holds a piece of somebody else's record."""

import math
from collections.abc import Mapping
from typing import cast

from compact_tui.core.change import Change, Edit


def plain(value: object) -> object:
    """A deep copy in plain form: objects, lists (of tuples too), text, whole and finite numbers, truth, nothing.

    Raises:
        TypeError: If a value has no plain form.
        ValueError: If a text holds half a character, or a number is not finite.
    """
    if isinstance(value, str):
        if not value.isascii():
            value.encode("utf-8")
        return value
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, Mapping):
        return record(value)
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    if isinstance(value, float) and math.isfinite(value):
        return value
    raise TypeError(f"{value!r} cannot be kept in a book")


def record(value: Mapping[str, object]) -> dict[str, object]:
    """The same for one record.

    Raises:
        TypeError: If a key is not text, or a value has no plain form.
        ValueError: As for :func:`plain`.
    """
    if not all(isinstance(key, str) for key in value):
        raise TypeError("a record's keys are text")
    return {cast(str, plain(key)): plain(inner) for key, inner in value.items()}


def record_or_none(value: Mapping[str, object] | None) -> dict[str, object] | None:
    """The same where there may be no record."""
    return None if value is None else record(value)


def edits_once(change: Change) -> tuple[Edit, ...]:
    """The edits of a change in plain form, one for each record: the first before and the last after."""
    found: dict[tuple[str, str], Edit] = {}
    for edit in change.edits:
        key = (edit.table, edit.id)
        before = found[key].before if key in found else record_or_none(edit.before)
        found[key] = Edit(edit.table, edit.id, before, record_or_none(edit.after))
    return tuple(found.values())
