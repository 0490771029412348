"""Records of spot checks as a file for another computer, read as if by someone who trusts nothing."""

from collections.abc import Iterator

import msgspec

from compact_tui.core.days import is_day
from compact_tui.core.spot import LEVELS, MONTH_TABLES, WAYS, AskedBy, Flagged, Heard, RoleGroup, SpotCheck
from compact_tui.core.wrong_shape import wrong_shape_at
from compact_tui.exchange.rows_json import (
    Rows,
    is_document,
    parts_of,
    refused,
    write_document,
    wrong_id,
    wrong_in_table,
)

FORMAT = "compact-spot-rows"
VERSION = 1
_LEVELS = {"", *(level for level, _ in LEVELS)}
_WAYS = {way for way, _ in WAYS}


class SpotRows(Rows, frozen=True, kw_only=True):
    """Rounds with everything that was heard in them, as they go from one computer to another."""

    checks: tuple[SpotCheck, ...] = ()
    heard: tuple[Heard, ...] = ()
    flags: tuple[Flagged, ...] = ()
    groups: tuple[RoleGroup, ...] = ()
    setting: tuple[AskedBy, ...] = ()
    """Whose they are: one, or none where nobody said."""


def write_rows(rows: SpotRows, made_on: str) -> bytes:
    """The records as indented UTF-8 JSON."""
    return write_document(FORMAT, VERSION, made_on, rows)


def is_rows(data: bytes) -> bool:
    """Whether a file is one of these, by what it says of itself."""
    return is_document(data, FORMAT)


def read_rows(data: bytes) -> SpotRows:
    """The records of a file.

    Raises:
        FileNotAcceptableError: If anything in it is not as it must be; with what and where.
    """
    known = parts_of(data, FORMAT, VERSION, (*_tables(), "groups", "setting"), "records of spot checks")
    try:
        rows = msgspec.convert(known, SpotRows)
    except msgspec.ValidationError as error:
        raise refused(wrong_shape_at(error)) from error
    for sentence in _wrong(rows):
        raise refused(sentence)
    return rows


def _tables() -> tuple[str, ...]:
    return tuple(name for name in MONTH_TABLES if name != "counted")


def _wrong(rows: SpotRows) -> Iterator[str]:
    """What cannot be right, as clauses."""
    for table in (rows.checks, rows.heard, rows.flags, rows.groups, rows.setting):
        yield from wrong_in_table(table)
    if len(rows.setting) > 1:
        yield "it says that it is of two settings"
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
    yield from wrong_id(id_)
    if not is_day(on):
        yield f"{id_} has no day"
