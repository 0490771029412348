"""Plain data (what TOML and JSON give) turned into values item by item, every mistake collected."""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar, cast, get_args

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo

from compact_tui.core.problems import Path, Problem
from compact_tui.core.text import clean, count, did_you_mean

MOST_ITEMS = 500
"""How many items one list may have."""
LONGEST_TEXT = 20_000
"""How many characters one text may have."""
_LARGEST = 2**53
_SHOWN = 40

S = TypeVar("S", bound=Struct)


def shape(raw: object, kind: type[S], path: Path, problems: list[Problem]) -> S | None:
    """Make a value of a Struct type, or add what is wrong to ``problems`` and give ``None``.

    Every key and item is looked at, so that all mistakes are told in one go. Text is cleaned
    and its lines are joined; an empty line begins a paragraph.
    """
    if not isinstance(raw, Mapping):
        problems.append(_wrong_type(raw, "a table", path))
        return None
    before = len(problems)
    fields = _fields(kind)
    for key in raw:
        if key not in fields:
            what = f'The key "{_short(key)}" is not known here.'
            remedy = did_you_mean(str(key)[:_SHOWN], fields) or "Take it out, or look up its name in the format."
            problems.append(Problem(what=what, remedy=remedy, path=(*path, str(key))))
    made: dict[str, object] = {}
    for key, field in fields.items():
        if key in raw:
            made[field.name] = _value(raw[key], field.type, (*path, key), problems)
        elif field.required:
            problems.append(Problem(what=f'The key "{key}" is missing.', remedy="Add it.", path=path))
    return kind(**made) if len(problems) == before else None


@cache
def _fields(kind: type[Struct]) -> Mapping[str, FieldInfo]:
    return {field.encode_name: field for field in msgspec.structs.fields(kind)}


def _value(raw: object, kind: object, path: Path, problems: list[Problem]) -> object:
    if kind is str:
        return _text(raw, path, problems)
    if kind is bool or kind is int:
        return _plain(raw, kind, path, problems)
    items = get_args(kind)
    if items:
        return _list(raw, items[0], path, problems)
    return shape(raw, cast(type[Struct], kind), path, problems)


def _text(raw: object, path: Path, problems: list[Problem]) -> str:
    if not isinstance(raw, str):
        problems.append(_wrong_type(raw, "text in quotes", path))
        return ""
    if len(raw) > LONGEST_TEXT:
        what = f"The text has {len(raw):,} characters; at most {LONGEST_TEXT:,} are taken."
        problems.append(Problem(what=what, remedy="Shorten it.", path=path))
        return ""
    text = flowing(raw)
    if text.replace("\n", "").isprintable():
        return text
    hidden = next((char for char in text if char != "\n" and not char.isprintable()), "")
    if hidden:
        what = f"The text has a character that cannot be seen (U+{ord(hidden):04X})."
        problems.append(Problem(what=what, remedy="Type the words anew instead of copying them.", path=path))
    return text


def flowing(text: str) -> str:
    """Text with the lines of each paragraph joined; one empty line stays between paragraphs."""
    paragraphs: list[list[str]] = [[]]
    for line in clean(text).split("\n"):
        words = line.split()
        if words:
            paragraphs[-1] += words
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join(" ".join(words) for words in paragraphs if words)


def _plain(raw: object, kind: object, path: Path, problems: list[Problem]) -> object:
    if kind is bool:
        if isinstance(raw, bool):
            return raw
        problems.append(_wrong_type(raw, "true or false, without quotes", path))
    elif isinstance(raw, bool) or not isinstance(raw, int):
        problems.append(_wrong_type(raw, "a whole number, without quotes", path))
    elif abs(raw) >= _LARGEST:
        problems.append(Problem(what="The number is too large.", remedy="Write a smaller one.", path=path))
    else:
        return raw
    return None


def _list(raw: object, kind: object, path: Path, problems: list[Problem]) -> tuple[object, ...]:
    if not isinstance(raw, list):
        wanted = "a list of texts in [ ]" if kind is str else f"a table headed [[{_heading(path)}]]"
        problems.append(_wrong_type(raw, wanted, path))
        return ()
    if len(raw) > MOST_ITEMS:
        what = f"There are {count(len(raw), 'item')} here; at most {MOST_ITEMS} are taken."
        problems.append(Problem(what=what, remedy="Take some out.", path=path))
        return ()
    return tuple(_value(item, kind, (*path, at), problems) for at, item in enumerate(raw))


def _heading(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _short(key: object) -> str:
    text = str(key)
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "..."


def _wrong_type(raw: object, wanted: str, path: Path) -> Problem:
    words = {str: "text", bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "a table"}
    found = words.get(type(raw), "a day or time without quotes")
    what = f"Here stands {found}, where {wanted} should be."
    return Problem(what=what, remedy="Write it as the format says.", path=path)
