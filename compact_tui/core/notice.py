"""The notice list: what must hang on a notice board, for whom, and the numbers and editions it is compared with."""

from msgspec import Struct

from compact_tui.core.bank import BankSource, Place
from compact_tui.core.pack_head import PackChange

STAFF, CHILDREN, VISITORS = "staff", "children", "visitors"
AUDIENCES: tuple[tuple[str, str], ...] = (
    (STAFF, "Staff and volunteers"),
    (CHILDREN, "Children and young people"),
    (VISITORS, "Parents and visitors"),
)
"""Whom a board is for: id and words."""
LOOKS: tuple[tuple[str, str, int], ...] = (
    ("daily", "every day", 1),
    ("weekly", "every week", 7),
    ("half-termly", "every half-term", 42),
    ("termly", "every term", 120),
    ("yearly", "every year", 365),
)
"""How often to look: id, words, and after how many days a look is old."""


NOTICE, BOARD = "notice", "board"
ITEM_KINDS: tuple[tuple[str, str], ...] = (
    (NOTICE, "something that hangs on the board"),
    (BOARD, "a look at the board itself"),
)
"""Id and what it is."""
FORMER, DOUBTFUL = "former", "doubtful"
OLD_STATES: tuple[tuple[str, str], ...] = (
    (FORMER, "no longer used"),
    (DOUBTFUL, "may no longer be used"),
)
"""How a number or address is old: id and words."""


class Value(Struct, frozen=True, kw_only=True):
    """Base of the list's values: frozen, compared by content. Days are ``YYYY-MM-DD``; empty means not said."""


class NoticeHead(Value, frozen=True):
    """What a notice list says about itself."""

    id: str
    title: str
    edition: str
    owner: str = ""
    about: str = ""
    review_by: str = ""
    change: tuple[PackChange, ...] = ()


class KnownNumber(Value, frozen=True):
    """A national number that boards carry, with the document it was read in."""

    id: str
    name: str
    number: str
    about: str = ""
    """When to ring it, in a few words."""
    former: tuple[str, ...] = ()
    """Numbers and addresses that used to stand in its place: wrong wherever they are seen."""
    confidence: str = ""
    """``C`` seen in the primary text, ``C2`` in secondary text only."""
    source: tuple[Place, ...] = ()
    checked_on: str = ""


class KnownEdition(Value, frozen=True):
    """A document of which boards carry the edition or an extract."""

    id: str
    title: str
    edition: str
    """The edition in force, as its cover says it."""
    short: tuple[str, ...] = ()
    """Other names it is called by, such as ``KCSIE``."""
    in_force_from: str = ""
    replaced: tuple[str, ...] = ()
    """Editions that no longer hold."""
    note: str = ""
    """What nobody has been able to settle about it, as a sentence."""
    confidence: str = ""
    source: tuple[Place, ...] = ()
    checked_on: str = ""


class OldContact(Value, frozen=True):
    """A number, address or name that still hangs on boards and should not, or perhaps should not."""

    id: str
    name: str
    """Whose it is or was."""
    seen: tuple[str, ...]
    """What stands on the board: numbers, addresses, or words of an address."""
    state: str
    """``former`` or ``doubtful``."""
    why: str
    """The reason, as a sentence."""
    instead: str = ""
    """The field of the profile that holds what should stand there; empty where none does."""
    confidence: str = ""
    source: tuple[Place, ...] = ()
    checked_on: str = ""


class Reading(Value, frozen=True):
    """Something that can be read off a notice and compared with what is known."""

    what: str
    """``profile`` · ``number`` · ``edition`` · ``date``."""
    of: str = ""
    """A field of the profile, or the id of a known number or edition; empty for a date."""
    ask: str = ""
    """What to read off, as a short question, such as ``Whose name is on it?``."""


class NoticeItem(Value, frozen=True):
    """What must hang on a board."""

    id: str
    title: str
    audiences: tuple[str, ...]
    """Boards it belongs on."""
    kind: str = NOTICE
    """``notice`` hangs on the board; ``board`` is a look at the board itself."""
    sectors: tuple[str, ...] = ()
    """Sectors it belongs to; empty means all."""
    needs: tuple[str, ...] = ()
    """What a setting must have for it to apply, as in ``core.switches``."""
    says: tuple[str, ...] = ()
    """What it must say, a point each."""
    why: str = ""
    """Why it matters to a child."""
    out_of_date: tuple[str, ...] = ()
    """What makes it out of date."""
    look: str = "termly"
    """How often to look, an id of ``LOOKS``."""
    duty: str = ""
    """How strong it is: ``must should good-practice``."""
    reads: tuple[Reading, ...] = ()
    poster: tuple[str, ...] = ()
    """Lines of a poster of it; ``{field}`` is filled from the profile, ``{number:id}`` from the known numbers.

    How a line begins says what it is (see ``core.poster_lines``).
    """
    topics: tuple[str, ...] = ()
    """Ids of the topics that join it to standards."""
    confidence: str = ""
    source: tuple[Place, ...] = ()
    checked_on: str = ""
    review_by: str = ""
    facts: tuple[str, ...] = ()
    """Where the author's own list of facts has it."""


class NoticeList(Value, frozen=True):
    """A whole list, in the order of its file."""

    notice: NoticeHead
    source: tuple[BankSource, ...] = ()
    number: tuple[KnownNumber, ...] = ()
    edition: tuple[KnownEdition, ...] = ()
    old: tuple[OldContact, ...] = ()
    item: tuple[NoticeItem, ...] = ()
