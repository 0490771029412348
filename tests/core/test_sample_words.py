"""What is asked of a sample, and the sentences that defend it and say its limits."""

import pytest
from msgspec.structs import replace

from compact_tui.core.agency_audit import AgencyHead, Sample
from compact_tui.core.errors import UsageError
from compact_tui.core.sample_asked import sample_asked
from compact_tui.core.sample_words import limits, sample_sentences

HEAD = AgencyHead(id="g-1", title="T", template="t", edition="1", kind="case-file", one="file", many="files")
NOTHING = dict.fromkeys(("method", "total", "size", "strata", "numbers", "reason", "seed"), "")


def drawn(**typed: str) -> Sample:
    return sample_asked(NOTHING | typed, lambda: 4711)


def test_chance_is_meant_where_nothing_else_is_said() -> None:
    made = drawn(total="43", size="12")

    assert (made.method, made.seed, made.total, made.size, len(made.drawn)) == ("random", 4711, 43, 12, 12)
    assert sample_sentences(HEAD, (made,)) == (
        "12 of 43 files, chosen by chance: every number of the list could have come up as well as another.",
        "Chance began at 4711: the same number draws the same files again, so anyone can check it.",
        "12 of 43: what is true of every file looked at may not be true of all.",
    )


def test_groups_are_meant_where_groups_are_given() -> None:
    made = drawn(strata="Year 3: 12, Year 4: 20", size="8", seed="5")

    said = sample_sentences(HEAD, (made,))
    assert (made.method, made.seed, made.total) == ("stratified", 5, 32)
    assert said[0].endswith(
        "within 2 groups, in proportion to their size and at least one of each: Year 3: 3 of 12; Year 4: 5 of 20."
    )
    assert "do not compare one with another" in said[2]


def test_numbers_that_were_typed_need_a_reason_and_say_nothing_of_the_rest() -> None:
    made = drawn(numbers="29, 3, 17", total="43", reason="all three came from one class")

    assert (made.method, made.seed, made.size) == ("reason", 0, 3)
    assert [one.number for one in made.drawn] == [3, 17, 29]
    assert sample_sentences(HEAD, (made,)) == (
        "3 of 43 files, chosen for a reason and not by chance: all three came from one class.",
        "They show what these 3 files show. Of the 40 that were not looked at they say nothing.",
    )


def test_a_whole_has_no_limits() -> None:
    made = drawn(total="5", size="5")

    assert limits(HEAD, made) == limits(HEAD, None) == ""
    assert sample_sentences(HEAD, (made,))[0] == "All 5 files there are."


def test_a_sample_that_was_drawn_again_says_why() -> None:
    first, second = drawn(total="5", size="2"), drawn(total="5", size="2", seed="9")
    again = replace(second, redrawn_because="two files were of one family", on="2026-12-03")

    assert sample_sentences(HEAD, (first, again))[-1] == (
        "Drawn again on 3 December 2026: two files were of one family."
    )
    assert sample_sentences(HEAD, ()) == ("No files have been chosen yet.",)


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ({}, "how many there are in all"),
        ({"total": "5"}, "how many you look at"),
        ({"total": "5", "size": "6"}, "There are 5 in all"),
        ({"total": "900", "size": "201"}, "At most 200"),
        ({"method": "stratified", "total": "5", "size": "2"}, "which groups there are"),
        ({"strata": "A: 3, B: 4", "size": "1"}, "look at 2 at least"),
        ({"strata": "A: 3, B: 4", "size": "8"}, "There are 7 in all"),
        ({"method": "reason", "total": "5", "reason": "x"}, "which numbers"),
        ({"numbers": "3", "total": "5"}, "Say why just these"),
        ({"numbers": "3, 6", "total": "5", "reason": "x"}, "no number 6"),
    ],
)
def test_what_makes_no_sense_is_said_and_nothing_is_drawn(typed: dict[str, str], part: str) -> None:
    with pytest.raises(UsageError, match=part):
        drawn(**typed)
