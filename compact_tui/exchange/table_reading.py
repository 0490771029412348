"""Tables that people keep in a spreadsheet: CSV and .xlsx bytes as rows of text, bounded, formulas never worked out."""

import csv
import io

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.table import Table

LARGEST_CSV = 20_000_000
"""Bytes."""
MOST_ROWS = 100_000
_SEPARATORS = ",;\t"
_SAVE = "Save it again as CSV (UTF-8) or .xlsx. Nothing was changed."


def read_table(data: bytes, what: str = "The file") -> Table:
    """The first sheet of a workbook, or a CSV file, as text.

    Args:
        data: The bytes, of either.
        what: What the person calls the file, to begin a sentence with.

    Raises:
        FileNotAcceptableError: If it is neither, damaged or too large, or a cell holds a formula.
    """
    return _xlsx(data, what) if data.startswith(b"PK") else _csv(data, what)


def _xlsx(data: bytes, what: str) -> Table:
    from compact_tui.exchange.xlsx_open import cell_name, cell_text, is_formula, open_xlsx

    sheet = open_xlsx(data, what).worksheets[0]
    rows = []
    for number, row in enumerate(sheet.iter_rows(), sheet.min_row):
        formula = next((cell for cell in row if is_formula(cell)), None)
        if formula is not None:
            place = cell_name(sheet.title, formula.coordinate)
            raise FileNotAcceptableError(
                f"{what}: {place} holds a formula; formulas are never worked out here.",
                "Copy the column and paste it as values. Nothing was changed.",
            )
        rows.append((number, tuple(cell_text(cell.value) for cell in row)))
    return Table(tuple(rows), sheet.title)


def _csv(data: bytes, what: str) -> Table:
    if len(data) > LARGEST_CSV:
        raise FileNotAcceptableError(f"{what} is larger than {LARGEST_CSV // 1_000_000} MB.", "Nothing was changed.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")  # what Excel writes where nobody chose UTF-8
    if "\0" in text:
        raise FileNotAcceptableError(f"{what} is not a table.", _SAVE)
    head = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=head.count)
    rows: list[tuple[int, tuple[str, ...]]] = []
    before = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            if len(rows) >= MOST_ROWS:
                raise FileNotAcceptableError(f"{what} has more than {MOST_ROWS:,} rows.", "Nothing was changed.")
            rows.append((before + 1, tuple(cells)))
            before = reader.line_num
    except csv.Error as error:
        raise FileNotAcceptableError(f"{what} is not CSV from line {reader.line_num} on ({error}).", _SAVE) from error
    return Table(tuple(rows))
