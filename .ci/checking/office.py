"""Word files and workbooks opened by an office program: it must take them, and show every word that is in them."""

import csv
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from docx import Document
from openpyxl import load_workbook

_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""LibreOffice's words for: commas, quotes, UTF-8, from the first row, as shown, a file for each sheet."""
_PATIENCE = 180
"""Seconds after which the program is given up."""
_SAID = 80
"""Characters of a missing text that are said."""


class NotConverted(Exception):
    """The office program could not make of a file what was asked; the text is a sentence."""


def wanting(office: str, pdf_reader: str, file: Path, work: Path) -> tuple[str, ...]:
    """Texts of a Word file or workbook that an office program does not show; none of a Word file without a reader.

    Raises:
        NotConverted: If the office program cannot open it.
    """
    if file.suffix == ".xlsx":
        sheets = _converted(office, file, work, _EVERY_SHEET, "*.csv")
        return missing(cells_of(file), _csv_texts(sheets))
    (pdf,) = _converted(office, file, work, "pdf", "*.pdf")
    if not pdf_reader:
        return ()
    read = subprocess.run([pdf_reader, "-layout", str(pdf), "-"], capture_output=True, encoding="utf-8", check=True)
    return missing(_words_of(words_in(file)), [read.stdout])


def missing(wanted: Iterable[str], shown: Iterable[str]) -> tuple[str, ...]:
    """Which of the texts are nowhere in what is shown, spaces and line ends apart."""
    there = _bare(" ".join(shown))
    return tuple(text[:_SAID] for text in dict.fromkeys(wanted) if _bare(text) not in there)


def words_in(file: Path) -> Iterator[str]:
    """Every text of a Word file: its paragraphs and the cells of its tables."""
    document = Document(str(file))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (cell.text for row in table.rows for cell in row.cells)


def cells_of(file: Path) -> Iterator[str]:
    """Every text of a workbook's sheets that can be seen."""
    for sheet in load_workbook(file).worksheets:
        if sheet.sheet_state == "visible":
            cells = (cell for row in sheet.iter_rows(values_only=True) for cell in row)
            yield from (cell for cell in cells if isinstance(cell, str) and not cell.startswith("="))


def _words_of(texts: Iterable[str]) -> Iterator[str]:
    """Single words and their parts at hyphens, since lines of a cell stand beside those of the next on paper."""
    for text in texts:
        yield from re.split(r"[\s/-]+", text)


def _bare(text: str) -> str:
    return re.sub(r"[\s\u00ad]+", "", text)


def _csv_texts(files: Iterable[Path]) -> Iterator[str]:
    for file in files:
        with file.open(encoding="utf-8", newline="") as lines:
            yield from (cell for row in csv.reader(lines) for cell in row)


def _converted(office: str, file: Path, work: Path, form: str, pattern: str) -> tuple[Path, ...]:
    place = work / f"{file.stem}-{file.suffix[1:]}"
    place.mkdir()
    profile = f"-env:UserInstallation={(work / 'office').as_uri()}"
    argv = [office, profile, "--headless", "--convert-to", form, "--outdir", str(place), str(file)]
    try:
        ended = subprocess.run(argv, capture_output=True, encoding="utf-8", timeout=_PATIENCE)
    except subprocess.TimeoutExpired:
        raise NotConverted(f"The office program came to no end in {_PATIENCE} seconds.") from None
    made = tuple(sorted(place.glob(pattern)))
    if not made:
        raise NotConverted(f"The office program made nothing of it: {' '.join((ended.stderr or ended.stdout).split())}")
    return made
