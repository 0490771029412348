"""What a person names when something is to be erased: a text, or the place of a field."""

import re
from collections.abc import Mapping

import msgspec
from msgspec import Struct

from compact_tui.core.erase_fields import Field
from compact_tui.core.erase_tables import stays
from compact_tui.core.erase_text import needle_of
from compact_tui.core.erasing import OURS, Erasure
from compact_tui.core.errors import UsageError
from compact_tui.core.free_text import TEXT_FIELDS
from compact_tui.core.pack import AuditPack, numbered
from compact_tui.core.partnership import TABLES
from compact_tui.core.setting_forms import PEOPLE_FORM, SETTING_FORM
from compact_tui.core.text import did_you_mean
from compact_tui.services.books import OpenAudit, open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import is_partnership, partnership_book
from compact_tui.storage.book import Book

_PLACE = re.compile(r"(?P<where>\S+)#(?P<field>[A-Za-z_-]+)")
_SETTING = "setting"
_NOT_TEXT = {"kind", "sector", "nursery", "without", "due", "numbers_checked_on"}
_NOTHING = "Nothing was erased."
_OF_PARTNERSHIP: Mapping[str, tuple[str, ...]] = {
    table: tuple(
        one.name
        for one in msgspec.structs.fields(record)
        if one.type in {str, tuple[str, ...]} and not stays(table, one.name, OURS)
    )
    for table, record in TABLES.items()
}
"""Fields that people type into, by table of the partnership's book."""


class Aim(Struct, frozen=True):
    """What is to go."""

    erasure: Erasure
    audit: str = ""
    """Id of the audit that the field is in; empty where it is a text, or a field of the setting."""
    book: Book | None = None
    """That audit's book, or the partnership's."""
    originals: bool = False
    """Whether the files that came in and hold it are taken away."""


def aim_of(desk: Desk, wanted: str, marker: str) -> Aim:
    """What a person named: the place of a field such as ``3.2#note``, else a text.

    Raises:
        UsageError: If it looks like a place and there is no such place; with did-you-mean.
        CompactError: If it is a text that may not be erased.
    """
    found = _PLACE.fullmatch(wanted.strip())
    if found is None:
        return Aim(Erasure(marker, (needle_of(wanted, marker),)))
    where, name = found["where"].lower(), found["field"].lower().replace("-", "_")
    if where == _SETTING:
        fields = [f.id for f in (*SETTING_FORM.fields, *PEOPLE_FORM.fields) if f.id not in _NOT_TEXT]
        return Aim(Erasure(marker, field=Field(_SETTING, _SETTING, _field_named(name, fields))))
    if is_partnership(desk):
        of_partnership = _field_of_partnership(desk, found["where"], name)
        if of_partnership:
            return Aim(Erasure(marker, field=of_partnership), book=partnership_book(desk))
    opened = open_audit(desk)
    tables = _tables_at(opened, where)
    if not tables:
        hint = (
            did_you_mean(where, _known(opened)) or "A place is written like 3.2#note, e-7k2m9xq4#title or setting#name."
        )
        raise UsageError(f'There is no place "{found["where"]}" here.', f"{hint} {_NOTHING}")
    named = {_said(table, one): (table, id_, one) for table, id_ in tables for one in TEXT_FIELDS[table]}
    table, id_, one = named[_field_named(name, list(named))]
    return Aim(Erasure(marker, field=Field(table, id_, one)), opened.kept.head.id, opened.book)


def _field_of_partnership(desk: Desk, where: str, name: str) -> Field | None:
    """The field of a record of the partnership; ``None`` where it may be a place in an audit that is here too.

    Raises:
        UsageError: If there is no such record and no audit here, or the record has no such field, or two have it.
    """
    ever = _ever(partnership_book(desk), _OF_PARTNERSHIP)
    fields = [
        (table, id_, one)
        for table, id_ in dict.fromkeys(ever)
        if id_.lower() == where.lower()
        for one in _OF_PARTNERSHIP[table]
    ]
    if not fields:
        if desk.workspace.audit_paths():
            return None
        hint = did_you_mean(where, [id_ for _, id_ in ever]) or "A place is written like k-0001#text or G12#note."
        raise UsageError(f'There is no place "{where}" here.', f"{hint} {_NOTHING}")
    _field_named(name, list(dict.fromkeys(one for *_, one in fields)))
    named = [Field(*one) for one in fields if one[2] == name]
    if len(named) > 1:
        raise UsageError(f'{len(named)} records called "{where}" have a "{name}".', f"Name the text itself. {_NOTHING}")
    return named[0]


def _said(table: str, field: str) -> str:
    return "summary" if table == "summaries" else field


def _field_named(name: str, fields: list[str]) -> str:
    if name not in fields:
        hint = did_you_mean(name, fields) or f"It has {', '.join(fields)}."
        raise UsageError(f'There is no "{name}" at that place.', f"{hint} {_NOTHING}")
    return name


def _tables_at(opened: OpenAudit, where: str) -> tuple[tuple[str, str], ...]:
    """The tables that hold something said at a place, and its id in them."""
    for standard in opened.pack.standard:
        if where in {standard.id, str(standard.number)}:
            return ("summaries", standard.id), ("grades", standard.id)
        for number, criterion in numbered(standard):
            if where in {criterion.id, number}:
                return (("answers", criterion.id),)
    known = [(table, id_) for table, id_ in _ever(opened.book, TEXT_FIELDS) if id_.lower() == where]
    return tuple(dict.fromkeys(known))


def _ever(book: Book, fields: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Every record that is or was in a book and holds free text."""
    now = [(table, id_) for table, rows in book.tables().items() for id_ in rows]
    then = [(edit.table, edit.id) for change in book.history for edit in change.edits]
    return [(table, id_) for table, id_ in (*now, *then) if table in fields]


def _known(opened: OpenAudit) -> tuple[str, ...]:
    return (*_ids(opened.pack), *(id_ for _, id_ in _ever(opened.book, TEXT_FIELDS)), _SETTING)


def _ids(pack: AuditPack) -> tuple[str, ...]:
    standards = [standard.id for standard in pack.standard]
    criteria = [one for s in pack.standard for number, c in numbered(s) for one in (number, c.id)]
    return (*standards, *criteria)
