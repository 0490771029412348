"""Looking at what hangs on a board: how it is, what it says, and taking that back."""

from msgspec.structs import replace

from compact_tui.core.board import NoticeBoard
from compact_tui.core.board_items import items_on
from compact_tui.core.board_views import Checked, WalkPage
from compact_tui.core.change import stacks
from compact_tui.core.days import parse_day
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.notice import NoticeItem
from compact_tui.core.reading_off import RIGHT, proposed
from compact_tui.core.text import clean, clean_line, did_you_mean
from compact_tui.core.walk import MARK_WORDS, NOT_NEEDED, Look, Walk, again_by
from compact_tui.services.board_books import all_walks, belonging_now, board_named, walk_named
from compact_tui.services.board_items import item_on
from compact_tui.services.desk import Desk, edit
from compact_tui.services.history import undo_in
from compact_tui.services.notices import read_off
from compact_tui.services.walks import boards_of, keep_walk, new_walk, walk_and_looks, walk_page

_NOTHING = "Nothing was kept."


def look(
    desk: Desk,
    walk_id: str,
    board: str,
    item: str,
    *,
    mark: str | None = None,
    reads: str | None = None,
    expires: str | None = None,
    note: str | None = None,
    reason: str | None = None,
) -> WalkPage:
    """Keep how one item was; what is ``None`` stays as it is. What was read off is compared at once, and proposes.

    Args:
        desk: Where, when and who.
        walk_id: The walk.
        board: Id of the board.
        item: Id of the item.
        mark: How it was, an id of ``core.walk.MARKS``; empty takes it back.
        reads: What it says, in any order.
        expires: The day that stands on it as its last, as a person types it; empty for none.
        note: A line of note.
        reason: Why it is not needed here.

    Returns:
        The board, at the same item.

    Raises:
        UsageError: No such walk, board, item or mark, no reason why it is not needed, or no day.
    """
    walk, looks = walk_and_looks(desk, walk_id)
    found = item_in(desk, _board_in(desk, walk, board), item)
    before = next((one for one in looks if one.board == board and one.item == found.id), None)
    after = looked(desk, walk, board, found, before, mark=mark, reads=reads, expires=expires, note=note, reason=reason)
    keep_walk(desk, walk.on, "look", f"looked at: {found.title}", (edit("looks", after.id, before, after),))
    return walk_page(desk, walk.id, board, found.id)


def _board_in(desk: Desk, walk: Walk, board: str) -> NoticeBoard:
    found = next((one for one in boards_of(desk, walk) if one.id == board), None)
    if found is None:
        raise UsageError(f'"{board}" is not on this walk.', did_you_mean(board, walk.boards))
    return found


def item_in(desk: Desk, board: NoticeBoard, item: str) -> NoticeItem:
    """An item that is looked at on a board.

    Raises:
        UsageError: If there is none of that id there.
    """
    items = {one.id: one for one in items_on(belonging_now(desk), board)}
    if item not in items:
        near = did_you_mean(item, items)
        raise UsageError(f'"{item}" is not looked at on {board.name}.', f"{near} {_NOTHING}".strip())
    return items[item]


def looked(
    desk: Desk,
    walk: Walk,
    board: str,
    item: NoticeItem,
    before: Look | None,
    *,
    mark: str | None = None,
    reads: str | None = None,
    expires: str | None = None,
    note: str | None = None,
    reason: str | None = None,
) -> Look:
    """A look with what is said of it now; nothing is kept yet. The rest as for ``look``.

    Raises:
        UsageError: No such mark, no reason why it is not needed, or no day.
    """
    blank = Look(id=desk.new_id("k"), walk=walk.id, board=board, item=item.id, on=walk.on) if before is None else before
    if mark and mark not in MARK_WORDS:
        raise UsageError(f'There is no mark "{mark}".', did_you_mean(mark, MARK_WORDS) or f"{', '.join(MARK_WORDS)}.")
    after = replace(
        blank,
        mark=blank.mark if mark is None else mark,
        reads=blank.reads if reads is None else clean_line(reads),
        expires=blank.expires if expires is None else _day(expires),
        note=blank.note if note is None else clean(note),
        reason=blank.reason if reason is None else clean_line(reason),
        topics=item.topics,
        by=desk.who,
        at=desk.at,
    )
    if after.mark == NOT_NEEDED and not after.reason:
        raise UsageError("Say why it is not needed here.", f"One sentence is enough (--reason). {_NOTHING}")
    if reads is not None or expires is not None:
        said = read_off(desk, item.reads, after.reads, after.expires) if after.reads or after.expires else ()
        wrong = [one.sentence for one in said if one.state != RIGHT]
        after = replace(after, found=tuple(wrong or [one.sentence for one in said]), proposed=proposed(said))
    again = again_by(after.mark, item.look, walk.on)
    return replace(after, again_by=again, reason=after.reason if after.mark == NOT_NEEDED else "")


def _day(typed: str) -> str:
    try:
        return parse_day(typed) if typed.strip() else ""
    except ValueError as error:
        raise UsageError(str(error), _NOTHING) from error


def check(
    desk: Desk,
    board: str,
    item: str,
    mark: str = "",
    *,
    reads: str | None = None,
    expires: str | None = None,
    note: str | None = None,
    reason: str | None = None,
) -> Checked:
    """Keep how one item is today, without walking on: on the walk that waits, else on one of today.

    Args:
        desk: Where, when and who.
        board: The board, by id or name.
        item: The item, by id or the beginning of its title.
        mark: How it is; empty while only what it says is compared.
        reads: What it says.
        expires: The day that stands on it as its last.
        note: A line of note.
        reason: Why it is not needed here.

    Raises:
        UsageError: As for ``look``, or nothing is said.
    """
    if not (mark or reads or expires):
        raise UsageError("Say how it is, or what it says.", f"There is {', '.join(MARK_WORDS)}; or --reads. {_NOTHING}")
    hangs = board_named(desk, board)
    found = item_in(desk, hangs, item_on(desk, hangs, item))
    walk, known = _todays(desk, hangs.id)
    looks = () if known is None else walk_and_looks(desk, walk.id)[1]
    before = next((one for one in looks if one.board == hangs.id and one.item == found.id), None)
    after = looked(
        desk, walk, hangs.id, found, before, mark=mark or None, reads=reads, expires=expires, note=note, reason=reason
    )
    edits = [] if known == walk else [edit("walks", walk.id, known, walk)]
    keep_walk(desk, walk.on, "look", f"looked at: {found.title}", (*edits, edit("looks", after.id, before, after)))
    page = walk_page(desk, walk.id, hangs.id, found.id)
    return Checked(
        walk=walk.id,
        board=hangs.id,
        board_name=hangs.name,
        item=next(one for one in page.items if one.id == found.id),
    )


def _todays(desk: Desk, board: str) -> tuple[Walk, Walk | None]:
    """The walk of today that a look goes to, with its board on it; and as it is kept, if it is kept."""
    today = [one for one in all_walks(desk) if one.on == desk.today]
    known = next((one for one in reversed(today) if not one.ended_at), next(reversed(today), None))
    if known is None:
        return replace(new_walk(desk, (board,), desk.today), ended_at=desk.at), None
    return (known if board in known.boards else replace(known, boards=(*known.boards, board))), known


def take_back(desk: Desk, walk_id: str) -> WalkPage:
    """Take back the last step of a walk, and give the board and item that it was about.

    Raises:
        CompactError: If nothing was looked at in it yet, or something else was done since.
    """
    walk, book = walk_named(desk, walk_id)
    newest = next(iter(stacks(book.history).undo), None)
    edits = newest.edits if newest else ()
    rows = [one.after or one.before or {} for one in edits if one.table == "looks"]
    mine = [row for row in rows if row.get("walk") == walk.id]
    if not mine or len(mine) != len(edits):
        raise CompactError("There is nothing to take back on this walk.", "Nothing was changed.")
    undo_in(desk, book)
    return walk_page(desk, walk.id, str(mine[0]["board"]), str(mine[0]["item"]))
