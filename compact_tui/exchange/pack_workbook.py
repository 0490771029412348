"""An audit pack as a workbook that a person likes to fill in, and back; the sheets are those of ``core.pack_sheet``."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_sheet import READ_ME, Cell, Sheet, SheetColumn, sheets_of
from compact_tui.core.pack_sheet_read import PackSheets, read_sheets
from compact_tui.core.pack_sheet_rows import SheetRead
from compact_tui.core.problems import Problem, has_errors
from compact_tui.exchange.sheet_print import print_on_a4
from compact_tui.exchange.xlsx_open import cell_name, cell_text, is_formula, open_xlsx

_ROOM = 200
"""Rows below the filled ones that offer the same choices."""
_LINE, _HIGHEST = 15, 400
"""Points that a line of text needs, and that a row has at most."""
_LONGEST_CHOICES = 255
"""Characters that a spreadsheet takes as a list of choices."""


def write_pack(pack: AuditPack) -> bytes:
    """A pack as the bytes of an ``.xlsx`` workbook: values only, nothing that could be taken for a formula or link."""
    import xlsxwriter  # type: ignore[import-untyped]

    sheets = sheets_of(pack)
    file = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(file, safe)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#E6EEF5"})
    # A text format keeps a spreadsheet from making a number of an edition such as 2026.10, or a date of a day.
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    number = book.add_format({"num_format": "0", "valign": "top"})
    columns_with_ids = {
        sheet.name: at for sheet in sheets for at, column in enumerate(sheet.columns) if column.title == "Id"
    }
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.freeze_panes(1, 0 if sheet.name == READ_ME else 1)
        page.repeat_rows(0)
        widths = [column.width for column in sheet.columns]
        print_on_a4(page, f"{pack.pack.title} {pack.pack.edition}", widths, columns_with_ids.get(sheet.name, 0) + 1)
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, column.width, number if column.number else text)
            page.write_string(0, at, column.title, head)
            if column.meaning:
                page.write_comment(0, at, column.meaning, {"x_scale": 2})
        _fill(page, sheet, text, number)
        if not sheet.only_to_read:
            _offer(page, sheet, columns_with_ids)
    book.close()
    return file.getvalue()


def _fill(page: Any, sheet: Sheet, text: object, number: object) -> None:
    for at, row in enumerate(sheet.rows, 1):
        # Not every spreadsheet makes a row as high as its wrapped text by itself.
        page.set_row(at, min(_LINE * _lines(sheet, row), _HIGHEST))
        for n, cell in enumerate(row):
            if isinstance(cell, int):
                page.write_number(at, n, cell, number)
            elif cell:
                page.write_string(at, n, cell, text)


def _lines(sheet: Sheet, row: tuple[Cell, ...]) -> int:
    """How many lines the longest cell of a row needs."""
    return max(
        sum(-(-len(line) // column.width) or 1 for line in str(cell).split("\n"))
        for column, cell in zip(sheet.columns, row, strict=True)
    )


def _offer(page: Any, sheet: Sheet, columns_with_ids: Mapping[str, int]) -> None:
    """Choices to pick from; what is not among them is not refused here, but told at reading."""
    last = len(sheet.rows) + _ROOM
    for at, column in enumerate(sheet.columns):
        source = _source(column, columns_with_ids)
        if source:
            told = {
                "error_type": "warning",
                "error_title": column.title,
                "error_message": "This is none of the choices.",
            }
            page.data_validation(1, at, last, at, {"validate": "list", "source": source, **told})


def _source(column: SheetColumn, columns_with_ids: Mapping[str, int]) -> list[str] | str:
    if column.choices:
        return list(column.choices) if len(",".join(column.choices)) <= _LONGEST_CHOICES else ""
    if column.names in columns_with_ids:
        letter = chr(65 + columns_with_ids[column.names])
        return f"='{column.names}'!${letter}$2:${letter}${_ROOM}"
    return ""


def read_pack_workbook(data: bytes, what: str = "The file") -> PackSheets:
    """A pack from the bytes of an ``.xlsx`` workbook, with every mistake told by its sheet and cell.

    Args:
        data: The bytes.
        what: What the person calls the file, to begin a sentence with.

    Raises:
        FileNotAcceptableError: It cannot be opened as a workbook.
    """
    book = open_xlsx(data, what)
    formulas = [problem for sheet in book.worksheets if sheet.title != READ_ME for problem in _formulas(sheet)]
    reading = read_sheets([_sheet(sheet) for sheet in book.worksheets])
    problems = (*formulas, *reading.problems)
    return PackSheets(None if has_errors(problems) else reading.pack, problems, reading.locate)


def _sheet(sheet: Any) -> SheetRead:
    rows = tuple(tuple("" if is_formula(cell) else cell_text(cell.value) for cell in row) for row in sheet.iter_rows())
    return SheetRead(sheet.title, rows)


def _formulas(sheet: Any) -> Iterator[Problem]:
    for row in sheet.iter_rows():
        for cell in row:
            if is_formula(cell):
                place = cell_name(sheet.title, cell.coordinate)
                what = "Here stands a formula, and this program works none out."
                yield Problem(what=what, remedy="Type the value itself.", file=place)
