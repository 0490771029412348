"""A walk as it is shown: one board at a time, and what is to be put right at the end."""

from collections.abc import Mapping, Sequence

from compact_tui.core.board import NoticeBoard
from compact_tui.core.board_items import Belonging, items_on, titles_of
from compact_tui.core.board_show import counted, is_wrong
from compact_tui.core.board_views import RightLine, WalkEnd, WalkItem, WalkPage
from compact_tui.core.days import say_short
from compact_tui.core.notice import NoticeItem
from compact_tui.core.notice_use import duty_on, look_words, marks_of
from compact_tui.core.pack import AuditPack, Standard
from compact_tui.core.text import count
from compact_tui.core.topics import Topics
from compact_tui.core.walk import MARK_WORDS, MISSING, OUT_OF_DATE, Look, Walk

_VERBS: Mapping[str, str] = {MISSING: "Put up", OUT_OF_DATE: "Renew"}
_OTHERWISE = "Put right"


def walk_page(
    about: Belonging,
    walk: Walk,
    boards: Sequence[NoticeBoard],
    looks: Sequence[Look],
    before: Sequence[Look],
    *,
    board: str,
    item: str,
    today: str,
) -> WalkPage:
    """One board of a walk.

    Args:
        about: What belongs where.
        walk: The walk.
        boards: The boards of the walk, in its order.
        looks: The looks of this walk.
        before: The latest look at each item before this walk.
        board: Id of the board to show.
        item: Id of the item to look at; empty for the first that nobody has looked at.
        today: The day it is told on.
    """
    ids = [one.id for one in boards]
    at = ids.index(board)
    shown = boards[at]
    items = items_on(about, shown)
    made = {(one.board, one.item): one for one in looks}
    last = {(one.board, one.item): one for one in before}
    marked = {key for key, one in made.items() if one.mark}
    belongs = {one.id: {(one.id, each.id) for each in items_on(about, one)} for one in boards}
    here = [each.id for each in items if (board, each.id) not in marked]
    looked = len(belongs[board] & marked)
    return WalkPage(
        walk=walk.id,
        on=walk.on,
        board=board,
        name=shown.name,
        place=shown.place,
        number=at + 1,
        of=len(ids),
        items=tuple(
            _item(about, each, number, made.get((board, each.id)), last.get((board, each.id)), today)
            for number, each in enumerate(items, 1)
        ),
        here=item or next(iter(here), ""),
        then=_then([each.id for each in items], here, item or next(iter(here), "")),
        looked=looked,
        looked_words=f"{looked} of {len(items)} looked at",
        all_looked=sum(len(each & marked) for each in belongs.values()),
        all_items=sum(len(each) for each in belongs.values()),
        previous=ids[at - 1] if at else "",
        next=ids[at + 1] if at + 1 < len(ids) else "",
        open=not walk.ended_at,
    )


def _then(items: Sequence[str], left: Sequence[str], here: str) -> str:
    """The item to look at next: the first after this one that is left, else the first that is."""
    at = items.index(here) + 1 if here in items else 0
    return next((one for one in items[at:] if one in left), next((one for one in left if one != here), ""))


def _item(
    about: Belonging, item: NoticeItem, number: int, look: Look | None, last: Look | None, today: str
) -> WalkItem:
    made = look or Look(id="", walk="", board="", item=item.id, on="")
    own = item.id in {one.id for one in about.own}
    before = f"{MARK_WORDS[last.mark]}, {say_short(last.on)}" if last else ""
    return WalkItem(
        id=item.id,
        number=number,
        title=item.title,
        says=item.says,
        why=item.why,
        out_of_date=item.out_of_date,
        look_words=look_words(item.look),
        duty=duty_on(item, about.notices, today),
        asks=tuple(one.ask for one in item.reads if one.ask),
        marks=() if own else marks_of(item, about.notices, today),
        mark=made.mark,
        mark_words=MARK_WORDS.get(made.mark, ""),
        proposed=made.proposed,
        proposed_words=MARK_WORDS.get(made.proposed, ""),
        reads=made.reads,
        found=made.found,
        expires=made.expires,
        note=made.note,
        reason=made.reason,
        last=before,
        last_reason=last.reason if last else "",
    )


def standards_for(pack: AuditPack, wanted: Sequence[str], topics: Topics) -> tuple[str, ...]:
    """Ids of the standards of a pack that the first of some topics belongs to which belongs to any.

    Those that the topic names come before those that name the topic.
    """
    named = {topic.id: topic.standards for topic in topics.topic}
    for one in wanted:
        by_topic = tuple(standard.id for standard in pack.standard if standard.id in named.get(one, ()))
        by_name = tuple(standard.id for standard in pack.standard if _names(standard, one))
        if by_topic or by_name:
            return by_topic or by_name
    return ()


def _names(standard: Standard, topic: str) -> bool:
    return topic in standard.topics or any(topic in one.topics for one in standard.criterion)


def right_line(
    about: Belonging, look: Look, board: NoticeBoard | None, pack: AuditPack | None, topics: Topics
) -> RightLine:
    """Something to put right, with what to do.

    Args:
        about: What belongs where.
        look: What was not right.
        board: The board; ``None`` where it is not known here.
        pack: The open audit's pack; ``None`` without an audit.
        topics: Every topic.
    """
    title = titles_of(about).get(look.item, look.item)
    name = board.name if board else look.board
    standards = standards_for(pack, look.topics, topics) if pack else ()
    numbers = [str(one.number) for one in pack.standard if one.id in standards] if pack else []
    because = tuple(text for text in (*look.found, look.note) if text)
    return RightLine(
        look=look.id,
        board=look.board,
        board_name=name,
        item=look.item,
        title=title,
        mark=look.mark,
        mark_words=MARK_WORDS[look.mark],
        what=f"{_VERBS.get(look.mark, _OTHERWISE)}: {title} ({name})",
        because=because,
        standards=standards,
        standard_words=f"standard {', '.join(numbers)}" if numbers else "",
        action=look.action,
    )


def walk_end(
    walk: Walk,
    looks: Sequence[Look],
    lines: tuple[RightLine, ...],
    *,
    board: NoticeBoard | None,
    next_board: str,
    not_looked: int,
    can_plan: bool,
) -> WalkEnd:
    """What a walk found, of one board or all.

    Args:
        walk: The walk.
        looks: What was looked at.
        lines: What is to be put right.
        board: The board it is about; ``None`` for all.
        next_board: Id of the board that comes next.
        not_looked: How many items nobody has looked at.
        can_plan: Whether there is an audit whose plan can take actions.
    """
    wrong = sum(is_wrong(one) for one in looks)
    left = f" {count(not_looked, 'item')} not looked at yet." if not_looked else ""
    return WalkEnd(
        walk=walk.id,
        on=walk.on,
        board=board.id if board else "",
        heading=f"{board.name if board else 'The walk'}: {'what to put right' if wrong else 'nothing to put right'}",
        sentence=f"{counted(looks).capitalize()}.{left}",
        lines=lines,
        can_plan=can_plan,
        plan_words=_plan_words(lines, can_plan),
        next_board=next_board,
        not_looked=not_looked,
    )


def _plan_words(lines: tuple[RightLine, ...], can_plan: bool) -> str:
    if not lines:
        return ""
    planned = sum(bool(line.action) for line in lines)
    if planned == len(lines):
        return "All of it is on the action plan."
    if can_plan:
        return "Each can go on the action plan of the audit."
    return "The list is kept with the walk. Once there is an audit, it can go on its action plan."
