"""A text in the name of a field is told as kept, but for the names that the program itself gives."""

from typing import Any

import pytest

from compact_tui.core.erase_text import needle_of
from compact_tui.core.erasing import Erasure, Tally, erased_return, erased_tables

ERASURE = Erasure("[gone]", (needle_of("Samantha", "[gone]"), needle_of("summary", "[gone]")))


@pytest.mark.parametrize(
    ("document", "names"),
    [
        ({"Samantha Okonkwo": 1}, 1),
        ({"calls": [{"samantha": "x"}, {"SAMANTHA": "y"}]}, 2),
        ({"summary": "x"}, 1),
        ({"format": "compact-return", "summary": "x"}, 0),
        ({"format": "compact-return", "counts": {"Samantha's": 1, "samantha-nursery": 2}}, 2),
    ],
)
def test_the_name_of_a_field_stays_and_counts(document: dict[str, Any], names: int) -> None:
    tally = Tally()

    assert erased_return(document, ERASURE, tally) == document
    assert (tally.records, tally.names) == (0, names)


def test_a_name_inside_a_field_of_a_book_counts_and_those_of_its_records_do_not() -> None:
    tally = Tally()

    erased_tables({"summaries": {"u1": {"summary": "x", "of": {"Samantha": 1}}}}, ERASURE, tally)

    assert tally.names == 1
