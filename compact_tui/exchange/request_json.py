"""A request as JSON: a digest over the whole, read as if by someone who trusts nothing."""

from collections.abc import Mapping

from compact_tui.core.request import FORMAT, FORMAT_VERSION, Request, wrong_in
from compact_tui.exchange.sealed_json import Sealed, encode_checked, read_sealed, sealed_schema

_KIND = Sealed(FORMAT, FORMAT_VERSION, "request", "a request of a partnership")


def encode_request(request: Request) -> bytes:
    """The request as indented UTF-8 JSON; the digest it carries is replaced by the right one.

    Raises:
        ValueError: If anything in it could not be taken by whoever receives it: a mistake of the caller.
    """
    return encode_checked(request, wrong_in, _KIND)


def read_request(data: bytes) -> Request:
    """Read a request. The pack it may bring is of the right form; whether it can be used is the caller's to ask.

    Raises:
        FileNotAcceptableError: If it is not a request, too new, damaged or altered, or anything in it cannot be right.
    """
    return read_sealed(data, Request, wrong_in, _KIND)


def request_schema() -> Mapping[str, object]:
    """The JSON Schema of a request."""
    return sealed_schema(Request, _KIND)
