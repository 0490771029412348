"""A reader's returns as a file: given out, opened in a workspace of the reader's own, and sent back."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace

from compact_tui import __version__
from compact_tui.core.allocating import reading_number, return_of_id
from compact_tui.core.errors import FileNotAcceptableError, UsageError
from compact_tui.core.partnership import TABLES
from compact_tui.core.read_forms import READING_EXPORT_FORM
from compact_tui.core.read_records import Reader, ReadingLent, SaidBefore
from compact_tui.core.read_views import ReadingFile
from compact_tui.core.reader_file import (
    RULES,
    ReaderFile,
    ReaderRecords,
    records_of_readings,
)
from compact_tui.core.reasons_to_look import carried_of
from compact_tui.core.text import count, slug
from compact_tui.exchange.reader_json import encode_reader_file, read_reader_file
from compact_tui.exchange.return_json import read
from compact_tui.exchange.strict_json import LARGEST
from compact_tui.services.collect_index import rebuild_index
from compact_tui.services.collected import return_bytes
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import (
    begin_partnership,
    head_of,
    is_partnership,
    keep,
    kept,
    register_of,
)
from compact_tui.services.partnership_pack import keep_pack, pack_asked
from compact_tui.services.read_queue import queue, reader_called
from compact_tui.services.reading_before import before_of
from compact_tui.services.reading_parts import Reading, lent_here, reading_named
from compact_tui.services.record_parts import taken
from compact_tui.services.return_rows import matches_of, whole_pack
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.originals import keep_original
from compact_tui.storage.reading import read_bytes, read_given

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
        before=tuple(_before(desk, {one.row.id: one for one in rows.values()}.values())),
        base=records_here(desk, readings, {one.row.entry for one in rows.values() if one.number == 1}),
    )


def _before(desk: Desk, readings: Iterable[Reading]) -> Iterator[SaidBefore]:
    for one in readings:
        for standard, lines in before_of(desk, one.row, one.pack).items():
            yield SaidBefore(return_id=one.row.id, standard=standard, lines=lines)


def _going_back(desk: Desk, here: ReadingLent) -> ReaderFile:
    sent = read_reader_file(read_bytes(desk.workspace.received_folder / f"reading-{slug(here.id)}.json", LARGEST)[0])
    decided = records_here(desk, sent.readings, first_entries(desk, sent.readings))
    program = f"compact_tui {__version__}"
    return replace(sent, returns=(), before=(), decided=decided, decided_on=desk.today, made_by=program)


def records_here(desk: Desk, readings: Iterable[str], entries: Iterable[str]) -> ReaderRecords:
    """What was decided here in some readings; ``entries`` are the settings that are read for the first time."""
    everything = {table: kept(desk, table, TABLES[table]) for table in RULES}
    return records_of_readings(ReaderRecords(**everything), readings, entries)  # type: ignore[arg-type]


def first_entries(desk: Desk, readings: Iterable[str]) -> set[str]:
    """The settings whose returns are read for the first time among some readings."""
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
    data = read_given(path, LARGEST)
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
        before=file.before,
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
