"""What a pack says about itself, and what every value of a pack is."""

from msgspec import Struct


class Value(Struct, frozen=True, kw_only=True):
    """Base of the pack's values: frozen, compared by content."""


class PackChange(Value, frozen=True):
    """A line of a pack's change log."""

    edition: str
    on: str
    what: str


class Serves(Value, frozen=True):
    """A legal duty that a completed audit answers."""

    text: str
    variations: tuple[str, ...] = ()


class ItemChange(Value, frozen=True):
    """What the content owner says became of a standard or criterion since the edition before."""

    item: str
    """Its id in this edition; for one that is retired, the id it had."""
    how: str
    """``same reworded meaning-changed split merged moved retired new``."""
    was: tuple[str, ...] = ()
    """Ids of what it takes the place of; empty means its own."""
    note: str = ""
    """Why, in a sentence, for those who answered the edition before."""


class PackHead(Value, frozen=True):
    """What a pack says about itself."""

    id: str
    edition: str
    title: str
    wording: str
    """``independent``, or whose text it is."""
    wording_note: str = ""
    valid_from: str = ""
    valid_to: str = ""
    review_by: str = ""
    owner: str = ""
    change: tuple[PackChange, ...] = ()
    item_change: tuple[ItemChange, ...] = ()
    """What became of items since earlier editions; what nobody said is worked out."""
    serves: tuple[Serves, ...] = ()
    inspection_order: tuple[str, ...] = ()
    """Ids of standards in the order in which an inspector asks; those left out follow in pack order."""
    together_kind: str = ""
    """Id of the kind of evidence that a count at a meeting of everybody is; empty means the first kind."""
    people: tuple[str, ...] = ()
    """Words for those it is all for, every form of them, the usual one first; empty means children and their like."""
