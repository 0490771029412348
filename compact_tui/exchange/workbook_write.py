"""Writes a workbook as .xlsx. Text is always text: no cell becomes a formula, a number or a link."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from typing import Any

from compact_tui.core.days import is_day
from compact_tui.core.workbook import ID, Column, Row, Sheet, Workbook, in_cell
from compact_tui.exchange.sheet_print import print_on_a4
from compact_tui.exchange.workbook_lent import lent_cells

FRONT, LISTS, LENT = "Start here", "Lists", "Lent"
"""Names of the front sheet and of the two hidden ones."""
SPARE_ROWS = 40
"""Empty rows for new records at the end of a sheet."""
_FIRST_YEAR = 1901
_LINE_HEIGHT, _ROOM, _HIGHEST = 13.0, 5.0, 409.0
"""Points: of a line of text, around it, and of the highest row that a spreadsheet has."""
_LETTERS = 1.15
"""Letters of our size in what a spreadsheet calls the width of one."""
_ROOM_TO_WRITE = 3
"""Lines of room where somebody writes what was found."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "d mmm yyyy",
}
_SHEET_MAY = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "insert_columns": True,
    "sort": True,
    "autofilter": True,
}
_LINE = "#8C8C8C"
_GREY = "#EDEDED"
_BASIC = {"valign": "top", "text_wrap": True, "border": 1, "border_color": _LINE, "font_size": 10}


def workbook_bytes(workbook: Workbook) -> bytes:
    """A workbook as the bytes of an ``.xlsx`` file.

    The texts of its cells must fit (``core.workbook_build.too_long``).
    """
    import xlsxwriter  # type: ignore[import-untyped]

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, _OPTIONS)
    book.set_properties({"title": in_cell(workbook.title), "comments": "Made by compact_tui"})
    _Writing(book, workbook).write()
    book.close()
    return _growing(target.getvalue())


def _growing(data: bytes) -> bytes:
    """The same with rows that grow while somebody types; XlsxWriter (3.3) fixes the height of every row it is given."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as grown:
        for part in made.infolist():
            text = made.read(part)
            if part.filename.startswith("xl/worksheets/"):
                text = text.replace(b' customHeight="1"', b"")
            grown.writestr(part, text)
    return target.getvalue()


class _Writing:
    """Writes one workbook, with the formats that its sheets share."""

    def __init__(self, book: Any, workbook: Workbook) -> None:
        self.book, self.workbook = book, workbook
        words = {"locked": False, "num_format": "@"}
        self.fixed = book.add_format({**_BASIC, "bg_color": _GREY})
        self.strong = book.add_format({**_BASIC, "bg_color": _GREY, "bold": True})
        self.header = book.add_format({**_BASIC, "bg_color": "#D0D0D0", "bold": True})
        self.filled = book.add_format({**_BASIC, **words})
        self.day = book.add_format({**_BASIC, "locked": False, "num_format": "d mmm yyyy", "align": "left"})
        self.lists: Mapping[str, str] = {}

    def write(self) -> None:
        """Write every sheet."""
        front = self.book.add_worksheet(FRONT)
        names = _unique([sheet.name for sheet in self.workbook.sheets])
        made = [(self.book.add_worksheet(name), sheet) for name, sheet in zip(names, self.workbook.sheets, strict=True)]
        self._front(front)
        self.lists = self._lists(self.book.add_worksheet(LISTS))
        for target, sheet in made:
            self._sheet(target, sheet)
        hidden = self.book.add_worksheet(LENT)
        for at, text in enumerate(lent_cells(self.workbook.lent)):
            hidden.write_string(at, 0, text)
        hidden.hide()

    def _front(self, sheet: Any) -> None:
        title = self.book.add_format({"bold": True, "font_size": 16, "text_wrap": True})
        name = self.book.add_format({"bold": True, "valign": "top"})
        text = self.book.add_format({"text_wrap": True, "valign": "top"})
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 90)
        sheet.hide_gridlines(2)
        sheet.merge_range(0, 0, 0, 1, "", title)
        sheet.write_string(0, 0, in_cell(self.workbook.title), title)
        rows = (*self.workbook.facts, ("", ""), *(("How to fill it in" if not at else "", line) for at, line in
                                                  enumerate(self.workbook.how)))  # fmt: skip
        for at, (what, said) in enumerate(rows, 2):
            sheet.write_string(at, 0, what, name)
            sheet.write_string(at, 1, in_cell(said), text)
            sheet.set_row(at, _height(_lines(said, 90)))
        sheet.protect("", _SHEET_MAY)
        print_on_a4(sheet, self.workbook.title)

    def _lists(self, sheet: Any) -> Mapping[str, str]:
        """Write the words that are offered; the range of each list, by its id."""
        ranges = {}
        for column, (name, words) in enumerate(self.workbook.lists):
            sheet.write_string(0, column, name)
            for row, word in enumerate(words, 1):
                sheet.write_string(row, column, in_cell(word))
            letter = chr(ord("A") + column)
            if words:
                ranges[name] = f"={LISTS}!${letter}$2:${letter}${len(words) + 1}"
        sheet.hide()
        return ranges

    def _sheet(self, target: Any, sheet: Sheet) -> None:
        for at, column in enumerate(sheet.columns):
            target.set_column(at, at, column.width, None, {"hidden": True} if column.id == ID else {})
            target.write_string(0, at, column.header, self.header)
        rows = (*sheet.rows, *([sheet.spare] * SPARE_ROWS if sheet.spare else []))
        target.set_row(0, _height(2))
        for down, row in enumerate(rows, 1):
            lines = [_lines(row.cells.get(column.id, ""), column.width) for column in sheet.columns]
            target.set_row(down, _height(max(*lines, _ROOM_TO_WRITE if "note" in row.fill else 1)))
            for at, column in enumerate(sheet.columns):
                self._cell(target, down, at, column, row)
        self._choices(target, sheet, rows)
        target.freeze_panes(1, 3)
        target.protect("", _SHEET_MAY)
        target.repeat_rows(0)
        print_on_a4(target, sheet.title)

    def _cell(self, target: Any, down: int, at: int, column: Column, row: Row) -> None:
        text = row.key if column.id == ID else in_cell(row.cells.get(column.id, ""))
        fill = column.id in row.fill
        if fill and column.kind == "day" and is_day(text) and int(text[:4]) >= _FIRST_YEAR:
            target.write_datetime(down, at, date.fromisoformat(text), self.day)
            return
        format_ = (self.day if column.kind == "day" else self.filled) if fill else self.fixed
        format_ = self.strong if row.strong and column.id == "question" else format_
        if text:
            target.write_string(down, at, text, format_)
        else:
            target.write_blank(down, at, None, format_)

    def _choices(self, target: Any, sheet: Sheet, rows: tuple[Row, ...]) -> None:
        for at, column in enumerate(sheet.columns):
            if column.kind != "choice":
                continue
            for down, row in enumerate(rows, 1):
                if row.offers in self.lists and column.id in row.fill:
                    target.data_validation(down, at, down, at, _offer(self.lists[row.offers], column))


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column, more or less."""
    return sum(1 + int(len(line) / (width * _LETTERS)) for line in text.split("\n"))


def _height(lines: int) -> float:
    return min(_HIGHEST, lines * _LINE_HEIGHT + _ROOM)


def _offer(source: str, column: Column) -> dict[str, object]:
    return {
        "validate": "list",
        "source": source,
        "error_type": "warning",
        "error_title": column.header,
        "error_message": "This is not one of the words of the list.",
    }


def _unique(names: list[str]) -> list[str]:
    """Names for sheets, none of them twice, whatever their case."""
    made: list[str] = []
    taken = {name.casefold() for name in (FRONT, LISTS, LENT)}
    for name in names:
        number, found = 1, name
        while found.casefold() in taken or not found:
            number += 1
            found = f"{name[:27]} {number}".strip()
        taken.add(found.casefold())
        made.append(found)
    return made
