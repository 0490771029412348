"""Records of a file beside ours: what is new, what is the same, and where both differ."""

from collections.abc import Collection, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct

from compact_tui.core.asking_views import RowConflict

_SHOWN = 80
"""Characters of a differing text that are shown."""
_R = TypeVar("_R", bound=Struct)


def compared(
    theirs: Sequence[_R], ours: Sequence[_R], may_differ: Collection[str]
) -> tuple[list[_R], int, list[RowConflict]]:
    """What is new, how many are the same, and where both differ.

    Args:
        theirs: Records of the file, each with an ``id``.
        ours: Records of the same kind that are here.
        may_differ: Fields that make no difference, such as who typed it.
    """
    known = {_id(one): one for one in ours}
    new: list[_R] = []
    conflicts = []
    for one in theirs:
        other = known.get(_id(one))
        if other is None:
            new.append(one)
        elif _said(one, may_differ) != _said(other, may_differ):
            conflicts.append(_conflict(one, other, may_differ))
    return new, len(theirs) - len(new) - len(conflicts), conflicts


def _id(record: Struct) -> str:
    return str(getattr(record, "id", ""))


def _said(record: Struct, may_differ: Collection[str]) -> dict[str, object]:
    return {name: value for name, value in msgspec.to_builtins(record).items() if name not in may_differ}


def _conflict(theirs: Struct, ours: Struct, may_differ: Collection[str]) -> RowConflict:
    mine, other = _said(ours, may_differ), _said(theirs, may_differ)
    differ = [name for name in mine if mine[name] != other.get(name)]
    return RowConflict(
        id=_id(ours),
        what=", ".join(name.replace("_", " ") for name in differ),
        ours="; ".join(str(mine[name])[:_SHOWN] for name in differ),
        theirs="; ".join(str(other.get(name, ""))[:_SHOWN] for name in differ),
    )
