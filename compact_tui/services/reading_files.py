"""A reader's returns as a file: given out, opened in a workspace of the reader's own, sent back and merged."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec.structs import replace

from compact_tui import __version__
from compact_tui.core.allocating import SECOND, reading_number, return_of_id
from compact_tui.core.change import Edit
from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.merge_values import Choices
from compact_tui.core.merge_words import MergeView, merge_view
from compact_tui.core.merging import Merged, merge
from compact_tui.core.partnership import TABLES
from compact_tui.core.partnership_words import saying_of_partnership
from compact_tui.core.read_forms import READING_EXPORT_FORM
from compact_tui.core.read_records import Reader, ReadingLent
from compact_tui.core.read_views import ReadingFile
from compact_tui.core.reader_file import (
    RULES,
    ReaderFile,
    ReaderRecords,
    kept_edits,
    records_of_readings,
    tables_of,
)
from compact_tui.core.reasons_to_look import carried_of
from compact_tui.core.text import count, slug
from compact_tui.exchange.reader_json import encode_reader_file, read_reader_file
from compact_tui.exchange.return_json import read
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.collect_index import rebuild_index
from compact_tui.services.collected import return_bytes
from compact_tui.services.desk import Desk, backups_of, edit
from compact_tui.services.partnership_book import (
    begin_partnership,
    head_of,
    is_partnership,
    keep,
    kept,
    partnership_book,
    register_of,
)
from compact_tui.services.partnership_pack import keep_pack, pack_asked
from compact_tui.services.read_queue import queue, reader_called
from compact_tui.services.reading_parts import allocations_of, compared_now, lent_here, reading_named
from compact_tui.services.record_parts import taken
from compact_tui.services.return_rows import matches_of, whole_pack
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.originals import keep_original
from compact_tui.storage.reading import read_bytes

_NOTHING = "Nothing was changed."
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def export_reading(desk: Desk, typed: Mapping[str, str]) -> ReadingFile:
    """Give a reader their returns as a file; in the reader's own workspace, make the file that goes back.

    A second reading travels without anything that the first one said.

    Args:
        desk: Where, when and who.
        typed: What was typed into ``READING_EXPORT_FORM``.

    Raises:
        UsageError: If nobody of this name reads, there is nothing to read, or it is too much for one file.
        WorkspaceError: If it cannot be written; nothing is noted then.
    """
    filled = taken(READING_EXPORT_FORM, typed, _NOTHING)
    here = lent_here(desk)
    file = _going_back(desk, here) if here else _going_out(desk, filled.value("reader"))
    data = encode_reader_file(file)
    if len(data) > LARGEST:
        raise UsageError(
            f"{count(len(file.returns), 'return')} are too much for one file.",
            "Share them out among more readers, or hand some over first.",
        )
    usual = desk.workspace.lent_folder / f"reading-{slug(file.reader.name, 24)}-{file.id}{'-back' if here else ''}.json"
    target = Path(filled.value("output")).expanduser() if filled.value("output") else usual
    if target.exists() and not here:
        raise UsageError(f"{target} is there already.", f"{_NOTHING} Choose another name.")
    if target == usual:
        make_folder(target.parent)
    write_atomically(target, data)
    number = len(file.base.allocations)
    if here is None:
        lent = ReadingLent(
            id=file.id,
            reader=file.reader.name,
            series=file.series,
            returns=file.readings,
            lent_on=desk.today,
            by=desk.who,
            at=desk.at,
        )
        what = f"{count(number, 'return')} given to {lent.reader} as a file"
        keep(desk, "reading-export", what, (edit("readings_lent", lent.id, None, lent),))
    back = "Nothing was sent. Send it to whoever gave you the returns."
    out = "Nothing was sent. Send it, and take it in when it comes back: compact-tui partnership read import FILE"
    return ReadingFile(
        id=file.id,
        reader=file.reader.name,
        returns=number,
        path=str(target.absolute()),
        sentence=f"{count(number, 'return')} of {file.reader.name}: {target.absolute()}",
        next_step=back if here else out,
    )


def _going_out(desk: Desk, name: str) -> ReaderFile:
    readers = {one.name: one for one in kept(desk, "readers", Reader)}
    reader = readers[reader_called(readers, name)]
    lines = queue(desk, reader=reader.name).lines
    readings = tuple(line.id for line in lines)
    reasons = (one for line in lines for one in carried_of(line.return_id, line.reasons))
    if not readings:
        raise UsageError(f"{reader.name} has nothing to read.", _NOTHING)
    rows = {one: reading_named(desk, one) for one in readings}
    wanted = {one.row.entry for one in rows.values()}
    asked = pack_asked(desk)
    editions = {(one.row.pack, one.row.edition) for one in rows.values()} - {(asked.pack.id, asked.pack.edition)}
    others = (whole_pack(desk, *edition) for edition in sorted(editions))
    number = len(kept(desk, "readings_lent", ReadingLent))
    return ReaderFile(
        id=desk.new_id("rf"),
        made_by=f"compact_tui {__version__}",
        partnership=head_of(desk),
        reader=reader,
        series=_LETTERS[number % 26] * (1 + number // 26),
        made_on=desk.today,
        entries=tuple(one for one in register_of(desk) if one.id in wanted),
        matches=tuple(one for one in matches_of(desk).values() if one.id in set(map(return_of_id, readings))),
        packs=(asked, *(pack for pack in others if pack is not None)),
        returns=tuple(return_bytes(desk, one).decode() for one in dict.fromkeys(map(return_of_id, readings))),
        reasons=tuple(dict.fromkeys(reasons)),
        base=_records(desk, readings, {one.row.entry for one in rows.values() if one.number == 1}),
    )


def _going_back(desk: Desk, here: ReadingLent) -> ReaderFile:
    sent = read_reader_file(read_bytes(desk.workspace.received_folder / f"reading-{slug(here.id)}.json", LARGEST)[0])
    decided = _records(desk, sent.readings, _first_entries(desk, sent.readings))
    return replace(sent, returns=(), decided=decided, decided_on=desk.today, made_by=f"compact_tui {__version__}")


def _records(desk: Desk, readings: Iterable[str], entries: Iterable[str]) -> ReaderRecords:
    everything = {table: kept(desk, table, TABLES[table]) for table in RULES}
    return records_of_readings(ReaderRecords(**everything), readings, entries)  # type: ignore[arg-type]


def _first_entries(desk: Desk, readings: Iterable[str]) -> set[str]:
    return {reading_named(desk, one).row.entry for one in readings if reading_number(one) == 1}


def open_reading(desk: Desk, path: Path) -> ReadingFile:
    """Make this workspace a reader's own, from the file that was sent.

    Args:
        desk: An empty workspace.
        path: The file.

    Raises:
        FileNotAcceptableError: If it is no such file, or a return in it is not sound.
        UsageError: If a partnership was started in this workspace.
        WorkspaceError: If it cannot be written.
    """
    if is_partnership(desk):
        raise UsageError(
            "A partnership was started in this workspace.",
            f"{_NOTHING} Open the file in an empty one: --workspace FOLDER",
        )
    data, _ = read_bytes(path, LARGEST)
    file = read_reader_file(data)
    if file.decided_on or not file.returns:
        raise FileNotAcceptableError(
            "This is a file that goes back, with what was decided.", "Open the one that was sent to the reader."
        )
    held = {read(text.encode()).return_.id for text in file.returns}
    if held != set(map(return_of_id, file.readings)):
        raise FileNotAcceptableError("The returns in this file are not those it names.", "Ask for it to be made again.")
    lent = ReadingLent(
        id=file.id,
        reader=file.reader.name,
        series=file.series,
        returns=file.readings,
        lent_on=file.made_on,
        here=True,
        reasons=file.reasons,
        by=desk.who,
        at=desk.at,
    )
    edits = [
        edit("partnership", file.partnership.id, None, file.partnership),
        edit("readers", file.reader.id, None, file.reader),
        edit("readings_lent", lent.id, None, lent),
        *(edit("register", one.id, None, one) for one in file.entries),
        *(edit("matches", one.id, None, one) for one in file.matches),
        *(edit(table, one.id, None, one) for table in RULES for one in getattr(file.base, table)),
    ]
    make_folder(desk.workspace.received_folder)
    for text in file.returns:
        keep_original(desk.workspace.originals_folder, text.encode(), desk.today)
    write_atomically(desk.workspace.received_folder / f"reading-{slug(file.id)}.json", data)
    for pack in file.packs:
        keep_pack(desk, pack)
    begin_partnership(desk, "reading-open", f"returns for {lent.reader} opened", tuple(edits))
    rebuild_index(desk)
    return ReadingFile(
        id=file.id,
        reader=lent.reader,
        returns=len(held),
        path=str(desk.workspace.root.absolute()),
        sentence=f"{count(len(held), 'return')} for {lent.reader} opened in {desk.workspace.root.absolute()}",
        next_step="Read them; then make the file that goes back: compact-tui partnership read export",
    )


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
    file = read_reader_file(read_bytes(path, LARGEST)[0])
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
    mine = _records(desk, file.readings, _first_entries(desk, file.readings))
    saying = saying_of_partnership(pack_asked(desk), names, desk.who or "We", file.reader.name)
    sides = (tables_of(side) for side in (file.base, mine, file.decided))
    base, ours, theirs = sides
    return merge(base, ours, theirs, rules=RULES, saying=saying, choices=choices)
