"""The return as JSON: written so that it can be read by people, read as if by someone who trusts nothing."""

from typing import Any

from msgspec import Struct

from compact_tui.core.returns import FORMAT, FORMAT_VERSION, Return, content_code_of
from compact_tui.exchange.sealed_json import (
    ERASED_KEY,
    Sealed,
    Unknown,
    altered,
    converted,
    encode_sealed,
    open_sealed,
    sealed_schema,
)

__all__ = ["ERASED_KEY", "ReadReturn", "Unknown", "encode", "read", "schema"]

_KIND = Sealed(FORMAT, FORMAT_VERSION, "return", "a return of a Compact audit")


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
    return encode_sealed(return_, unknown)


def read(data: bytes, *, damaged_too: bool = False) -> ReadReturn:
    """Read a return.

    Args:
        data: The file's bytes.
        damaged_too: Read it even when the digest does not match, so that a person can look at it.

    Raises:
        FileNotAcceptableError: If it is not a return, too new, damaged or altered, or not of the right form.
    """
    opened = open_sealed(data, _KIND)
    if not opened.digest_ok and not damaged_too:
        raise altered(opened, _KIND)
    return_, unknown = converted(opened, Return, _KIND)
    return ReadReturn(return_, unknown, opened.digest_ok, opened.code, content_code_of(opened.plain))


def schema() -> dict[str, Any]:
    """The JSON Schema of the return. Keys it does not name are allowed: later versions may add some."""
    return sealed_schema(Return, _KIND)
