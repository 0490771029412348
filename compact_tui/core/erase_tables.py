"""Which fields of a record are no free text in one table, though the same name is typed into in another."""

from collections.abc import Mapping

_STAYS: Mapping[str, tuple[str, ...]] = {
    "set_asides": ("where",),
    "reply_answers": ("reply", "remark", "action_id"),
    "partnership": ("cycle",),
    "contacts": ("what",),
    "register": ("merged_into", "closed_on"),
    "requests": ("entry", "cycle"),
    "chases": ("entry", "cycle"),
    "matches": ("entry",),
    "readers": ("own",),
    "allocations": ("compared",),
    "readings_lent": ("series", "returns", "reasons", "lent_on", "back_on"),
    "moderations": ("return_id",),
    "remarks": ("return_id", "priority", "answered_on", "answered_at"),
    "contact_notes": ("entry",),
    "learning": ("cycle", "helped", "offered"),
    "good_practice": ("cycle", "return_id"),
    "audits_planned": ("dropped_on",),
    "replies": ("return_id", "entry", "answered_on", "answered_at"),
    "forwarded": ("return_id",),
    "receipts": ("receipt", "entry"),
    "figures_published": ("cycle", "counted", "topic"),
    "originals_erased": ("document", "entry", "cycle"),
}
"""Ids, days and words of the program, by table; without them what refers to a record finds it no more."""
_TYPED = frozenset({("remarks", "answer")})
"""Free text whose name is that of an id or a word of the pack elsewhere."""


def stays(table: str, field: str, usual: frozenset[str]) -> bool:
    """Whether nobody types into a field, so that it is left as it is.

    Args:
        table: The table, or the key of a document, that the record stands in.
        field: Its field.
        usual: Fields that nobody types into, whatever the table.
    """
    return (table, field) not in _TYPED and (field in usual or field in _STAYS.get(table, ()))
