"""The card for when a child may be at risk."""

import pytest
from msgspec.structs import replace

from compact_tui.core.act_now import act_now_card, act_now_lines, act_now_page
from compact_tui.core.report_text import page_lines
from compact_tui.core.setting import Setting, own_details

TODAY = "2026-12-03"
FULL = Setting(
    id="set-1",
    name="Brolly House",
    lead_name="Jo Park",
    lead_where="office by the door",
    lead_phone="01632 960001",
    deputy_name="Sam Reed",
    allegations_to="The head",
    allegations_about_head_to="Chair of governors",
    form_place="Red book in the office",
    social_care_phone="01632 960002",
    out_of_hours_phone="01632 960003",
    lado_contact="the form on the council's website",
    numbers_checked_on="2026-11-20",
)


def said(setting: Setting | None) -> str:
    return "\n".join(act_now_lines(act_now_card(setting, TODAY), 200))


def test_danger_comes_first_and_the_police_are_rung_before_anyone_else() -> None:
    card = act_now_card(FULL, TODAY)

    assert "999" in card.steps[0].words
    assert [("999" in step.words) for step in card.steps[1:]] == [False] * 4


def test_the_profile_says_whom_to_reach_where_and_how() -> None:
    card = act_now_card(FULL, TODAY)

    assert [step.ring for step in card.steps] == [
        (),
        ("Jo Park, office by the door: 01632 960001", "Sam Reed"),
        ("In the day: 01632 960002", "Out of hours: 01632 960003"),
        (
            "The head",
            "If it is about them: Chair of governors",
            "The council's officer (LADO): the form on the council's website",
        ),
        ("Red book in the office",),
    ]
    assert [step.missing for step in card.steps] == [""] * 5
    assert (card.remedy, card.state) == ("", "checked 20 Nov 2026")


def test_without_a_profile_the_steps_stand_and_what_is_missing_is_asked_for() -> None:
    card = act_now_card(None, TODAY)

    assert [step.words for step in card.steps] == [step.words for step in act_now_card(FULL, TODAY).steps]
    assert [bool(step.missing) for step in card.steps] == [False, True, True, True, True]
    assert card.steps[1].missing == "Not in your profile yet: who is the safeguarding lead; who stands in."
    assert "compact-tui people" in card.remedy
    assert card.state == "not filled in yet"


@pytest.mark.parametrize("field", ["lead_name", "deputy_name", "social_care_phone", "out_of_hours_phone", "form_place"])
def test_one_missing_answer_is_named(field: str) -> None:
    card = act_now_card(replace(FULL, lead_where="", lead_phone="", **{field: ""}), TODAY)

    assert sum(bool(step.missing) for step in card.steps) == 1


def test_a_place_alone_is_enough_to_go_to() -> None:
    assert act_now_card(replace(FULL, lead_name="", lead_phone=""), TODAY).steps[1].ring[0] == "office by the door"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("", "Nobody has said when"),
        ("2026-12-03", "checked on 3 December 2026."),
        ("2026-10-04", "checked on 4 October 2026."),
        ("2026-10-03", "last checked on 3 October 2026: check them again soon."),
    ],
)
def test_the_age_of_the_numbers_is_said(day: str, words: str) -> None:
    assert words in act_now_card(replace(FULL, numbers_checked_on=day), TODAY).checked


def test_the_card_says_that_nothing_about_a_child_is_written_here() -> None:
    assert "Do not write it into this program" in said(FULL)
    assert "Do not promise to keep a secret" in said(FULL)


def test_no_line_of_the_card_is_wider_than_asked() -> None:
    for width in (40, 74):
        lines = act_now_lines(act_now_card(replace(FULL, lead_where="x" * 10 + " y" * 80), TODAY), width)

        assert max(map(len, lines)) <= width


def test_the_printed_card_says_the_same_but_for_the_program() -> None:
    page = act_now_page(act_now_card(FULL, TODAY), "Brolly House")

    text = " ".join(" ".join(page_lines(page, 500)).split())
    for step in act_now_card(FULL, TODAY).steps:
        assert step.words in text
        assert all(line in text for line in step.ring)
    assert "Brolly House" in text
    assert "into this program" not in text


@pytest.mark.parametrize(
    ("typed", "others"),
    [("", ()), (" ; ", ()), ("Early help: 1", ("Early help: 1",)), ("a: 1;b: 2 ; ", ("a: 1", "b: 2"))],
)
def test_others_to_ring_stand_after_what_to_do_and_before_what_not_to_do(typed: str, others: tuple[str, ...]) -> None:
    own = replace(FULL, others_to_ring=typed)

    card, text = act_now_card(own, TODAY), said(own)

    assert card.others == others
    assert ("Others to ring:" in text) == bool(others)
    places = [text.index(part) for part in (card.steps[-1].words, *others, card.do_not[0])]
    assert places == sorted(places)
    assert [section.heading for section in act_now_page(card, "x").sections][1:-1] == ["Others to ring"] * bool(others)
    assert set(own_details(own)) - set(own_details(FULL)) == {one[-1] for one in others}


def test_the_number_of_somebody_else_to_ring_is_our_own_however_it_is_dressed() -> None:
    own = replace(FULL, others_to_ring="Early help: 01632 960009 (checked 1 Nov 2026, from example.org)")

    assert own_details(own)[-1] == "01632 960009"
