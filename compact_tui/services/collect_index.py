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
from compact_tui.core.partnership import Match
from compact_tui.core.returns import Return
from compact_tui.core.text import count
from compact_tui.exchange.agency_json import read_agency
from compact_tui.exchange.documents import AGENCY, ANSWER, COUNTS, RETURN, kind_of
from compact_tui.exchange.reply_json import read_answer
from compact_tui.exchange.return_json import read
from compact_tui.exchange.spot_counts_json import read_counts
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import register_of
from compact_tui.services.return_rows import Packs, matches_of, put_return, settle
from compact_tui.storage.originals import originals_in, received_on
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.return_index import FileRow, IndexDamagedError, ReturnIndex

ACCEPTED, QUARANTINED = "accepted", "quarantined"
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
        elif next(originals_in(desk.workspace.originals_folder), None) is not None:
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

    Names of files and addresses of senders are not in the files; those stay empty.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If a file cannot be read, or the index not be written; the old one then stays as it is.
    """
    path = desk.workspace.index_path
    new = path.with_name(f"{path.name}.new")
    files = 0
    try:
        new.unlink(missing_ok=True)
        with ReturnIndex(new) as index:
            making = _Making(index, Matcher(register_of(desk)), matches_of(desk), Packs(desk), {})
            originals = originals_in(desk.workspace.originals_folder)
            while some := list(islice(originals, _TOGETHER)):
                with index.together():
                    for original in some:
                        making.take(read_bytes(original)[0], original.name, received_on(original))
                files += len(some)
            with index.together():
                for entry, cycle in making.touched:
                    settle(index, entry, cycle)
        os.replace(new, path)
    except OSError as error:
        raise WorkspaceError(
            f"The index could not be made anew: {(error.strerror or 'no reason given').lower()}.",
            "The files that came are safe. Close other programs that use this folder, then try again.",
        ) from error
    told = f"It was made anew from {count(files, 'file')}, of which {making.returns} are returns; nothing was lost."
    return IndexRebuilt(files=files, returns=making.returns, sentence=told)


class _Making(Struct):
    """What is at hand while an index is made anew."""

    index: ReturnIndex
    matcher: Matcher
    by_hand: dict[str, Match]
    packs: Packs
    touched: dict[tuple[str, str], None]
    returns: int = 0

    def take(self, data: bytes, sha256: str, day: str) -> None:
        """Put one original into the index, by what is in it."""
        kind = kind_of(data)
        name = f"kept file {sha256[:8]}"
        row = FileRow(sha256=sha256, name=name, kind=kind, state=ACCEPTED, size=len(data), received_on=day, document="")
        try:
            if kind == RETURN:
                row = replace(row, document=self._return(data, sha256, day))
            else:
                row = replace(row, document=document_in(kind, data))
        except CompactError as error:
            row = replace(row, state=QUARANTINED, reason=error.message)
        self.index.put_file(row)

    def _return(self, data: bytes, sha256: str, day: str) -> str:
        return_ = read(data).return_
        refuse_second(self.index, return_)
        put_return(self.index, return_, sha256, self.matcher, self.by_hand, self.packs.of(return_), day)
        kept = self.index.return_(return_.id)
        if kept is not None and kept.entry:
            self.touched[kept.entry, kept.cycle] = None
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
