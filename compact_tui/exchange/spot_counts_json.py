"""Counts of an area's spot checks as JSON: what is kept in the place of rows that hold what people said."""

import msgspec

from compact_tui.core.decoding import UNDECODABLE
from compact_tui.core.digest import short_mark
from compact_tui.core.return_facts import setting_mark
from compact_tui.core.spot_counts import FORMAT, FORMAT_VERSION, CountsFrom, SpotCounts, counts_of
from compact_tui.exchange.sealed_json import Sealed, altered, converted, encode_sealed, open_sealed
from compact_tui.exchange.spot_json import SpotRows, read_rows

_KIND = Sealed(FORMAT, FORMAT_VERSION, "count of spot checks", "a count of spot checks")
_KEPT = msgspec.json.Decoder(SpotCounts)


def counts_in(data: bytes, entry: str = "") -> bytes:
    """The counts of a file of rows as a document of their own; the same rows always make the same bytes.

    Args:
        data: The file.
        entry: Id of the register's entry whose contact sent it, for files that do not say whose they are.

    Raises:
        FileNotAcceptableError: If the file does not hold rows of spot checks.
    """
    rows = read_rows(data)
    counts, source = counts_of(rows.heard), _source(rows, entry)
    said = [f"{source.mark} {source.entry}"] if source else []
    mark = short_mark(*said, *(f"{one.id} {one.topic} {one.levels}" for one in counts))
    return encode_sealed(SpotCounts(id=f"sc-{mark}", counts=counts, source=source))


def _source(rows: SpotRows, entry: str) -> CountsFrom | None:
    for one in rows.setting:
        return CountsFrom(mark=setting_mark(one.id), register_id=one.register_id, name=one.name)
    return CountsFrom(entry=entry) if entry else None


def read_counts(data: bytes) -> SpotCounts:
    """Read counts.

    Raises:
        FileNotAcceptableError: If it is no such document, damaged or altered.
    """
    opened = open_sealed(data, _KIND)
    if not opened.digest_ok:
        raise altered(opened, _KIND)
    return converted(opened, SpotCounts, _KIND)[0]


def read_kept_counts(data: bytes) -> SpotCounts:
    """Read counts that this program wrote itself and looked at when it took them in: the same, in less time.

    Raises:
        FileNotAcceptableError: If it is no such document any more.
    """
    try:
        return _KEPT.decode(data)
    except UNDECODABLE:
        return read_counts(data)
