"""An audit pack as the sheets of a spreadsheet: one row for each item, ids first, lists one per line."""

from collections.abc import Iterator

from msgspec import Struct

from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_sheet_words import HOW_TO, meaning_of
from compact_tui.core.pack_tables import Column, Table, as_cell, inner_tables, pack_tables, row_key

READ_ME = "Read me"
"""Name of the sheet that says how to fill in the others."""
ASIDE = "#"
"""Begins the name of a sheet, or the head of a column, that is a note of the owner and not read."""
LONGEST_CELL = 32_767
"""Characters that a cell of a spreadsheet holds."""
HEAD_TITLES = ("Key", "Value", "What it means")
"""The columns of the sheet with the pack's head."""

Cell = str | int
_Rows = dict[tuple[str, ...], list[tuple[Cell, ...]]]


class SheetColumn(Struct, frozen=True, kw_only=True):
    """How a column of a sheet looks, and what can be chosen in it."""

    title: str
    meaning: str = ""
    width: int
    """Characters."""
    choices: tuple[str, ...] = ()
    """What is offered; empty for anything."""
    names: str = ""
    """The sheet whose column of ids is offered; empty for none."""
    number: bool = False


class Sheet(Struct, frozen=True, kw_only=True):
    """One sheet, as it is written."""

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    only_to_read: bool = False


def sheets_of(pack: AuditPack) -> tuple[Sheet, ...]:
    """A whole pack as sheets, after one that says how to fill them in."""
    tables = pack_tables()
    rows: _Rows = {table.path: [] for table in tables}
    for table in inner_tables(()):
        value = getattr(pack, _field(table))
        for item in (value,) if table.single else value:
            _add(table, item, (), rows)
    return (_read_me(tables), *(_sheet(table, rows[table.path]) for table in tables))


def _add(
    table: Table, item: Struct, above: tuple[str, ...], rows: dict[tuple[str, ...], list[tuple[Cell, ...]]]
) -> None:
    own = tuple(_cell(column, getattr(item, _attribute(item, column.key))) for column in table.own)
    rows[table.path].append((*above, *own))
    for inner in inner_tables(table.path):
        wanted = len(inner.above)
        names = (*above, *row_key(item))[-wanted:] if wanted else ()
        for one in getattr(item, _field(inner)):
            _add(inner, one, names, rows)


def _attribute(item: Struct, key: str) -> str:
    """The name of a field in code, which differs where the key is a word of the language."""
    return item.__struct_fields__[item.__struct_encode_fields__.index(key)]


def _field(table: Table) -> str:
    return table.path[-1]


def _cell(column: Column, value: str | bool | int | tuple[str, ...]) -> Cell:
    return int(value) if column.kind == "number" and isinstance(value, int) else as_cell(value)


def too_long(sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """Where a text is longer than a cell can hold."""
    for sheet in sheets:
        for at, row in enumerate(sheet.rows, 2):
            yield from (
                f'sheet "{sheet.name}", row {at}, {column.title}'
                for column, cell in zip(sheet.columns, row, strict=True)
                if isinstance(cell, str) and len(cell) > LONGEST_CELL
            )


def _sheet(table: Table, rows: list[tuple[Cell, ...]]) -> Sheet:
    if not table.single:
        return Sheet(name=table.name, columns=tuple(_column(table, c) for c in table.columns), rows=tuple(rows))
    widths = (18, 60, 70)
    turned = zip(table.columns, rows[0], strict=True)
    return Sheet(
        name=table.name,
        columns=tuple(SheetColumn(title=title, width=width) for title, width in zip(HEAD_TITLES, widths, strict=True)),
        rows=tuple((column.title, cell, meaning_of(table, column)) for column, cell in turned),
    )


def _column(table: Table, column: Column) -> SheetColumn:
    named = next((other.name for other in pack_tables() if other.path == column.names), "") if column.names else ""
    return SheetColumn(
        title=column.title,
        meaning=meaning_of(table, column),
        width=_width(column),
        choices=column.choices,
        names=named,
        number=column.kind == "number",
    )


_LONG = {
    *("text", "good", "introduction", "impact_prompt", "declaration"),
    *("because", "meaning", "what", "note", "place", "steps"),
}
_MIDDLING = {"question", "title", "url", "ask", "where", "show", "fetch"}
_DAYS = {"on", "checked_on", "in_force_from", "valid_from", "valid_to", "review_by"}


def _width(column: Column) -> int:
    if column.kind in {"number", "yes-no"} or column.choices or column.key in _DAYS:
        return 14
    if column.key in _LONG:
        return 60
    return 40 if column.key in _MIDDLING else 24


def _read_me(tables: tuple[Table, ...]) -> Sheet:
    """How to fill in the workbook, then every column of every sheet."""
    rows: list[tuple[Cell, ...]] = [(line, "", "") for line in HOW_TO]
    rows.append(("", "", ""))
    rows.append(("Sheet", "Column", "What it means"))
    for table in tables:
        rows += [(table.name, column.title, meaning_of(table, column)) for column in table.columns]
    columns = (
        SheetColumn(title="How to fill in this workbook", width=30),
        SheetColumn(title="", width=24),
        SheetColumn(title="", width=100),
    )
    return Sheet(name=READ_ME, columns=columns, rows=tuple(rows), only_to_read=True)
