"""Opening the index of what was collected, and making it anew from the files themselves."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.collect_views import IndexRebuilt
from compact_tui.core.errors import CompactError, WorkspaceError
from compact_tui.core.matching import Matcher
from compact_tui.core.original_erased import OriginalErased
from compact_tui.core.partnership import Match
from compact_tui.core.returns import Return
from compact_tui.core.text import count
from compact_tui.exchange.agency_json import read_agency
from compact_tui.exchange.documents import AGENCY, ANSWER, COUNTS, RETURN, UNKNOWN, kind_of
from compact_tui.exchange.reply_json import read_answer
from compact_tui.exchange.return_json import read
from compact_tui.exchange.spot_counts_json import read_counts
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept, register_of
from compact_tui.services.return_rows import Packs, matches_of, put_return, settle
from compact_tui.storage.aside_record import aside_kept, keep_aside
from compact_tui.storage.faults import DamagedError
from compact_tui.storage.originals import originals_in, received_on
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.return_index import FileRow, IndexDamagedError, ReturnIndex, files_left

ACCEPTED, QUARANTINED = "accepted", "quarantined"
_JUDGED = {RETURN, AGENCY, COUNTS}
"""Kinds of which the bytes alone say whether they can be taken."""
_UNTOLD = "It came in earlier, and what it is cannot be told any more: a survey table, or a file that cannot be read."
_TOGETHER = 200
"""Files that are put into a new index as one change."""


@contextmanager
def open_index(desk: Desk) -> Iterator[ReturnIndex]:
    """The index; where it is gone, damaged or of another version it is made anew, and that is said.

    Raises:
        WorkspaceError: If it can be neither read nor made.
    """
    why = ""
    try:
        path = desk.workspace.index_path
        if path.exists() and path.stat().st_size:
            with ReturnIndex(path):
                pass
        elif desk.workspace.put_aside_path.exists() or next(originals_in(desk.workspace.originals_folder), None):
            why = "The index of what was collected was gone."
    except IndexDamagedError as error:
        why = error.message
    if why:
        made = rebuild_index(desk)
        desk.shelf.notices.append(f"{why} {made.sentence}")
    with ReturnIndex(desk.workspace.index_path) as index:
        yield index


def rebuild_index(desk: Desk) -> IndexRebuilt:
    """Make the index anew from the files that came and from what was decided.

    Names of files and addresses of senders are not in the files; they are taken from the old index, of whatever
    version, and from the record of what was put aside.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If a file cannot be read, or the index not be written; the old one then stays as it is.
    """
    path = desk.workspace.index_path
    new = path.with_name(f"{path.name}.new")
    files, (known, damaged) = 0, _known(desk)
    try:
        new.unlink(missing_ok=True)
        with ReturnIndex(new) as index:
            making = _Making(index, Matcher(register_of(desk)), matches_of(desk), Packs(desk), {}, known)
            every = list(originals_in(desk.workspace.originals_folder))
            # What was put aside comes last: of two with one id, the one that was taken is taken again.
            originals = iter(sorted(every, key=lambda path: _was_aside(known.get(path.name))))
            while some := list(islice(originals, _TOGETHER)):
                with index.together():
                    for original in some:
                        making.take(read_bytes(original)[0], original.name, received_on(original))
                files += len(some)
            with index.together():
                for entry, cycle in making.touched:
                    settle(index, entry, cycle)
                for row in set(known.values()) - {known.get(path.name) for path in every}:
                    if _was_aside(row):
                        index.put_file(row)
            aside = tuple(index.files(QUARANTINED))
        os.replace(new, path)
    except OSError as error:
        raise WorkspaceError(
            f"The index could not be made anew: {(error.strerror or 'no reason given').lower()}.",
            "The files that came are safe. Close other programs that use this folder, then try again.",
        ) from error
    keep_aside(desk.workspace.put_aside_path, aside)
    lost = f"what {count(making.nameless, 'file')} put aside was called, and who sent it, is not known any more"
    if making.nameless > 1:
        lost = f"what {making.nameless} files put aside were called, and who sent them, is not known any more"
    lost = lost if making.nameless else "nothing was lost"
    told = f"It was made anew from {count(files, 'file')}, of which {making.returns} are returns; {lost}."
    told += f" {damaged}" if damaged else ""
    return IndexRebuilt(files=files, returns=making.returns, sentence=told)


def keep_record(desk: Desk, index: ReturnIndex) -> None:
    """Keep what is known of the files that were put aside, for when the index is lost.

    Raises:
        WorkspaceError: If it cannot be written.
    """
    keep_aside(desk.workspace.put_aside_path, index.files(QUARANTINED))


def _known(desk: Desk) -> tuple[dict[str, FileRow], str]:
    """What is known of the files that came, by SHA-256, and what is said of a record that is damaged."""
    rows, damaged = {}, ""
    try:
        rows = {row.sha256: row for row in aside_kept(desk.workspace.put_aside_path)}
    except DamagedError as error:
        damaged = error.message
    rows |= {row.sha256: row for row in files_left(desk.workspace.index_path)}
    for one in kept(desk, "originals_erased", OriginalErased):
        rows.pop(one.id, None)
    return rows, damaged


def _was_aside(row: FileRow | None) -> bool:
    return row is not None and row.state == QUARANTINED


class _Making(Struct):
    """What is at hand while an index is made anew."""

    index: ReturnIndex
    matcher: Matcher
    by_hand: dict[str, Match]
    packs: Packs
    touched: dict[tuple[str, str], None]
    known: dict[str, FileRow]
    returns: int = 0
    nameless: int = 0
    """Files put aside of which nobody knows any more what they were called."""

    def take(self, data: bytes, sha256: str, day: str) -> None:
        """Put one original into the index, by what is in it."""
        before = self.known.get(sha256)
        kind = before.kind if before else kind_of(data)
        row = FileRow(
            sha256=sha256,
            name=before.name if before else f"kept file {sha256[:8]}",
            kind=kind,
            state=ACCEPTED,
            size=len(data),
            received_on=(before.received_on if before else "") or day,
            sender=before.sender if before else "",
        )
        try:
            if kind == RETURN:
                row = replace(row, document=self._return(data, sha256, day))
            else:
                row = replace(row, document=document_in(kind, data))
            if before is not None and _was_aside(before) and kind not in _JUDGED:
                row = replace(row, state=QUARANTINED, reason=before.reason, remedy=before.remedy)
            elif before is None and kind == UNKNOWN:
                row = replace(row, state=QUARANTINED, reason=_UNTOLD)
        except CompactError as error:
            row = replace(row, state=QUARANTINED, reason=error.message, remedy=error.hint)
        self.nameless += before is None and row.state == QUARANTINED
        self.index.put_file(row)

    def _return(self, data: bytes, sha256: str, day: str) -> str:
        return_ = read(data).return_
        refuse_second(self.index, return_)
        put_return(self.index, return_, sha256, self.matcher, self.by_hand, self.packs.of(return_), day)
        put = self.index.return_(return_.id)
        if put is not None and put.entry:
            self.touched[put.entry, put.cycle] = None
        self.returns += 1
        return return_.id


def refuse_second(index: ReturnIndex, return_: Return) -> None:
    """See that no other return has this id.

    Raises:
        CompactError: If another return of the same id is here.
    """
    if index.return_(return_.id) is not None:
        raise CompactError(
            f"Return {return_.id} is here already, with other content.",
            "One of the two is not what the setting made. Please read out the code of your return to us.",
        )


def document_in(kind: str, data: bytes) -> str:
    """The id of a document that is no return; empty for one of a kind that has none.

    Raises:
        FileNotAcceptableError: If it is not sound.
    """
    if kind == AGENCY:
        return read_agency(data).return_.id
    if kind == ANSWER:
        return read_answer(data).id
    return read_counts(data).id if kind == COUNTS else ""
