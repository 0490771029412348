"""Tables from CSV and .xlsx: rows keep their numbers, formulas are refused, and what is no table is said to be none."""

import io

import pytest
from openpyxl import Workbook

from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.exchange.table_reading import read_table


def _xlsx(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_csv_is_read_whatever_parts_its_cells(separator: str, mark: bytes) -> None:
    text = f'id{separator}name\r\nP01{separator}"Brolly{separator} the first"\r\n'

    assert read_table(mark + text.encode()).rows == ((1, ("id", "name")), (2, ("P01", f"Brolly{separator} the first")))


def test_a_row_keeps_the_number_of_its_line_below_a_cell_of_several_lines() -> None:
    table = read_table(b'id,name\nP01,"Brolly\nPrimary"\nP02,Acorns\n')

    assert [number for number, _ in table.rows] == [1, 2, 4]


def test_letters_as_excel_writes_them_where_nobody_chose_utf_8_are_read() -> None:
    assert read_table("id,name\nP01,Zoë\n".encode("cp1252")).rows[1] == (2, ("P01", "Zoë"))


def test_a_workbook_is_read_as_text_with_its_own_row_numbers() -> None:
    table = read_table(_xlsx(("id", "name", "closed"), (), (101, "Brolly", 3.0)))

    assert [row for row in table.rows if any(row[1])] == [(1, ("id", "name", "closed")), (3, ("101", "Brolly", "3"))]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (_xlsx(("id", "name"), ("P01", "=1+1")), "cell B2 holds a formula"),
        (b"PK\x03\x04 and no more", "is not a workbook"),
        (b"id,name\n\0\0", "is not a table"),
        (b'id,name\nP01,"never closed', "is not CSV from line"),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(data: bytes, said: str) -> None:
    with pytest.raises(FileNotAcceptableError, match=said) as refused:
        read_table(data, "The register")

    assert refused.value.message.startswith("The register")
    assert "Nothing was changed" in refused.value.hint
