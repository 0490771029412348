"""The register of settings that returns are expected from: read from a table, and compared with what is kept."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import fields, replace

from compact_tui.core.audit_views import View
from compact_tui.core.days import parse_day
from compact_tui.core.forms import Parser, parse_emails, parse_list, split
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.sector_words import sector_typed
from compact_tui.core.setting import KINDS, SECTORS, sector_of_kind, sector_word
from compact_tui.core.table import Table, TableRow, columns_of, rows_under
from compact_tui.core.text import clean_line, did_you_mean, listed, nearest

HEADINGS = {
    "id": ("register id", "register number", "number", "ref", "ref no", "reference", "urn", "code"),
    "name": ("setting", "school", "setting name", "name of setting", "organisation", "provider"),
    "sector": ("group",),
    "kind": ("type", "kind of setting", "setting type"),
    "phase": (),
    "contact_name": ("contact", "lead", "dsl", "named contact"),
    "contact_email": ("email", "e-mail", "address", "contact e-mail"),
    "other_areas": ("areas", "also works in", "other area"),
    "former_names": ("former name", "was", "previous name"),
    "due": ("due date", "return by"),
    "merged_into": ("merged with", "part of"),
    "closed_on": ("closed",),
    "note": ("notes", "remark"),
}
"""For each column of a register its usual headings."""
NEW, CHANGED, SAME, GONE = "new", "changed", "same", "not in the table"
_SHOWN = 12
"""Headings that are said one by one."""
_STAMPS = ("by", "at")
_TEXTS = ("id", "name", "phase", "contact_name", "merged_into", "note")


class RowProblem(View, frozen=True, kw_only=True):
    """A row that cannot be taken as it stands."""

    line: int
    column: str
    what: str
    remedy: str

    @property
    def sentence(self) -> str:
        """The mistake, with its place and what to do."""
        place = f"Row {self.line}: " if self.line else ""
        return f"{place}{self.what} {self.remedy}".strip()


class RegisterLine(View, frozen=True, kw_only=True):
    """What a table says of one entry."""

    id: str
    name: str
    state: str
    changes: tuple[str, ...] = ()
    """Each field that differs: ``kind: nursery -> primary-school``."""

    @property
    def words(self) -> str:
        """What it would do, in a line; empty where nothing differs."""
        said = f"; {'; '.join(self.changes)}" if self.changes else ""
        return "" if self.state == SAME else f"{self.id} {self.name}: {self.state}{said}"


class ReadRegister(Struct, frozen=True):
    """What came of reading a table."""

    entries: tuple[RegisterEntry, ...]
    problems: tuple[RowProblem, ...]
    """By row; a row may have several."""
    notes: tuple[str, ...]
    """What was passed over, a sentence each."""
    seen: frozenset[str] = frozenset()
    """Every id that stands in the table, of rows with a mistake too."""

    @property
    def left(self) -> int:
        """How many rows were not taken."""
        return len({problem.line for problem in self.problems})


def read_register(table: Table) -> ReadRegister:
    """The entries of a table; rows with a mistake are told of and left out, the others are still read."""
    columns = columns_of(table, HEADINGS)
    there = {column for column, _ in columns.places}
    if not {"id", "name"} <= there:
        return ReadRegister((), (_no_headings(table, columns.line, {"id", "name"} - there),), ())
    problems: list[RowProblem] = []
    entries: list[RegisterEntry] = []
    lines: dict[str, list[int]] = {}
    for row in rows_under(table, columns):
        lines.setdefault(clean_line(row.cells.get("id", "")), []).append(row.line)
        entry = _entry(row, problems)
        if entry is not None:
            entries.append(entry)
    twice = {known: at for known, at in lines.items() if known and len(at) > 1}
    for known, at in twice.items():
        said = f'"{known}" stands on the rows {listed(str(line) for line in at)}.'
        remedy = "None of them was taken: give each setting an id of its own, or keep one of the rows."
        problems += [_problem(line, "id", said, remedy) for line in at]
    problems.sort(key=lambda problem: problem.line)
    notes = tuple(f'The column "{heading}" is not known and was passed over.' for heading in columns.unknown)
    return ReadRegister(
        tuple(entry for entry in entries if entry.id not in twice), tuple(problems), notes, frozenset(lines)
    )


def compare(known: Iterable[RegisterEntry], read: Sequence[RegisterEntry]) -> tuple[RegisterLine, ...]:
    """What a table says beside the register, in the order of the table; what is not in it comes last and stays."""
    before = {entry.id: entry for entry in known}
    lines = []
    for entry in read:
        old = before.pop(entry.id, None)
        changes = _changes(old, entry) if old else ()
        state = NEW if old is None else CHANGED if changes else SAME
        lines.append(RegisterLine(id=entry.id, name=entry.name, state=state, changes=changes))
    lines += [RegisterLine(id=entry.id, name=entry.name, state=GONE) for entry in before.values()]
    return tuple(lines)


def taken(old: RegisterEntry | None, new: RegisterEntry) -> RegisterEntry:
    """An entry as it is kept after reading: what a table says, and what it has no word of as it was."""
    if old is None:
        return new
    said = {name: value for name, value in _values(new) if value}
    if old.name != new.name and old.name not in new.former_names:
        said["former_names"] = (*old.former_names, old.name)
    return replace(old, **said)


def _changes(old: RegisterEntry, new: RegisterEntry) -> tuple[str, ...]:
    after = taken(old, new)
    before = dict(_values(old))
    return tuple(
        f"{name.replace('_', ' ')}: {_words(before[name])} -> {_words(value)}"
        for name, value in _values(after)
        if value != before[name]
    )


def _values(entry: RegisterEntry) -> list[tuple[str, str | tuple[str, ...]]]:
    return [(field.name, getattr(entry, field.name)) for field in fields(entry) if field.name not in _STAMPS]


def _words(value: str | tuple[str, ...]) -> str:
    return (", ".join(value) if isinstance(value, tuple) else value) or "nothing"


def _entry(row: TableRow, problems: list[RowProblem]) -> RegisterEntry | None:
    before = len(problems)
    cells = row.cells
    for needed in ("id", "name"):
        if not cells.get(needed):
            problems.append(_problem(row.line, needed, f"The {needed} is missing.", "Write it, or delete the row."))
    kind = _one_of(row, "kind", [(known, word) for known, word, _ in KINDS], problems)
    sector = _sector(row, problems) or sector_of_kind(kind)
    texts = {
        name: clean_line(cells.get(name, "")) for name in ("id", "name", "phase", "contact_name", "merged_into", "note")
    }
    days = {name: _parsed(row, name, parse_day, problems) for name in ("due", "closed_on")}
    email = _parsed(row, "contact_email", parse_emails, problems)
    lists = {name: split(parse_list(cells.get(name, "").replace(";", ","))) for name in ("other_areas", "former_names")}
    if len(problems) > before:
        return None
    return RegisterEntry(kind=kind, sector=sector, contact_email=email, **texts, **days, **lists)  # type: ignore[arg-type]


def _parsed(row: TableRow, column: str, parse: Parser, problems: list[RowProblem]) -> str:
    text = row.cells.get(column, "")
    try:
        return parse(text) if text else ""
    except ValueError as error:
        problems.append(_problem(row.line, column, str(error), ""))
        return ""


def _one_of(row: TableRow, column: str, choices: Iterable[tuple[str, str]], problems: list[RowProblem]) -> str:
    """The id of a choice that is written as its id, or with its words or their beginning."""
    typed = row.cells.get(column, "")
    if not typed:
        return ""
    wanted, ids = typed.casefold(), []
    for known, words in choices:
        ids.append(known)
        if wanted in {known, known.replace("-", " "), words.casefold(), words.partition(":")[0].casefold()}:
            return known
    remedy = did_you_mean(wanted, ids) or f"Write one of: {', '.join(ids)}."
    problems.append(_problem(row.line, column, f'"{typed[:60]}" is not a {column} of the register.', remedy))
    return ""


def _sector(row: TableRow, problems: list[RowProblem]) -> str:
    typed = row.cells.get("sector", "")
    found = sector_typed(typed)
    if typed and not found:
        remedy = f"Write one of: {', '.join(sector_word(known) for known, _ in SECTORS)}."
        problems.append(_problem(row.line, "sector", f'"{typed[:60]}" is not a sector of the register.', remedy))
    return found


def _problem(line: int, column: str, what: str, remedy: str) -> RowProblem:
    return RowProblem(line=line, column=column, what=what, remedy=remedy)


def _no_headings(table: Table, line: int, lacking: set[str]) -> RowProblem:
    """That a column is missing, with the headings that are there and what they may have meant."""
    first = next(
        ((at, row) for at, row in table.rows if at == line or (not line and any(cell.strip() for cell in row))), (1, ())
    )
    there = [clean_line(cell)[:60] for cell in first[1] if cell.strip()]
    names = [name for name in ("id", "name") if name in lacking]
    what = f"No heading was recognised as {' or '.join(names)}."
    seen = (
        f"There are: {', '.join(there[:_SHOWN])}{' and others' * (len(there) > _SHOWN)}." if there else "It is empty."
    )
    known = {name: column for column in names for name in (column, *HEADINGS[column])}
    meant = ((cell, nearest(cell.casefold(), known)) for cell in there)
    hint = next((f' Perhaps "{cell}" is the {known[near]}.' for cell, near in meant if near), "")
    asked = " and ".join(f'one column "{name}"' for name in names)
    return _problem(first[0], "", what, f"{seen} Name {asked}.{hint}")
