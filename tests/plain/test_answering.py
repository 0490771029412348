"""The walk in typed lines: answering, notes, evidence, actions, grades, and what can be heard on the way."""

import pytest

from compact_tui.services import grading, records
from compact_tui.services.history import history
from tests.plain.conftest import Line, Room

TO_FIRST: tuple[Line, ...] = ("2", ("Which standard?", "1"), ("Standard 1: 0 of 3", "1"))
"""From Home to the first criterion."""


@pytest.mark.parametrize("typed", ["2", "Half way", "half", "HALF-WAY", "half-way"])
def test_an_answer_is_given_by_number_word_or_beginning(audit: Room, typed: str) -> None:
    audit.talk(*TO_FIRST, ("1.1. Your answer?", typed), ("1.1 Half way. Saved.", ""))

    assert audit.criterion("1.1").answer == "half-way"


def test_a_criterion_says_its_place_weight_question_statement_and_answer(audit: Room) -> None:
    said = audit.talk(*TO_FIRST).after("Enter: 1.1 Does every umbrella get a ticket?")

    assert "\n1.1 of 1.3, must, essential\nDoes every umbrella get a ticket?\nEach umbrella that is" in said
    assert "\nAnswer: not answered yet\n" in said
    assert "\n1. In hand: We could show it today.\n" in said
    assert "\nEnter: the next one that waits for you\n> \nEverything is saved. Goodbye.\n" in said


def test_a_note_of_several_lines_is_kept_and_read_out_before_it_is_changed(audit: Room) -> None:
    audit.talk(*TO_FIRST, "1", ("what did you find?", "We counted."), "", "  Ten tickets.", "..", ".", "q")
    assert audit.criterion("1.1").note == "We counted.\n\n  Ten tickets.\n."

    heard = audit.talk(*TO_FIRST[:2], ("1 of 3 answered", "1"), "n", ("It says now:", "-"), "n", "New.", ".", "q")

    assert "\n  We counted.\n" in heard.said
    assert audit.criterion("1.1").note == "New."
    assert [change.what for change in history(audit.desk())][:2] == ["1.1 note", "1.1 note"]


def test_only_enter_keeps_the_note_and_a_full_stop_empties_it(audit: Room) -> None:
    audit.talk(*TO_FIRST, "1", "Seen.", ".", "", "h", "/", "1.1", "1", "note", "")
    assert audit.criterion("1.1").note == "Seen."
    assert [change.what for change in history(audit.desk())][:2] == ["1.1 note", "1.1 In hand"]
    assert "The note. Saved." not in audit.talk("/", "1.1", "1", "note", ("It says now", "-"), "q").said

    audit.talk("/", "1.1", "1", "note", ("It says now", "."))

    assert audit.criterion("1.1").note == ""


def test_the_private_note_is_kept_apart_and_said_to_stay_here(audit: Room) -> None:
    heard = audit.talk(*TO_FIRST, "v", ("never leaves this computer", "Ask Bob."), ".")

    assert (audit.criterion("1.1").private_note, audit.criterion("1.1").note) == ("Ask Bob.", "")
    assert "Private note: Ask Bob." in heard.said


def test_a_reason_is_asked_where_the_answer_needs_one_and_nothing_is_lost_without(audit: Room) -> None:
    heard = audit.talk(*TO_FIRST, "no rain", ("No rain here: why?", ""), ("Say why", "no rain"), "A roof.", ".", "q")

    assert "Your answer?" in heard.after("Say why it does not apply to you.")
    assert (audit.criterion("1.1").answer, audit.criterion("1.1").reason) == ("no-rain-here", "A roof.")


def test_enter_leads_through_what_waits_to_the_grade_and_the_next_standard(audit: Room) -> None:
    answers: list[Line] = []
    for number in ("1.1", "1.2", "1.3"):
        answers += [(f"{number}. Your answer?", "1"), "", (f"{number} In hand. What now?", "")]

    heard = audit.talk(*TO_FIRST, *answers, ("The grade of standard 1,", "1"), "", ("Grade: Bone dry", ""),
                       ("Standard 2: 0 of 3", "q"))  # fmt: skip

    assert heard.unread == ()
    assert audit.standard("1").grade == "bone-dry"


def test_an_answer_can_be_taken_away_and_undone_and_done_again(audit: Room) -> None:
    audit.talk(*TO_FIRST, "1", "", "hear", "take the answer", ("was taken away", "q"))
    assert audit.criterion("1.1").answer_word == ""

    heard = audit.talk("u", ("Undid 1.1 answer removed.", "redo"), ("Redid 1.1 answer removed.", "u"), "q")

    assert heard.said.count("Home. What next?") == 4
    assert audit.criterion("1.1").answer == "in-hand"


def test_undo_with_nothing_to_undo_says_so_and_asks_again(audit: Room) -> None:
    assert "There is nothing to undo.\nNothing was changed.\n> " in audit.talk("u").said


def test_guidance_and_sources_are_heard_by_their_letters(audit: Room) -> None:
    heard = audit.talk(*TO_FIRST, "g", "s")

    assert "What good looks like:\nThe roll of tickets hangs by the door." in heard.said
    assert "Look at: The rack, ten umbrellas picked blind\n" in heard.said
    assert "Ask: Attendant: what do you do when the roll runs out?\n" in heard.said
    assert "Umbrella by-law, 1907, amended 2025\n  Place: Section 2\n" in heard.said


@pytest.mark.parametrize(
    ("walk", "last"), [("musts only", "1.1"), ("unanswered only", "3.3"), ("not met, partly", "1.1")]
)
def test_a_walk_through_some_ends_with_its_last(audit: Room, walk: str, last: str) -> None:
    audit.talk(*TO_FIRST, "2", "", "q")

    heard = audit.talk(*TO_FIRST[:1], "walk", walk, *["x"] * 9)

    assert heard.said.count("That was the last of") >= 1
    assert f"\n{last}. Your answer?" in heard.said


def test_the_criterion_before_and_the_first_are_told(audit: Room) -> None:
    heard = audit.talk(*TO_FIRST, "x", ("1.2. Your answer?", "p"), ("1.1. Your answer?", "p"))

    assert "That was the first of all criteria." in heard.said


def test_evidence_and_an_action_are_added_from_the_criterion(audit: Room) -> None:
    heard = audit.talk(
        *TO_FIRST, "e", ("Something new", "something"), ("What is it?", "Roll"), ("Kind", "2"), "Office", "Porter",
        "1/12/2026", *("", ""), ("1.1. Your answer?", "a"), "add", ("What will be done?", "Buy"), "Head", "18/12/2026",
        "q",
    )  # fmt: skip

    assert heard.unread == ()
    item = audit.criterion("1.1").evidence[0]
    assert (item.title, item.kind, item.where, item.held_by, item.seen_on) == (
        "Roll", "visitor-word", "Office", "Porter", "2026-12-01",
    )  # fmt: skip
    assert [(a.what, a.who, a.due) for a in audit.criterion("1.1").actions] == [("Buy", "Head", "2026-12-18")]


def test_evidence_that_is_there_already_is_offered_before_something_new(audit: Room) -> None:
    records.add_evidence(audit.desk(), {"title": "Roll"}, ("2.1",))

    heard = audit.talk(*TO_FIRST, "e", ("1. Roll: 2.1", "1"), ('"Roll" backs this question too now.', "e"))

    assert [item.title for item in audit.criterion("1.1").evidence] == ["Roll"]
    assert "backs this already" in heard.said


def test_a_grade_that_differs_asks_for_a_reason_and_the_summary_is_asked(audit: Room) -> None:
    for number in ("1.1", "1.2", "1.3"):
        audit.talk("/", number, "1", "in hand", "")
    suggested = grading.show_standard(audit.desk(), "1").suggested_word

    lines: list[Line] = ["2", "1", "g", "Soaked"]
    if suggested:
        lines += [("Why Soaked?", "We know."), "."]
    heard = audit.talk(*lines, ("Summary of standard 1", "Drier."), "And calmer.", ".", "q")

    standard = audit.standard("1")
    assert (standard.grade, standard.summary) == ("soaked", "Drier.\nAnd calmer.")
    assert standard.reason == ("We know." if suggested else "")
    assert heard.unread == ()


def test_the_grade_can_be_read_about_reasoned_and_taken_away(audit: Room) -> None:
    heard = audit.talk(
        "2", "1", "g", "m", "1", "", "r", "Because.", ".", "take the grade", ("was taken away", "back to")
    )

    assert "Bone dry:\n" in heard.said
    assert "The reason. Saved." in heard.said
    assert audit.standard("1").grade_word == ""


def test_what_could_name_a_child_is_said_after_typing_and_kept(audit: Room) -> None:
    heard = audit.talk(*TO_FIRST, "1", "Tom Smith, born 3 May 2014, NHS 943 476 5919.", ".")

    assert "Note: " in heard.after("full stop ends the text.")
    assert audit.criterion("1.1").note.startswith("Tom Smith")
