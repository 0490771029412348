"""A table that somebody keeps in a spreadsheet: a row of headings, and rows under it, as text."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct


class Table(Struct, frozen=True):
    """A table as it was read."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """Every row with its number in the file, counted from 1; of a row that stands on several lines, the first."""
    sheet: str = ""
    """Name of the sheet; empty for a file that has none."""


class TableRow(Struct, frozen=True):
    """A row under the headings, with its cells by the id of their column."""

    line: int
    """Its number in the file, counted from 1."""
    cells: dict[str, str]


class Columns(Struct, frozen=True):
    """Which column is which."""

    places: tuple[tuple[str, int], ...]
    """Id of a column that is known, and where it stands, counted from 0."""
    unknown: tuple[str, ...]
    """Headings that are not known, as they stand."""
    line: int
    """The number of the row of headings; 0 where there is none."""


def columns_of(table: Table, names: Mapping[str, Sequence[str]]) -> Columns:
    """Find the row of headings, the first in which anything known stands, and what each column is.

    Args:
        table: The table.
        names: For the id of each column the headings it may have, in any case.
    """
    known = {_plain(name): column for column, more in names.items() for name in (column, *more)}
    for number, row in table.rows:
        found = [(known[_plain(cell)], at) for at, cell in enumerate(row) if _plain(cell) in known]
        if found:
            unknown = tuple(cell.strip() for cell in row if cell.strip() and _plain(cell) not in known)
            first = {column: at for column, at in reversed(found)}
            return Columns(tuple(sorted(first.items(), key=lambda pair: pair[1])), unknown, number)
    return Columns((), (), 0)


def rows_under(table: Table, columns: Columns) -> Iterator[TableRow]:
    """The rows under the headings in which anything stands."""
    for number, row in table.rows:
        if number <= columns.line or not any(cell.strip() for cell in row):
            continue
        yield TableRow(
            number, {column: row[at].strip() for column, at in columns.places if at < len(row) and row[at].strip()}
        )


def _plain(heading: str) -> str:
    """A heading without case, blanks and signs: ``Register ID`` and ``register_id`` are one."""
    return "".join(char for char in heading.casefold() if char.isalnum())
