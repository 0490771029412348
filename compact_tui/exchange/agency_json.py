"""A completed single-agency audit as JSON: written for all to read, read as if by someone who trusts nothing."""

from typing import Any

from msgspec import Struct

from compact_tui.core.agency_return import FORMAT, FORMAT_VERSION, AgencyReturn
from compact_tui.exchange.sealed_json import (
    Sealed,
    Unknown,
    altered,
    converted,
    encode_sealed,
    open_sealed,
    sealed_schema,
)

_KIND = Sealed(FORMAT, FORMAT_VERSION, "single-agency audit", "a completed single-agency audit")


class ReadAgency(Struct, frozen=True):
    """A single-agency audit that was read, and what there is to say about the file."""

    return_: AgencyReturn
    unknown: tuple[Unknown, ...]
    """What this version does not know; written back by ``encode_agency``."""
    code: str
    """The spoken code of what was read."""


def encode_agency(return_: AgencyReturn, unknown: tuple[Unknown, ...] = ()) -> bytes:
    """The document as indented UTF-8 JSON, with the digest of just this.

    Args:
        return_: The document; the digest it carries is replaced by the right one.
        unknown: Keys of another version that were read with it, to be put back.
    """
    return encode_sealed(return_, unknown)


def read_agency(data: bytes) -> ReadAgency:
    """Read a completed single-agency audit.

    Raises:
        FileNotAcceptableError: If it is not one, too new, damaged or altered, or not of the right form.
    """
    opened = open_sealed(data, _KIND)
    if not opened.digest_ok:
        raise altered(opened, _KIND)
    return_, unknown = converted(opened, AgencyReturn, _KIND)
    return ReadAgency(return_, unknown, opened.code)


def agency_schema() -> dict[str, Any]:
    """The JSON Schema of the document. Keys it does not name are allowed: later versions may add some."""
    return sealed_schema(AgencyReturn, _KIND)
