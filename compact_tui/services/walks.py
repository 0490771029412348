"""Walking round the notice boards: from the first item to what is to be put right."""

from collections.abc import Iterable

from compact_tui.core.board import NoticeBoard, in_order
from compact_tui.core.board_items import Belonging, items_on
from compact_tui.core.board_show import latest_lines, walk_line
from compact_tui.core.board_views import LatestLook, WalkLine, WalkPage
from compact_tui.core.change import Edit
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.text import clean_line, did_you_mean
from compact_tui.core.walk import Look, Walk, latest
from compact_tui.core.walk_show import walk_page as page_of
from compact_tui.services.board_books import (
    WALK_BOOK,
    all_boards,
    all_looks,
    all_walks,
    belonging_now,
    board_named,
    looks_in,
    newest_looks,
    waiting_walk,
    walk_named,
    year_of,
)
from compact_tui.services.desk import Desk, edit
from compact_tui.services.spot_books import keep

_NOTHING = "Nothing was kept."


def begin_walk(desk: Desk, boards: Iterable[str] = (), *, role: str = "") -> WalkPage:
    """Begin a walk and give its first board.

    Args:
        desk: Where, when and who.
        boards: Some boards by id or name; empty for all that hang, in the shortest order.
        role: Who walks, as a role; empty for whoever is at the keyboard.

    Raises:
        UsageError: If a board is not known.
        CompactError: If there is no board yet.
    """
    walk = new_walk(desk, tuple(one.id for one in wanted_boards(desk, boards)), desk.today, role)
    keep_walk(desk, walk.on, "walk", "walk begun", (edit("walks", walk.id, None, walk),))
    return walk_page(desk, walk.id)


def wanted_boards(desk: Desk, names: Iterable[str] = ()) -> tuple[NoticeBoard, ...]:
    """Boards by id or name; without names all that hang, in the shortest order.

    Raises:
        UsageError: If one is not known.
        CompactError: If there is none yet.
    """
    found = tuple(dict.fromkeys(board_named(desk, name) for name in names)) or in_order(all_boards(desk))
    if not found:
        raise CompactError(
            "There is no notice board to walk to yet.",
            "Add the usual ones with: compact-tui board add --suggested (or press u at the notice boards).",
        )
    return found


def new_walk(desk: Desk, boards: tuple[str, ...], on: str, role: str = "") -> Walk:
    """A walk round some boards, not kept yet."""
    said = clean_line(role) or desk.who
    return Walk(id=desk.new_id("w"), on=on, boards=boards, role=said, by=desk.who, at=desk.at)


def keep_walk(desk: Desk, on: str, verb: str, what: str, edits: tuple[Edit, ...]) -> None:
    """Make one change to the book of a day's year."""
    keep(desk, desk.workspace.walk_year_path(year_of(on)), WALK_BOOK, verb, what, edits)


def walk_page(desk: Desk, walk_id: str = "", board: str = "", item: str = "") -> WalkPage:
    """A board of a walk.

    Args:
        desk: Where and when.
        walk_id: The walk; empty for the one that waits.
        board: Id of the board; empty for the first on which something is left to look at, else the last.
        item: Id of the item; empty for the first that nobody has looked at.

    Raises:
        UsageError: If there is no such walk, board or item in it.
    """
    walk, looks = walk_and_looks(desk, walk_id)
    about, boards = belonging_now(desk), boards_of(desk, walk)
    before = latest(tuple(one for one in all_looks(desk) if one.walk != walk.id and one.on <= walk.on))
    wanted = board or _first_left(about, boards, looks)
    if wanted not in {one.id for one in boards}:
        raise UsageError(f'"{wanted}" is not on this walk.', did_you_mean(wanted, [one.id for one in boards]))
    page = page_of(about, walk, boards, looks, before, board=wanted, item=item, today=desk.today)
    if item and item not in {one.id for one in page.items}:
        raise UsageError(f'"{item}" is not looked at here.', did_you_mean(item, [one.id for one in page.items]))
    return page


def walk_and_looks(desk: Desk, walk_id: str) -> tuple[Walk, tuple[Look, ...]]:
    """A walk, and what was looked at on it; without an id the one that waits.

    Raises:
        UsageError: If there is none.
    """
    waiting = waiting_walk(desk) if not walk_id else None
    if not walk_id and waiting is None:
        raise UsageError("No walk waits.", "Begin one with: compact-tui board walk (or press n at the notice boards).")
    walk, book = walk_named(desk, walk_id or (waiting.id if waiting else ""))
    return walk, looks_in(book, walk.id)


def boards_of(desk: Desk, walk: Walk) -> tuple[NoticeBoard, ...]:
    """The boards of a walk in its order; one that is not known here goes by its id."""
    known = {one.id: one for one in all_boards(desk)}
    return tuple(known.get(one, NoticeBoard(id=one, name=one)) for one in walk.boards)


def _first_left(about: Belonging, boards: tuple[NoticeBoard, ...], looks: tuple[Look, ...]) -> str:
    marked = {(one.board, one.item) for one in looks if one.mark}
    left = [board.id for board in boards for item in items_on(about, board) if (board.id, item.id) not in marked]
    return (left or [board.id for board in boards[-1:]])[0]


def list_walks(desk: Desk) -> tuple[WalkLine, ...]:
    """Every walk, newest first."""
    boards, looks = all_boards(desk), all_looks(desk)
    walks = sorted(all_walks(desk), key=lambda one: (one.on, one.at), reverse=True)
    return tuple(walk_line(one, boards, looks) for one in walks)


def latest_looks(desk: Desk) -> tuple[LatestLook, ...]:
    """How each item of each board was when it was last looked at."""
    return latest_lines(belonging_now(desk), all_boards(desk), newest_looks(desk), desk.today)
