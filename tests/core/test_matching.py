"""Which setting of the register a return belongs to."""

import pytest

from compact_tui.core.matching import BY_NAME, BY_NUMBER, match
from compact_tui.core.partnership import RegisterEntry

REGISTER = (
    RegisterEntry(id="P01", name="St Jude's C of E Primary School"),
    RegisterEntry(id="P02", name="Little Acorns Nursery", former_names=("Oak Tree Playgroup",)),
    RegisterEntry(id="P03", name="Brolly Club"),
    RegisterEntry(id="P04", name="Brolly Club"),
    RegisterEntry(id="P05", name="Harbour Infants", merged_into="P06"),
    RegisterEntry(id="P06", name="Harbour Primary"),
    RegisterEntry(id="P07", name="St Mark's Primary"),
    RegisterEntry(id="P08", name="St Mary's Primary"),
)


@pytest.mark.parametrize(
    ("register_id", "name", "entry", "how"),
    [
        ("P01", "St Jude's C of E Primary School", "P01", BY_NUMBER),
        (" p01 ", "ST JUDES C OF E PRIMARY", "P01", BY_NUMBER),
        ("P02", "", "P02", BY_NUMBER),
        ("P02", "Oak Tree Playgroup", "P02", BY_NUMBER),
        ("P05", "Harbour Infants", "P06", BY_NUMBER),
        ("", "little acorns nursery", "P02", BY_NAME),
        ("", "The Little Acorns Nursery Ltd.", "P02", BY_NAME),
        ("", "Oak Tree Playgroup", "P02", BY_NAME),
        ("", "Harbour Infants", "P06", BY_NAME),
        ("P04", "Brolly Club", "P04", BY_NUMBER),
    ],
)
def test_a_number_that_agrees_with_the_name_or_a_name_alone_is_enough(
    register_id: str, name: str, entry: str, how: str
) -> None:
    found = match(register_id, name, REGISTER)

    assert (found.entry, found.how) == (entry, how)


@pytest.mark.parametrize(
    ("register_id", "name", "why", "offered"),
    [
        ("P01", "Little Acorns Nursery", 'Number P01 is "St Jude\'s C of E Primary School"', ("P01", "P02")),
        ("P07", "St Mary's Primary", 'Number P07 is "St Mark\'s Primary" in the register', ("P07", "P08")),
        ("", "Brolly Club", '2 settings have this name: "Brolly Club".', ("P03", "P04")),
        ("P99", "Little Acorns Nursery", 'The register has no number "P99". The name is there', ("P02",)),
        ("", "Litle Acorn Nursery", 'No setting of the register is called "Litle Acorn Nursery".', ("P02",)),
        ("", "Moon Base", 'No setting of the register is called "Moon Base".', ()),
        ("", "", 'No setting of the register is called "".', ()),
        ("P99", "Moon Base", 'The register has no number "P99". No setting', ()),
    ],
)
def test_anything_else_is_left_to_a_person_with_what_it_could_be(
    register_id: str, name: str, why: str, offered: tuple[str, ...]
) -> None:
    found = match(register_id, name, REGISTER)

    assert found.entry == ""
    assert found.how.startswith(why)
    assert found.offered == offered


def test_settings_that_merged_with_each_other_end_somewhere() -> None:
    round_and_round = (
        RegisterEntry(id="A", name="Aye", merged_into="B"),
        RegisterEntry(id="B", name="Bee", merged_into="A"),
    )

    assert match("A", "Aye", round_and_round).entry in {"A", "B"}
