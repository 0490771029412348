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
    "reply_answers": ("text", "action"),
}
"""Fields of free text, by table of the audit's book."""
_STAYS = {("answers", "private_note"), ("evidence", "file"), ("reply_answers", "text"), ("reply_answers", "action")}
KEYS: Mapping[str, str] = {"answers": "criterion", "grades": "standard", "summaries": "standard"}
"""The field that names a record, where that is not ``id``, by table."""


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
                    key = getattr(record, KEYS.get(table, "id"))
                    yield FreeText(table, key, name, text, (table, name) not in _STAYS)
    yield from _replaced(audit)


def _replaced(audit: Audit) -> Iterator[FreeText]:
    """What was said to a question that a new edition replaced under its own id, and leaves as parked.

    Under another id it stands among the answers. What came from the round before does not leave.
    """
    for carried in audit.carried_answers:
        for name in TEXT_FIELDS["answers"]:
            text: str = getattr(carried, name)
            leaves = not carried.from_audit and ("answers", name) not in _STAYS
            if text and (carried.from_audit or carried.was == carried.criterion):
                yield FreeText("carried_answers", carried.criterion, name, text, leaves)
    for said in audit.carried_summaries:
        if said.text and (said.from_audit or said.was == said.standard):
            yield FreeText("carried_summaries", said.standard, "text", said.text, not said.from_audit)
