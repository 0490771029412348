"""A reader's file that came back: what it would change, and taking it in."""

from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.allocating import SECOND, return_of_id
from compact_tui.core.change import Edit
from compact_tui.core.errors import FileNotAcceptableError
from compact_tui.core.merge_values import Choices
from compact_tui.core.merge_words import MergeView, merge_view
from compact_tui.core.merging import Merged, merge
from compact_tui.core.partnership_words import saying_of_partnership
from compact_tui.core.read_records import ReadingLent
from compact_tui.core.reader_file import RULES, ReaderFile, kept_edits, tables_of
from compact_tui.core.text import count
from compact_tui.exchange.reader_json import read_reader_file
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.desk import Desk, backups_of, edit
from compact_tui.services.partnership_book import keep, kept, partnership_book, register_of
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.reading_files import first_entries, records_here
from compact_tui.services.reading_parts import allocations_of, compared_now, reading_named
from compact_tui.storage.reading import read_given

_NOTHING = "Nothing was changed."


def preview_reading(desk: Desk, path: Path, choices: Choices | None = None) -> MergeView:
    """What taking in a reader's file would change; nothing is changed.

    Raises:
        FileNotAcceptableError: If it is no such file, not of this partnership, or nothing was decided in it yet.
    """
    file = _came_back(desk, path)
    return merge_view(_title(file), _merged(desk, file, choices))


def import_reading(desk: Desk, path: Path, choices: Choices | None = None) -> MergeView:
    """Take in what a reader decided, as one change that undo takes back whole; a copy of the book is made before.

    What both changed stays as it is here until it is decided; taking the same file in again asks for it again.

    Args:
        desk: Where, when and who.
        path: The file that came back.
        choices: What to do with what both changed, and what of theirs to leave out.

    Raises:
        FileNotAcceptableError: If it is no such file, not of this partnership, or nothing was decided in it yet.
        WorkspaceError: If it could not be saved.
    """
    file = _came_back(desk, path)
    merged = _merged(desk, file, choices)
    view = merge_view(_title(file), merged, done=True)
    lent = next(one for one in kept(desk, "readings_lent", ReadingLent) if one.id == file.id)
    back = replace(lent, back_on=lent.back_on or desk.today)
    edits = [*kept_edits(merged.edits), *([edit("readings_lent", lent.id, lent, back)] if back != lent else [])]
    if edits:
        book = partnership_book(desk)
        backups_of(desk.workspace).take(book.path, desk.today, "import")
        keep(desk, "reading-import", f"{lent.reader}'s file taken in: {count(view.taken, 'change')}", tuple(edits))
        frozen = _newly_compared(desk, file.readings)
        if frozen:
            keep(desk, "compare", "second readings set beside the first", frozen, undoable=False)
    return view


def _newly_compared(desk: Desk, readings: Iterable[str]) -> tuple[Edit, ...]:
    """What both readings say, kept for each return of which now both are finished."""
    there, edits = allocations_of(desk), []
    for return_id in dict.fromkeys(map(return_of_id, readings)):
        first, second = there.get(return_id), there.get(f"{return_id}{SECOND}")
        if first and second and first.done_on and second.done_on and not second.compared:
            after = replace(second, compared=compared_now(desk, reading_named(desk, second.id)))
            edits.append(edit("allocations", second.id, second, after))
    return tuple(edits)


def _came_back(desk: Desk, path: Path) -> ReaderFile:
    file = read_reader_file(read_given(path, LARGEST))
    known = {one.id: one for one in kept(desk, "readings_lent", ReadingLent)}
    if file.id not in known or known[file.id].here or set(known[file.id].returns) != set(file.readings):
        raise FileNotAcceptableError("This file was not given out from this workspace.", _NOTHING)
    if not file.decided_on:
        raise FileNotAcceptableError(
            "Nothing was decided in this file: it is the one that was given out.",
            "The reader makes the one that goes back: compact-tui partnership read export",
        )
    return file


def _title(file: ReaderFile) -> str:
    return f"What {file.reader.name} decided about {count(len(file.readings), 'return')}"


def _merged(desk: Desk, file: ReaderFile, choices: Choices | None) -> Merged:
    names = {one.id: one.name for one in register_of(desk)}
    rows = {return_of_id(one): reading_named(desk, one).row for one in file.readings}
    names |= {id_: names.get(row.entry, row.name) for id_, row in rows.items()}
    mine = records_here(desk, file.readings, first_entries(desk, file.readings))
    saying = saying_of_partnership(pack_asked(desk), names, desk.who or "We", file.reader.name)
    sides = (tables_of(side) for side in (file.base, mine, file.decided))
    base, ours, theirs = sides
    return merge(base, ours, theirs, rules=RULES, saying=saying, choices=choices)
