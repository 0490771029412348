"""The files that came in and hold what is to go: kept byte for byte, or taken away where a person says so."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.days import say_day
from compact_tui.core.erase_fields import texts_in
from compact_tui.core.erase_text import GAP, glimpses
from compact_tui.core.erase_views import OriginalHeld
from compact_tui.core.erasing import Erasure
from compact_tui.core.errors import UsageError, WorkspaceError
from compact_tui.core.original_erased import OriginalErased
from compact_tui.core.text import clean_line, count
from compact_tui.exchange.documents import AGENCY, ANSWER, COUNTS, RETURN, SURVEY, WORKBOOK, kind_of
from compact_tui.services.collect_index import QUARANTINED, open_index
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import is_partnership, keep, kept
from compact_tui.services.return_rows import settle as settle_chain
from compact_tui.services.settling import settle
from compact_tui.storage.erase_database import put_in_place, remove_database, without
from compact_tui.storage.erase_kinds import ORIGINAL
from compact_tui.storage.erasing import Rewritten, found_in
from compact_tui.storage.faults import DamagedError
from compact_tui.storage.originals import received_on
from compact_tui.storage.reading import parse_json, read_bytes
from compact_tui.storage.return_index import FileRow, IndexDamagedError, ReturnIndex, ReturnRow

_WORDS = {
    RETURN: "return",
    AGENCY: "single-agency audit",
    COUNTS: "counts of spot checks",
    WORKBOOK: "workbook",
    SURVEY: "table of a survey",
    ANSWER: "answer to a reply",
}
_NEW = ".new"
_NOTHING = "Nothing was erased."


class Held(Struct, frozen=True):
    """A file that came in and holds the text."""

    file: Rewritten
    told: OriginalHeld
    glimpses: tuple[str, ...]
    """A few characters around the places, without the text."""


def held_originals(desk: Desk, erasure: Erasure, paths: Iterable[Path]) -> tuple[Held, ...]:
    """Which of the files that came in hold a text; nothing is changed. A field of an audit is none of theirs.

    Raises:
        WorkspaceError: If the index cannot be read.
    """
    if erasure.field is not None:
        return ()
    found = []
    for path in paths:
        try:
            data, _ = read_bytes(path)
        except WorkspaceError:
            continue  # said where files that cannot be looked into are told
        number = found_in(data, erasure)
        if number:
            found.append((Rewritten(path, ORIGINAL, records=number), data))
    known = _known(desk, [file.path.name for file, _ in found])
    return tuple(_held(desk, erasure, file, data, *known.get(file.path.name, (None, None))) for file, data in found)


def _known(desk: Desk, names: list[str]) -> dict[str, tuple[FileRow | None, ReturnRow | None]]:
    """What the index knows of some files; nothing where there is none that can be used."""
    path = desk.workspace.index_path
    if not names or not path.exists():
        return {}
    with suppress(IndexDamagedError), ReturnIndex(path) as index:
        rows = {row.sha256: row for row in index.returns()}
        return {name: (index.file(name), rows.get(name)) for name in names}
    return {}


def _held(
    desk: Desk, erasure: Erasure, file: Rewritten, data: bytes, came: FileRow | None, row: ReturnRow | None
) -> Held:
    shown = replace(erasure, marker=GAP)
    kind = came.kind if came else kind_of(data)
    document = row.id if row else came.document if came else ""
    day = came.received_on if came else received_on(file.path)
    aside = came is not None and came.state == QUARANTINED
    what = "file that was put aside" if aside else f"{_WORDS.get(kind, 'file')} {document}".rstrip()
    of = f" of {shown.text(row.name)[0]}" if row and row.name else ""
    of += f" ({row.entry} in the register)" if row and row.entry else ""
    sender = f" from {shown.text(came.sender)[0]}" if came and came.sender else ""
    told = OriginalHeld(
        file=file.path.relative_to(desk.workspace.root).as_posix(),
        sha256=file.path.name,
        kind=kind,
        document=document,
        entry=row.entry if row else "",
        cycle=row.cycle if row else "",
        words=f"{what}{of}, came in on {say_day(day)}{sender} (file {file.path.name[:8]})",
    )
    return Held(file, told, _around(data, erasure))


def _around(data: bytes, erasure: Erasure) -> tuple[str, ...]:
    try:
        texts = texts_in(parse_json(data, Path()))
    except DamagedError:
        return ()
    found = (one for text in texts for needle in erasure.needles for one in glimpses(text, needle))
    return tuple(dict.fromkeys(found))


def write_down(desk: Desk, held: Iterable[Held], erasure: Erasure, because: str) -> None:
    """Write down that files are taken away, before they are: who, when and why; nothing of what stands in them.

    Args:
        desk: Where, when and who.
        held: The files.
        erasure: What is to go; it goes from the reason too.
        because: Why.

    Raises:
        UsageError: If no reason is given.
        WorkspaceError: If that could not be saved; nothing is taken away then.
    """
    why = erasure.text(clean_line(because))[0]
    if not why:
        raise UsageError("A file that came in is taken away with a reason.", f"Say why in a few words. {_NOTHING}")
    if not is_partnership(desk):
        return
    known = {one.id for one in kept(desk, "originals_erased", OriginalErased)}
    edits = tuple(
        edit("originals_erased", told.sha256, None, _record(desk, told, why))
        for told in (one.told for one in held)
        if told.sha256 not in known
    )
    if edits:
        keep(desk, "erase-originals", f"{count(len(edits), 'file')} that came in taken away", edits, undoable=False)
        settle(desk, _NOTHING)


def _record(desk: Desk, told: OriginalHeld, why: str) -> OriginalErased:
    return OriginalErased(
        id=told.sha256,
        kind=told.kind,
        on=desk.today,
        why=why,
        document=told.document,
        entry=told.entry,
        cycle=told.cycle,
        by=desk.who,
        at=desk.at,
    )


def index_without(desk: Desk, erasure: Erasure, gone: frozenset[str]) -> None:
    """Make the index anew without a text and without files that are taken away; the returns before those count again.

    Raises:
        WorkspaceError: If that was not possible; the index is then as it was.
    """
    path = desk.workspace.index_path
    new = path.with_name(f"{path.name}{_NEW}")
    with open_index(desk) as index:
        going = {(row.entry, row.cycle) for row in index.returns() if row.sha256 in gone and row.entry}
    without(path, new, erasure, gone)
    try:
        with ReturnIndex(new) as index, index.together():
            for entry, cycle in sorted(going):
                settle_chain(index, entry, cycle)
    except WorkspaceError:
        remove_database(new)
        raise
    put_in_place(new, path)
