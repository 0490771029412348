"""The register of settings that returns are expected from: taken from a table, changed by hand, listed."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import fields, replace

from compact_tui.core.audit_views import View
from compact_tui.core.change import Edit
from compact_tui.core.days import say_day, say_short
from compact_tui.core.errors import UsageError
from compact_tui.core.forms import fill, refuse_problems, split
from compact_tui.core.partnership import RegisterEntry, expected
from compact_tui.core.partnership_forms import ENTRY_FORM
from compact_tui.core.register import CHANGED, GONE, NEW, RegisterLine, RowProblem, compare, read_register, taken
from compact_tui.core.search import folded
from compact_tui.core.sector_words import sector_named, sector_typed
from compact_tui.core.setting import SECTORS, kind_word, sector_of_kind, sector_word
from compact_tui.core.text import clean_line, count, did_you_mean
from compact_tui.exchange.table_reading import LARGEST_CSV, read_table
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep, register_of
from compact_tui.storage.reading import read_given

_LISTS = ("other_areas", "former_names")
_SHOWN = ("id", "name", "sector", "kind", "phase", "contact_name", "contact_email", *_LISTS, "due", "note")


class RegisterImport(View, frozen=True, kw_only=True):
    """What a table would do to the register, or has done."""

    done: bool
    lines: tuple[RegisterLine, ...]
    new: int
    changed: int
    problems: tuple[RowProblem, ...]
    notes: tuple[str, ...]
    sentence: str


class EntryView(View, frozen=True, kw_only=True):
    """A setting of the register."""

    id: str
    name: str
    sector: str
    sector_word: str
    kind: str
    kind_word: str
    phase: str
    contact_name: str
    contact_email: str
    other_areas: tuple[str, ...]
    former_names: tuple[str, ...]
    due: str
    note: str
    expected: bool
    state: str
    """Why no return is expected; empty where one is."""

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """What is kept of it, by name; what nobody said is left out."""
        pairs = (
            ("Kind", self.kind_word or self.sector_word),
            ("Phase", self.phase),
            ("Write to", ", ".join(part for part in (self.contact_name, self.contact_email) if part) or "no address"),
            ("Works in other areas", ", ".join(self.other_areas)),
            ("Was called", ", ".join(self.former_names)),
            ("Due", say_day(self.due)),
            ("Note", self.note),
            ("No return expected", self.state),
        )
        return tuple(pair for pair in pairs if pair[1])


class RegisterView(View, frozen=True, kw_only=True):
    """The register, whole or in part."""

    entries: tuple[EntryView, ...]
    expected: int
    sectors: tuple[tuple[str, int], ...]
    """Words of each sector, and how many returns are expected of it."""
    sentence: str


def import_register(desk: Desk, path: Path, *, dry_run: bool = False) -> RegisterImport:
    """Take the settings of a CSV file or workbook into the register, as one change.

    Settings that are new are added, those that are known are changed where the table says something else, and those
    that are not in the table stay: nothing is ever removed by a table.

    Args:
        desk: Where, when and who.
        path: The file.
        dry_run: Only say what would happen.

    Raises:
        FileNotAcceptableError: If the file is no table, or cannot be read.
        UsageError: If no partnership was started here.
        WorkspaceError: If the register cannot be saved.
    """
    known = {entry.id: entry for entry in register_of(desk)}
    read = read_register(read_table(read_given(path, LARGEST_CSV), f"The file {path.name}"))
    compared = compare(known.values(), read.entries) if read.seen else ()
    lines = tuple(line for line in compared if line.state != GONE or line.id not in read.seen)
    moving = {line.id for line in lines if line.state in {NEW, CHANGED}}
    new, changed = (sum(line.state == state for line in lines) for state in (NEW, CHANGED))
    sentence = f"{count(new, 'new setting')}, {changed} changed, {count(read.left, 'row')} not taken."
    if not dry_run and moving:
        both = [(known.get(entry.id), entry) for entry in read.entries if entry.id in moving]
        edits = tuple(_kept(desk, before, taken(before, entry)) for before, entry in both)
        keep(desk, "register-import", f"register taken from {path.name}: {sentence.rstrip('.')}", edits)
        match_again(desk)
    return RegisterImport(
        done=not dry_run,
        lines=lines,
        new=new,
        changed=changed,
        problems=read.problems,
        notes=read.notes,
        sentence=sentence,
    )


def edit_entry(desk: Desk, entry_id: str, typed: Mapping[str, str]) -> EntryView:
    """Change a setting of the register; fields that are not typed stay as they are.

    Raises:
        UsageError: If there is none of this id, or something typed cannot be taken.
        WorkspaceError: If it cannot be saved.
    """
    entry_id = clean_line(entry_id)
    entries = _by_id(desk)
    if entry_id not in entries:
        hint = f"{did_you_mean(entry_id, entries)} To add it: compact-tui partnership register add. Nothing was saved."
        raise UsageError(f"The register has no {entry_id or 'setting without an id'}.", hint.strip())
    return _saved(desk, entry_id, entries, typed)


def _by_id(desk: Desk) -> dict[str, RegisterEntry]:
    return {entry.id: entry for entry in register_of(desk)}


def _saved(desk: Desk, entry_id: str, entries: Mapping[str, RegisterEntry], typed: Mapping[str, str]) -> EntryView:
    before = entries.get(entry_id)
    named = {"sector": _sector(typed["sector"])} if "sector" in typed else {}
    filled = fill(ENTRY_FORM, typed_entry(before) | dict(typed) | named)
    refuse_problems(filled, "Nothing was saved.")
    values: dict[str, object] = dict(filled.values) | {name: split(filled.value(name)) for name in _LISTS}
    values["sector"] = filled.value("sector") or sector_of_kind(filled.value("kind"))
    merged = filled.value("merged_into")
    if merged and (merged not in entries or merged == entry_id):
        raise UsageError(f'--merged-into: the register has no other "{merged}".', did_you_mean(merged, entries))
    if before and before.name != filled.value("name"):
        values["former_names"] = tuple(dict.fromkeys((*split(filled.value("former_names")), before.name)))
    after = replace(before or RegisterEntry(id=entry_id, name=""), **values)
    if after == before:
        return _view(after, desk.today)
    made = _kept(desk, before, after)
    keep(desk, "register-edit", f"{after.name} {'changed' if before else 'added'} in the register", (made,))
    match_again(desk)
    return _view(after, desk.today)


def add_entry(desk: Desk, typed: Mapping[str, str]) -> EntryView:
    """Add a setting to the register; its id is typed with the rest.

    Raises:
        UsageError: If something typed cannot be taken, or the id is taken.
        WorkspaceError: If it cannot be saved.
    """
    entry_id = clean_line(typed.get("id", ""))
    if not entry_id:
        raise UsageError("A setting of the register needs an id.", "Nothing was saved.")
    entries = _by_id(desk)
    if entry_id in entries:
        raise UsageError(
            f"{entry_id} is {entries[entry_id].name} already.",
            "Nothing was saved. Change that one, or choose another id.",
        )
    return _saved(desk, entry_id, entries, {name: text for name, text in typed.items() if name != "id"})


def typed_entry_of(desk: Desk, entry_id: str) -> dict[str, str]:
    """What is kept of a setting of the register, as a person would type it.

    Raises:
        UsageError: If the register has no such setting.
    """
    return typed_entry(entry_named(desk, entry_id))


def typed_entry(entry: RegisterEntry | None) -> dict[str, str]:
    """What is kept of a setting, as a person would type it."""
    if entry is None:
        return {}
    values = {field.name: getattr(entry, field.name) for field in fields(RegisterEntry)}
    texts = {name: ", ".join(value) if isinstance(value, tuple) else value for name, value in values.items()}
    return {field.id: field.show(texts[field.id]) for field in ENTRY_FORM.fields}


def entry_named(desk: Desk, name: str) -> RegisterEntry:
    """The setting with this id, or this very name.

    Raises:
        UsageError: With did-you-mean.
    """
    wanted = folded(name.strip())
    entries = register_of(desk)
    for entry in entries:
        if wanted in {folded(entry.id), folded(entry.name)}:
            return entry
    known = [*(entry.id for entry in entries), *(entry.name for entry in entries)]
    hint = did_you_mean(name, known) or "See them all: compact-tui partnership register list"
    raise UsageError(f'The register has no "{name}".', hint)


def list_register(desk: Desk, *, sector: str = "", find: str = "", everyone: bool = False) -> RegisterView:
    """The settings of the register, in the order in which they came in.

    Args:
        desk: Where, when and who.
        sector: Only those of this sector, by its id or its name, in any case.
        find: Only those whose id, name or former name holds this text, in any case.
        everyone: Also those that closed or merged.

    Raises:
        UsageError: If there is no such sector.
    """
    every = [_view(entry, desk.today) for entry in register_of(desk)]
    open_ones = [view for view in every if view.expected]
    wanted, only = folded(clean_line(find)), sector_named(sector)
    shown = [
        view
        for view in every
        if (everyone or view.expected) and only in {"", view.sector} and (not wanted or wanted in _told(view))
    ]
    sectors = [(sector_word(known), sum(view.sector == known for view in open_ones)) for known, _ in SECTORS]
    unsaid = sum(not view.sector for view in open_ones)
    return RegisterView(
        entries=tuple(shown),
        expected=len(open_ones),
        sectors=tuple(pair for pair in [*sectors, ("Sector not said", unsaid)] if pair[1]),
        sentence=f"{count(len(open_ones), 'return')} expected; {len(every) - len(open_ones)} closed or merged.",
    )


def _sector(typed: str) -> str:
    """The id of the sector that is meant; what was typed where there is none, so that it is refused as typed."""
    return sector_typed(typed) or typed


def _told(view: EntryView) -> str:
    return folded("\n".join((view.id, view.name, *view.former_names)))


def match_again(desk: Desk) -> None:
    """Look again where each return belongs that was collected, because the register is another one now."""
    if desk.workspace.index_path.exists():
        from compact_tui.services.collect_deciding import rematch  # which asks this module for names

        rematch(desk)


def _kept(desk: Desk, before: RegisterEntry | None, after: RegisterEntry) -> Edit:
    return edit("register", after.id, before, replace(after, by=desk.who, at=desk.at))


def _view(entry: RegisterEntry, today: str) -> EntryView:
    state = f"merged into {entry.merged_into}" if entry.merged_into else ""
    if entry.closed_on and entry.closed_on <= today:
        state = f"closed {say_short(entry.closed_on)}"
    plain = {name: getattr(entry, name) for name in _SHOWN}
    return EntryView(
        sector_word=sector_word(entry.sector) or "sector not said",
        kind_word=kind_word(entry.kind),
        expected=expected(entry, today),
        state=state,
        **plain,
    )
