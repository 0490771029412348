"""What is changed about what belongs on the boards: items that are not needed somewhere, and the setting's own."""

from collections.abc import Mapping

from compact_tui.core.board import NoticeBoard, OwnItem, SwitchedOff
from compact_tui.core.board_forms import OFF_FORM, OWN_FORM
from compact_tui.core.board_items import all_items
from compact_tui.core.board_views import BoardPage, BoardsPage
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import split
from compact_tui.core.text import clean_line, did_you_mean
from compact_tui.services.board_books import BOARD_BOOK, belonging_now, board_named, own_items, switched
from compact_tui.services.boards import list_boards, show_board
from compact_tui.services.desk import Desk, edit
from compact_tui.services.record_parts import taken
from compact_tui.services.spot_books import keep

_AS_IT_WAS = "Nothing was changed."


def switch_item(desk: Desk, name: str, item: str, reason: str = "", *, on: bool = False) -> BoardPage:
    """Say that an item does not belong on a board here, and why; or that it does again.

    Args:
        desk: Where, when and who.
        name: The board.
        item: Id of the item.
        reason: Why; needed where it is switched off.
        on: Whether it belongs there again.

    Raises:
        UsageError: No such board or item, no reason, or it is on already.
    """
    board = board_named(desk, name)
    known = item_on(desk, board, item)
    before = next((one for one in switched(desk) if one.board == board.id and one.item == known), None)
    if on:
        if before is None:
            raise UsageError(f'"{known}" belongs on {board.name} already.', _AS_IT_WAS)
        edits = (edit("off", before.id, before, None),)
    else:
        why = taken(OFF_FORM, {"reason": reason}, _AS_IT_WAS).value("reason")
        id_ = before.id if before else desk.new_id("o")
        after = SwitchedOff(id=id_, board=board.id, item=known, reason=why, by=desk.who, at=desk.at)
        edits = (edit("off", id_, before, after),)
    what = f"{'belongs again' if on else 'does not belong'}: {known} ({board.name})"
    keep(desk, desk.workspace.notice_boards_path, BOARD_BOOK, "item", what, edits)
    return show_board(desk, board.id)


def item_on(desk: Desk, board: NoticeBoard, item: str) -> str:
    """Id of an item that could belong on a board, by its id or the beginning of its title.

    Raises:
        UsageError: If there is none; with did-you-mean.
    """
    items = all_items(belonging_now(desk), board)
    wanted = item.strip().casefold()
    begins = [one.id for one in items if wanted and one.title.casefold().startswith(wanted)]
    found = [one.id for one in items if wanted == one.id.casefold()] or begins
    if len(found) != 1:
        near = did_you_mean(item, [text for one in items for text in (one.id, one.title)])
        hint = near or f'See what does with: compact-tui board show "{board.name}"'
        raise UsageError(f'Nothing called "{item}" belongs on {board.name}.', hint)
    return found[0]


def add_own_item(desk: Desk, typed: Mapping[str, str]) -> BoardsPage:
    """Add something that must hang here by the setting's own wish.

    Raises:
        UsageError: If something typed cannot be taken.
    """
    filled = taken(OWN_FORM, typed)
    one = OwnItem(
        id=desk.new_id("own"),
        title=filled.value("title"),
        says=tuple(line for line in map(clean_line, filled.value("says").split("\n")) if line),
        audiences=split(filled.value("audience")),
        look=filled.value("look") or "termly",
        by=desk.who,
        at=desk.at,
    )
    edits = (edit("own", one.id, None, one),)
    keep(desk, desk.workspace.notice_boards_path, BOARD_BOOK, "own", f"our own: {one.title}", edits)
    return list_boards(desk)


def remove_own_item(desk: Desk, item: str) -> BoardsPage:
    """Take something of the setting's own from every board; undo brings it back.

    Raises:
        UsageError: If there is no such item of its own.
    """
    found = next((one for one in own_items(desk) if one.id == item), None)
    if found is None:
        near = did_you_mean(item, [one.id for one in own_items(desk)])
        raise UsageError(f'"{item}" is nothing of your own.', near or "Items of the list are switched off instead.")
    what = f"no longer our own: {found.title}"
    keep(desk, desk.workspace.notice_boards_path, BOARD_BOOK, "own", what, (edit("own", found.id, found, None),))
    return list_boards(desk)
