"""Boards as they are shown: how each stands, what belongs on it, what walks found."""

from collections.abc import Iterable, Sequence

from compact_tui.core.board import NoticeBoard, SuggestedBoard, in_order
from compact_tui.core.board_items import Belonging, all_items, items_on, titles_of, why_off
from compact_tui.core.board_views import (
    BoardItemLine,
    BoardLine,
    BoardPage,
    HistoryLine,
    LatestLook,
    SuggestedLine,
    WalkLine,
)
from compact_tui.core.days import days_until, is_day, say_short
from compact_tui.core.notice import AUDIENCES, NoticeItem
from compact_tui.core.notice_use import duty_on, look_words, marks_of
from compact_tui.core.text import count, listed
from compact_tui.core.walk import MARK_WORDS, MARKS, NOT_RIGHT, Look, Walk, latest, mark_on

_DAYS, _WEEKS = 14, 9
"""Up to so many days, and then weeks, an age is told in them."""


def ago(day: str, today: str) -> str:
    """How long ago a day was: ``today``, ``5 days ago``, ``3 weeks ago``, ``7 months ago``; empty for no day."""
    if not is_day(day):
        return ""
    days = max(0, -days_until(day, today))
    if days < _DAYS:
        return f"{count(days, 'day')} ago" if days else "today"
    weeks = days // 7
    return f"{count(weeks, 'week')} ago" if weeks < _WEEKS else f"{count(days // 30, 'month')} ago"


def audience_words(audiences: Sequence[str]) -> str:
    """Whom a board is for, in words."""
    return listed(words.lower() for known, words in AUDIENCES if known in audiences)


def stands(looks: Sequence[Look], today: str) -> str:
    """How boards stand, for Home: ``walked 3 weeks ago, 2 not right``.

    Args:
        looks: The latest look at each item.
        today: The day it is told on.
    """
    if not looks:
        return "nobody has walked yet"
    wrong = sum(mark_on(one, today) in NOT_RIGHT for one in looks)
    return f"walked {ago(max(one.on for one in looks), today)}, {f'{wrong} not right' if wrong else 'all right'}"


def again_on(looks: Iterable[Look]) -> str:
    """The day by which a board wants another walk: the earliest of its items, or on which something expires."""
    days = [day for one in looks for day in (one.again_by, one.expires) if day]
    return min(days, default="")


def board_line(about: Belonging, board: NoticeBoard, looks: Sequence[Look], today: str) -> BoardLine:
    """A board in the list.

    Args:
        about: What belongs where.
        board: The board.
        looks: The latest look at each item of all boards.
        today: The day it is told on.
    """
    items = {item.id for item in items_on(about, board)}
    here = [one for one in looks if one.board == board.id and one.item in items]
    wrong = sum(mark_on(one, today) in NOT_RIGHT for one in here)
    last, again = max((one.on for one in here), default=""), again_on(here)
    words = stands(here, today)
    if board.closed_on:
        words = f"taken down {say_short(board.closed_on)}"
    elif again and again <= today:
        words += ", look again"
    return BoardLine(
        id=board.id,
        name=board.name,
        place=board.place,
        audiences=board.audiences,
        audience_words=audience_words(board.audiences),
        order=board.order,
        closed=bool(board.closed_on),
        items=len(items),
        last=last,
        age=ago(last, today),
        not_right=wrong,
        again_by="" if board.closed_on else again,
        state=_state(board, last, wrong, again, today),
        words=words,
    )


def _state(board: NoticeBoard, last: str, wrong: int, again: str, today: str) -> str:
    if board.closed_on or not last:
        return "not-started"
    return "attention" if wrong or (again and again <= today) else "done"


def suggested_line(one: SuggestedBoard) -> SuggestedLine:
    """A board that could be added."""
    return SuggestedLine(id=one.id, name=one.name, audience_words=audience_words(one.audiences))


def board_page(
    about: Belonging, board: NoticeBoard, walks: Sequence[Walk], looks: Sequence[Look], today: str
) -> BoardPage:
    """One board, whole.

    Args:
        about: What belongs where.
        board: The board.
        walks: Every walk.
        looks: Every look.
        today: The day it is told on.
    """
    newest = {one.item: one for one in latest(tuple(looks)) if one.board == board.id}
    off = why_off(about, board)
    rows = sorted(all_items(about, board), key=lambda item: item.id in off)
    return BoardPage(
        board=board_line(about, board, latest(tuple(looks)), today),
        items=tuple(_item_line(about, item, off.get(item.id, ""), newest.get(item.id), today) for item in rows),
        history=tuple(_history(about, board, walks, looks)),
    )


def _item_line(about: Belonging, item: NoticeItem, off: str, look: Look | None, today: str) -> BoardItemLine:
    own = item.id in {one.id for one in about.own}
    mark = mark_on(look, today) if look else ""
    return BoardItemLine(
        id=item.id,
        title=item.title,
        says=item.says,
        why=item.why,
        look_words=look_words(item.look),
        duty=duty_on(item, about.notices, today),
        marks=() if own else marks_of(item, about.notices, today),
        own=own,
        off=off,
        mark=mark,
        mark_words=f"{MARK_WORDS[mark]}, {say_short(look.on)}" if look and mark else "",
    )


def _history(
    about: Belonging, board: NoticeBoard, walks: Sequence[Walk], looks: Sequence[Look]
) -> Iterable[HistoryLine]:
    titles = titles_of(about)
    for walk in sorted(walks, key=lambda one: (one.on, one.at), reverse=True):
        here = [one for one in looks if one.walk == walk.id and one.board == board.id and one.mark]
        if here:
            yield HistoryLine(
                walk=walk.id,
                on=walk.on,
                role=walk.role,
                words=counted(here),
                not_right=tuple(not_right_words(one, titles.get(one.item, one.item)) for one in here if is_wrong(one)),
            )


def is_wrong(look: Look) -> bool:
    """Whether something is to be put right."""
    return look.mark in NOT_RIGHT


def not_right_words(look: Look, title: str) -> str:
    """What was not right, with what was said about it."""
    said = " ".join(text if text.endswith((".", "!", "?")) else f"{text}." for text in (*look.found, look.note) if text)
    return f"{title}: {MARK_WORDS[look.mark]}. {said}".rstrip()


def counted(looks: Iterable[Look]) -> str:
    """How much was looked at and how it was: ``12 looked at: 9 there and right, 3 out of date``."""
    marks = [one.mark for one in looks if one.mark]
    if not marks:
        return "nothing looked at yet"
    parts = [f"{marks.count(mark)} {words}" for mark, words, _ in MARKS if mark in marks]
    return f"{len(marks)} looked at: {', '.join(parts)}"


def walk_line(walk: Walk, boards: Sequence[NoticeBoard], looks: Sequence[Look]) -> WalkLine:
    """A walk in a list.

    Args:
        walk: The walk.
        boards: Every board, those taken down too.
        looks: Every look.
    """
    names = {one.id: one.name for one in boards}
    here = [one for one in looks if one.walk == walk.id and one.mark]
    return WalkLine(
        id=walk.id,
        on=walk.on,
        role=walk.role,
        boards=tuple(names.get(board, board) for board in walk.boards),
        looked=len(here),
        not_right=sum(is_wrong(one) for one in here),
        open=not walk.ended_at,
        words=counted(here),
    )


def latest_lines(
    about: Belonging, boards: Sequence[NoticeBoard], looks: Sequence[Look], today: str
) -> tuple[LatestLook, ...]:
    """The latest look at each item that still belongs on a board that still hangs.

    Args:
        about: What belongs where.
        boards: Every board.
        looks: The latest look at each item.
        today: The day it is told on.
    """
    titles, hanging = titles_of(about), in_order(tuple(boards))
    belongs = {(board.id, item.id) for board in hanging for item in items_on(about, board)}
    names = {board.id: board.name for board in hanging}
    return tuple(
        LatestLook(
            board=one.board,
            board_name=names[one.board],
            item=one.item,
            title=titles.get(one.item, one.item),
            topics=one.topics,
            mark=mark_on(one, today),
            mark_words=MARK_WORDS[mark_on(one, today)],
            on=one.on,
            found=one.found,
        )
        for one in looks
        if (one.board, one.item) in belongs
    )
