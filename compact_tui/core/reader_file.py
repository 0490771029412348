"""A reader's file: some returns with what was decided about them, read elsewhere, and merged back."""

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct

from compact_tui.core.allocating import reading_number, return_of_id
from compact_tui.core.change import Edit, Plain
from compact_tui.core.days import is_day
from compact_tui.core.merge_values import TableRule
from compact_tui.core.pack import AuditPack
from compact_tui.core.partnership import ContactNote, Match, PartnershipHead, RegisterEntry
from compact_tui.core.read_records import Allocation, Moderation, PlanVerdict, Reader, ReasonCarried, Remark, SaidBefore
from compact_tui.core.reasons_to_look import FROM_OTHERS
from compact_tui.core.record import PartnershipRecord

FORMAT = "compact-reading"
FORMAT_VERSION = 1
LONGEST_TEXT = 20_000
"""Characters of one text that was decided."""
MOST_LINES = 500
"""Lines about last round of one standard."""

RULES: Mapping[str, TableRule] = {
    "allocations": TableRule(hidden=("reader", "handed_on_from", "compared")),
    "moderations": TableRule(together=("level", "reason"), texts=("reason",), hidden=("id",)),
    "remarks": TableRule(texts=("text",), hidden=("answer", "answered_on", "answered_at")),
    "plan_verdicts": TableRule(together=("accepted", "reason"), texts=("reason",)),
    "contact_notes": TableRule(texts=("what", "agreed")),
}
"""The tables that travel, and how they are merged."""


class ReaderRecords(Struct, frozen=True, kw_only=True):
    """What was decided in some readings."""

    allocations: tuple[Allocation, ...] = ()
    moderations: tuple[Moderation, ...] = ()
    remarks: tuple[Remark, ...] = ()
    plan_verdicts: tuple[PlanVerdict, ...] = ()
    contact_notes: tuple[ContactNote, ...] = ()


class ReaderFile(Struct, frozen=True, kw_only=True):
    """The document. Days are ``YYYY-MM-DD``; empty text means not said."""

    format: str = FORMAT
    format_version: int = FORMAT_VERSION
    id: str
    made_by: str
    """The program that wrote it."""
    partnership: PartnershipHead
    reader: Reader
    series: str
    made_on: str
    entries: tuple[RegisterEntry, ...]
    """The settings whose returns these are."""
    matches: tuple[Match, ...] = ()
    """Which setting a person said a return belongs to, where it did not match by itself."""
    packs: tuple[AuditPack, ...]
    returns: tuple[str, ...]
    """Each return, letter for letter as it came; none in a file that goes back."""
    reasons: tuple[ReasonCarried, ...] = ()
    """Why to look at them, where that took other returns to find."""
    before: tuple[SaidBefore, ...] = ()
    """What was said of their settings last round; none in a file that goes back."""
    base: ReaderRecords
    """What stood when it was made."""
    decided: ReaderRecords = ReaderRecords()
    """What stands now; nothing while ``decided_on`` is empty."""
    decided_on: str = ""
    digest: str = ""

    @property
    def readings(self) -> tuple[str, ...]:
        """Ids of the allocations it is of."""
        return tuple(one.id for one in self.base.allocations)


def records_of_readings(records: ReaderRecords, readings: Iterable[str], entries: Iterable[str]) -> ReaderRecords:
    """Of all that was decided, what belongs to some readings; of a second reading nothing that the first said.

    Args:
        records: Everything.
        readings: Ids of allocations.
        entries: Ids of the settings that are read for the first time among them.
    """
    wanted, settings = set(readings), set(entries)
    grades = {(return_of_id(one), reading_number(one)) for one in wanted}
    return ReaderRecords(
        allocations=tuple(one for one in records.allocations if one.id in wanted),
        moderations=tuple(one for one in records.moderations if (one.return_id, one.reading) in grades),
        remarks=tuple(one for one in records.remarks if one.return_id in wanted),
        plan_verdicts=tuple(one for one in records.plan_verdicts if one.id in wanted),
        contact_notes=tuple(one for one in records.contact_notes if one.entry in settings),
    )


def tables_of(records: ReaderRecords) -> dict[str, dict[str, Plain]]:
    """The records in their plain form, by table and by what they are about."""
    return {table: {_about(one): msgspec.to_builtins(one) for one in getattr(records, table)} for table in RULES}


def _about(record: PartnershipRecord) -> str:
    """What names a record on both sides: two people who grade one standard speak of the same thing."""
    if isinstance(record, Moderation):
        return f"{record.return_id}/{record.standard}/{record.reading}"
    return str(getattr(record, "id", ""))


def kept_edits(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """What a merge has to do, with each record under its own number again."""
    return tuple(Edit(one.table, str((one.before or one.after or {})["id"]), one.before, one.after) for one in edits)


def wrong_in(file: ReaderFile) -> Iterator[str]:
    """What cannot be right in a file that was read, as clauses."""
    known = set(file.readings)
    if not file.id or not file.reader.name or not known:
        yield "it does not say whose returns it holds"
    for day in (file.made_on, file.decided_on):
        if day and not is_day(day):
            yield f'"{day[:20]}" is no day'
    yield from _wrong_reasons(file)
    yield from _wrong_before(file)
    levels = {level.id for pack in file.packs for level in pack.level}
    entries = {one.id for one in file.entries}
    firsts = {one for one in known if reading_number(one) == 1}
    grades = {(return_of_id(one), reading_number(one)) for one in known}
    for records in (file.base, file.decided):
        for table in RULES:
            ids = [one.id for one in getattr(records, table)]
            if len(set(ids)) < len(ids):
                yield f"it has the same number twice in {table}"
        told = [one.return_id for one in records.remarks] + [one.id for one in records.plan_verdicts]
        if {one.id for one in records.allocations} - known or set(told) - firsts:
            yield "it decides about a return that it does not hold"
        if {(one.return_id, one.reading) for one in records.moderations} - grades:
            yield "it grades a return that it does not hold"
        if {one.level for one in records.moderations} - levels:
            yield "it gives a grade that its pack does not have"
        if {one.entry for one in records.contact_notes} - entries:
            yield "it notes contact with a setting that it does not hold"
        texts = [value for table in RULES for one in getattr(records, table) for value in msgspec.structs.astuple(one)]
        if any(isinstance(text, str) and len(text) > LONGEST_TEXT for text in texts):
            yield f"a text in it is longer than {LONGEST_TEXT:,} characters"


def _wrong_reasons(file: ReaderFile) -> Iterator[str]:
    held = set(map(return_of_id, file.readings))
    for one in file.reasons:
        if one.return_id not in held:
            yield "it gives a reason to look at a return that it does not hold"
        if one.id not in FROM_OTHERS or not one.words or len(one.words) > LONGEST_TEXT or not 0 <= one.weight <= 100:
            yield "a reason to look in it is none that this program knows"


def _wrong_before(file: ReaderFile) -> Iterator[str]:
    held = set(map(return_of_id, file.readings))
    for one in file.before:
        if one.return_id not in held:
            yield "it says what was said last round of a return that it does not hold"
        if len(one.lines) > MOST_LINES or any(len(line) > LONGEST_TEXT or "\n" in line for line in one.lines):
            yield "what it says of last round is longer than anything that is said"
