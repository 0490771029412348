"""The rows of a pack's sheets: which sheet is which table, which column is which key, what stands in each cell."""

from collections.abc import Sequence

from msgspec import Struct

from compact_tui.core.pack_sheet import ASIDE, HEAD_TITLES, READ_ME
from compact_tui.core.pack_tables import NO, YES, Column, Table, items_in, pack_tables
from compact_tui.core.problems import Problem, Severity
from compact_tui.core.text import did_you_mean, listed

SHOWN = 60
"""Characters of a person's text that a message repeats."""


class SheetRead(Struct, frozen=True):
    """A sheet as it was found: the text of its cells, row by row from the first."""

    name: str
    rows: tuple[tuple[str, ...], ...]


class PackRow:
    """One item: what its row says, where it stands, and what it belongs to."""

    def __init__(self, table: Table, place: str, cells: dict[str, tuple[str, str]]) -> None:
        self.table = table
        self.place = place
        self.cells = {key: place for key, (place, _) in cells.items()}
        self.texts = {key: text for key, (_, text) in cells.items() if text}
        self.raw: dict[str, object] = {}

    @property
    def above(self) -> tuple[str, ...]:
        """What the item it belongs to is called by."""
        return tuple(_named(column, self.texts.get(column.key, "")) for column in self.table.above)

    @property
    def key(self) -> tuple[str, ...]:
        """What rows of the sheets inside this item call it by."""
        if "id" in self.table.item.__struct_fields__:
            return (self.texts.get("id", ""),)
        return (*self.above, "\n".join(items_in(self.texts.get("variations", ""))))


def _named(column: Column, text: str) -> str:
    return "\n".join(items_in(text)) if column.kind == "list" else text


def find_sheets(sheets: Sequence[SheetRead], problems: list[Problem]) -> dict[tuple[str, ...], SheetRead]:
    """The sheet of each table, by its name whatever its case."""
    wanted = {_folded(table.name): table for table in pack_tables()}
    found: dict[tuple[str, ...], SheetRead] = {}
    for sheet in sheets:
        table = wanted.get(_folded(sheet.name))
        if table is not None:
            found[table.path] = sheet
        elif sheet.name != READ_ME and not sheet.name.startswith(ASIDE):
            missing = [table.name for table in pack_tables() if table.path not in found]
            meant = did_you_mean(sheet.name, missing)
            remedy = meant or f"Begin its name with {ASIDE} if it is a note."
            severity = Severity.ERROR if meant else Severity.WARNING
            what = f'No sheet of a pack is called "{sheet.name[:SHOWN]}", so it is not read.'
            problems.append(Problem(what=what, remedy=remedy, severity=severity, file=_sheet_place(sheet.name)))
    if ("pack",) not in found:
        what = 'There is no sheet "Pack", so this is not an audit pack.'
        problems.append(Problem(what=what, remedy="Begin with: compact-tui pack new."))
    return found


def rows_of(table: Table, sheet: SheetRead, problems: list[Problem]) -> list[PackRow]:
    """The items of a sheet, standards in the order of their numbers; empty rows are passed over."""
    if table.single:
        return [_head_row(table, sheet, problems)]
    heads = sheet.rows[0] if sheet.rows else ()
    columns = _columns(table, sheet, heads, problems)
    rows = []
    for number, row in enumerate(sheet.rows[1:], 2):
        cells = {key: (_cell_place(sheet.name, at, number), row[at].strip()) for at, key in columns if at < len(row)}
        if any(text for _, text in cells.values()):
            rows.append(_row(table, _sheet_place(sheet.name, f"row {number}"), cells, problems))
    if table.path == ("standard",):
        rows.sort(key=_number)
    return rows


def _number(row: PackRow) -> int:
    """Where a standard stands; those without a number come last, as in a pack's files."""
    number = row.raw.get("number")
    return number if isinstance(number, int) else 2**53


def _head_row(table: Table, sheet: SheetRead, problems: list[Problem]) -> PackRow:
    """The head of the pack, whose keys stand below each other."""
    cells: dict[str, tuple[str, str]] = {}
    keys = {_folded(column.title): column.key for column in table.columns}
    for number, row in enumerate(sheet.rows, 1):
        name, value = (*row, "", "")[:2]
        if name == HEAD_TITLES[0] or name.startswith(ASIDE) or not (name or value):
            continue
        key = keys.get(_folded(name))
        place = _cell_place(sheet.name, 0, number)
        if key is None:
            problems.append(_unknown(name, table, place))
        elif key in cells:
            problems.append(Problem(what=f'"{name}" stands here twice.', remedy="Keep one of them.", file=place))
        else:
            cells[key] = (_cell_place(sheet.name, 1, number), value.strip())
    return _row(table, _sheet_place(sheet.name), cells, problems)


def _columns(table: Table, sheet: SheetRead, heads: tuple[str, ...], problems: list[Problem]) -> list[tuple[int, str]]:
    keys = {_folded(column.title): column.key for column in table.columns}
    found: dict[str, int] = {}
    for at, head in enumerate(heads):
        name, place = head.strip(), _cell_place(sheet.name, at, 1)
        if name.startswith(ASIDE):
            continue
        key = keys.get(_folded(name))
        if key in found:
            problems.append(Problem(what=f'"{name}" stands here twice.', remedy="Keep one of them.", file=place))
        elif key is not None:
            found[key] = at
        elif name or any(at < len(row) and row[at].strip() for row in sheet.rows[1:]):
            problems.append(_unknown(name, table, place))
    return [(at, key) for key, at in found.items()]


def _unknown(name: str, table: Table, place: str) -> Problem:
    known = [column.title for column in table.columns]
    remedy = did_you_mean(name[:SHOWN], known) or f"Begin it with {ASIDE} if it is a note. There is {listed(known)}."
    what = f'"{name[:SHOWN]}" is not known here.' if name else "Something stands here under no heading."
    return Problem(what=what, remedy=remedy, file=place)


def _row(table: Table, place: str, cells: dict[str, tuple[str, str]], problems: list[Problem]) -> PackRow:
    row = PackRow(table, place, cells)
    for column in table.own:
        if column.key in row.texts:
            _take(column, row, problems)
    return row


def _take(column: Column, row: PackRow, problems: list[Problem]) -> None:
    text, place = row.texts[column.key], row.cells[column.key]
    if column.kind == "list":
        row.raw[column.key] = items_in(text)
    elif column.kind == "text":
        row.raw[column.key] = text
    elif column.kind == "number":
        row.raw[column.key] = int(text) if _is_number(text) else 0
        if not _is_number(text):
            what = f'"{text[:SHOWN]}" is not a whole number.'
            problems.append(Problem(what=what, remedy="Write one, such as 3.", file=place))
    else:
        row.raw[column.key] = text.lower() == YES
        if text.lower() not in {YES, NO}:
            what = f'Here stands "{text[:SHOWN]}", where {YES} or {NO} should be.'
            problems.append(Problem(what=what, remedy=f"Write {YES} or {NO}.", file=place))


def _is_number(text: str) -> bool:
    return text.isascii() and text.removeprefix("-").isdigit() and len(text) < 16


def _folded(name: str) -> str:
    return " ".join(name.replace("_", " ").lower().split())


def _sheet_place(sheet: str, part: str = "") -> str:
    return ", ".join(filter(None, (f'sheet "{sheet[:SHOWN]}"', part)))


def _cell_place(sheet: str, column: int, row: int) -> str:
    """Where a cell is, as a person finds it; column from 0."""
    letters, at = "", column + 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(65 + rest) + letters
    return _sheet_place(sheet, f"cell {letters}{row}")
