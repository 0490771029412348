"""What belongs on each board: by its audience and the setting's sector, without what is off, with the setting's own."""

from collections.abc import Mapping

from msgspec import Struct

from compact_tui.core.board import NoticeBoard, OwnItem, SwitchedOff
from compact_tui.core.notice import NoticeItem, NoticeList
from compact_tui.core.notice_use import items_for
from compact_tui.core.setting import Setting, sectors_of


class Belonging(Struct, frozen=True):
    """What decides what belongs on a board."""

    notices: NoticeList
    setting: Setting | None
    off: tuple[SwitchedOff, ...]
    own: tuple[OwnItem, ...]


def all_items(about: Belonging, board: NoticeBoard) -> tuple[NoticeItem, ...]:
    """Everything that could belong on a board, in the order of the list, the setting's own last."""
    sectors = sectors_of(about.setting)
    without = about.setting.without if about.setting else ()
    fitting = {item.id for audience in board.audiences for item in items_for(about.notices, sectors, audience, without)}
    listed = tuple(item for item in about.notices.item if item.id in fitting)
    own = (one for one in about.own if set(one.audiences) & set(board.audiences))
    return (*listed, *(_as_item(one) for one in own))


def _as_item(one: OwnItem) -> NoticeItem:
    return NoticeItem(id=one.id, title=one.title, audiences=one.audiences, says=one.says, look=one.look)


def items_on(about: Belonging, board: NoticeBoard) -> tuple[NoticeItem, ...]:
    """What is looked at on a board."""
    off = why_off(about, board)
    return tuple(item for item in all_items(about, board) if item.id not in off)


def why_off(about: Belonging, board: NoticeBoard) -> Mapping[str, str]:
    """The reason why an item does not belong on a board here, by its id."""
    return {one.item: one.reason for one in about.off if one.board == board.id}


def titles_of(about: Belonging) -> Mapping[str, str]:
    """The title of every item, by its id."""
    own = {one.id: one.title for one in about.own}
    return {**{item.id: item.title for item in about.notices.item}, **own}
