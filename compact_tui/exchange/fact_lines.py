"""Rows of flat tables as lines of CSV and of NDJSON."""

import csv
import io
from collections.abc import Sequence

import msgspec

from compact_tui.core.fact_tables import FactTable, Row
from compact_tui.exchange.bank_cells import guarded

_ENCODER = msgspec.json.Encoder()


def csv_head(table: FactTable) -> bytes:
    """The first line of a CSV file, after a byte order mark without which Excel takes accents apart."""
    return b"\xef\xbb\xbf" + _csv([tuple(column.name for column in table.columns)])


def csv_lines(rows: Sequence[Row]) -> bytes:
    """Rows as CSV; a text that a spreadsheet would take for a formula begins with an apostrophe."""
    return _csv([tuple(guarded(cell) if isinstance(cell, str) else cell for cell in row) for row in rows])


def _csv(rows: Sequence[Row]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target).writerows(rows)
    return target.getvalue().encode("utf-8")


def ndjson_lines(table: FactTable, rows: Sequence[Row]) -> bytes:
    """Rows as one JSON object a line."""
    names = [column.name for column in table.columns]
    return b"".join(_ENCODER.encode(dict(zip(names, row, strict=True))) + b"\n" for row in rows)
