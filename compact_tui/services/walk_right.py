"""What a walk found: the list of what to put right, its actions on the audit's plan, and the end of the walk."""

from datetime import date, timedelta

from msgspec.structs import replace

from compact_tui.core.board import NoticeBoard
from compact_tui.core.board_items import items_on
from compact_tui.core.board_show import is_wrong
from compact_tui.core.board_views import RightLine, WalkEnd
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.topics import Topics
from compact_tui.core.walk import RIGHT_WITHIN, Look, Walk
from compact_tui.core.walk_show import right_line
from compact_tui.core.walk_show import walk_end as end_of
from compact_tui.services.actions import add_action
from compact_tui.services.board_books import all_boards, all_walks, belonging_now, board_named, walk_named
from compact_tui.services.books import OpenAudit, audit_books, one_goes_on, open_audit
from compact_tui.services.desk import Desk, edit
from compact_tui.services.walks import boards_of, keep_walk, walk_and_looks
from compact_tui.storage.content import read_content

_NOTHING = "Nothing was changed."


def walk_end(desk: Desk, walk_id: str = "", board: str = "") -> WalkEnd:
    """What a walk found so far, and what to put right; nothing is changed.

    Args:
        desk: Where and when.
        walk_id: The walk; empty for the one that waits.
        board: Only this board, by id or name.

    Raises:
        UsageError: If there is no such walk or board.
    """
    walk, looks = walk_and_looks(desk, walk_id)
    boards = boards_of(desk, walk)
    only = board_named(desk, board) if board else None
    wanted = {only.id} if only else {one.id for one in boards}
    here = tuple(one for one in looks if one.board in wanted)
    order = {one.id: at for at, one in enumerate(boards)}
    lines = tuple(sorted(_lines(desk, here), key=lambda line: order.get(line.board, len(order))))
    return end_of(
        walk,
        here,
        lines,
        board=only,
        next_board=_next(boards, only),
        not_looked=_left(desk, tuple(one for one in boards if one.id in wanted), here),
        can_plan=_plan(desk) is not None,
    )


def newest_end(desk: Desk, board: str = "") -> WalkEnd:
    """The same of the newest walk.

    Raises:
        UsageError: If there is no walk yet, or no such board.
    """
    newest = max(all_walks(desk), key=lambda one: (one.on, one.at), default=None)
    if newest is None:
        raise UsageError("Nobody has walked yet.", "Begin with: compact-tui board walk (or press n at the boards).")
    return walk_end(desk, newest.id, board)


def _lines(desk: Desk, looks: tuple[Look, ...]) -> tuple[RightLine, ...]:
    about, opened = belonging_now(desk), _plan(desk)
    known = {one.id: one for one in all_boards(desk)}
    topics = read_content("topics.toml", Topics)
    pack = opened.pack if opened else None
    return tuple(right_line(about, one, known.get(one.board), pack, topics) for one in looks if is_wrong(one))


def _plan(desk: Desk) -> OpenAudit | None:
    """The audit whose action plan takes what is to be put right; ``None`` where there is none, or none is named."""
    return open_audit(desk) if audit_books(desk) and one_goes_on(desk) else None


def _next(boards: tuple[NoticeBoard, ...], only: NoticeBoard | None) -> str:
    ids = [one.id for one in boards]
    at = ids.index(only.id) + 1 if only is not None and only.id in ids else len(ids)
    return ids[at] if at < len(ids) else ""


def _left(desk: Desk, boards: tuple[NoticeBoard, ...], looks: tuple[Look, ...]) -> int:
    about = belonging_now(desk)
    marked = {(one.board, one.item) for one in looks if one.mark}
    return sum((board.id, item.id) not in marked for board in boards for item in items_on(about, board))


def finish_walk(desk: Desk, walk_id: str = "") -> WalkEnd:
    """End a walk; what nobody looked at stays open for the next one.

    Raises:
        UsageError: If there is no such walk.
    """
    walk, _ = walk_and_looks(desk, walk_id)
    after = replace(walk, ended_at=walk.ended_at or desk.at)
    keep_walk(desk, walk.on, "walk", "walk ended", (edit("walks", walk.id, walk, after),))
    return walk_end(desk, walk.id)


def plan_right(desk: Desk, walk_id: str, look_id: str = "", board: str = "") -> WalkEnd:
    """Put what is not right on the audit's action plan, under the standard of its topic, due within two weeks.

    Args:
        desk: Where, when and who.
        walk_id: The walk.
        look_id: One line, by the id of its look; empty for all that have no action yet.
        board: Only this board, by id or name.

    Raises:
        UsageError: If there is no such walk or line, no audit to plan in, or nothing is left to plan.
    """
    end = walk_end(desk, walk_id, board)
    if not end.can_plan:
        raise UsageError("There is no one audit whose action plan could take it.", f"{end.plan_words} {_NOTHING}")
    wanted = [line for line in end.lines if not line.action and look_id in {"", line.look}]
    if not wanted:
        raise UsageError("Nothing is left to plan here.", _NOTHING)
    walk, book = walk_named(desk, end.walk)
    looks = {one.id: one for one in walk_and_looks(desk, walk.id)[1]}
    due = say_day((date.fromisoformat(desk.today) + timedelta(days=RIGHT_WITHIN)).isoformat())
    for line in wanted:
        _plan_one(desk, walk, line, looks[line.look], due)
    return walk_end(desk, walk.id, board)


def _plan_one(desk: Desk, walk: Walk, line: RightLine, look: Look, due: str) -> None:
    because = f" {' '.join(line.because)}" if line.because else ""
    action = add_action(desk, {"what": f"{line.what}.{because}", "due": due}, line.standards)
    after = replace(look, action=action.id)
    keep_walk(desk, walk.on, "plan", f"on the action plan: {line.title}", (edit("looks", look.id, look, after),))
