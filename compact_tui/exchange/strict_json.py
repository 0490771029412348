"""JSON that came from elsewhere, read strictly: bounded, every key once, nothing that a digest could not cover."""

import json
from collections.abc import Iterator
from typing import NoReturn

LARGEST = 20 * 1024 * 1024
"""Bytes."""
DEEPEST = 40
"""How many lists and objects may stand inside each other."""
MOST_PARTS = 200_000
"""Lists and objects, more or less; every one of them takes much more memory than its two letters."""
_LIMIT = 2**53
_SHOWN = 60


class NotStrictError(ValueError):
    """What is wrong with a document: a clause that follows "it cannot be taken:"."""


def parse(data: bytes) -> object:
    """What a JSON document says, as plain data.

    Args:
        data: UTF-8; a byte order mark is overlooked.

    Raises:
        NotStrictError: If it is too large, empty, not UTF-8, not JSON, too deep, names a key twice or
            with other letters than ASCII, or holds a fraction, a huge number or half a character.
    """
    if len(data) > LARGEST:
        raise NotStrictError(f"it is larger than {LARGEST // 2**20} MB")
    if data.count(b"[") + data.count(b"{") > MOST_PARTS:
        raise NotStrictError("it has too many parts")
    if not data.strip():
        raise NotStrictError("it is empty")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotStrictError(f"line {line} holds something that is not text") from error
    try:
        value: object = json.loads(
            text,
            object_pairs_hook=_once,
            parse_int=_whole,
            parse_float=_no_fraction,
            parse_constant=_no_fraction,
        )
    except json.JSONDecodeError as error:
        raise NotStrictError(f"it is damaged or breaks off at line {error.lineno}, column {error.colno}") from error
    except RecursionError as error:
        raise NotStrictError("its parts are nested too deep") from error
    if _deeper_than(value, DEEPEST):
        raise NotStrictError("its parts are nested too deep")
    if "\\u" in text:
        _no_half_characters(value)
    return value


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise NotStrictError(f'it says "{name[:_SHOWN]}" twice')
        if not name.isascii():
            raise NotStrictError(f"it names something in letters that no such file uses: {ascii(name[:_SHOWN])}")
        found[name] = value
    return found


def _whole(digits: str) -> int:
    # Short enough to be turned into a number at all; Python refuses thousands of digits.
    if len(digits) > len(str(_LIMIT)) + 1 or abs(int(digits)) >= _LIMIT:
        raise NotStrictError(f"it holds the number {digits[:_SHOWN]}, which is too large")
    return int(digits)


def _no_fraction(written: str) -> NoReturn:
    raise NotStrictError(f"it holds the number {written[:_SHOWN]}; only whole numbers are allowed")


def _no_half_characters(value: object) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotStrictError("it holds half a character") from error


def _deeper_than(value: object, deepest: int) -> bool:
    level = [value]
    for _ in range(deepest):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from (inner for inner in value.values() if isinstance(inner, dict | list))
    elif isinstance(value, list):
        yield from (inner for inner in value if isinstance(inner, dict | list))
