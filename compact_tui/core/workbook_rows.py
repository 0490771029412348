"""Which record each row of a workbook that came back is about; by its id, else by its number and question."""

from collections.abc import Mapping

from compact_tui.core.audit import Audit
from compact_tui.core.pack import AuditPack, numbered
from compact_tui.core.text import clean_line
from compact_tui.core.workbook import ID, STANDARD, RowRead, SheetRead
from compact_tui.core.workbook_build import GRADE, SUMMARY
from compact_tui.core.workbook_cells import folded

Key = tuple[str, str]
"""Table and id of a record."""
NEW = ""
"""Stands for the id of a record that is new."""
MAIN: Mapping[str, str] = {"evidence": "title", "actions": "what"}
"""The column that names a record, by table."""


class Finder:
    """Finds the record of a row."""

    def __init__(self, pack: AuditPack, standards: tuple[str, ...], lent: Audit) -> None:
        self._rows: dict[Key, tuple[str, str]] = {}
        for standard in pack.standard:
            if standard.id in standards:
                number = str(standard.number)
                for at, criterion in numbered(standard):
                    self._rows["answers", criterion.id] = (at, criterion.question)
                if pack.level:
                    self._rows["grades", standard.id] = (number, GRADE)
                self._rows["summaries", standard.id] = (number, SUMMARY)
        self._questions: dict[str, list[Key]] = {}
        for key, (_, words) in self._rows.items():
            self._questions.setdefault(folded(words), []).append(key)
        self._records: dict[Key, str] = {("evidence", one.id): one.title for one in lent.evidence}
        self._records |= {("actions", one.id): one.what for one in lent.actions}

    @property
    def asked(self) -> dict[Key, str]:
        """Every row that was in the workbook, with what it is called."""
        return {key: f"{number} {words}" for key, (number, words) in self._rows.items()} | self._records

    def find(self, sheet: SheetRead, row: RowRead) -> Key | None:
        """The record of a row; with the id ``NEW`` for a new one, ``None`` where there is no telling."""
        name = _text(row, ID)
        table, _, record = name.partition("/")
        if (table, record) in self._rows or (table, record) in self._records:
            return table, record
        if sheet.kind == STANDARD.id:
            return self._by_question(row)
        if name:
            return None
        return self._by_name(sheet.kind, row)

    def _by_question(self, row: RowRead) -> Key | None:
        number, question = _text(row, "number"), row.cells["question"].text if "question" in row.cells else ""
        first, whole = folded(question.partition("\n")[0]), folded(question)
        fitting = self._questions.get(first) or [
            key for words, keys in self._questions.items() if whole.startswith(f"{words} ") for key in keys
        ]
        numbered_so = [key for key in fitting if self._rows[key][0] == number.rstrip(".")]
        found = numbered_so or ([] if number else fitting)
        return found[0] if len(found) == 1 else None

    def _by_name(self, table: str, row: RowRead) -> Key:
        name = folded(_text(row, MAIN[table]))
        fitting = [key for key, title in self._records.items() if key[0] == table and folded(title) == name]
        return fitting[0] if len(fitting) == 1 and name else (table, NEW)


def _text(row: RowRead, column: str) -> str:
    cell = row.cells.get(column)
    return clean_line(cell.text) if cell else ""
