"""Which setting of the register a return belongs to."""

from difflib import SequenceMatcher

import pytest

from compact_tui.core.cohort import cohort
from compact_tui.core.matching import BY_NAME, BY_NUMBER, Matcher, match, plain_name
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
        ("P01", "St Jude\u2019s C of E Primary School", "P01", BY_NUMBER),
        ("", "St Jude\u2019s C of E Primary School", "P01", BY_NAME),
        ("", "St Jude\u02bcs C. of E. Primary School", "P01", BY_NAME),
        ("", "St Judes C of E Primary School", "P01", BY_NAME),
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


BY_ADDRESS = (
    RegisterEntry(id="P01", name="Fir Field Primary", contact_email="lead1@settings.example"),
    RegisterEntry(id="P02", name="Fir Field Primary 2", contact_email="lead2@settings.example"),
    RegisterEntry(id="P03", name="Harbour Infants", contact_email="lead4@settings.example", merged_into="P04"),
    RegisterEntry(id="P04", name="Harbour Primary"),
    RegisterEntry(id="P05", name="Brolly Club", contact_email="club@settings.example"),
    RegisterEntry(id="P06", name="Brolly Club", contact_email="brolly@settings.example"),
)


@pytest.mark.parametrize(
    ("register_id", "name", "address", "entry", "offered"),
    [
        ("", "The Fir Field Primary", "LEAD1@settings.example", "P01", ()),
        ("", "The Fir Field Primary", "office@new.example", "P01", ()),
        ("", "The Fir Field Primary", "", "P01", ()),
        ("", "The Fir Field Primary", "lead2@settings.example", "", ("P02", "P01")),
        ("P01", "Fir Field Primary", "lead2@settings.example", "P01", ()),
        ("", "Harbour Infants", "lead4@settings.example", "P04", ()),
        ("", "Brolly Club", "brolly@settings.example", "", ("P06", "P05")),
        ("", "The Kite", "club@settings.example", "", ("P05",)),
        ("P01", "Moon Base", "lead2@settings.example", "", ("P01", "P02")),
    ],
)
def test_the_address_of_its_contact_never_decides_but_a_name_against_it_is_asked_about(
    register_id: str, name: str, address: str, entry: str, offered: tuple[str, ...]
) -> None:
    found = Matcher(BY_ADDRESS).find(register_id, name, address)

    assert (found.entry, found.offered) == (entry, offered)


def test_a_name_and_an_address_that_disagree_say_whose_each_is() -> None:
    found = Matcher(BY_ADDRESS).find("", "Fir Field Primary", "lead2@settings.example")

    assert found.how == (
        'By its name "Fir Field Primary" it is of Fir Field Primary (P01), '
        "but by its contact's address of Fir Field Primary 2 (P02)."
    )


def test_settings_that_merged_with_each_other_end_somewhere() -> None:
    round_and_round = (
        RegisterEntry(id="A", name="Aye", merged_into="B"),
        RegisterEntry(id="B", name="Bee", merged_into="A"),
    )

    assert match("A", "Aye", round_and_round).entry in {"A", "B"}


def test_what_is_offered_is_what_comparing_with_every_name_would_offer() -> None:
    register = [one.entry for one in cohort(300, 5, "Southampton")]
    matcher = Matcher(register)

    for one in cohort(40, 6, "Southampton"):
        said = f"The {one.entry.name.rpartition(' ')[0]}s"
        alike = {e.id: SequenceMatcher(None, plain_name(e.name), plain_name(said)).ratio() for e in register}
        near = sorted((id_ for id_, how in alike.items() if how >= 0.72), key=lambda id_: -alike[id_])
        assert matcher.find("", said).offered == tuple(near[:3]), said


def test_an_address_tells_whose_a_mail_is_where_it_is_that_of_one_setting() -> None:
    one, two = RegisterEntry(id="P1", name="A", contact_email="a@x.example"), RegisterEntry(id="P2", name="B")
    merged = RegisterEntry(id="P3", name="C", contact_email="A@x.example", merged_into="P1")
    other = RegisterEntry(id="P4", name="D", contact_email="d@x.example")
    shared = RegisterEntry(id="P5", name="E", contact_email="d@x.example")
    matcher = Matcher([one, two, merged, other, shared])

    said = {address: matcher.sent_by(address) for address in (" A@X.example", "d@x.example", "n@x.example", "")}
    assert said == {" A@X.example": "P1", "d@x.example": "", "n@x.example": "", "": ""}
    assert [matcher.part_of(entry) for entry in ("P3", "P2", "P9")] == ["P1", "P2", "P9"]
