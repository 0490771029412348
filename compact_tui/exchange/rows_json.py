"""What files of records share: the head that says what they are, and texts of a length that can be."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import Struct

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.sent_text import LONGEST_TEXT
from compact_tui.exchange.strict_json import NotStrictError, parse

_ID = re.compile(r"[a-z]+-[A-Za-z0-9-]{1,40}")
_HEAD = {"format", "version", "made_on"}
_NOTHING = "Nothing was taken from it. Ask for the file once more."


class Rows(Struct, frozen=True, kw_only=True):
    """Base of what such a file holds: a tuple of records for each of its parts."""


def write_document(format_: str, version: int, made_on: str, rows: Rows) -> bytes:
    """The records as indented UTF-8 JSON."""
    document = {"format": format_, "version": version, "made_on": made_on, **msgspec.to_builtins(rows)}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def is_document(data: bytes, format_: str) -> bool:
    """Whether a file is of a format, by what it says of itself."""
    try:
        document = parse(data)
    except NotStrictError:
        return False
    return isinstance(document, dict) and document.get("format") == format_


def parts_of(data: bytes, format_: str, version: int, names: Iterable[str], what: str) -> dict[str, Any]:
    """The parts of a file, those that are not there empty.

    Args:
        data: The file.
        format_: The format it must be of.
        version: The newest version that is known.
        names: Names of the parts that are known.
        what: What it should hold, such as ``records of spot checks``.

    Raises:
        FileNotAcceptableError: If its head is not as it must be.
    """
    try:
        document = parse(data)
    except NotStrictError as error:
        raise refused(str(error)) from error
    if not isinstance(document, dict) or document.get("format") != format_:
        raise refused(f"it holds no {what}")
    said = document.get("version")
    if not isinstance(said, int) or isinstance(said, bool) or said < 1:
        raise refused("it does not say its version")
    if said > version:
        raise refused("a newer version of this program wrote it")
    known = {name: document.get(name, []) for name in names}
    unknown = sorted(set(document) - set(known) - _HEAD)
    if unknown:
        raise refused(f'it has a part that is not known: "{unknown[0][:60]}"')
    return known


def wrong_in_table(table: Iterable[Struct]) -> Iterator[str]:
    """What cannot be right in any table of records, as clauses: an id twice, a text too long."""
    rows = tuple(table)
    ids = [getattr(one, "id", "") for one in rows]
    if len(set(ids)) < len(ids):
        yield "it has an id twice"
    for one in rows:
        for name in one.__struct_fields__:
            value = getattr(one, name)
            texts = value if isinstance(value, tuple) else (value,)
            if any(isinstance(text, str) and len(text) > LONGEST_TEXT for text in texts):
                yield f"{name} is longer than {LONGEST_TEXT:,} characters"


def wrong_id(id_: str) -> Iterator[str]:
    """A clause where an id is none of this program."""
    if not _ID.fullmatch(id_):
        yield f'"{id_[:40]}" is no id of this program'


def refused(why: str) -> FileNotAcceptableError:
    """What is said of a file that cannot be taken."""
    return FileNotAcceptableError(f"This file cannot be taken: {why}.", _NOTHING)
