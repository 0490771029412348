"""Boards and walks from one computer to another: whoever walks is not always whoever leads."""

import os
from pathlib import Path
from typing import TypeVar

from msgspec.structs import replace

from compact_tui.core.asking_views import RowConflict
from compact_tui.core.board import BoardRecord
from compact_tui.core.board_views import WalksTaken, WalksWritten
from compact_tui.core.change import Edit
from compact_tui.core.errors import UsageError
from compact_tui.core.row_compare import compared
from compact_tui.core.text import count
from compact_tui.exchange.walk_json import WalkRows, is_walks, read_walks, write_walks
from compact_tui.services.board_books import (
    BOARD_BOOK,
    all_boards,
    all_looks,
    all_walks,
    own_items,
    switched,
    year_of,
)
from compact_tui.services.desk import Desk, edit
from compact_tui.services.spot_books import keep
from compact_tui.services.walks import keep_walk
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.reading import read_bytes, read_given

_STAMPS = {"by", "at", "action"}
"""What may differ: who typed it, and an action on the plan of one of the two computers."""
_ON_BOARDS = ("boards", "off", "own")
_R = TypeVar("_R", bound=BoardRecord)


def export_walks(desk: Desk, path: Path | None = None) -> WalksWritten:
    """Write the boards and every walk to a file.

    Args:
        desk: Where, when and who.
        path: The file; ``None`` for one named by the day, in the folder of pages.

    Raises:
        UsageError: If another file is there already.
        WorkspaceError: If it cannot be written.
    """
    rows = _ours(desk)
    target = path or desk.workspace.pages_folder / f"notice-boards-{desk.today}.json"
    if os.path.lexists(target) and not (target.is_file() and is_walks(read_bytes(target)[0])):
        raise UsageError(f"{target} is there already and is something else.", "Nothing was written. Name another file.")
    make_folder(target.parent)
    actions_stay = replace(rows, looks=tuple(replace(one, action="") for one in rows.looks))
    write_atomically(target, write_walks(actions_stay, desk.today))
    what = f"{count(len(rows.boards), 'board')} and {count(len(rows.walks), 'walk')}"
    return WalksWritten(
        path=str(target),
        boards=len(rows.boards),
        walks=len(rows.walks),
        looks=len(rows.looks),
        sentence=f"{what} are written to {target}. Nothing was sent: hand it over yourself.",
    )


def _ours(desk: Desk) -> WalkRows:
    return WalkRows(
        boards=all_boards(desk),
        off=switched(desk),
        own=own_items(desk),
        walks=all_walks(desk),
        looks=all_looks(desk),
    )


def import_walks(desk: Desk, path: Path, *, dry_run: bool = False) -> WalksTaken:
    """Take in boards and walks of a file. What is here already is not taken twice; where both differ, ours stay.

    A board that has the name of one of ours is that board.

    Args:
        desk: Where, when and who.
        path: The file.
        dry_run: Only say what would be taken.

    Raises:
        FileNotAcceptableError: If the file is not there, or not as it must be; nothing is taken then.
        WorkspaceError: If what was taken cannot be saved.
    """
    ours = _ours(desk)
    theirs = _on_our_boards(read_walks(read_given(path)), ours)
    new: dict[str, list[BoardRecord]] = {}
    same, conflicts = 0, list[RowConflict]()
    for name in theirs.__struct_fields__:
        table: tuple[BoardRecord, ...] = getattr(theirs, name)
        new[name], alike, differ = compared(table, getattr(ours, name), _STAMPS)
        same, conflicts = same + alike, conflicts + differ
    if not dry_run:
        _take_in(desk, new)
    found = sum(map(len, new.values()))
    said = f" {count(len(conflicts), 'record')} not as ours; ours stay." if conflicts else ""
    verb = "would be taken in" if dry_run else "taken in"
    return WalksTaken(
        new=found,
        same=same,
        conflicts=tuple(conflicts),
        done=not dry_run,
        sentence=f"{count(found, 'record')} {verb}, {same} were here already.{said}",
    )


def _on_our_boards(rows: WalkRows, ours: WalkRows) -> WalkRows:
    """The same with each board that is called like one of ours, under another id, taken for ours."""
    known, names = {one.id for one in ours.boards}, {one.name.casefold(): one.id for one in ours.boards}
    other = {one.id: names[one.name.casefold()] for one in rows.boards if one.name.casefold() in names}
    other = {theirs: mine for theirs, mine in other.items() if theirs not in known}
    return replace(
        rows,
        boards=tuple(one for one in rows.boards if one.id not in other),
        off=tuple(replace(one, board=other.get(one.board, one.board)) for one in rows.off),
        walks=tuple(replace(one, boards=tuple(other.get(board, board) for board in one.boards)) for one in rows.walks),
        looks=tuple(replace(one, board=other.get(one.board, one.board)) for one in rows.looks),
    )


def _take_in(desk: Desk, new: dict[str, list[BoardRecord]]) -> None:
    on_boards = [edit(name, _id(one), None, one) for name in _ON_BOARDS for one in new[name]]
    if on_boards:
        what = f"taken in from a file: {count(len(on_boards), 'record')}"
        keep(desk, desk.workspace.notice_boards_path, BOARD_BOOK, "import", what, tuple(on_boards))
    years: dict[str, list[Edit]] = {}
    for name in set(new) - set(_ON_BOARDS):
        for one in new[name]:
            years.setdefault(year_of(getattr(one, "on", "")), []).append(edit(name, _id(one), None, one))
    for year, edits in sorted(years.items()):
        keep_walk(desk, year, "import", f"taken in from a file: {count(len(edits), 'record')}", tuple(edits))


def _id(record: BoardRecord) -> str:
    return str(getattr(record, "id", ""))
