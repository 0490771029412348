"""Reads a workbook that came back: cells as text, whatever was moved, renamed, hidden or added; nothing is run."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from compact_tui.core.text import clean_line, nearest
from compact_tui.core.workbook import (
    FORMAT,
    PRIVATE,
    SHEET_KINDS,
    CellRead,
    Column,
    Lent,
    RowRead,
    SheetKind,
    SheetRead,
    WorkbookRead,
)
from compact_tui.core.workbook_cells import folded
from compact_tui.exchange.workbook_lent import lent_from
from compact_tui.exchange.workbook_write import FRONT, LISTS
from compact_tui.exchange.xlsx_open import cell_text, is_formula, open_xlsx

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LAST_HEADER = 20
"""Rows among which the headers are looked for."""
_LEAST_HEADERS = 2
_HEADERS = {kind.id: {folded(column.header): column for column in kind.columns} for kind in SHEET_KINDS}
_LINKS = "xl/externalLinks/"
GONE = (
    "What this workbook was lent with is gone from it, or was changed. So nobody can tell who changed what: "
    "wherever it differs from what stands here, you choose."
)


def read_workbook(data: bytes) -> WorkbookRead:
    """Read a workbook.

    Args:
        data: The bytes of an ``.xlsx`` file.

    Raises:
        FileNotAcceptableError: If it is none, too large, hostile, or of a newer version.
    """
    book = open_xlsx(data, "This file")
    lent, hidden = _lent(book)
    notes = [] if lent else [GONE]
    if _LINKS.encode() in data:
        notes.append("It has links to other files. None of them was followed.")
    sheets = []
    for sheet in book.worksheets:
        if sheet.title in {FRONT, LISTS, hidden}:
            continue
        found = _headers(sheet)
        if found is None:
            if _says_something(sheet):
                notes.append(f'Sheet "{sheet.title}" is not one of ours and was left alone.')
            continue
        reading = _Reading(book, sheet, found)
        notes += reading.notes()
        sheets.append(reading.read())
    return WorkbookRead(lent=lent, sheets=tuple(sheets), notes=tuple(notes))


def _lent(book: "Workbook") -> tuple[Lent | None, str]:
    """What was lent, and the name of the sheet that keeps it."""
    for sheet in book.worksheets:
        if cell_text(sheet.cell(1, 1).value) == FORMAT:
            cells = tuple(cell_text(sheet.cell(at, 1).value) for at in range(1, sheet.max_row + 1))
            return lent_from(cells), sheet.title
    return None, ""


def _says_something(sheet: "Worksheet") -> bool:
    return any(cell.value is not None for row in sheet.iter_rows(max_row=_LAST_HEADER) for cell in row)


class _Headers(Struct, frozen=True):
    """Where the columns of a sheet are."""

    kind: SheetKind
    row: int
    columns: dict[int, Column]
    """By number of the column, from 1."""
    others: dict[int, str]
    """Headers that are not ours."""


def _headers(sheet: "Worksheet") -> _Headers | None:
    """The row that has most of the headers of some kind of sheet."""
    best: _Headers | None = None
    for row in range(1, min(sheet.max_row, _LAST_HEADER) + 1):
        texts = {at: clean_line(cell_text(sheet.cell(row, at).value)) for at in range(1, sheet.max_column + 1)}
        said = {at: folded(text) for at, text in texts.items() if text}
        for kind in SHEET_KINDS:
            columns: dict[int, Column] = {}
            for at, words in said.items():
                fitting = _HEADERS[kind.id].get(words)
                if fitting is not None and fitting not in columns.values():
                    columns[at] = fitting
            ids = {column.id for column in columns.values()}
            known = len(columns) >= _LEAST_HEADERS and set(kind.known_by) & ids
            if known and (best is None or len(columns) > len(best.columns)):
                others = {at: text for at, text in texts.items() if text and at not in columns}
                best = _Headers(kind, row, columns, others)
    return best


class _Reading:
    """Reads one sheet."""

    def __init__(self, book: "Workbook", sheet: "Worksheet", headers: _Headers) -> None:
        self.book, self.sheet, self.headers = book, sheet, headers
        self.anchors: dict[tuple[int, int], tuple[int, int] | None] = {}
        self.merged: list[str] = []
        for area in sheet.merged_cells.ranges:
            self._merged(area)

    def _merged(self, area: Any) -> None:
        """Where one range of merged cells gets its text: each row of its first column from the first cell."""
        ours = [at for at in self.headers.columns if area.min_col <= at <= area.max_col]
        if area.max_row <= self.headers.row or not ours:
            return
        self.merged.append(area.coord)
        for row in range(area.min_row, area.max_row + 1):
            for at in ours:
                down_only = at == area.min_col and self.headers.columns[at].kind not in {"id", "fixed"}
                self.anchors[row, at] = (area.min_row, area.min_col) if down_only else None
        self.anchors.pop((area.min_row, area.min_col), None)

    def notes(self) -> Iterator[str]:
        """What there is to say about the sheet."""
        name = f'Sheet "{self.sheet.title}"'
        headers = self.headers
        found = {column.id for column in headers.columns.values()}
        missing = [
            c.header
            for c in headers.kind.columns
            if c.id not in found and c.kind not in {"id", "fixed"} and c.id != PRIVATE
        ]
        for text in headers.others.values():
            near = nearest(text, missing)
            also = f' Did you mean "{near}"? Then call it so, and try again.' if near else ""
            yield f'{name}: the column "{text[:60]}" is not one of ours and was left alone.{also}'
        for header in missing:
            yield f'{name} has no column "{header}": what stood in it is left as it is.'
        for area in sorted(self.merged):
            yield f"{name}: the cells {area} are merged; what stands in them counts for each row, in the first column."

    def read(self) -> SheetRead:
        """Every row under the headers that says anything."""
        rows = []
        for at in range(self.headers.row + 1, self.sheet.max_row + 1):
            cells = dict(self._cells(at))
            if any(cell.text or cell.wrong for cell in cells.values()):
                rows.append(RowRead(at, cells))
        columns = frozenset(column.id for column in self.headers.columns.values())
        return SheetRead(self.sheet.title, self.headers.kind.id, columns, tuple(rows))

    def _cells(self, row: int) -> Iterator[tuple[str, CellRead]]:
        for at, column in self.headers.columns.items():
            place = self.anchors.get((row, at), (row, at))
            if place is None:
                continue
            here = self.sheet.cell(row, at).coordinate
            cell = self.sheet.cell(*place)
            if is_formula(cell):
                yield column.id, CellRead(here, "", "formula")
            elif cell.data_type == "e":
                yield column.id, CellRead(here, "", "error")
            else:
                yield column.id, CellRead(here, self._text(cell.value, column))

    def _text(self, value: object, column: Column) -> str:
        if column.kind == "day" and isinstance(value, int | float) and not isinstance(value, bool):
            value = self._day(value)
        return cell_text(value)

    def _day(self, number: float) -> object:
        """A count of days as a day, from the first day that the workbook counts from."""
        from openpyxl.utils.datetime import from_excel

        try:
            return from_excel(int(number), self.book.epoch)
        except (OverflowError, ValueError):
            return number
