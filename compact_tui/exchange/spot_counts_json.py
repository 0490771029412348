"""Counts of an area's spot checks as JSON: what is kept in the place of rows that hold what people said."""

from compact_tui.core.digest import short_mark
from compact_tui.core.spot_counts import FORMAT, FORMAT_VERSION, SpotCounts, counts_of
from compact_tui.exchange.sealed_json import Sealed, altered, converted, encode_sealed, open_sealed
from compact_tui.exchange.spot_json import read_rows

_KIND = Sealed(FORMAT, FORMAT_VERSION, "count of spot checks", "a count of spot checks")


def counts_in(data: bytes) -> bytes:
    """The counts of a file of rows as a document of their own; the same rows always make the same bytes.

    Raises:
        FileNotAcceptableError: If the file does not hold rows of spot checks.
    """
    counts = counts_of(read_rows(data).heard)
    mark = short_mark(*(f"{one.id} {one.topic} {one.levels}" for one in counts))
    return encode_sealed(SpotCounts(id=f"sc-{mark}", counts=counts))


def read_counts(data: bytes) -> SpotCounts:
    """Read counts.

    Raises:
        FileNotAcceptableError: If it is no such document, damaged or altered.
    """
    opened = open_sealed(data, _KIND)
    if not opened.digest_ok:
        raise altered(opened, _KIND)
    return converted(opened, SpotCounts, _KIND)[0]
