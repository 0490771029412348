"""Which texts of a file an office program would have to show, and which it did not."""

from pathlib import Path

from checking.office import cells_of, missing, words_in
from openpyxl import Workbook

from compact_tui.exchange.docx_page import page_docx
from tests.chart_samples import LAMPS, chart_page


def test_a_text_is_there_however_its_lines_were_broken() -> None:
    assert missing(("Too few\nto show.", "half-term"), ("a Too  few", "to\xa0show. half-", "term")) == ()


def test_a_missing_text_is_said_once_and_shortened() -> None:
    assert missing(("Halls", "Lofts", "Lofts", "x" * 200), ("Halls",)) == ("Lofts", "x" * 80)


def test_paragraphs_and_cells_of_a_word_file_are_looked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(page_docx(chart_page(LAMPS)))

    words = set(words_in(file))
    assert {"Lamps", "Rooms", "Halls", "30 (75%)", "Too few to show."} <= words


def test_texts_of_visible_sheets_are_looked_for_and_formulas_are_not(tmp_path: Path) -> None:
    book = Workbook()
    seen, hidden = book.worksheets[0], book.create_sheet("hidden")
    seen.append(["Said", 3, None, "=1+1"])
    hidden.append(["Not said"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")

    assert list(cells_of(tmp_path / "a.xlsx")) == ["Said"]
