"""A part as JSON: a digest over the whole, read as if by someone who trusts nothing."""

from collections.abc import Mapping

from compact_tui.core.part import FORMAT, FORMAT_VERSION, Part, wrong_in
from compact_tui.exchange.sealed_json import Sealed, encode_sealed, read_sealed, sealed_schema
from compact_tui.exchange.strict_json import NotStrictError, parse

_KIND = Sealed(FORMAT, FORMAT_VERSION, "part", "a part of a Compact audit")


def encode_part(part: Part) -> bytes:
    """The part as indented UTF-8 JSON; the digest it carries is replaced by the right one."""
    return encode_sealed(part)


def is_part(data: bytes) -> bool:
    """Whether a file is one of these, by what it says of itself."""
    try:
        document = parse(data)
    except NotStrictError:
        return False
    return isinstance(document, dict) and document.get("format") == FORMAT


def read_part(data: bytes, *, altered_too: bool = False) -> Part:
    """Read a part.

    Args:
        data: The file's bytes.
        altered_too: Read it even when the digest does not match: our own copy, from which a text was erased.

    Raises:
        FileNotAcceptableError: If it is not a part, too new, damaged or altered, or anything in it cannot be right.
    """
    return read_sealed(data, Part, wrong_in, _KIND, altered_too=altered_too)


def part_schema() -> Mapping[str, object]:
    """The JSON Schema of a part."""
    return sealed_schema(Part, _KIND)
