"""Records of spot checks as a file for another computer, read as if by someone who trusts nothing."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from compact_tui.core.days import is_day
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.spot import LEVELS, MONTH_TABLES, WAYS, Flagged, Heard, RoleGroup, SpotCheck
from compact_tui.exchange.strict_json import NotStrictError, parse

FORMAT = "compact-spot-rows"
VERSION = 1
LONGEST = 4000
"""Characters of any one text."""
_ID = re.compile(r"[a-z]+-[A-Za-z0-9-]{1,40}")
_NOTHING = "Nothing was taken from it. Ask for the file once more."
_LEVELS = {"", *(level for level, _ in LEVELS)}
_WAYS = {way for way, _ in WAYS}


class SpotRows(Struct, frozen=True, kw_only=True):
    """Rounds with everything that was heard in them, as they go from one computer to another."""

    checks: tuple[SpotCheck, ...] = ()
    heard: tuple[Heard, ...] = ()
    flags: tuple[Flagged, ...] = ()
    groups: tuple[RoleGroup, ...] = ()


def write_rows(rows: SpotRows, made_on: str) -> bytes:
    """The records as indented UTF-8 JSON."""
    document = {"format": FORMAT, "version": VERSION, "made_on": made_on, **msgspec.to_builtins(rows)}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def is_rows(data: bytes) -> bool:
    """Whether a file is one of these, by what it says of itself."""
    try:
        document = parse(data)
    except NotStrictError:
        return False
    return isinstance(document, dict) and document.get("format") == FORMAT


def read_rows(data: bytes) -> SpotRows:
    """The records of a file.

    Raises:
        FileNotAcceptableError: If anything in it is not as it must be; with what and where.
    """
    try:
        document = parse(data)
    except NotStrictError as error:
        raise _refused(str(error)) from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _refused("it holds no records of spot checks")
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise _refused("it does not say its version")
    if version > VERSION:
        raise _refused("a newer version of this program wrote it")
    known: dict[str, Any] = {name: document.get(name, []) for name in (*_tables(), "groups")}
    unknown = sorted(set(document) - set(known) - {"format", "version", "made_on"})
    if unknown:
        raise _refused(f'it has a part that is not known: "{unknown[0][:60]}"')
    try:
        rows = msgspec.convert(known, SpotRows)
    except msgspec.ValidationError as error:
        raise _refused(str(error)) from error
    for sentence in _wrong(rows):
        raise _refused(sentence)
    return rows


def _tables() -> tuple[str, ...]:
    return tuple(name for name in MONTH_TABLES if name != "counted")


def _wrong(rows: SpotRows) -> Iterator[str]:
    """What cannot be right, as clauses."""
    for table in (rows.checks, rows.heard, rows.flags, rows.groups):
        ids = [one.id for one in table]
        if len(set(ids)) < len(ids):
            yield "it has an id twice"
        for one in table:
            yield from _wrong_texts(one)
    for check in rows.checks:
        yield from _wrong_when(check.id, check.on)
        if check.way not in _WAYS or not 0 <= check.people <= 100_000:
            yield f"{check.id} was asked in a way that is not known"
    for heard in rows.heard:
        yield from _wrong_when(heard.id, heard.on)
        if heard.level not in _LEVELS or heard.added_level not in _LEVELS:
            yield f"{heard.id} has a level that is not known"
        if any(said < 0 or said > 100_000 for _, said in heard.counts):
            yield f"{heard.id} has a count that cannot be"


def _wrong_when(id_: str, on: str) -> Iterator[str]:
    if not _ID.fullmatch(id_):
        yield f'"{id_[:40]}" is no id of this program'
    if not is_day(on):
        yield f"{id_} has no day"


def _wrong_texts(record: Struct) -> Iterator[str]:
    for name in record.__struct_fields__:
        value = getattr(record, name)
        texts = value if isinstance(value, tuple) else (value,)
        if any(isinstance(text, str) and len(text) > LONGEST for text in texts):
            yield f"{name} is longer than {LONGEST} characters"


def _refused(why: str) -> FileNotAcceptableError:
    return FileNotAcceptableError(f"This file cannot be taken: {why}.", _NOTHING)
