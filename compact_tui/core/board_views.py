"""What is shown of notice boards and walks."""

from msgspec import Struct

from compact_tui.core.asking_views import RowConflict


class BoardView(Struct, frozen=True, kw_only=True):
    """Base of these views."""


class BoardLine(BoardView, frozen=True, kw_only=True):
    """A board in a list."""

    id: str
    name: str
    place: str
    audiences: tuple[str, ...]
    audience_words: str
    order: int
    closed: bool
    items: int
    """How many items belong on it."""
    last: str
    """The day of the last walk; empty where nobody has walked there."""
    age: str
    """How long ago that was, in words."""
    not_right: int
    """How many items were out of date, wrong or missing at the last look."""
    again_by: str
    """The day by which it wants another walk; empty where none is known."""
    state: str
    """``done attention not-started``."""
    words: str
    """How it stands, in words."""


class SuggestedLine(BoardView, frozen=True, kw_only=True):
    """A board that could be added with one key."""

    id: str
    name: str
    audience_words: str


class BoardsPage(BoardView, frozen=True, kw_only=True):
    """The setting's boards."""

    boards: tuple[BoardLine, ...]
    """In the order of the walk; those that were taken down last."""
    suggested: tuple[SuggestedLine, ...]
    """What a setting of this sector usually has and this one has not named; empty once there are boards."""
    sentence: str
    waiting: str
    """Id of a walk that can be gone on with; empty for none."""
    waiting_words: str
    list_edition: str


class BoardItemLine(BoardView, frozen=True, kw_only=True):
    """An item that belongs on a board, or could."""

    id: str
    title: str
    says: tuple[str, ...]
    why: str
    look_words: str
    duty: str
    marks: tuple[str, ...]
    own: bool
    off: str
    """Why it does not belong here; empty while it does."""
    mark: str
    mark_words: str
    """How it was at the last look, with the day; empty where nobody has looked."""


class WalkLine(BoardView, frozen=True, kw_only=True):
    """A walk in a list."""

    id: str
    on: str
    role: str
    boards: tuple[str, ...]
    """Names of the boards."""
    looked: int
    not_right: int
    open: bool
    words: str


class HistoryLine(BoardView, frozen=True, kw_only=True):
    """What one walk found at one board."""

    walk: str
    on: str
    role: str
    words: str
    """How much was looked at, and how it was."""
    not_right: tuple[str, ...]
    """What was not right, each with its title and what was said about it."""


class BoardPage(BoardView, frozen=True, kw_only=True):
    """One board: what belongs on it, and what walks found."""

    board: BoardLine
    items: tuple[BoardItemLine, ...]
    """What belongs on it; then what is switched off, each with the reason."""
    history: tuple[HistoryLine, ...]
    """Newest first."""


class WalkItem(BoardView, frozen=True, kw_only=True):
    """An item as it is looked at on a walk."""

    id: str
    number: int
    """Its place on the board, from 1, as on the round sheet."""
    title: str
    says: tuple[str, ...]
    why: str
    out_of_date: tuple[str, ...]
    look_words: str
    duty: str
    asks: tuple[str, ...]
    """What can be read off it; empty for nothing."""
    marks: tuple[str, ...]
    mark: str
    mark_words: str
    proposed: str
    proposed_words: str
    reads: str
    found: tuple[str, ...]
    expires: str
    note: str
    reason: str
    last: str
    """How it was at the look before, in words; empty where nobody has looked."""
    last_reason: str
    """Why it was not needed then."""


class WalkPage(BoardView, frozen=True, kw_only=True):
    """One board on a walk."""

    walk: str
    on: str
    board: str
    name: str
    place: str
    number: int
    """Which board of the walk it is, from 1."""
    of: int
    items: tuple[WalkItem, ...]
    here: str
    """Id of the item to look at now: the one asked for, else the first that nobody has looked at; empty for none."""
    then: str
    """Id of the item to look at after it; empty where none is left."""
    looked: int
    """How many items of this board have a mark."""
    looked_words: str
    all_looked: int
    all_items: int
    previous: str
    next: str
    """Id of the next board; empty at the last."""
    open: bool


class Checked(BoardView, frozen=True, kw_only=True):
    """One item that was looked at by itself."""

    walk: str
    board: str
    board_name: str
    item: WalkItem


class RightLine(BoardView, frozen=True, kw_only=True):
    """Something to put right."""

    look: str
    board: str
    board_name: str
    item: str
    title: str
    mark: str
    mark_words: str
    what: str
    """What to do, as an action would say it."""
    because: tuple[str, ...]
    """What the comparison said, and the note."""
    standards: tuple[str, ...]
    """Ids of the standards it belongs to in the open audit."""
    standard_words: str
    action: str
    """Id of the action that was made; empty while none is."""


class WalkEnd(BoardView, frozen=True, kw_only=True):
    """What a walk found, and what to put right."""

    walk: str
    on: str
    board: str
    """Id of the board it is about; empty for the whole walk."""
    heading: str
    sentence: str
    lines: tuple[RightLine, ...]
    can_plan: bool
    """Whether there is an audit whose action plan can take them."""
    plan_words: str
    """What can be done with them, in a sentence."""
    next_board: str
    not_looked: int


class LatestLook(BoardView, frozen=True, kw_only=True):
    """How an item was when it was last looked at, for whoever puts boards beside other things."""

    board: str
    board_name: str
    item: str
    title: str
    topics: tuple[str, ...]
    mark: str
    mark_words: str
    on: str
    found: tuple[str, ...]


class SheetWritten(BoardView, frozen=True, kw_only=True):
    """A round sheet that was written."""

    page: str
    boards: int
    items: int
    sides: int
    sentence: str


class WalksWritten(BoardView, frozen=True, kw_only=True):
    """Boards and walks that were written to a file."""

    path: str
    boards: int
    walks: int
    looks: int
    sentence: str


class WalksTaken(BoardView, frozen=True, kw_only=True):
    """What came of taking in a file."""

    new: int
    same: int
    conflicts: tuple[RowConflict, ...]
    """What differs from ours; ours stays."""
    done: bool
    sentence: str
