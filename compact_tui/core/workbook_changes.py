"""What a workbook that came back says, as records beside ours and beside what was lent."""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.audit import Audit, CriterionAnswer
from compact_tui.core.digest import short_mark
from compact_tui.core.free_text import KEYS
from compact_tui.core.lending import LENT_TABLES, lent_of
from compact_tui.core.merge_values import Tables
from compact_tui.core.pack import AuditPack
from compact_tui.core.record import Record
from compact_tui.core.show import numbers_of
from compact_tui.core.workbook import (
    FIELDS,
    ID,
    SHEET_KINDS,
    CellRead,
    Column,
    Lent,
    RowRead,
    SheetRead,
    WorkbookRead,
    same_in_cell,
)
from compact_tui.core.workbook_build import shown
from compact_tui.core.workbook_cells import Reading, first_of
from compact_tui.core.workbook_records import Changing
from compact_tui.core.workbook_rows import MAIN, NEW, Finder, Key

_COLUMNS = {kind.id: {column.id: column for column in kind.columns} for kind in SHEET_KINDS}
_MOST_NAMED = 5
_LEFT = "It was left as it is."
Records = dict[Key, Record]


class Taken(Struct, frozen=True):
    """What a workbook says, as tables that can be merged."""

    base: Tables
    mine: Tables
    theirs: Tables
    wrong: tuple[str, ...]
    """Cells and rows that cannot be taken, one sentence each: where, why, and what to do."""
    notes: tuple[str, ...]
    """What else a person should know."""
    rows: int
    """How many rows of the audit were found."""


def taken_from(read: WorkbookRead, pack: AuditPack, kept: Audit, *, by: str, at: str, today: str) -> Taken:
    """What a workbook says beside the audit now.

    Args:
        read: The workbook.
        pack: The audit's pack, as its variation sees it.
        kept: The audit as it is kept.
        by: Role of whoever filled it in.
        at: The instant for what they changed.
        today: The day.
    """
    lent = read.lent or _nothing_lent(kept, pack)
    taking = _Taking(read, lent, pack, kept, Changing(pack, kept, by=by, at=at, today=today))
    taking.run()
    return taking.taken()


def _nothing_lent(kept: Audit, pack: AuditPack) -> Lent:
    """What stands for what was lent where the file does not say: everything of theirs then meets ours."""
    head = kept.head
    return Lent(
        audit=head.id,
        pack=head.pack,
        edition=head.edition,
        variation=head.variation,
        standards=tuple(standard.id for standard in pack.standard),
        made_on="",
    )


class _Taking:
    """Goes through the rows of one workbook."""

    def __init__(self, read: WorkbookRead, lent: Lent, pack: AuditPack, kept: Audit, changing: Changing) -> None:
        self.read, self.lent, self.pack, self.kept = read, lent, pack, kept
        self.changing = changing
        self.reading = Reading(pack)
        self.numbers = numbers_of(pack)
        self.ours = _by_key(kept)
        self.veiled = _by_key(lent_of(kept, pack, lent.standards, private=lent.private))
        self.shown = _by_key(lent) if read.lent else dict(self.veiled)
        """The records as their cells showed them."""
        self.base = {key: _unveiled(one, self.veiled.get(key), self.ours.get(key)) for key, one in self.shown.items()}
        self.theirs: Records = dict(self.base)
        self.seen: dict[Key, str] = {}
        self.wrong: list[str] = []
        self.notes: list[str] = list(read.notes)

    def run(self) -> None:
        """Take every row of every sheet."""
        shown = Audit(head=self.kept.head, **{table: _table(self.shown, table) for table in LENT_TABLES})
        finder = Finder(self.pack, self.lent.standards, shown)
        for sheet in self.read.sheets:
            for row in sheet.rows:
                self._row(finder, sheet, row)
        missing = [name for key, name in finder.asked.items() if self.read.lent and key not in self.seen]
        if missing:
            rows = "1 row of the workbook is" if len(missing) == 1 else f"{len(missing)} rows of the workbook are"
            more = "" if len(missing) <= _MOST_NAMED else f" and {len(missing) - _MOST_NAMED} more"
            self.notes.append(
                f"{rows} no longer in it; what stood there is left as it is: "
                f"{'; '.join(name[:60] for name in missing[:_MOST_NAMED])}{more}."
            )

    def taken(self) -> Taken:
        """What came of it."""
        lent = {key for key in self.ours if key in (self.theirs if key[0] in MAIN else self.veiled) or key in self.base}
        return Taken(
            base=_tables(self.base if self.read.lent else {}),
            mine=_tables({key: one for key, one in self.ours.items() if key in lent}),
            theirs=_tables(self.theirs),
            wrong=tuple(self.wrong),
            notes=tuple(self.notes),
            rows=len(self.seen),
        )

    def _row(self, finder: Finder, sheet: SheetRead, row: RowRead) -> None:
        key = finder.find(sheet, row)
        place = f'Sheet "{sheet.name}", row {row.at}'
        if key is None:
            self._unknown(sheet, row, place)
            return
        table, record = key
        if record == NEW:
            self._new(table, sheet, row, place)
            return
        if key in self.seen:
            self.notes.append(f"{place} is about the same as {self.seen[key]}; only that one was read.")
            return
        self.seen[key] = f"row {row.at}"
        before = self.shown.get(key)
        values = self._values(table, sheet, row, before)
        start = self.base.get(key) or _blank(table, record)
        changed = {name: value for name, value in values.items() if start is None or value != getattr(start, name)}
        if changed:
            self._change(key, start, changed, place)

    def _unknown(self, sheet: SheetRead, row: RowRead, place: str) -> None:
        filled = [c.text for name, c in row.cells.items() if name != ID and _COLUMNS[sheet.kind][name].kind != "fixed"]
        said = first_of(filled)
        if said:
            self.wrong.append(
                f'{place} is about nothing that was asked in this workbook, and holds "{said}". '
                "It was left alone. Copy it into the row it belongs to."
            )

    def _values(self, table: str, sheet: SheetRead, row: RowRead, before: Record | None) -> dict[str, object]:
        """What the cells of a row say, without those that cannot be taken; where nothing changed, what was lent."""
        values: dict[str, object] = {}
        for name, field in FIELDS[table].items():
            cell = row.cells.get(name)
            if cell is None:
                continue
            stood = shown(self.pack, table, field, getattr(before, field), self.numbers) if before else ""
            if not cell.wrong and same_in_cell(cell.text, stood):
                continue
            column = _COLUMNS[sheet.kind][name]
            self._value(values, (table, field), (sheet, cell, column), before)
        return values

    def _value(
        self,
        values: dict[str, object],
        named: tuple[str, str],
        where: tuple[SheetRead, CellRead, Column],
        before: Record | None,
    ) -> None:
        sheet, cell, column = where
        if cell.wrong:
            what = "holds a formula" if cell.wrong == "formula" else "holds an error"
            self._say(sheet, cell, f"{what}, which is never worked out here. Type what it should say.")
            return
        try:
            values[named[1]] = self.reading.value(*named, column, cell.text, before)
        except ValueError as error:
            self._say(sheet, cell, str(error))

    def _say(self, sheet: SheetRead, cell: CellRead, sentence: str) -> None:
        self.wrong.append(f'Sheet "{sheet.name}", cell {cell.ref}: {sentence} {_LEFT}')

    def _new(self, table: str, sheet: SheetRead, row: RowRead, place: str) -> None:
        said = {name: cell.text for name, cell in row.cells.items() if name != ID}
        if not any(text.strip() for text in said.values()):
            return
        values = self._values(table, sheet, row, None)
        mark = short_mark(self.lent.digest, table, *(f"{name}={said[name]}" for name in sorted(said)))
        prefix = "e" if table == "evidence" else "t"
        self._change((table, f"{prefix}-{mark}"), None, values, place)

    def _change(self, key: Key, start: Record | None, changed: dict[str, object], place: str) -> None:
        """Put what a row says into their record, or say why it cannot be."""
        table, record = key
        try:
            after = self.changing.after(table, record, start, changed)
        except ValueError as error:
            self.wrong.append(f"{place}: {error} {_LEFT}")
            return
        if after is None:
            self.theirs.pop(key, None)
        else:
            self.theirs[key] = after


def _by_key(source: Audit | Lent) -> Records:
    tables: Mapping[str, tuple[Record, ...]] = {table: getattr(source, table) for table in LENT_TABLES}
    return {(table, getattr(one, KEYS.get(table, "id"))): one for table, records in tables.items() for one in records}


def _table(records: Records, table: str) -> Any:
    return tuple(one for key, one in records.items() if key[0] == table)


def _tables(records: Mapping[Key, Record]) -> Tables:
    tables: dict[str, dict[str, dict[str, object]]] = {table: {} for table in LENT_TABLES}
    for (table, record), one in records.items():
        tables[table][record] = msgspec.to_builtins(one)
    return tables


def _blank(table: str, record: str) -> Record | None:
    return CriterionAnswer(criterion=record) if table == "answers" else None


def _unveiled(lent: Record, veiled: Record | None, ours: Record | None) -> Record:
    """A record as it was lent, with ours where only what never leaves makes a difference."""
    if veiled is None or ours is None:
        return lent
    same = [name for name in lent.__struct_fields__ if getattr(lent, name) == getattr(veiled, name)]
    return replace(lent, **{name: getattr(ours, name) for name in same})
