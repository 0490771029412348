"""The setting's notice boards: where they hang, for whom, and what is changed about what belongs on them."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from compact_tui.core.board import NoticeBoard, in_order, suggested_for
from compact_tui.core.board_forms import BOARD_FORM, typed_board
from compact_tui.core.board_show import board_line, stands, suggested_line
from compact_tui.core.board_show import board_page as page_of
from compact_tui.core.board_views import BoardPage, BoardsPage
from compact_tui.core.days import say_short
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.forms import split
from compact_tui.core.setting import sectors_of
from compact_tui.core.text import clean_line, count, did_you_mean
from compact_tui.services.board_books import (
    BOARD_BOOK,
    all_boards,
    all_looks,
    all_walks,
    belonging_now,
    board_named,
    newest_looks,
    waiting_walk,
)
from compact_tui.services.books import open_book
from compact_tui.services.desk import Desk, edit
from compact_tui.services.history import Undone, redo_in, undo_in
from compact_tui.services.record_parts import taken
from compact_tui.services.spot_books import keep
from compact_tui.storage.book import Book

_AS_IT_WAS = "Nothing was changed."


def list_boards(desk: Desk) -> BoardsPage:
    """The boards in the order of the walk, each with how it stands; suggestions while there are none.

    Raises:
        FileNotAcceptableError: If the notice list cannot be read.
    """
    about, boards, looks = belonging_now(desk), all_boards(desk), newest_looks(desk)
    hanging = in_order(boards)
    rows = (*hanging, *(one for one in boards if one.closed_on))
    waiting = waiting_walk(desk)
    here = {one.id for one in hanging}
    known = [one for one in looks if one.board in here]
    return BoardsPage(
        boards=tuple(board_line(about, one, looks, desk.today) for one in rows),
        suggested=() if boards else tuple(suggested_line(one) for one in suggested_for(sectors_of(about.setting))),
        sentence=f"{count(len(hanging), 'board')}, {stands(known, desk.today)}" if boards else "no boards yet",
        waiting=waiting.id if waiting else "",
        waiting_words=f"begun {say_short(waiting.on)}" if waiting else "",
        list_edition=about.notices.notice.edition,
    )


def show_board(desk: Desk, name: str) -> BoardPage:
    """One board: what belongs on it, what is switched off and why, and what walks found.

    Raises:
        UsageError: If there is no such board.
    """
    board = board_named(desk, name)
    return page_of(belonging_now(desk), board, all_walks(desk), all_looks(desk), desk.today)


def typed_of_board(desk: Desk, name: str) -> dict[str, str]:
    """A board as a person would type it into the form.

    Raises:
        UsageError: If there is no such board.
    """
    return typed_board(board_named(desk, name))


def add_suggested(desk: Desk, wanted: Iterable[str] = ()) -> BoardsPage:
    """Add the boards that a setting of this sector usually has.

    Args:
        desk: Where, when and who.
        wanted: Ids of some of them; empty for all.

    Raises:
        UsageError: If one is not known.
    """
    about = belonging_now(desk)
    offered = suggested_for(sectors_of(about.setting))
    known, names = [one.id for one in offered], tuple(wanted)
    for name in names:
        if name not in known:
            raise UsageError(f'"{name}" is not suggested here.', did_you_mean(name, known) or f"{', '.join(known)}.")
    there = {one.name.casefold() for one in all_boards(desk) if not one.closed_on}
    new = [one for one in offered if (not names or one.id in names) and one.name.casefold() not in there]
    first = _last_order(desk) + 1
    boards = [
        NoticeBoard(
            id=desk.new_id("b"),
            name=one.name,
            audiences=one.audiences,
            order=order,
            opened_on=desk.today,
            by=desk.who,
            at=desk.at,
        )
        for order, one in enumerate(new, first)
    ]
    if boards:
        edits = tuple(edit("boards", one.id, None, one) for one in boards)
        keep(desk, desk.workspace.notice_boards_path, BOARD_BOOK, "board", f"{count(len(new), 'board')} added", edits)
    return list_boards(desk)


def add_board(desk: Desk, typed: Mapping[str, str]) -> BoardPage:
    """Add a board.

    Args:
        desk: Where, when and who.
        typed: The fields of the form of boards.

    Raises:
        UsageError: If something typed cannot be taken, or another board is called so.
    """
    board = _filled(desk, typed, NoticeBoard(id=desk.new_id("b"), name="", opened_on=desk.today))
    return _keep_board(desk, None, board, f"board added: {board.name}")


def change_board(desk: Desk, name: str, typed: Mapping[str, str]) -> BoardPage:
    """Change a board. Fields that are not in ``typed`` stay as they are.

    Raises:
        UsageError: If there is no such board, or something typed cannot be taken.
    """
    before = board_named(desk, name)
    after = _filled(desk, {**typed_board(before), **typed}, before)
    return _keep_board(desk, before, after, f"board changed: {after.name}")


def close_board(desk: Desk, name: str, *, closed: bool = True) -> BoardPage:
    """Say that a board was taken down, or hangs again; what walks found there stays.

    Raises:
        UsageError: If there is no such board, or it is so already.
    """
    before = board_named(desk, name)
    if bool(before.closed_on) == closed:
        raise UsageError(f"{before.name} {'was taken down already' if closed else 'hangs'}.", _AS_IT_WAS)
    after = replace(before, closed_on=desk.today if closed else "", by=desk.who, at=desk.at)
    said = "taken down" if closed else "hung again"
    return _keep_board(desk, before, after, f"board {said}: {after.name}")


def undo_board(desk: Desk) -> Undone:
    """Take back the last change of the boards.

    Raises:
        CompactError: If there is nothing to undo.
    """
    return undo_in(desk, _book(desk))


def redo_board(desk: Desk) -> Undone:
    """Do again what was taken back last of the boards.

    Raises:
        CompactError: If there is nothing to redo.
    """
    return redo_in(desk, _book(desk))


def _book(desk: Desk) -> Book:
    path = desk.workspace.notice_boards_path
    if not path.exists() and path not in desk.shelf.books:
        raise CompactError("There is nothing to undo.", _AS_IT_WAS)
    return open_book(desk, path, BOARD_BOOK)


def _filled(desk: Desk, typed: Mapping[str, str], board: NoticeBoard) -> NoticeBoard:
    filled = taken(BOARD_FORM, typed, _AS_IT_WAS)
    name = clean_line(filled.value("name"))
    others = [one for one in all_boards(desk) if one.id != board.id and not one.closed_on]
    if name.casefold() in {one.name.casefold() for one in others}:
        raise UsageError(f'There is a board called "{name}" already.', f"Add where it hangs. {_AS_IT_WAS}")
    return replace(
        board,
        name=name,
        place=filled.value("place"),
        audiences=split(filled.value("audience")),
        order=int(filled.value("order") or board.order or _last_order(desk) + 1),
        by=desk.who,
        at=desk.at,
    )


def _last_order(desk: Desk) -> int:
    return max((one.order for one in all_boards(desk)), default=0)


def _keep_board(desk: Desk, before: NoticeBoard | None, after: NoticeBoard, what: str) -> BoardPage:
    edits = (edit("boards", after.id, before, after),)
    keep(desk, desk.workspace.notice_boards_path, BOARD_BOOK, "board", what, edits)
    return show_board(desk, after.id)
