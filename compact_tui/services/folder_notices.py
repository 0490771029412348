"""Telling, where things stand, what is amiss with the folder: it is read-only, or a sync client left copies in it."""

from compact_tui.services.desk import Desk
from compact_tui.storage.copies import copies_beside

_WHAT_TO_DO = (
    "left by a sync program. It is not used. "
    "Press x, or type compact-tui audit copies, to see what differs and merge it."
)

READ_ONLY = (
    "This folder is read-only: what you change is not saved. Work in a folder that you may write to, with --workspace "
    "DIR, or ask who looks after this computer."
)


def tell_read_only(desk: Desk) -> None:
    """Put among the notices, first, that nothing can be written; it goes as soon as something can."""
    others = [notice for notice in desk.shelf.notices if notice != READ_ONLY]
    desk.shelf.notices[:] = others if desk.workspace.writable else [READ_ONLY, *others]


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
