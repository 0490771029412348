"""Which fields of a partnership's records are erased and which stay: every one is decided, so a new one fails here."""

import msgspec

from compact_tui.core.erase_fields import Field
from compact_tui.core.erase_tables import stays
from compact_tui.core.erase_text import needle_of
from compact_tui.core.erasing import OURS, Erasure, Tally, erased_tables
from compact_tui.core.partnership import TABLES

ERASED = {
    "partnership": {"name", "return_to", "area", "other_areas", "letter", "by"},
    "contacts": {"name", "value", "source", "by"},
    "register": {
        "name", "phase", "contact_name", "contact_email", "other_areas", "former_names", "note", "by",
    },
    "requests": {"by"},
    "chases": {"by"},
    "matches": {"reason", "by"},
    "readers": {"name", "by"},
    "allocations": {"reader", "handed_on_from", "by"},
    "readings_lent": {"reader", "before", "by"},
    "moderations": {"reason", "by"},
    "remarks": {"text", "answer", "by"},
    "plan_verdicts": {"reason", "by"},
    "contact_notes": {"what", "agreed", "by"},
    "learning": {"finding", "will_do", "who", "showed", "by"},
    "good_practice": {"text", "by"},
    "audits_planned": {"title", "who", "note", "by"},
    "themes": {"word", "terms", "by"},
    "replies": {"by"},
    "forwarded": {"area", "by"},
    "receipts": {"by"},
    "figures_published": {"by"},
    "originals_erased": {"why", "by"},
    "aside_dealt": {"by"},
}  # fmt: skip
"""What people type, or what is made of it."""
IDS = {
    "id", "pack", "edition", "entry", "return_id", "standard", "level", "merged_into", "own", "returns", "series",
    "receipt", "audit", "counted", "compared", "offered", "document", "topic",
}  # fmt: skip
"""Ids and digests: without them nothing finds the record any more."""
DAYS = {
    "at", "due", "checked_on", "closed_on", "made_on", "sent_on", "on", "done_on", "dropped_on", "lent_on", "back_on",
    "answered_at", "answered_on", "month", "cycle",
}  # fmt: skip
"""Days, and the name of a round."""
CHOSEN = {"sector", "kind", "way", "priority", "helped", "folder", "reasons"}
"""Chosen from a list; the name of a folder under ``sent``, which is told where it has the text; and sentences of the
program about levels and how many settings wrote the same, with no word of any."""
CHOSEN_IN = {("contacts", "what")}
"""The same, of names that are typed into elsewhere."""


def _texts(table: str) -> set[str]:
    return {one.name for one in msgspec.structs.fields(TABLES[table]) if one.type not in {int, bool}}


def test_every_field_with_words_is_erased_or_stays_for_a_reason() -> None:
    for table in TABLES:
        staying = {name for name in _texts(table) if stays(table, name, OURS)}
        assert _texts(table) - staying == ERASED[table], table
        chosen = {name for where, name in CHOSEN_IN if where == table}
        assert staying <= IDS | DAYS | CHOSEN | chosen, table


def test_what_was_compared_of_two_readings_stays_readable() -> None:
    row = {"id": "r-1#2", "reader": "Bright Bob", "compared": [["hall", "bright", "dim"]]}

    done = erased_tables({"allocations": {"r-1#2": row}}, Erasure("[gone]", (needle_of("bright", "[gone]"),)), Tally())

    assert done["allocations"]["r-1#2"] == {**row, "reader": "[gone] Bob"}


def test_a_field_of_groups_that_is_emptied_whole_is_empty_and_one_of_words_has_the_marker() -> None:
    row = {"id": "rf-1", "before": [{"return_id": "r-1", "lines": ["Bob."]}], "terms": ["Bob"]}

    for field, left in (("before", []), ("terms", ["[gone]"])):
        erasure = Erasure("[gone]", field=Field("readings_lent", "rf-1", field))
        tally = Tally()
        done = erased_tables({"readings_lent": {"rf-1": row}}, erasure, tally)
        assert (done["readings_lent"]["rf-1"], tally.records) == ({**row, field: left}, 1)
        again = Tally()
        assert erased_tables(done, erasure, again) == done
        assert again.records == 0
