"""A receipt as JSON: a digest over the whole, read as if by someone who trusts nothing."""

from collections.abc import Mapping

from compact_tui.core.receipt import FORMAT, FORMAT_VERSION, Receipt, wrong_in
from compact_tui.exchange.sealed_json import Sealed, encode_sealed, read_sealed, sealed_schema

_KIND = Sealed(FORMAT, FORMAT_VERSION, "receipt", "a receipt of a partnership")


def encode_receipt(receipt: Receipt) -> bytes:
    """The receipt as indented UTF-8 JSON; the digest it carries is replaced by the right one."""
    return encode_sealed(receipt)


def read_receipt(data: bytes) -> Receipt:
    """Read a receipt.

    Raises:
        FileNotAcceptableError: If it is not one, too new, damaged or altered, or anything in it cannot be right.
    """
    return read_sealed(data, Receipt, wrong_in, _KIND)


def receipt_schema() -> Mapping[str, object]:
    """The JSON Schema of a receipt."""
    return sealed_schema(Receipt, _KIND)
