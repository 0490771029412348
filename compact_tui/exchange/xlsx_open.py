"""Opening a workbook that somebody else saved: bounded, nothing in it run, no links followed."""

import io
import warnings
import zipfile
import zlib
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.exchange.xlsx_bounds import look_at_xml

if TYPE_CHECKING:
    from openpyxl import Workbook

LARGEST_FILE = 20_000_000
"""Bytes of the file itself."""
LARGEST_PART = 100_000_000
"""Bytes of one part of it, unpacked."""
LARGEST_WHOLE = 200_000_000
"""Bytes of all its parts, unpacked."""
MOST_PARTS = 2_000
MOST_TIMES = 300
"""How many times larger a part may become when it is unpacked."""
MOST_SHEETS = 100
MOST_ROWS = 20_000
MOST_COLUMNS = 200
_SMALL = 100_000
"""Bytes under which nobody minds how well a part was packed."""
_NOT_HERE = "Nothing was changed."
_SAVE_AS = f'Open it in your spreadsheet and save it as "Excel workbook (.xlsx)". {_NOT_HERE}'
_STUMBLES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    OSError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
"""How openpyxl ends at a damaged workbook; what its XML readers raise is a SyntaxError."""
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def open_xlsx(data: bytes, what: str = "The file") -> "Workbook":
    """A workbook from the bytes of an ``.xlsx`` file, with formulas as text and links dropped.

    Args:
        data: The bytes.
        what: What the person calls the file, to begin a sentence with.

    Raises:
        FileNotAcceptableError: It is something else, damaged, too large, protected by a password, or holds macros.
    """
    _look_at_parts(data, what)
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        # It warns of what it leaves out, such as pictures, on a screen that may be in use.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), data_only=False, keep_vba=False, keep_links=False)
    except (*_STUMBLES, InvalidFileException) as error:
        reason = f"{type(error).__name__}: {error}"[:160]
        raise FileNotAcceptableError(f"{what} is damaged and cannot be read ({reason}).", _SAVE_AS) from error
    _look_at_sheets(book, what)
    return book


def _look_at_parts(data: bytes, what: str) -> None:
    if len(data) > LARGEST_FILE:
        raise _refused(f"{what} is larger than {LARGEST_FILE // 1_000_000} MB.", "Take pictures and other things out.")
    if data.startswith(_OLD_EXCEL):
        raise _refused(f"{what} is protected by a password, or in the old Excel format (.xls).", _SAVE_AS)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            _look_inside(packed, what)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise _refused(f"{what} is not a workbook, or it is damaged.", _SAVE_AS) from error


def _look_inside(packed: zipfile.ZipFile, what: str) -> None:
    parts = packed.infolist()
    too_large = _refused(f"{what} holds far more than a workbook of this program would.", "Choose another file.")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_WHOLE:
        raise too_large
    for part in parts:
        if part.filename.lower().endswith("vbaproject.bin"):
            raise _refused(f"{what} holds macros.", f"This program never runs any. {_SAVE_AS}")
        many_times = part.file_size > MOST_TIMES * max(part.compress_size, 1)
        if part.file_size > LARGEST_PART or (part.file_size > _SMALL and many_times):
            raise too_large
        if part.filename.lower().endswith((".xml", ".rels", ".vml")) and _declares(packed.read(part)):
            raise _refused(f"{what} holds declarations that no spreadsheet writes.", _SAVE_AS)
    look_at_xml(packed, what)


def _declares(text: bytes) -> bool:
    """Whether XML brings a document type, which could make it grow without end or read other files."""
    # UTF-16 puts a zero byte beside each letter.
    start = text[:4096].replace(b"\0", b"").upper()
    return b"<!DOCTYPE" in start or b"<!ENTITY" in start


def _look_at_sheets(book: "Workbook", what: str) -> None:
    if len(book.sheetnames) > MOST_SHEETS:
        raise _refused(f"{what} has {len(book.sheetnames)} sheets; at most {MOST_SHEETS} are taken.", "Take some out.")
    for sheet in book.worksheets:
        if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
            raise _refused(
                f'The sheet "{sheet.title}" reaches down to row {sheet.max_row:,}, column {sheet.max_column:,}.',
                f"Delete the empty rows and columns beyond what you filled in, and save it again. {_NOT_HERE}",
            )


def _refused(message: str, hint: str) -> FileNotAcceptableError:
    return FileNotAcceptableError(message, hint if _NOT_HERE in hint else f"{hint} {_NOT_HERE}")


def is_formula(cell: Any) -> bool:
    """Whether a cell of openpyxl holds a formula; its value is never worked out here."""
    return bool(cell.data_type == "f")


def cell_text(value: object) -> str:
    """What stands in a cell as text: a day as ``2026-12-03``, 3.0 as ``3``, a tick as ``yes``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ", timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def cell_name(sheet: str, cell: str) -> str:
    """Where a cell is, as a person finds it: ``sheet "Criteria", cell D17``."""
    return f'sheet "{sheet}", cell {cell}'
