"""An audit pack from the sheets of a spreadsheet, with every mistake told by its sheet and cell."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from msgspec import Struct

from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_sheet_rows import SHOWN, PackRow, SheetRead, find_sheets, rows_of
from compact_tui.core.pack_tables import Table, inner_tables, pack_tables
from compact_tui.core.problems import Locate, Path, Place, Problem, has_errors, say_where
from compact_tui.core.shapes import shape
from compact_tui.core.text import did_you_mean


class PackSheets(Struct, frozen=True):
    """What came of reading a pack from sheets."""

    pack: AuditPack | None
    """``None`` when there were errors."""
    problems: tuple[Problem, ...]
    locate: Locate
    """Finds the sheet and cell of what a lint finds in the pack."""


def read_sheets(sheets: Sequence[SheetRead]) -> PackSheets:
    """Make a pack of sheets; everything that is wrong with them is told in one go."""
    problems: list[Problem] = []
    found = find_sheets(sheets, problems)
    rows = {table.path: rows_of(table, found[table.path], problems) for table in pack_tables() if table.path in found}
    places: dict[Path, str] = {}
    plain: dict[str, object] = {"level": [], "standard": []}
    for table in inner_tables(()):
        _put(table, rows.get(table.path, []), rows, plain, (), places, problems)
    locate = _locator(places)
    shaped: list[Problem] = []
    pack = shape(plain, AuditPack, (), shaped)
    problems += [
        msgspec.structs.replace(one, file=locate(one.path).file, where=say_where(plain, one.path)) for one in shaped
    ]
    return PackSheets(None if has_errors(problems) else pack, tuple(problems), locate)


def _put(
    table: Table,
    rows: list[PackRow],
    all_rows: dict[tuple[str, ...], list[PackRow]],
    plain: dict[str, object],
    path: Path,
    places: dict[Path, str],
    problems: list[Problem],
) -> None:
    """Put the rows of a table, and of those inside its items, where they belong."""
    if table.single:
        for row in rows[:1]:
            plain[table.path[-1]] = row.raw
            _inside(row, (*path, table.path[-1]), all_rows, places, problems)
        return
    items: list[dict[str, object]] = []
    for at, row in enumerate(rows):
        items.append(row.raw)
        _inside(row, (*path, table.path[-1], at), all_rows, places, problems)
    if rows:
        plain[table.path[-1]] = items
    if not path:
        for inner in _below(table.path):
            parents = {row.key for row in all_rows.get(inner.path[:-1], [])}
            problems += _orphans(inner, all_rows.get(inner.path, []), parents)


def _inside(
    row: PackRow,
    path: Path,
    all_rows: dict[tuple[str, ...], list[PackRow]],
    places: dict[Path, str],
    problems: list[Problem],
) -> None:
    places[path] = row.place
    places.update({(*path, key): place for key, place in row.cells.items()})
    for inner in inner_tables(row.table.path):
        theirs = all_rows.get(inner.path, [])
        if not row.table.single:
            theirs = [one for one in theirs if one.above == row.key]
        _put(inner, theirs, all_rows, row.raw, path, places, problems)


def _below(path: tuple[str, ...]) -> Iterator[Table]:
    """The tables inside the items of a table, and inside theirs."""
    return (table for table in pack_tables() if table.path[: len(path)] == path and len(table.path) > len(path))


def _orphans(table: Table, rows: list[PackRow], parents: set[tuple[str, ...]]) -> Iterator[Problem]:
    """Rows that belong to nothing that is there."""
    for row in rows:
        if row.above in parents:
            continue
        column = next(
            (c for at, c in enumerate(table.above) if row.above[: at + 1] not in {p[: at + 1] for p in parents}),
            table.above[-1],
        )
        name = row.above[table.above.index(column)].replace("\n", ", ")
        known = sorted({parent[table.above.index(column)].replace("\n", ", ") for parent in parents})
        what = (
            f'There is no {column.key} "{name[:SHOWN]}".' if name else f"It does not say which {column.key} it is of."
        )
        sheet = next(
            one.name for one in pack_tables() if one.path == (*table.path[: table.path.index(column.key)], column.key)
        )
        remedy = did_you_mean(name[:SHOWN], known) or f'Use what stands in the sheet "{sheet}".'
        yield Problem(what=what, remedy=remedy, file=row.cells.get(column.key, row.place))


def _locator(places: dict[Path, str]) -> Locate:
    def locate(path: Path) -> Place:
        while path and path not in places:
            path = path[:-1]
        return Place(places.get(path, ""))

    return locate


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Mistakes as a person meets them: sheet by sheet, row by row."""
    return tuple(sorted(problems, key=_position))


def _position(problem: Problem) -> tuple[str, int, str]:
    sheet, _, cell = problem.file.partition(", cell ")
    column = cell.rstrip("0123456789")
    return sheet, int(cell[len(column) :] or 0), column
