"""Text as it travels from one program to another: what a person typed or pasted, without what nobody can see."""

import unicodedata
from functools import lru_cache
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import asdict

from compact_tui.core.text import clean

LONGEST_TEXT = 10_000
"""Characters of one text that is typed, and that a file from another program may hold."""
_Document = TypeVar("_Document", bound=Struct)
_JOINERS = "\u200c\u200d"
"""They belong to letters of some scripts, and hold emoji together."""
_LINE_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_BULLET = "\u2022"


def why_too_long(text: str) -> str:
    """Why a text cannot be kept, as a sentence; empty where it can."""
    if len(text) <= LONGEST_TEXT:
        return ""
    number = f"{len(text):,} characters, and {LONGEST_TEXT:,} can be kept"
    return f"This has {number}. Say it shorter, or say where it is written."


def sent_text(text: str) -> str:
    """A text without characters that cannot be seen: spaces of any kind are spaces, and ends of lines are line feeds.

    A sign of a font of one's own, as word processors paste for a bullet, becomes a bullet.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return clean("".join(map(_sent, clean(text))))


def as_sent(document: _Document) -> _Document:
    """The same document with all its texts as they travel."""
    said = {name: _value(value) for name, value in asdict(document).items()}
    return type(document)(**said)


def _value(value: object) -> object:
    if isinstance(value, str):
        return sent_text(value)
    if isinstance(value, tuple):
        return tuple(_value(one) for one in cast(tuple[object, ...], value))
    return as_sent(value) if isinstance(value, Struct) else value


@lru_cache(maxsize=4096)
def _sent(char: str) -> str:
    if char == "\n" or char in _JOINERS:
        return char
    if char in _LINE_ENDS:
        return "\n"
    category = unicodedata.category(char)
    if category == "Zs" or char == "\t":
        return " "
    if category in {"Cc", "Cf"}:
        return ""
    return _BULLET if category == "Co" else char
