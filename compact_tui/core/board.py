"""Notice boards: where they hang, for whom, and what a setting changes about what belongs on them."""

from collections.abc import Mapping

from msgspec import Struct

from compact_tui.core.notice import CHILDREN, STAFF, VISITORS


class BoardRecord(Struct, frozen=True, kw_only=True):
    """Base of what is kept of boards and walks. Days are ``YYYY-MM-DD``; empty text means not said."""


class NoticeBoard(BoardRecord, frozen=True):
    """A board that hangs somewhere."""

    id: str
    name: str
    place: str = ""
    """Where it hangs, for somebody who does not know the building."""
    audiences: tuple[str, ...] = ()
    """Whom it is for, ids of ``core.notice.AUDIENCES``."""
    order: int = 0
    """Its place on the shortest walk, from 1."""
    opened_on: str = ""
    closed_on: str = ""
    """The day on which it was taken down; empty while it hangs."""
    by: str = ""
    at: str = ""


class SwitchedOff(BoardRecord, frozen=True):
    """An item that does not belong on one of the boards here, and why."""

    id: str
    board: str
    item: str
    reason: str
    by: str = ""
    at: str = ""


class OwnItem(BoardRecord, frozen=True):
    """Something that hangs here by the setting's own wish."""

    id: str
    title: str
    says: tuple[str, ...] = ()
    """What it must say, a point each."""
    audiences: tuple[str, ...] = ()
    """Boards it belongs on."""
    look: str = "termly"
    """How often to look, an id of ``core.notice.LOOKS``."""
    by: str = ""
    at: str = ""


BOARD_TABLES: Mapping[str, type[BoardRecord]] = {"boards": NoticeBoard, "off": SwitchedOff, "own": OwnItem}
"""The tables of the book of boards."""


class SuggestedBoard(BoardRecord, frozen=True):
    """A board that a setting of some sector usually has."""

    id: str
    name: str
    audiences: tuple[str, ...]
    sectors: tuple[str, ...] = ()
    """Sectors that usually have it; empty means all."""


SUGGESTED = (
    SuggestedBoard(id="staff-room", name="Staff room", audiences=(STAFF,), sectors=("education", "early-years")),
    SuggestedBoard(id="office", name="Office", audiences=(STAFF,), sectors=("other",)),
    SuggestedBoard(id="reception", name="Reception", audiences=(VISITORS,), sectors=("education", "other")),
    SuggestedBoard(id="corridor", name="Children's corridor", audiences=(CHILDREN,), sectors=("education",)),
    SuggestedBoard(id="entrance", name="Parents' entrance", audiences=(VISITORS,), sectors=("early-years",)),
    SuggestedBoard(id="room", name="Children's room", audiences=(CHILDREN,), sectors=("early-years",)),
    SuggestedBoard(
        id="hall",
        name="Hall, or the board we bring along",
        audiences=(STAFF, CHILDREN, VISITORS),
        sectors=("other", "small-group"),
    ),
    SuggestedBoard(
        id="toilets", name="Toilets and changing", audiences=(CHILDREN,), sectors=("education", "other", "small-group")
    ),
)
"""What to begin with, in the order of a walk from the door of the staff outwards."""


def suggested_for(sectors: tuple[str, ...]) -> tuple[SuggestedBoard, ...]:
    """The boards that a setting usually has, and its nursery; where nobody has said the sector, those of education."""
    wanted = sectors or SUGGESTED[0].sectors[:1]
    return tuple(one for one in SUGGESTED if not one.sectors or any(sector in one.sectors for sector in wanted))


def in_order(boards: tuple[NoticeBoard, ...]) -> tuple[NoticeBoard, ...]:
    """The boards that hang, in the order of the walk."""
    return tuple(sorted((one for one in boards if not one.closed_on), key=lambda one: (one.order, one.at, one.id)))
