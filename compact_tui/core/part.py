"""A part: some standards of an audit, lent to a colleague as a file, answered there, and merged back."""

import re
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.audit import Action, Audit, AuditHead, CriterionAnswer, Evidence, Grade, Summary
from compact_tui.core.change import Plain
from compact_tui.core.days import is_day
from compact_tui.core.free_text import KEYS
from compact_tui.core.lending import LENT_TABLES, lent_of
from compact_tui.core.pack import AuditPack
from compact_tui.core.record import Record
from compact_tui.core.setting import Setting

FORMAT = "compact-part"
FORMAT_VERSION = 1
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
MOST_RECORDS = 5_000
"""Records of one table."""
LONGEST_TEXT = 20_000
"""Characters of one text."""


class PartRecords(Struct, frozen=True, kw_only=True):
    """The records of some standards, without private notes and without local paths."""

    answers: tuple[CriterionAnswer, ...] = ()
    grades: tuple[Grade, ...] = ()
    """Without provisional ones."""
    summaries: tuple[Summary, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()


class PartSetting(Struct, frozen=True, kw_only=True):
    """Whose audit it is: what a colleague's program needs in order to ask the same questions."""

    id: str
    name: str
    sector: str = ""
    kind: str = ""
    nursery: str = ""
    without: tuple[str, ...] = ()


class Part(Struct, frozen=True, kw_only=True):
    """The document. Days are ``YYYY-MM-DD``; empty text means not said."""

    format: str = FORMAT
    format_version: int = FORMAT_VERSION
    id: str
    made_by: str
    """The program that wrote it."""
    setting: PartSetting
    audit: AuditHead
    """The audit that it is of."""
    pack: AuditPack
    """The pack as the audit's variation sees it, with the standards that are lent and no others."""
    standards: tuple[str, ...]
    """Ids of the standards that are lent, in pack order."""
    lent_to: str
    """Role or team, not a name."""
    lent_on: str
    due: str = ""
    asked_by: str = ""
    """Role of whoever lent it."""
    reply_to: tuple[str, ...] = ()
    """Email addresses it goes back to."""
    base: PartRecords
    """What stood there when it was lent."""
    answered: PartRecords = PartRecords()
    """What stands there now; nothing while ``answered_on`` is empty."""
    answered_on: str = ""
    answered_by: str = ""
    """Role of whoever sent it back, where that was said."""
    digest: str = ""


def part_of(
    setting: Setting, kept: Audit, pack: AuditPack, standards: tuple[str, ...], *, reply_to: tuple[str, ...] = ()
) -> Part:
    """Some standards of an audit as a part; whom it is for, its id and its days are still to be filled in.

    Args:
        setting: Whose audit it is.
        kept: The audit as it is kept.
        pack: Its pack, as its variation sees it.
        standards: Ids of what is lent, in pack order.
        reply_to: Where it goes back to.
    """
    names = PartSetting.__struct_fields__
    return Part(
        id="",
        made_by="",
        setting=PartSetting(**{name: getattr(setting, name) for name in names}),
        audit=kept.head,
        pack=limited(pack, standards),
        standards=standards,
        lent_to="",
        lent_on="",
        reply_to=reply_to,
        base=records_for(kept, pack, standards),
    )


def limited(pack: AuditPack, standards: Iterable[str]) -> AuditPack:
    """A pack with some of its standards; each keeps its number."""
    wanted = set(standards)
    return replace(pack, standard=tuple(one for one in pack.standard if one.id in wanted))


def records_for(kept: Audit, pack: AuditPack, standards: tuple[str, ...]) -> PartRecords:
    """The records of some standards as they may be handed over."""
    lent = lent_of(kept, pack, standards)
    final = tuple(grade for grade in lent.grades if not grade.provisional)
    return PartRecords(**{name: getattr(lent, name) for name in LENT_TABLES if name != "grades"}, grades=final)


def tables_of(records: Audit | PartRecords) -> dict[str, dict[str, Plain]]:
    """The records in their plain form, by table and by what names them."""
    return {table: {key_of(table, one): plain(one) for one in getattr(records, table)} for table in LENT_TABLES}


def key_of(table: str, record: Record) -> str:
    """What names a record in its table."""
    return str(getattr(record, KEYS.get(table, "id")))


def plain(record: Record) -> Plain:
    """A record in its plain form."""
    made: Plain = msgspec.to_builtins(record)
    return made


def wrong_in(part: Part) -> Iterator[str]:
    """What cannot be right in a part that was read, as clauses."""
    if not part.id or not part.audit.id or not part.lent_to:
        yield "it does not say whose part it is"
    known = {standard.id for standard in part.pack.standard}
    if not part.standards or set(part.standards) != known or not part.pack.answer:
        yield "the standards it names are not those of its pack"
    if not all(standard.criterion for standard in part.pack.standard):
        yield "a standard in it asks nothing"
    for day in (part.lent_on, part.due, part.answered_on):
        if day and not is_day(day):
            yield f'"{day[:20]}" is no day'
    asked = {criterion.id for standard in part.pack.standard for criterion in standard.criterion}
    for records in (part.base, part.answered):
        yield from _wrong_records(records, asked, known)


def _wrong_records(records: PartRecords, asked: set[str], known: set[str]) -> Iterator[str]:
    for table in LENT_TABLES:
        rows: tuple[Record, ...] = getattr(records, table)
        keys = [key_of(table, one) for one in rows]
        if len(rows) > MOST_RECORDS:
            yield f"it has more than {MOST_RECORDS:,} records in {table}"
        if len(set(keys)) < len(keys):
            yield f"it has the same record twice in {table}"
        places = {"answers": asked, "grades": known, "summaries": known}.get(table)
        if places is not None and set(keys) - places:
            yield f'it answers "{min(set(keys) - places)[:40]}", which it does not ask'
        if any(at and not _INSTANT.fullmatch(at) for at in (str(getattr(one, "at", "")) for one in rows)):
            yield f"a record in {table} does not say when it was made"
        if any(len(text) > LONGEST_TEXT for one in rows for text in _texts(one)):
            yield f"a text in it is longer than {LONGEST_TEXT:,} characters"


def _texts(record: Record) -> Iterator[str]:
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (item for item in value if isinstance(item, str))
