"""What came of comparing one thing that was read off a notice."""

from msgspec import Struct

RIGHT, WRONG, OUT_OF_DATE, UNKNOWN = "right", "wrong", "out-of-date", "unknown"
STATES: tuple[tuple[str, str], ...] = (
    (RIGHT, "right"),
    (WRONG, "wrong"),
    (OUT_OF_DATE, "out of date"),
    (UNKNOWN, "could not be compared"),
)
"""How a thing that was read stands: id and words."""


class Finding(Struct, frozen=True, kw_only=True):
    """What came of comparing one thing that was read."""

    state: str
    sentence: str
    """What is wrong and what it should be, or what it was compared with."""
    read: str = ""
    """The part of the text it is about."""
    ask: str = ""
    """Field of the profile that is empty and would be compared with; empty where none is."""
