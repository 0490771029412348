"""The way of a judo club with three volunteers: from not knowing which tool is theirs to a plan on one side."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.services import answering, audits, grading, returns, review, settings, signing
from compact_tui.services.desk import Desk
from compact_tui.services.home import home
from compact_tui.services.home_words import whole_here
from compact_tui.services.print_pages import pages
from tests.services.desks import desk_in

NO = {"paid": "no", "ofsted": "no", "school": "no", "helpers": "3"}
CLUB = {"name": "Tumble Judo", "kind": "voluntary-group"}
JARGON = (
    "audit",
    "standard",
    "criteri",
    "grade",
    "return",
    "not sent",
    "not yet sent",
    "overdue",
    "sign-off",
    "due date",
)


@pytest.fixture
def club(tmp_path: Path) -> Desk:
    desk = desk_in(tmp_path, who="")
    settings.set_up(desk, CLUB)
    audits.start(desk)
    return desk


def answer_all(desk: Desk, answer: str = "met") -> None:
    for standard in audits.show(desk).standards:
        for criterion in standard.criteria:
            answering.answer(desk, criterion.id, answer)


def home_words(desk: Desk) -> list[str]:
    view = home(desk)
    lines = [part for line in view.places for part in (line.words, line.state)]
    return [view.title, view.next.sentence, *view.standing, view.return_sentence, view.rail.sentence, *lines]


def test_the_tool_for_small_groups_is_recommended_with_its_size_and_nothing_is_changed(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)

    view = audits.which_tool(desk, NO)

    assert (view.tool, view.sector, view.parts, view.questions) == ("small-group", "small-group", 7, 42)
    assert view.time_words == "about 40 minutes"
    assert not desk.workspace.setting_path.exists()


@pytest.mark.parametrize(
    ("said", "sector", "questions"),
    [({"paid": "yes"}, "other", 70), ({"ofsted": "yes"}, "early-years", 70), ({"school": "yes"}, "education", 66)],
)
def test_the_full_audit_is_told_with_the_questions_of_its_variation(
    tmp_path: Path, said: dict[str, str], sector: str, questions: int
) -> None:
    view = audits.which_tool(desk_in(tmp_path), NO | said)

    assert (view.tool, view.sector, view.parts) == ("full", sector, 12)
    assert view.questions == questions
    assert view.time_words == "about 6 hours, spread over weeks"


@pytest.mark.parametrize("typed", [{}, NO | {"paid": "perhaps"}, NO | {"helpers": "a few"}])
def test_answers_that_cannot_be_taken_are_refused(tmp_path: Path, typed: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        audits.which_tool(desk_in(tmp_path), typed)


def test_before_it_starts_home_says_how_long_it_takes_and_that_one_may_stop(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    settings.set_up(desk, CLUB)

    view = home(desk)

    assert view.next.sentence == "Begin: about 40 minutes, and you may stop at any time."
    assert view.title == "Safeguarding self-check"
    assert view.standing == ("Nobody waits for this: it is for yourselves.",)


@pytest.mark.parametrize("answers", [0, 1, 42])
def test_no_word_on_home_is_jargon_or_presses(club: Desk, answers: int) -> None:
    if answers == 1:
        answering.answer(club, "1.1", "need-support")
    elif answers:
        answer_all(club)
        returns.make(club)

    said = " | ".join(home_words(club)).lower()

    assert [word for word in JARGON if word in said] == []


def test_home_says_the_time_that_is_left(club: Desk) -> None:
    answering.answer(club, "1.1", "met")

    line = next(line for line in home(club).places if line.id == "audit")
    assert (line.words, line.state) == ("The questions, part by part", "1 of 42 answered, about 40 minutes left")
    assert home(club).next.sentence == "Go on with 1.2, in Who looks after safeguarding."


def test_when_all_is_answered_the_plan_to_print_is_next_also_after_a_copy_was_made(club: Desk) -> None:
    answer_all(club, "need-support")
    assert (home(club).next.place, home(club).next.sentence) == (
        "pages",
        "Everything is answered: print what we do next, on one side.",
    )
    assert [page.id for page in pages(club).pages][:2] == ["improvement", "support"]

    returns.make(club)

    assert home(club).next.place == "pages"
    assert home(club).return_sentence == "a copy is made, and with nobody but you"


def test_nobody_is_asked_to_sign_or_to_send(club: Desk) -> None:
    answering.answer(club, "1.1", "met")
    rules = {finding.rule for finding in review.review(club).findings}
    assert rules.isdisjoint({"unsigned", "signer-missing", "front-sheet"})
    assert "signing" not in [line.id for line in home(club).places]
    assert "signed" not in returns.preview(club).warnings[0]

    answer_all(club)

    assert returns.preview(club).complete


def test_what_was_shared_all_the_same_is_said_as_it_is(club: Desk) -> None:
    answer_all(club)
    made = returns.make(club)

    returns.sent(club, made.id, "2026-12-03", "Secretary")

    assert home(club).standing[-1] == "Sharing: sent on 3 Dec 2026 by Secretary."
    assert home(club).next.place == "pages"


def test_a_day_that_they_chose_is_told_without_counting_down(club: Desk) -> None:
    settings.set_up(club, {"due": "1 December 2026"})

    assert home(club).standing == ("You chose to share it by 1 December 2026.",)


def test_the_pages_of_a_part_say_part_and_question(club: Desk) -> None:
    page = grading.standard_page(club, "1")

    assert (page.part_word, page.question_word, page.rail.heading) == ("part", "question", "Parts")
    assert page.title.startswith("Safeguarding self-check ")
    assert answering.criterion_page(club, "1.1").title == page.title
    assert returns.preview(club).page.title.startswith("Safeguarding self-check of Tumble Judo")
    assert "4 questions of" in str(review.review(club).findings) or "5 questions of" in str(
        review.review(club).findings
    )


def test_an_audit_that_is_owed_keeps_its_words_and_its_due_day(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    settings.set_up(desk, {"name": "Brolly House", "kind": "primary-school", "due": "18 December 2026"})
    assert home(desk).standing == ("Due 18 December 2026, in 15 days.",)

    audits.start(desk)

    view = home(desk)
    assert view.standing == ("Due 18 December 2026, in 15 days.", "Return: not made.")
    assert (view.for_ourselves, view.title) == (False, "Compact audit 2026-2028")
    assert grading.standard_page(desk, "1").part_word == "standard"


def test_the_top_of_every_screen_calls_it_what_it_is(club: Desk, tmp_path: Path) -> None:
    school = desk_in(tmp_path / "school")
    settings.set_up(school, {"name": "Brolly", "kind": "primary-school"})

    assert (whole_here(club), whole_here(school)) == ("Safeguarding self-check", "Compact audit")
    assert whole_here(desk_in(tmp_path / "nothing")) == "Compact audit"
    assert signing.signing(club).title.startswith("Safeguarding self-check 2")
