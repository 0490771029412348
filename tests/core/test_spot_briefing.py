"""Five minutes for a team on a topic."""

from compact_tui.core.bank_use import Askable
from compact_tui.core.spot_briefing import BriefingView, briefing_lines, briefing_on
from compact_tui.core.spot_sums import Said, Sum
from tests.bank_samples import TODAY, askables, bank, question, story

BANKS = {"umbrellas": bank()}


def heard(full: int, not_yet: int) -> Sum:
    made = Sum()
    made.add(Said(TODAY, "t", "g", "q", "full", full))
    made.add(Said(TODAY, "t", "g", "q", "not-yet", not_yet))
    return made


def made(*pool: Askable, share: float = 0.0, **sums: Sum) -> BriefingView:
    known = {name.replace("_", "-"): said for name, said in sums.items()}
    found = briefing_on("Drying", "How it stands.", pool, BANKS, known, TODAY, share)
    assert found is not None
    return found


def test_without_a_question_there_is_no_briefing() -> None:
    assert briefing_on("Drying", "", (), BANKS, {}, TODAY) is None


def test_it_is_about_what_was_known_least_with_answer_and_source() -> None:
    pool = askables(question(1), question(2, critical=True), question(3))

    view = made(*pool, q_1=heard(1, 1), q_3=heard(0, 5))

    assert (view.question, view.title, view.minutes) == ("q-3", "Drying", 5)
    assert view.answer == "On the rack by the door, open, until it stops dripping."
    assert view.sources == ("House rules, 2026, Page 2",)


def test_where_nothing_weak_was_heard_it_is_about_something_critical() -> None:
    pool = askables(question(1), question(2, critical=True), question(3))

    assert made(*pool).question == "q-2"
    assert made(*pool, q_3=heard(5, 0)).question == "q-2"


def test_the_two_questions_to_talk_about_are_another_fact_best_as_a_story_and_what_gets_in_the_way() -> None:
    pool = askables(question(1, critical=True), question(2), story(3), story(4, fact="fact-1"))

    view = made(*pool)

    assert view.discussion[0] == "Where does umbrella 3 dry?"
    assert view.discussion[1].startswith("What could get in the way")
    assert made(*pool[:1]).discussion[0].startswith("Where in our own day")


def test_it_says_from_when_on_it_is_due_again_by_how_well_the_topic_is_known() -> None:
    assert made(*askables(question(1)), share=0.4, q_1=heard(4, 0)).again_on == "2026-12-17"
    assert made(*askables(question(1)), share=0.5).again_on == "2027-01-14"
    assert made(*askables(question(1)), share=0.8).again_on == "2027-02-25"
    assert made(*askables(question(1))).follow_up.startswith("From 17 December 2026 on")


def test_what_cannot_be_talked_about_without_its_options_comes_with_them() -> None:
    choice = story(1, kind="choice")

    assert made(*askables(choice)).choices[0] == "a  Put it on the rack"
    assert made(*askables(story(1))).choices == ()
    assert "b  Ask the porter" in briefing_lines(made(*askables(choice)))
    assert made(*askables(question(1, critical=True), story(2, kind="choice"))).discussion[0].startswith("Where in our")
