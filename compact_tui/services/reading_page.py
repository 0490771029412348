"""A return beside what was decided about it; a second reading sees nothing of the first until it is finished."""

from compact_tui.core.allocating import SECOND
from compact_tui.core.partnership import ContactNote
from compact_tui.core.read_records import Allocation, PlanVerdict
from compact_tui.core.read_show import (
    contact_lines,
    decision_lines,
    level_words,
    plan_lines,
    plan_words,
    remark_lines,
    standards_beside,
)
from compact_tui.core.read_views import QueueLine, ReadingView
from compact_tui.core.returns import first_line
from compact_tui.core.setting import sector_word
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept, register_of
from compact_tui.services.read_queue import queue
from compact_tui.services.reading_before import before_of
from compact_tui.services.reading_parts import Reading, allocations_of, moderations_in, reading_named, remarks_on


def reading_page(desk: Desk, name: str) -> ReadingView:
    """A return beside its decisions.

    Args:
        desk: Where and when.
        name: The return or its setting, with ``#2`` for a second reading.

    Raises:
        UsageError: If there is no such return, or it is not read twice.
        WorkspaceError: If its file cannot be read.
    """
    reading = reading_named(desk, name)
    row, return_, pack, allocation = reading.row, reading.return_, reading.pack, reading.allocation
    entry = next((one for one in register_of(desk) if one.id == row.entry), None)
    lines = queue(desk, reader=allocation.reader if allocation else "").lines
    at = next((number for number, line in enumerate(lines) if line.id == reading.id), None)
    blind = reading.number == 2
    moderations = moderations_in(desk, reading.id)
    remarks = () if blind else remarks_on(desk, row.id)
    reasons = lines[at].reasons if at is not None else ()
    then = before_of(desk, row, pack)
    standards = standards_beside(return_, pack, moderations, remarks, reasons, then)
    numbers = {one.id: one.number for one in standards}
    verdict = next((one for one in kept(desk, "plan_verdicts", PlanVerdict) if one.id == row.id), None)
    notes = [] if blind else [one for one in kept(desk, "contact_notes", ContactNote) if one.entry == row.entry]
    return ReadingView(
        id=reading.id,
        return_id=row.id,
        entry=row.entry,
        name=entry.name if entry else row.name,
        sector_word=sector_word((entry.sector if entry else "") or row.sector),
        cycle=row.cycle,
        reader=allocation.reader if allocation else "",
        second=blind,
        done_on=allocation.done_on if allocation else "",
        told=(first_line(return_), *_told(desk, reading, numbers), *then.get("", ())),
        reasons=reasons,
        levels=tuple((level.id, level.word) for level in pack.level),
        standards=standards,
        plan=plan_lines(return_),
        plan_words=plan_words(None if blind else verdict, len(return_.actions)),
        whole=tuple(line for one in remarks if not one.standard for line in remark_lines(one)),
        contacts=contact_lines(notes),
        decisions=decision_lines(pack, moderations, remarks, numbers),
        next=_next(lines, at, reading.id),
    )


def _next(lines: tuple[QueueLine, ...], at: int | None, reading: str) -> str:
    """The next reading that is not finished; after the last one those that were passed over."""
    waiting = [line.id for line in lines if not line.done_on and line.id != reading]
    after = [line.id for line in lines[at or 0 :] if line.id in waiting]
    return next(iter(after or waiting), "")


def _told(desk: Desk, reading: Reading, numbers: dict[str, str]) -> tuple[str, ...]:
    """That it is blind, or where the two readings differ."""
    second: Allocation | None = allocations_of(desk).get(f"{reading.row.id}{SECOND}")
    if second is not None and second.compared:
        apart = [
            f"standard {numbers.get(one, one)} ({level_words(reading.pack, a)} / {level_words(reading.pack, b)})"
            for one, a, b in second.compared
            if a != b
        ]
        return (f"The two readings differ: {'; '.join(apart)}." if apart else "The two readings agree throughout.",)
    if reading.number == 2:
        return ("Second reading: what the first one said is hidden until this is finished. It gives grades only.",)
    return ()
