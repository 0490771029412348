"""Workbooks in the hands of a test: an audit that was written to one, and cells as a person finds and fills them."""

import io
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from compact_tui.services import answering, grading, records, workbooks
from compact_tui.services.desk import Desk
from tests.services.desks import started

FIXTURES = Path(__file__).parent / "fixtures" / "workbooks"


def half_filled(root: Path) -> Desk:
    """An audit of the small pack of which something is said everywhere."""
    desk = started(root)
    answering.answer(desk, "u1-ticket", "in-hand", note="Ten picked blind, ten tickets.\n=SUM(A1:A9)")
    answering.write_note(desk, "u1-ticket", "Ask Bob about the spare roll.", private=True)
    answering.answer(desk, "u1-wet-rack", "half-way", note="The tray was full at noon.")
    answering.answer(desk, "u1-greeting", "no-rain-here", reason="A machine does the greeting.")
    answering.answer(desk, "u2-watch", "need-support")
    grading.grade(desk, "u1", "a-few-drops", reason="The tray.")
    grading.summarise(desk, "u1", "Fewer wet coats than last year.")
    seen = {"title": "Ticket roll", "kind": "ticket-stub", "where": "By the door", "seen_on": "1 Dec 2026"}
    records.add_evidence(desk, seen, ("u1-ticket",))
    records.add_action(
        desk, {"what": "Empty the tray at four", "who": "Cleaner", "due": "1 Jan 2027"}, ("u1-wet-rack", "u2")
    )
    return desk


class Hands:
    """A workbook that somebody has open."""

    def __init__(self, data: bytes) -> None:
        self.book: Workbook = load_workbook(io.BytesIO(data))

    def sheet(self, name: str) -> Worksheet:
        """A sheet by the beginning of its name."""
        return next(sheet for sheet in self.book.worksheets if sheet.title.startswith(name))

    def column(self, sheet: Worksheet, header: str) -> int:
        """The number of a column."""
        return next(at for at, cell in enumerate(sheet[1], 1) if str(cell.value).startswith(header))

    def cell(self, sheet: str, row: str, header: str) -> Any:
        """The cell of a column in the first row that has a text somewhere."""
        there = self.sheet(sheet)
        rows = enumerate(there.iter_rows(min_row=2), 2)
        at = next(number for number, cells in rows if any(row == str(c.value) for c in cells))
        return there.cell(at, self.column(there, header))

    def fill(self, sheet: str, row: str, header: str, value: object) -> None:
        """Type into a cell."""
        self.cell(sheet, row, header).value = value

    def add(self, sheet: str, **cells: object) -> None:
        """Fill the first empty row; columns by header, with underscores for spaces."""
        there = self.sheet(sheet)
        first = next(at for at in range(2, 500) if all(there.cell(at, c).value is None for c in range(1, 9)))
        for header, value in cells.items():
            there.cell(first, self.column(there, header.replace("_", " "))).value = value  # type: ignore[assignment]

    def data(self) -> bytes:
        """The file as it is saved."""
        target = io.BytesIO()
        self.book.save(target)
        return target.getvalue()

    def save(self, path: Path) -> Path:
        """Save it as a file."""
        path.write_bytes(self.data())
        return path


def written(desk: Desk, *standards: str, **options: Any) -> Path:
    """The workbook of some standards, as it is written."""
    return Path(workbooks.export_workbook(desk, standards, **options).path)


def in_hands(desk: Desk, *standards: str, **options: Any) -> Hands:
    """The same, opened."""
    return Hands(written(desk, *standards, **options).read_bytes())
