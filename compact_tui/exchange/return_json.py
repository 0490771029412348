"""The return as JSON: written so that it can be read by people, read as if by someone who trusts nothing."""

import copy
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from compact_tui.core.days import is_day, say_day
from compact_tui.core.digest import DIGEST_KEY, digest_of, spoken_code
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.returns import FORMAT, FORMAT_VERSION, Return, content_code_of
from compact_tui.exchange.strict_json import NotStrictError, parse

_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
_PLACE = re.compile(r"(?P<what>.*?) - at `(?P<where>[^`]+)`", re.DOTALL)
_ASK_AGAIN = "Nothing was taken from it. Ask the sender to send the return again."
_SHOWN = 80
ERASED_KEY = "erased_on"
"""Key of a copy of our own from which a text was erased, with the day; the digest is still that of the original."""

Step = str | int


class Unknown(Struct, frozen=True):
    """A key that this version does not know, kept with what stands under it."""

    steps: tuple[Step, ...]
    """Keys and positions that lead to it."""
    value: str
    """What stands under it, as JSON."""

    @property
    def where(self) -> str:
        """The way to it, such as ``$.standards[3].colour``."""
        return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.steps)


class ReadReturn(Struct, frozen=True):
    """A return that was read, and what there is to say about the file."""

    return_: Return
    unknown: tuple[Unknown, ...]
    """What this version does not know; written back by ``encode``."""
    digest_ok: bool
    code: str
    """The spoken code of what was really read."""
    content_code: str
    """The spoken code of what people sign of it, whichever version of the program wrote it."""


def encode(return_: Return, unknown: tuple[Unknown, ...] = ()) -> bytes:
    """The return as indented UTF-8 JSON, with the digest of just this.

    Args:
        return_: The return; the digest it carries is replaced by the right one.
        unknown: Keys of another version that were read with it, to be put back.
    """
    plain: dict[str, Any] = msgspec.to_builtins(return_)
    for item in unknown:
        _put(plain, item.steps, msgspec.json.decode(item.value))
    plain[DIGEST_KEY] = digest_of(plain)
    return msgspec.json.format(msgspec.json.encode(plain), indent=2) + b"\n"


def _put(plain: Any, steps: tuple[Step, ...], value: object) -> None:
    for step in steps[:-1]:
        plain = plain[step]
    plain[steps[-1]] = value


def read(data: bytes, *, damaged_too: bool = False) -> ReadReturn:
    """Read a return.

    Args:
        data: The file's bytes.
        damaged_too: Read it even when the digest does not match, so that a person can look at it.

    Raises:
        FileNotAcceptableError: If it is not a return, too new, damaged or altered, or not of the right form.
    """
    try:
        plain = parse(data)
    except NotStrictError as error:
        raise FileNotAcceptableError(f"This file cannot be taken as a return: {error}.", _ASK_AGAIN) from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise FileNotAcceptableError(
            "This file is not a return of a Compact audit.",
            f'Nothing was taken from it. A return is a .json file that begins with "format": "{FORMAT}".',
        )
    _check_version(plain.get("format_version"))
    digest = digest_of(plain)
    digest_ok = plain.get(DIGEST_KEY) == digest
    if not digest_ok and not damaged_too:
        _refuse_erased(plain)
        raise FileNotAcceptableError(
            "This return was damaged or altered after it was made: its digest does not match what is in it.",
            f"{_ASK_AGAIN} What is in this one has the code {spoken_code(digest)}.",
        )
    return_ = _converted(plain)
    unknown = tuple(_unknown(plain, msgspec.to_builtins(return_), ()))
    return ReadReturn(return_, unknown, digest_ok, spoken_code(digest), content_code_of(plain))


def _refuse_erased(plain: dict[str, Any]) -> None:
    day, digest = plain.get(ERASED_KEY), plain.get(DIGEST_KEY)
    if isinstance(day, str) and is_day(day):
        code = spoken_code(digest) if isinstance(digest, str) and _DIGEST.fullmatch(digest) else "not in it any more"
        raise FileNotAcceptableError(
            f"A text was erased from this copy on {say_day(day)}, so it is not the return as it was made.",
            f"Nothing was taken from it. The code of the return as it was made, by this copy's word: {code}. "
            "Whoever received that one has it whole.",
        )


def _check_version(version: object) -> None:
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise FileNotAcceptableError("This return does not say which version of the format it is.", _ASK_AGAIN)
    if version > FORMAT_VERSION:
        raise FileNotAcceptableError(
            f"This return is of format version {version}; this program reads up to version {FORMAT_VERSION}.",
            "Nothing was taken from it. Use a newer compact-tui, or ask the sender for an older form.",
        )


def _converted(plain: dict[str, Any]) -> Return:
    try:
        return msgspec.convert(plain, Return, strict=True)
    except msgspec.ValidationError as error:
        found = _PLACE.fullmatch(str(error))
        what, where = (found["what"], found["where"]) if found else (str(error), "$")
        raise FileNotAcceptableError(
            f"This return is not of the right form at {where[:_SHOWN]}: {what[:_SHOWN]}.", _ASK_AGAIN
        ) from error


def _unknown(given: Any, known: Any, steps: tuple[Step, ...]) -> Iterator[Unknown]:
    if isinstance(given, dict):
        for key, value in given.items():
            if key in known:
                yield from _unknown(value, known[key], (*steps, key))
            else:
                yield Unknown((*steps, key), msgspec.json.encode(value).decode())
    elif isinstance(given, list):
        for at, (value, counterpart) in enumerate(zip(given, known, strict=True)):
            yield from _unknown(value, counterpart, (*steps, at))


def schema() -> dict[str, Any]:
    """The JSON Schema of the return. Keys it does not name are allowed: later versions may add some."""
    made = copy.deepcopy(msgspec.json.schema(Return))
    made["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    made["title"] = f"A return of a Compact audit ({FORMAT}, version {FORMAT_VERSION})"
    properties = made["$defs"]["Return"]["properties"]
    properties[DIGEST_KEY]["pattern"] = "^sha256:[0-9a-f]{64}$"
    made["$defs"]["Return"]["required"] = sorted(properties)
    return made
