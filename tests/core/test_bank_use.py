"""Whether a question may be asked on a day."""

from typing import Any

import pytest
from msgspec.structs import replace

from compact_tui.core.bank import BankSource
from compact_tui.core.bank_use import askable_in, standing
from compact_tui.core.spot import Confirmed
from tests.bank_samples import TODAY, bank, question


def confirmed(**more: Any) -> dict[str, Confirmed]:
    return {"q-1": Confirmed(**{"question": "q-1", "edition": "1", "checked_on": "2026-12-01", "by": "Lead", **more})}


@pytest.mark.parametrize(
    ("fields", "marks"),
    [
        ({}, ()),
        ({"confidence": "C"}, ()),
        ({"confidence": "C2"}, ("look it up in the source itself",)),
        ({"review_by": TODAY}, ()),
        ({"review_by": "2026-12-02"}, ("check the edition",)),
        ({"review_by": "2026-12-02", "confidence": "C2"}, ("look it up in the source itself", "check the edition")),
        ({"in_force_from": TODAY, "in_force_to": TODAY}, ()),
        ({"duty": "must"}, ()),
    ],
)
def test_a_live_question_is_asked_with_its_marks(fields: dict[str, Any], marks: tuple[str, ...]) -> None:
    one = question(**fields)

    found = standing(one, bank(one), TODAY, {})

    assert (found.askable, found.why, found.marks) == (True, "", marks)


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"status": "draft"}, "A draft"),
        ({"status": "retired"}, "taken out of use"),
        ({"in_force_from": "2026-12-04"}, "Not in force before 4 December 2026"),
        ({"in_force_to": "2026-12-02"}, "Not in force since 2 December 2026"),
    ],
)
def test_what_may_not_be_asked_says_why(fields: dict[str, Any], why: str) -> None:
    one = question(**fields)

    found = standing(one, bank(one), TODAY, {})

    assert not found.askable
    assert why in found.why


@pytest.mark.parametrize(
    ("source", "duty", "why"),
    [
        ({"in_force_to": "2026-12-02"}, "must", "has been replaced"),
        ({"in_force_to": TODAY}, "must", ""),
        ({"in_force_to": "2026-12-02"}, "good-practice", ""),
        ({"in_force_from": "2026-12-04"}, "should", "not in force yet"),
        ({"in_force_from": TODAY}, "should", ""),
        ({"in_force_from": "2026-12-04"}, "good-practice", ""),
        ({"status": "passed, not in force"}, "must", "passed but not in force"),
        ({"status": "passed, not in force"}, "should", "passed but not in force"),
        ({"status": "passed, not in force"}, "", "passed but not in force"),
        ({"status": "passed, not in force"}, "good-practice", ""),
    ],
)
def test_what_is_not_in_force_is_never_put_as_a_duty(source: dict[str, str], duty: str, why: str) -> None:
    rules = BankSource(**{"id": "rules", "title": "House rules", "edition": "2026", "status": "in force", **source})
    one = question(duty=duty)

    found = standing(one, bank(one, source=(rules,)), TODAY, {})

    assert found.askable == (not why)
    assert why in found.why


@pytest.mark.parametrize(
    ("other", "asked"),
    [
        ({"in_force_to": "2020-01-01"}, True),
        ({"in_force_from": "2027-01-01"}, True),
        ({"status": "passed, not in force"}, False),
    ],
)
def test_one_source_in_force_is_enough_for_a_duty_but_not_beside_a_law_that_is_not(
    other: dict[str, str], asked: bool
) -> None:
    one = question(duty="must")
    second = BankSource(**{"id": "second", "title": "Other rules", **other})
    both = replace(one, source=(*one.source, replace(one.source[0], source="second")))

    assert standing(both, bank(both, source=(*bank().source, second)), TODAY, {}).askable is asked


def test_a_confirmation_does_not_outlive_the_next_review_day() -> None:
    moved_on = question(review_by="2026-12-02")

    assert standing(moved_on, bank(moved_on), TODAY, confirmed(checked_on="2026-12-01")).marks == ("check the edition",)
    assert standing(moved_on, bank(moved_on), TODAY, confirmed(checked_on="2026-12-03")).marks == ()


def test_where_a_question_has_no_review_day_that_of_its_bank_counts() -> None:
    one = question()
    own = bank(one)
    dated = replace(own, bank=replace(own.bank, review_by="2026-12-02"))

    assert standing(one, dated, TODAY, {}).marks == ("check the edition",)


def test_a_confirmed_draft_that_is_not_in_force_stays_unasked() -> None:
    one = question(status="draft", duty="must", in_force_from="2027-04-01")

    assert "Not in force before" in standing(one, bank(one), TODAY, confirmed()).why


@pytest.mark.parametrize(("edition", "asked"), [("1", True), ("0", False)])
def test_a_draft_is_asked_once_this_edition_of_it_was_confirmed(edition: str, asked: bool) -> None:
    one = question(status="draft")

    assert standing(one, bank(one), TODAY, confirmed(edition=edition)).askable is asked


@pytest.mark.parametrize(("checked_on", "marks"), [("2026-12-01", ()), ("2026-11-01", ("check the edition",))])
def test_a_confirmation_after_the_review_day_takes_the_mark_away(checked_on: str, marks: tuple[str, ...]) -> None:
    one = question(review_by="2026-11-15")

    assert standing(one, bank(one), TODAY, confirmed(checked_on=checked_on)).marks == marks


def test_a_retired_question_stays_retired_whoever_confirms_it() -> None:
    one = question(status="retired")

    assert not standing(one, bank(one), TODAY, confirmed()).askable


@pytest.mark.parametrize(
    ("sectors", "sector", "asked"),
    [
        ((), "other", 1),
        (("education",), "education", 1),
        (("education",), "other", 0),
        ((), "", 1),
        (("education",), "", 0),
        (("education", "early-years", "other", "small-group"), "", 1),
    ],
)
def test_a_sector_hears_what_applies_to_it(sectors: tuple[str, ...], sector: str, asked: int) -> None:
    assert len(askable_in([bank(question(sectors=sectors))], TODAY, sector, {})) == asked
