"""What taking a workbook back costs, beside the library reading the same file.

    python tests/benchmarks/workbook.py [FOLDER]

The full audit of a school, every criterion answered with a note of some length and a piece of evidence: written as a
workbook, read by openpyxl alone, shown by a dry run, and taken in. The folder should be on the disk that matters.
"""

import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from compact_tui.core.audit import CriterionAnswer, Evidence
from compact_tui.services import audits, workbooks
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk, commit, desk_at, edit
from compact_tui.services.settings import set_up

TIMES = 7
NOTE = "Seen on Monday with the deputy: the list agrees with the files but for two, which are being chased. " * 3


def filled(root: Path) -> Desk:
    """An audit in which everything is said."""
    desk = desk_at(root, environ={}, who="Lead")
    set_up(desk, {"name": "Little Acorns", "sector": "education", "kind": "primary-school"})
    audits.start(desk, cycle="2026-2028")
    opened = open_audit(desk)
    edits = []
    for standard in opened.pack.standard:
        for criterion in standard.criterion:
            said = CriterionAnswer(criterion=criterion.id, answer=opened.pack.answer[0].id, note=NOTE)
            seen = Evidence(id=f"e-{criterion.id}", title="File sample", supports=(criterion.id,))
            edits += [edit("answers", criterion.id, None, said), edit("evidence", seen.id, None, seen)]
    commit(desk, opened.book, "answer", "everything", tuple(edits))
    return desk


def took(act: Callable[[], object]) -> float:
    """Milliseconds of the middle run."""
    spans = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        act()
        spans.append((time.perf_counter() - begun) * 1000)
    return statistics.median(spans)


def main(folder: str = "") -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory(dir=folder or None) as name:
        desk = filled(Path(name) / "workspace")
        number = iter(range(TIMES))
        writing = took(lambda: workbooks.export_workbook(desk, output=Path(name) / f"{next(number)}.xlsx"))
        path = Path(name) / "0.xlsx"
        data = path.read_bytes()
        book = load_workbook(io.BytesIO(data))
        for sheet in book.worksheets[1:-2]:
            for row in range(2, sheet.max_row):
                if str(sheet.cell(row, 8).value).strip() == NOTE.strip():
                    sheet.cell(row, 8).value = f"{NOTE}Done."
        changed = Path(name) / "changed.xlsx"
        book.save(changed)
        alone = took(lambda: load_workbook(io.BytesIO(data)))
        same = took(lambda: workbooks.preview_workbook(desk, path))
        shown = took(lambda: workbooks.preview_workbook(desk, changed))
        begun = time.perf_counter()
        taken = workbooks.import_workbook(desk, changed).merge.taken
        importing = (time.perf_counter() - begun) * 1000
    print(f"{len(data) / 1000:.0f} KB, writing it {writing:.0f} ms")
    print(f"openpyxl alone {alone:.0f} ms")
    print(f"dry run, nothing changed {same:.0f} ms, {same / alone:.1f} times that")
    print(f"dry run, {taken} notes changed {shown:.0f} ms, {shown / alone:.1f} times that")
    print(f"taking these in, saved {importing:.0f} ms, {importing / alone:.1f} times that")


if __name__ == "__main__":
    main(*sys.argv[1:2])
