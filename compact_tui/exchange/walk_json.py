"""Boards and walks as a file for another computer, read as if by someone who trusts nothing."""

from collections.abc import Iterator

import msgspec

from compact_tui.core.board import NoticeBoard, OwnItem, SwitchedOff
from compact_tui.core.days import is_day
from compact_tui.core.notice import AUDIENCES, LOOKS
from compact_tui.core.walk import MARK_WORDS, Look, Walk
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

FORMAT = "compact-walk-rows"
VERSION = 1
_AUDIENCES = {known for known, _ in AUDIENCES}
_LOOKS = {known for known, _, _ in LOOKS}


class WalkRows(Rows, frozen=True, kw_only=True):
    """Boards, what was changed about them, and walks with everything that was looked at."""

    boards: tuple[NoticeBoard, ...] = ()
    off: tuple[SwitchedOff, ...] = ()
    own: tuple[OwnItem, ...] = ()
    walks: tuple[Walk, ...] = ()
    looks: tuple[Look, ...] = ()


def write_walks(rows: WalkRows, made_on: str) -> bytes:
    """The records as indented UTF-8 JSON."""
    return write_document(FORMAT, VERSION, made_on, rows)


def is_walks(data: bytes) -> bool:
    """Whether a file is one of these, by what it says of itself."""
    return is_document(data, FORMAT)


def read_walks(data: bytes) -> WalkRows:
    """The records of a file.

    Raises:
        FileNotAcceptableError: If anything in it is not as it must be; with what and where.
    """
    known = parts_of(data, FORMAT, VERSION, WalkRows.__struct_fields__, "walks round notice boards")
    try:
        rows = msgspec.convert(known, WalkRows)
    except msgspec.ValidationError as error:
        raise refused(wrong_shape_at(error)) from error
    for sentence in _wrong(rows):
        raise refused(sentence)
    return rows


def _wrong(rows: WalkRows) -> Iterator[str]:
    """What cannot be right, as clauses."""
    for table in (rows.boards, rows.off, rows.own, rows.walks, rows.looks):
        yield from wrong_in_table(table)
        for one in table:
            yield from wrong_id(one.id)
    for board in rows.boards:
        if not board.name.strip() or not set(board.audiences) <= _AUDIENCES or not 0 <= board.order <= 10_000:
            yield f"{board.id} is no board that can be"
        yield from _wrong_days(board.id, board.opened_on, board.closed_on)
    for own in rows.own:
        if not own.title.strip() or not set(own.audiences) <= _AUDIENCES or own.look not in _LOOKS:
            yield f"{own.id} is no item that can be"
    walks = {walk.id for walk in rows.walks}
    for walk in rows.walks:
        if not is_day(walk.on):
            yield f"{walk.id} has no day"
    for look in rows.looks:
        if look.walk not in walks or not is_day(look.on):
            yield f"{look.id} is of no walk in the file"
        if {look.mark, look.proposed} - {"", *MARK_WORDS}:
            yield f"{look.id} has a mark that is not known"
        yield from _wrong_days(look.id, look.expires, look.again_by)


def _wrong_days(id_: str, *days: str) -> Iterator[str]:
    if any(day and not is_day(day) for day in days):
        yield f"{id_} has a day that is none"
