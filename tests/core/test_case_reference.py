"""Identifiers are refused where only a reference belongs, with the reason and without saying them again."""

import pytest

from compact_tui.core.case_reference import parse_plain, parse_reference, why_refused


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("943 476 5919", "NHS number"),
        ("NHS 9434765919", "NHS number"),
        ("H801200001001", "unique pupil number"),
        ("TB 03/04/2015", "date of birth"),
        ("born 3 May 2015", "date of birth"),
        ("03/04/2015", "date"),
        ("3.4.15", "date"),
        ("2015-04-03", "date"),
        ("C01 3-4-2015", "date"),
        ("030415", "long number"),
        ("K1234567", "long number"),
        ("１２３４５６", "long number"),
    ],
)
def test_what_could_be_a_childs_is_refused_as_a_reference(typed: str, part: str) -> None:
    assert part in why_refused(typed)
    with pytest.raises(ValueError, match="made, such as C01") as caught:
        parse_reference(typed)
    assert typed not in str(caught.value)


@pytest.mark.parametrize("typed", ["C01", "c7", " 12 ", "C 4", "number 17 of 43", "Year 3: number 5 of 12", "2026"])
def test_references_of_the_programs_kind_are_taken(typed: str) -> None:
    assert why_refused(typed) == ""
    assert parse_reference(typed) == " ".join(typed.split()).upper()


@pytest.mark.parametrize(
    "typed", ["Files opened since 1 September 2026", "Autumn term 2026", "Nursery, rooms 1 and 2", ""]
)
def test_titles_may_hold_days(typed: str) -> None:
    assert parse_plain(typed) == typed


@pytest.mark.parametrize("typed", ["File of 943 476 5919", "TB born 3 May 2015", "UPN H801200001001"])
def test_titles_with_an_identifier_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="It would go out with the audit"):
        parse_plain(typed)


def test_names_are_not_found_and_nothing_claims_so() -> None:
    assert why_refused("Tom Bell") == ""
