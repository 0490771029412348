"""A reader's file as JSON: a digest over the whole, read as if by someone who trusts nothing."""

from collections.abc import Mapping

from compact_tui.core.reader_file import FORMAT, FORMAT_VERSION, ReaderFile, wrong_in
from compact_tui.exchange.sealed_json import Sealed, encode_sealed, read_sealed, sealed_schema

_KIND = Sealed(FORMAT, FORMAT_VERSION, "reader's file", "a file of returns for a reader")


def encode_reader_file(file: ReaderFile) -> bytes:
    """The file as indented UTF-8 JSON; the digest it carries is replaced by the right one."""
    return encode_sealed(file)


def read_reader_file(data: bytes) -> ReaderFile:
    """Read a reader's file.

    Raises:
        FileNotAcceptableError: If it is not one, too new, damaged or altered, or anything in it cannot be right.
    """
    return read_sealed(data, ReaderFile, wrong_in, _KIND)


def reader_file_schema() -> Mapping[str, object]:
    """The JSON Schema of a reader's file."""
    return sealed_schema(ReaderFile, _KIND)
