"""Which tool is ours, how long it takes, and the words of a group that does it for itself."""

import pytest
from msgspec.structs import replace

from compact_tui.core.audit import Audit, CriterionAnswer
from compact_tui.core.forms import fill
from compact_tui.core.pack import AuditPack, Signer
from compact_tui.core.rail import rail_of
from compact_tui.core.return_forms import START_FORM
from compact_tui.core.small_group import (
    WHICH_FORM,
    for_ourselves,
    minutes_words,
    parse_helpers,
    sector_from,
    start_form,
    time_left,
    time_words,
    title_for,
    tool_view,
)
from tests.samples import head, umbrella_pack, without_levels

NO = {"paid": "no", "ofsted": "no", "school": "no", "helpers": "3"}


def own_pack() -> AuditPack:
    """A pack without grades in which nobody has to sign."""
    may = Signer(id="leader", word="Leader", declaration="I have read this.", required=False)
    return replace(without_levels(umbrella_pack()), signer=(may,))


@pytest.mark.parametrize(
    ("said", "sector"),
    [
        ({}, "small-group"),
        ({"paid": "not-sure", "ofsted": "not-sure", "school": "not-sure"}, "small-group"),
        ({"paid": "yes"}, "other"),
        ({"ofsted": "yes"}, "early-years"),
        ({"school": "yes"}, "education"),
        ({"paid": "yes", "ofsted": "yes"}, "early-years"),
        ({"paid": "yes", "ofsted": "yes", "school": "yes"}, "education"),
        ({"paid": "yes", "school": "not-sure"}, "other"),
        ({"helpers": "400"}, "small-group"),
    ],
)
def test_the_weightiest_yes_leads_to_the_tool_and_none_to_the_small_one(said: dict[str, str], sector: str) -> None:
    filled = fill(WHICH_FORM, NO | said)

    assert sector_from(filled) == sector
    assert tool_view(filled, umbrella_pack()).tool == ("small-group" if sector == "small-group" else "full")


def test_a_group_of_three_volunteers_is_told_that_nothing_asks_for_more() -> None:
    view = tool_view(fill(WHICH_FORM, NO), own_pack())

    assert view.sentence == (
        "Yours is the one for small groups (3 parts, 9 questions, about 9 minutes), because nothing asks for more."
    )
    assert view.notes == ("It stays with you. You share it only if you choose.",)
    assert (view.certain, view.sector, view.kind) == (True, "small-group", "voluntary-group")
    assert [(line.id, line.state_word) for line in view.obliges] == [("school", "no"), ("ofsted", "no"), ("paid", "no")]


def test_whoever_is_not_sure_is_told_whom_to_ask_and_what_a_yes_would_mean() -> None:
    view = tool_view(fill(WHICH_FORM, NO | {"paid": "not-sure"}), own_pack())

    assert not view.certain
    assert "as far as you know" in view.sentence
    assert view.notes[1] == (
        'You were not sure about "The council or the NHS pays you to run it". '
        "Ask your treasurer or chair: a yes would mean the full audit."
    )


def test_many_helpers_oblige_to_nothing_but_are_told_of_the_full_audit() -> None:
    assert "Nobody asks it of you" in tool_view(fill(WHICH_FORM, NO | {"helpers": "21"}), own_pack()).notes[-1]
    assert len(tool_view(fill(WHICH_FORM, NO | {"helpers": "20"}), own_pack()).notes) == 1


def test_what_obliges_to_the_full_audit_is_said_and_settles_what_was_not_sure() -> None:
    view = tool_view(fill(WHICH_FORM, NO | {"paid": "yes", "ofsted": "not-sure"}), umbrella_pack())

    assert view.sentence == (
        "Yours is the full audit (3 standards, 9 questions, about 2 hours, spread over weeks), because you said: "
        "the council or the NHS pays you to run it."
    )
    assert (view.certain, view.notes, view.kind) == (True, (), "")


@pytest.mark.parametrize("typed", ["0", "-3", "three", "100000", "9" * 400, "٣", ""])
def test_helpers_are_counted_in_digits(typed: str) -> None:
    with pytest.raises(ValueError, match="is not a number of people"):
        parse_helpers(typed)


def test_every_question_is_needed() -> None:
    assert [problem.field for problem in fill(WHICH_FORM, {}).problems] == ["paid", "ofsted", "school", "helpers"]


@pytest.mark.parametrize(
    ("questions", "words"),
    [
        (0, ""),
        (1, "1 minute"),
        (10, "10 minutes"),
        (11, "10 minutes"),
        (13, "15 minutes"),
        (42, "40 minutes"),
        (43, "45 minutes"),
    ],
)
def test_a_question_takes_a_minute_and_long_times_are_rounded(questions: int, words: str) -> None:
    assert minutes_words(questions) == words
    assert time_left(questions) == (f"about {words} left" if words else "")


def test_only_a_pack_without_grades_that_nobody_has_to_sign_is_for_ourselves() -> None:
    assert for_ourselves(own_pack())
    assert not for_ourselves(umbrella_pack())
    assert not for_ourselves(without_levels(umbrella_pack()))
    assert not for_ourselves(replace(own_pack(), signer=()))


def test_its_words_are_without_jargon() -> None:
    assert title_for(own_pack(), "2026") == "Safeguarding self-check 2026"
    assert title_for(umbrella_pack(), "2026") == "Compact audit 2026"
    assert time_words(umbrella_pack()) == "about 2 hours, spread over weeks"


def test_a_small_group_is_not_asked_for_the_name_of_a_round() -> None:
    assert start_form("small-group").fields == ()
    assert start_form("education") == start_form("") == START_FORM


@pytest.mark.parametrize(
    ("answered", "total", "sentence"),
    [
        (0, "0 of 9, 9 minutes left", "0 of 9 answered, about 9 minutes left"),
        (8, "8 of 9, 1 minute left", "8 of 9 answered, about 1 minute left"),
        (9, "9 of 9 answered", "9 of 9 answered"),
    ],
)
def test_the_rail_says_the_time_that_is_left(answered: int, total: str, sentence: str) -> None:
    pack = own_pack()
    criteria = [c.id for s in pack.standard for c in s.criterion][:answered]
    audit = Audit(head=head(), answers=tuple(CriterionAnswer(criterion=c, answer="in-hand") for c in criteria))

    rail = rail_of(pack, audit)

    assert (rail.total, rail.sentence, rail.heading) == (total, sentence, "Parts")
