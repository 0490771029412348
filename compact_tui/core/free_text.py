"""Every text of an audit that a person typed freely, with the place where it stands."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from compact_tui.core.audit import Audit

TEXT_FIELDS: Mapping[str, tuple[str, ...]] = {
    "answers": ("note", "reason", "private_note"),
    "grades": ("reason",),
    "summaries": ("text",),
    "evidence": ("title", "where", "held_by", "file"),
    "actions": ("what", "who", "outcome"),
    "sign_offs": ("name",),
    "set_asides": ("reason",),
}
"""Fields of free text, by table of the audit's book."""
_STAYS = {("answers", "private_note"), ("evidence", "file")}
_KEYS = {"answers": "criterion", "grades": "standard", "summaries": "standard"}


class FreeText(Struct, frozen=True):
    """One text, and where it stands."""

    table: str
    id: str
    """Id of the record: of the criterion, the standard, the piece of evidence …"""
    field: str
    text: str
    leaves: bool
    """Whether it goes into the return."""


def texts_of(audit: Audit) -> Iterator[FreeText]:
    """Every free text that is not empty, table by table, in the order in which things were first said."""
    for table, names in TEXT_FIELDS.items():
        for record in getattr(audit, table):
            for name in names:
                text: str = getattr(record, name)
                if text:
                    key = getattr(record, _KEYS.get(table, "id"))
                    yield FreeText(table, key, name, text, (table, name) not in _STAYS)
