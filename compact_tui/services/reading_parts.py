"""What reading returns shares: which reading is meant, what was decided in it, and the next number of a decision."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from compact_tui.core.allocating import SECOND, reading_number, return_of_id
from compact_tui.core.errors import UsageError
from compact_tui.core.pack import NOT_GRADED, AuditPack
from compact_tui.core.read_records import Allocation, Moderation, ReadingLent, Remark
from compact_tui.core.read_show import of_reading
from compact_tui.core.reader_agreement import compared
from compact_tui.core.returns import Return
from compact_tui.services.collected import return_of, row_named
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept, partnership_book
from compact_tui.services.return_files import pack_for
from compact_tui.services.return_rows import Packs
from compact_tui.storage.return_index import ReturnRow

_NOTHING = "Nothing was changed."


class Reading(Struct, frozen=True):
    """A reading of a return: the first, or a second one, blind."""

    id: str
    row: ReturnRow
    return_: Return
    pack: AuditPack
    allocation: Allocation | None

    @property
    def number(self) -> int:
        """1 or 2."""
        return reading_number(self.id)


def reading_named(desk: Desk, name: str) -> Reading:
    """The reading of a return, by the id of the return or of its setting; ``#2`` behind it means the second one.

    In a reader's own workspace a return that they only read a second time is that reading, also without it.

    Raises:
        UsageError: If there is no such return, or it is not read twice.
    """
    wanted = name.strip()
    named, second = return_of_id(wanted), SECOND if reading_number(wanted) == 2 else ""
    row = row_named(desk, named)
    allocations = allocations_of(desk)
    reading = f"{row.id}{SECOND if row.id in only_second(desk, allocations) else second}"
    allocation = allocations.get(reading)
    if second and allocation is None:
        raise UsageError(f"Return {row.id} is not read a second time.", _NOTHING)
    return_ = return_of(desk, row.id)
    return Reading(reading, row, return_, Packs(desk).of(return_) or pack_for(return_, None), allocation)


def only_second(desk: Desk, allocations: Mapping[str, Allocation]) -> frozenset[str]:
    """In a reader's own workspace: the returns that they read a second time and not a first; else none."""
    if lent_here(desk) is None:
        return frozenset()
    return frozenset(return_of_id(one) for one in allocations if return_of_id(one) not in allocations)


def allocations_of(desk: Desk) -> dict[str, Allocation]:
    """Who reads what, by reading."""
    return {one.id: one for one in kept(desk, "allocations", Allocation)}


def unread_of(desk: Desk, returns: Iterable[str]) -> frozenset[str]:
    """Which of some returns nobody has finished reading; none of them where no return was shared out at all."""
    wanted, allocations = frozenset(returns), allocations_of(desk)
    if not wanted & allocations.keys():
        return frozenset()
    return frozenset(one for one in wanted if one not in allocations or not allocations[one].done_on)


def moderations_in(desk: Desk, reading: str) -> tuple[Moderation, ...]:
    """The moderated grades of one reading."""
    return of_reading(reading, kept(desk, "moderations", Moderation))


def remarks_on(desk: Desk, return_id: str) -> tuple[Remark, ...]:
    """What was said to a setting about its return."""
    return tuple(one for one in kept(desk, "remarks", Remark) if one.return_id == return_id)


def lent_here(desk: Desk) -> ReadingLent | None:
    """What this workspace was made from, where it is a reader's own."""
    return next((one for one in kept(desk, "readings_lent", ReadingLent) if one.here), None)


def next_number(desk: Desk, table: str, letter: str) -> str:
    """The next number of a decision, such as ``m-0012``; one that was taken back is not given again.

    In a reader's own workspace it begins with the letters of the file it was made from: ``m-b0012``.
    """
    book, here = partnership_book(desk), lent_here(desk)
    begin = f"{letter}-{here.series if here else ''}"
    ids = {str(row["id"]) for row in book.rows(table)}
    ids |= {edit.id for change in book.history for edit in change.edits if edit.table == table}
    numbers = [int(found[1]) for one in ids if (found := re.fullmatch(rf"{re.escape(begin)}(\d+)", one))]
    return f"{begin}{max(numbers, default=0) + 1:04d}"


def compared_now(desk: Desk, reading: Reading) -> tuple[tuple[str, str, str], ...]:
    """What both readings of a return say of each standard as they stand."""
    own = {one.id: one.grade or NOT_GRADED for one in reading.return_.standards}
    first, second = (moderations_in(desk, f"{reading.row.id}{ending}") for ending in ("", SECOND))
    return compared(own, first, second)
