"""Telling, where things stand, that a sync client left another copy of a book."""

from compact_tui.services.desk import Desk
from compact_tui.storage.copies import copies_beside

_WHAT_TO_DO = (
    "left by a sync program. It is not used. "
    "Press x, or type compact-tui audit copies, to see what differs and merge it."
)


def tell_copies(desk: Desk) -> None:
    """Put a sentence among the notices on each other copy of a book that is there now.

    Those of audits are told when they are opened. Only names are looked at, so that it costs next to nothing.
    """
    told = [
        f"{found.path.name} seems to be another copy of {found.book.name}, {_WHAT_TO_DO}"
        for found in copies_beside(desk.workspace)
    ]
    others = [notice for notice in desk.shelf.notices if not notice.endswith(_WHAT_TO_DO)]
    desk.shelf.notices[:] = [*others, *told]
