"""Which notices belong on a board, and what is told beside each."""

import pytest

from compact_tui.core.bank_use import CHECK_EDITION
from compact_tui.core.confidence import LOOK_UP
from compact_tui.core.notice_use import duty_on, item_named, items_for, known_marks, look_days, look_words, marks_of
from tests.notice_samples import item, notices, number, source

LIST = notices(
    item("all"),
    item("schools", sectors=("education",)),
    item("cradle", sectors=("early-years",), audiences=("staff", "visitors")),
    item("young", sectors=("education", "early-years"), audiences=("children",)),
    item("for-children", audiences=("children", "visitors")),
    item("kitchen", needs=("food", "premises")),
)


@pytest.mark.parametrize(
    ("sectors", "audience", "without", "ids"),
    [
        (("education",), "staff", (), ["all", "schools", "kitchen"]),
        (("early-years",), "staff", (), ["all", "cradle", "kitchen"]),
        (("education", "early-years"), "staff", (), ["all", "schools", "cradle", "kitchen"]),
        (("early-years", "education"), "staff", (), ["all", "schools", "cradle", "kitchen"]),
        (("education", "early-years"), "visitors", (), ["cradle", "for-children"]),
        (("education", "early-years"), "children", (), ["young", "for-children"]),
        (("education", "early-years"), "", ("food",), ["all", "schools", "cradle", "young", "for-children"]),
        (("education",), "children", (), ["young", "for-children"]),
        (("education",), "", (), ["all", "schools", "young", "for-children", "kitchen"]),
        ((), "staff", (), ["all", "kitchen"]),
        (("education",), "staff", ("premises",), ["all", "schools"]),
        (("education",), "staff", ("transport",), ["all", "schools", "kitchen"]),
        (("education",), "parrots", (), []),
    ],
)
def test_what_belongs_follows_from_sectors_audience_and_what_there_is_not(
    sectors: tuple[str, ...], audience: str, without: tuple[str, ...], ids: list[str]
) -> None:
    assert [one.id for one in items_for(LIST, sectors, audience, without)] == ids


def test_an_item_is_found_by_its_id() -> None:
    found = item_named(LIST, "kitchen")

    assert found is not None
    assert found.needs == ("food", "premises")
    assert item_named(LIST, "cellar") is None


@pytest.mark.parametrize(
    ("confidence", "review_by", "today", "marks"),
    [
        ("C", "", "2027-02-22", ()),
        ("C", "", "2027-02-23", (CHECK_EDITION,)),
        ("C2", "", "2026-12-03", (LOOK_UP,)),
        ("C2", "2026-12-01", "2026-12-03", (LOOK_UP, CHECK_EDITION)),
        ("I", "2028-01-01", "2027-06-01", ()),
    ],
)
def test_marks_say_what_was_seen_at_second_hand_and_what_is_due_for_another_look(
    confidence: str, review_by: str, today: str, marks: tuple[str, ...]
) -> None:
    assert marks_of(item(confidence=confidence, review_by=review_by), LIST, today) == marks
    if not review_by:
        assert known_marks(number(confidence=confidence), LIST, today) == marks


@pytest.mark.parametrize(
    ("more", "duty", "day", "told"),
    [
        ({}, "must", "2026-12-03", "must"),
        ({}, "", "2026-12-03", ""),
        ({}, "good-practice", "2026-12-03", "good-practice"),
        ({"status": "passed, not in force"}, "must", "2026-12-03", "good-practice"),
        ({"in_force_from": "2027-04-01"}, "must", "2027-03-31", "good-practice"),
        ({"in_force_from": "2027-04-01"}, "must", "2027-04-01", "must"),
        ({"in_force_to": "2026-12-02"}, "should", "2026-12-03", "good-practice"),
        ({"in_force_to": "2026-12-03"}, "should", "2026-12-03", "should"),
    ],
)
def test_nothing_that_is_not_in_force_is_a_duty_of_that_day(
    more: dict[str, str], duty: str, day: str, told: str
) -> None:
    made = notices(item(duty=duty), source=(source(**more),))

    assert duty_on(made.item[0], made, day) == told


def test_how_often_to_look_is_said_in_words_and_days() -> None:
    assert (look_words("half-termly"), look_days("half-termly")) == ("every half-term", 42)
    assert look_days("whenever") == look_days("termly")
