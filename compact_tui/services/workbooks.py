"""Workbooks: some standards of the audit as a spreadsheet, for whoever has no more than that, and back."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.change import Edit
from compact_tui.core.days import say_day
from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.forms import parse_field
from compact_tui.core.lending import lent_standards
from compact_tui.core.lent_records import PartLent
from compact_tui.core.merge_values import MINE, Choices
from compact_tui.core.merge_words import AUDIT_RULES, LENT_RULES, merge_view, saying_of
from compact_tui.core.merging import Merged, merge
from compact_tui.core.part_views import LEND_FORM
from compact_tui.core.small_group import words_for
from compact_tui.core.switches import switched_off
from compact_tui.core.text import clean_line, count, listed, slug
from compact_tui.core.workbook import Lent, WorkbookRead
from compact_tui.core.workbook_build import build_workbook, too_long
from compact_tui.core.workbook_changes import Taken, taken_from
from compact_tui.core.workbook_views import WorkbookTaken, WorkbookWritten
from compact_tui.exchange.workbook_read import read_workbook
from compact_tui.exchange.workbook_write import workbook_bytes
from compact_tui.services.books import OpenAudit, open_audit, read_setting
from compact_tui.services.desk import Desk, backups_of, commit, edit
from compact_tui.services.naming import standard_named
from compact_tui.services.review import warning_beside
from compact_tui.services.settling import settle
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.reading import read_given

_DUE = next(field for field in LEND_FORM.fields if field.id == "due")
_MOST_NAMED = 5
_NOTHING = "Nothing was changed."


def export_workbook(
    desk: Desk,
    standards: Iterable[str] = (),
    output: Path | None = None,
    *,
    private: bool = False,
    lent_to: str = "",
    due: str = "",
) -> WorkbookWritten:
    """Write standards of the audit as a workbook that can be filled in and taken back.

    Args:
        desk: Where, when and who.
        standards: Ids or numbers; none means all.
        output: The file; ``None`` for one in the folder of what is lent.
        private: Whether private notes go along; never for somebody else.
        lent_to: Role or team it is lent to; it is noted then among what is out.
        due: The day by which it should be back, as it was typed.

    Raises:
        UsageError: Unknown standard, a day that is none, a file that is there already, private notes for
            somebody else, or a text that no cell can hold; nothing is written.
        WorkspaceError: If it cannot be written.
    """
    opened = open_audit(desk)
    chosen = lent_standards(opened.pack, [standard_named(opened.pack, name).id for name in standards])
    who = clean_line(lent_to)
    if private and who:
        raise UsageError("Private notes are never lent.", "Leave out --private, or --for. Nothing was written.")
    back_by = _day(due)
    part = desk.new_id("p") if who else ""
    setting = read_setting(desk)
    workbook = build_workbook(
        opened.kept,
        opened.pack,
        setting=setting.name if setting else "",
        made_on=desk.today,
        standards=chosen,
        part=part,
        lent_to=who,
        due=back_by,
        private=private,
        switched=switched_off(opened.pack, setting),
    )
    _refuse_too_long(too_long(workbook))
    path = output or _unused(desk.workspace.lent_folder / f"{_name(opened, chosen, who)}-{desk.today}.xlsx")
    if os.path.lexists(path):
        raise UsageError(f"{path} is there already.", "Nothing was written. Name another file with --output.")
    make_folder(path.parent)
    write_atomically(path, workbook_bytes(workbook))
    if part:
        file = "" if output else path.name
        _note_lent(desk, opened, PartLent(id=part, standards=chosen, lent_to=who, file=file, due=back_by))
    what = (
        f"{count(len(chosen), words_for(opened.pack).part)} of the audit"
        if len(chosen) < len(opened.pack.standard)
        else "The audit"
    )
    then = f"Give it to {who}; nothing was sent." if who else "Nothing was sent."
    return WorkbookWritten(
        path=str(path), standards=chosen, part=part, sentence=f"{what} as a workbook: {path}. {then}"
    )


def preview_workbook(desk: Desk, path: Path, choices: Choices | None = None) -> WorkbookTaken:
    """What a workbook would change.

    Args:
        desk: Where, when and who.
        path: The file.
        choices: What was chosen where both changed something.

    Raises:
        FileNotAcceptableError: If it is no workbook of this audit.
        WorkspaceError: If it cannot be read.
    """
    return _view(desk, path, _looked_into(desk, path, choices))


def import_workbook(desk: Desk, path: Path, choices: Choices | None = None) -> WorkbookTaken:
    """Take a workbook back: what only they changed, and what was chosen where both did. One undo takes all of it back.

    Args:
        desk: Where, when and who.
        path: The file.
        choices: As for the preview; what nobody has chosen stays as it is here.

    Raises:
        FileNotAcceptableError: If it is no workbook of this audit; nothing is changed.
        WorkspaceError: If it cannot be read, or the copy before it or the change cannot be written.
    """
    looked = _looked_into(desk, path, choices)
    opened, merged = looked.opened, looked.merged
    edits = (*merged.edits, *_back(desk, looked))
    backup = ""
    if edits:
        settle(desk, "Nothing was taken in.")
        copy = backups_of(desk.workspace).take(opened.book.path, desk.today, "import") if merged.edits else None
        backup = str(copy) if copy else ""
        taken = sum(line.choice not in ("", MINE) for line in merged.lines)
        commit(desk, opened.book, "import", f"workbook {path.name}: {count(taken, 'change')}", edits)
    return replace(_view(desk, path, looked, done=True), backup=backup)


class _Looked(Struct, frozen=True):
    """A workbook beside the audit."""

    opened: OpenAudit
    read: WorkbookRead
    taken: Taken
    merged: Merged


def _looked_into(desk: Desk, path: Path, choices: Choices | None) -> _Looked:
    opened = open_audit(desk)
    read = read_workbook(read_given(path))
    lent = read.lent
    if lent and lent.audit != opened.kept.head.id:
        raise FileNotAcceptableError(
            f"{path.name} was made from another audit ({lent.audit}).",
            f"{_NOTHING} If that audit is here too, say so with --audit {lent.audit}.",
        )
    them = lent.lent_to if lent else ""
    taken = taken_from(read, opened.pack, opened.kept, by=them or desk.who, at=desk.at, today=desk.today)
    if not taken.rows:
        raise FileNotAcceptableError(
            f"{path.name} has no row that this audit asks about.",
            f"{_NOTHING} Take the file that compact-tui audit workbook export wrote, as it was filled in.",
        )
    rules = LENT_RULES if not (lent and lent.private) else {**LENT_RULES, "answers": AUDIT_RULES["answers"]}
    saying = saying_of(opened.pack, desk.who or "Ours", them or "Workbook")
    merged = merge(taken.base, taken.mine, taken.theirs, rules=rules, saying=saying, choices=choices)
    return _Looked(opened, read, taken, merged)


def _view(desk: Desk, path: Path, looked: _Looked, *, done: bool = False) -> WorkbookTaken:
    notes = (*looked.taken.wrong, *_about(looked), *looked.taken.notes, *_warnings(desk, looked.merged))
    title = f"What comes back with {path.name}"
    return WorkbookTaken(merge=merge_view(title, looked.merged, notes=notes, done=done), wrong=looked.taken.wrong)


def _about(looked: _Looked) -> Iterator[str]:
    lent, head = looked.read.lent, looked.opened.kept.head
    if lent and (lent.edition, lent.variation) != (head.edition, head.variation):
        yield (
            f"It was made from edition {lent.edition} of the audit pack on {say_day(lent.made_on)}; "
            "what is no longer asked was left alone."
        )


def _warnings(desk: Desk, merged: Merged) -> Iterator[str]:
    """What could identify a child in texts that come in; it stops nobody."""
    for line in merged.lines:
        warning = warning_beside(desk, line.theirs) if line.ways else ""
        if warning:
            yield f"{line.place}, {line.words}: {warning}"


def _back(desk: Desk, looked: _Looked) -> Iterator[Edit]:
    """Notes that a workbook which was lent is back."""
    lent: Lent | None = looked.read.lent
    for part in looked.opened.kept.parts:
        if lent and lent.part == part.id:
            after = replace(part, back_on=desk.today, undecided=len(looked.merged.undecided))
            yield edit("parts", part.id, part, after)


def _note_lent(desk: Desk, opened: OpenAudit, part: PartLent) -> None:
    noted = replace(part, form="workbook", lent_on=desk.today, by=desk.who, at=desk.at)
    commit(desk, opened.book, "lend", f"workbook lent to {part.lent_to}", (edit("parts", part.id, None, noted),))


def _day(typed: str) -> str:
    try:
        return parse_field(_DUE, typed)
    except ValueError as error:
        raise UsageError(f"--due: {error}", "Nothing was written.") from error


def _refuse_too_long(places: tuple[str, ...]) -> None:
    if places:
        more = "" if len(places) <= _MOST_NAMED else f" and {len(places) - _MOST_NAMED} more"
        raise UsageError(
            f"A cell of a spreadsheet holds at most 32,767 letters, and this is longer: "
            f"{listed(places[:_MOST_NAMED])}{more}.",
            "Nothing was written. Shorten it, or lend it as a part (audit part export), which has no such limit.",
        )


def _name(opened: OpenAudit, chosen: tuple[str, ...], who: str) -> str:
    numbers = [str(s.number) for s in opened.pack.standard if s.id in chosen]
    some = f"-part-{'-'.join(numbers)}" if len(numbers) < len(opened.pack.standard) else ""
    return f"{slug(opened.kept.head.cycle)}{some}{f'-for-{slug(who, 24)}' if who else ''}"


def _unused(path: Path) -> Path:
    """A name that no file has: what was lent may have been filled in where it lies."""
    number, free = 1, path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
