"""How the partnership's records are said where two copies of its book meet."""

import re

import pytest
from msgspec.structs import fields

from compact_tui.core.backup_views import counts_of_edits
from compact_tui.core.change import Edit
from compact_tui.core.partnership import TABLES
from compact_tui.core.partnership_words import NOUNS, saying_of_partnership
from tests.services.desks import small_pack

PACK = small_pack()

NAMES = {"G1": "Gallery 1", "r-1": "Gallery 1", "G2": "Gallery 2"}
SAYING = saying_of_partnership(PACK, NAMES, "Ours", "Theirs")
STAMPS = {"id", "by", "at"}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_and_every_field_has_words_of_its_own(table: str) -> None:
    names = [one.name for one in fields(TABLES[table]) if one.name not in STAMPS]
    said = [SAYING.field(table, name) for name in names]

    assert len(set(said)) == len(names)
    for words in (*said, SAYING.field(table, ""), *NOUNS[table]):
        assert re.fullmatch(r"[A-Za-z ,:']+", words), words
    for name, words in zip(names, said, strict=True):
        assert "_" not in words
        assert words.endswith(": " + name) is (name in PLAIN) or words in {"Read on", "Grade", "Plan"}, words


PLAIN = {
    "name", "edition", "area", "sector", "kind", "phase", "note", "reason", "reader", "returns", "text", "agreed",
    "who", "title", "month", "audit", "why", "document", "folder", "what", "standard",
}  # fmt: skip
"""Names of fields that are words a person uses for them."""


@pytest.mark.parametrize(
    ("table", "field", "kept", "words"),
    [
        ("plan_verdicts", "accepted", False, "plan sent back"),
        ("plan_verdicts", "accepted", True, "plan accepted"),
        ("plan_verdicts", "accepted", None, ""),
        ("remarks", "kind", "question", "Question to the setting"),
        ("remarks", "priority", "this-cycle", "This round"),
        ("remarks", "priority", "", ""),
        ("contact_notes", "way", "rang", "Rang"),
        ("contacts", "what", "lado", "Designated officer for allegations (LADO)"),
        ("register", "kind", "primary-school", "Primary, infant or junior school"),
        ("register", "sector", "small-group", "Small voluntary group"),
        ("register", "merged_into", "G2", "Gallery 2"),
        ("register", "other_areas", ["Gosport", "Havant"], "Gosport, Havant"),
        ("partnership", "other_areas", [["Gosport", "a@b.example"], ["Havant"]], "Gosport (a@b.example), ['Havant']"),
        ("readers", "own", ["G1", "G2", "G1"], "Gallery 1, Gallery 2"),
        ("readings_lent", "returns", ["r-1", "r-1#2"], "Gallery 1"),
        ("readings_lent", "here", True, "the reader's own"),
        ("matches", "entry", "G9", "a setting that is not in the register"),
        ("matches", "entry", "", ""),
        ("moderations", "level", "a-few-drops", "A few drops"),
        ("moderations", "reading", 2, "second reading"),
        ("moderations", "standard", "u2", "2"),
        ("learning", "kind", "multi-agency-audit", "A multi-agency audit"),
        ("learning", "helped", "not-yet", "No, not yet"),
        ("learning", "offered", "criterion|u1", "yes"),
        ("learning", "due", "2027-03-04", "4 Mar 2027"),
        ("audits_planned", "kind", "multi-agency", "multi-agency audit"),
        ("audits_planned", "month", "2027-03", "March 2027"),
        ("audits_planned", "month", "2027-33", ""),
        ("figures_published", "counted", [["G1", "", "r-1", ""]], "1 setting"),
        ("allocations", "compared", [["u1", "a", "b"], ["u2", "a", "a"]], "2 standards"),
    ],
)
def test_what_is_kept_is_said_as_a_person_says_it(table: str, field: str, kept: object, words: str) -> None:
    assert SAYING.value(table, field, kept) == words


@pytest.mark.parametrize(
    ("table", "record", "plain", "place"),
    [
        ("moderations", "m-1", {"return_id": "r-1", "standard": "u2"}, "Gallery 1 2"),
        ("matches", "r-1", {"entry": "G2"}, "Gallery 1"),
        ("moderations", "m-2", {"return_id": "r-1", "standard": "u2", "reading": 2}, "Gallery 1 2, second reading"),
        ("allocations", "r-1", {"reader": "Ann"}, "Gallery 1"),
        ("allocations", "r-1#2", {"reader": "Ann"}, "Gallery 1, second reading"),
        ("contact_notes", "n-1", {"entry": "G2"}, "Gallery 2"),
        ("receipts", "r-1", {"entry": "G2"}, "Gallery 1"),
        ("register", "G2", {"name": "Gallery 2"}, "Gallery 2"),
        ("themes", "th-1", {"word": "Rain"}, "Rain"),
        ("learning", "le-1", {"standard": "u2"}, "2"),
        ("remarks", "k-1", {"return_id": "r-9"}, "a setting that is not in the register"),
    ],
)
def test_a_line_says_which_setting_or_thing_it_is_about(
    table: str, record: str, plain: dict[str, object], place: str
) -> None:
    assert SAYING.place(table, record, plain) == place


@pytest.mark.parametrize("table", TABLES)
def test_a_whole_record_says_nothing_that_only_the_program_knows(table: str) -> None:
    kept = {one.name: f"<{one.name}>" for one in fields(TABLES[table])} | {"accepted": False}

    said = SAYING.record(table, kept)

    assert said
    assert not any(f"<{name}>" in said for name in ("id", "by", "at", "folder", "return_id", "entry"))


def test_a_dated_copy_says_what_of_the_partnership_would_go_or_come_back() -> None:
    counts = counts_of_edits(
        (Edit("register", "G1", None, {"id": "G1"}), Edit("plan_verdicts", "r-1", {"id": "r"}, None))
    )

    assert [one.words for one in counts] == ["1 setting of the register comes back", "1 decision on a plan goes"]
