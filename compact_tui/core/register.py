"""The register of settings that returns are expected from: read from a table, and compared with what is kept."""

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import fields, replace

from compact_tui.core.audit_views import View
from compact_tui.core.days import parse_day
from compact_tui.core.forms import Parser, parse_emails, parse_list, split
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.setting import KINDS, SECTORS, sector_of_kind
from compact_tui.core.table import Table, TableRow, columns_of, rows_under
from compact_tui.core.text import clean_line, did_you_mean

HEADINGS = {
    "id": ("register id", "register number", "number", "ref", "reference", "urn", "code"),
    "name": ("setting", "school", "name of setting", "organisation", "provider"),
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
    notes: tuple[str, ...]
    """What was passed over, a sentence each."""


def read_register(table: Table) -> ReadRegister:
    """The entries of a table; rows with a mistake are told of and left out, the others are still read."""
    columns = columns_of(table, HEADINGS)
    there = {column for column, _ in columns.places}
    if not {"id", "name"} <= there:
        remedy = f'Name one column "id" and one "name". {_nearest(table)}'.strip()
        return ReadRegister((), (_problem(columns.line or 1, "", "There is no column of ids and names.", remedy),), ())
    problems: list[RowProblem] = []
    entries: list[RegisterEntry] = []
    for row in rows_under(table, columns):
        entry = _entry(row, problems)
        if entry is not None:
            entries.append(entry)
    twice = [known for known, times in Counter(entry.id for entry in entries).items() if times > 1]
    problems += [
        _problem(0, "id", f'"{known}" stands on several rows.', "Give each setting its own.") for known in twice
    ]
    notes = tuple(f'The column "{heading}" is not known and was passed over.' for heading in columns.unknown)
    return ReadRegister(tuple(entry for entry in entries if entry.id not in twice), tuple(problems), notes)


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
    sector = _one_of(row, "sector", SECTORS, problems) or sector_of_kind(kind)
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


def _problem(line: int, column: str, what: str, remedy: str) -> RowProblem:
    return RowProblem(line=line, column=column, what=what, remedy=remedy)


def _nearest(table: Table) -> str:
    first = next((row for _, row in table.rows if any(row)), ())
    known = [name for column, more in HEADINGS.items() for name in (column, *more)]
    return next((hint for cell in first if (hint := did_you_mean(cell.strip().lower(), known))), "")
