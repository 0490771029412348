"""A round from its first question to how it ended."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.asking_views import AskPage
from compact_tui.core.errors import CompactError, UsageError
from compact_tui.services import settings, spot_checks, spot_keeping
from compact_tui.services.desk import Desk, Shelf
from compact_tui.services.spot_books import all_checks, all_heard, month_books, role_groups
from compact_tui.services.spot_place import spot_place, spot_words
from tests.asking import QUESTIONS, asking_desk, with_bank
from tests.bank_samples import question, story
from tests.services.desks import at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk on a workspace in which there is nothing at all, with the umbrella bank."""
    return asking_desk(tmp_path / "ws")


def again(desk: Desk) -> Desk:
    """The next run of the program."""
    return with_bank(replace(desk, shelf=Shelf()))


def begun(desk: Desk, **more: object) -> AskPage:
    return spot_checks.begin(desk, "Porters", seed=1, **more)  # type: ignore[arg-type]


def test_a_round_begins_in_an_empty_workspace_and_everything_is_on_the_disk_at_once(desk: Desk) -> None:
    page = begun(desk, people=4)
    later = again(desk)

    assert (page.number, page.of, page.group, page.level, page.proposed) == (1, 3, "Porters", "", "not-yet")
    assert page.why_asked.startswith("Never asked to Porters")
    assert spot_checks.question_page(later, page.check) == page
    check = all_checks(later)[0]
    assert (check.people, check.seed, check.by, check.on) == (4, 1, "Head", "2026-12-03")
    assert [group.name for group in role_groups(later)] == ["Porters"]


def test_ticks_a_level_and_a_note_are_kept_one_by_one_and_the_level_can_differ_from_the_ticks(desk: Desk) -> None:
    page = begun(desk)
    first = page.rows[0].id

    ticked = spot_checks.hear(desk, page.check, page.question, points=[first])
    spot_checks.hear(desk, page.check, page.question, note=" Asked  who. ")
    spot_checks.hear(desk, page.check, page.question, level="knew-where")

    kept = spot_checks.question_page(again(desk), page.check, page.question)
    assert [row.heard for row in ticked.rows][0]
    assert (kept.level, kept.level_words, kept.note) == ("knew-where", "knew where to look", "Asked  who.")
    assert [row.id for row in kept.rows if row.heard] == [first]
    heard = all_heard(desk)[0]
    assert (heard.fact, heard.topic, heard.bank, heard.edition, heard.group) == (
        page.question.replace("q", "fact"),
        page.question.replace("q", "topic"),
        "umbrellas",
        "1",
        "Porters",
    )


def test_what_is_unsafe_is_kept_with_the_answer(tmp_path: Path) -> None:
    desk = asking_desk(tmp_path / "ws", question(1, critical=True))
    page = spot_checks.begin(desk, "Porters", number=1)

    seen = spot_checks.hear(desk, page.check, page.question, points=["rack", "lap"])

    assert (seen.unsafe, seen.proposed) == (True, "not-yet")
    assert (all_heard(desk)[0].unsafe, all_heard(desk)[0].critical) == (True, True)


def test_going_on_begins_at_the_first_question_without_an_answer(desk: Desk) -> None:
    page = begun(desk)
    spot_checks.hear(desk, page.check, page.next, level="full")

    assert spot_checks.question_page(again(desk), page.check).question == page.question
    spot_checks.hear(desk, page.check, page.question, level="partial")
    third = spot_checks.question_page(again(desk), page.check)
    assert third.number == 3
    spot_checks.hear(desk, page.check, third.question, level="full")
    assert spot_checks.question_page(desk, page.check).number == 3
    assert spot_checks.open_rounds(desk)[0].answered == 3


def test_the_last_step_of_a_round_is_taken_back_and_nothing_else(desk: Desk) -> None:
    other = begun(desk)
    spot_checks.hear(desk, other.check, other.question, level="full")
    page = begun(desk)

    with pytest.raises(CompactError, match="nothing to take back in this round"):
        spot_checks.take_back(desk, page.check)
    spot_checks.hear(desk, page.check, page.question, level="full")
    spot_checks.flag(desk, page.check, page.question, "Too long")
    assert spot_checks.question_page(desk, page.check, page.question).flagged
    assert not spot_checks.take_back(desk, page.check).flagged
    back = spot_checks.take_back(desk, page.check)

    assert (back.question, back.level) == (page.question, "")
    assert [one.check for one in all_heard(desk)] == [other.check]
    with pytest.raises(CompactError, match="nothing to take back in this round"):
        spot_checks.take_back(desk, other.check)


def test_a_round_ends_with_two_lines_and_what_follows(desk: Desk) -> None:
    page = begun(desk)
    for name, level in zip(all_checks(desk)[0].questions, ("full", "partial", "knew-where"), strict=True):
        spot_checks.hear(desk, page.check, name, level=level)

    end = spot_checks.finish(desk, page.check)
    chosen = spot_checks.finish(at(desk, minutes=5), page.check, end.follow_ups[1])

    weak = all_checks(desk)[0].questions[1].replace("q", "topic")
    assert end.lines == (
        "Porters, 3 answers: 1 full, 1 knew where to look, 1 partial.",
        f"Worth another look: {weak}.",
    )
    assert end.follow_ups[0] == f"Five-minute briefing: {weak}"
    assert chosen.follow_up == end.follow_ups[1]
    assert all_checks(desk)[0].ended_at == "2026-12-03T12:00:00Z"
    assert spot_checks.open_rounds(desk) == ()


@pytest.mark.parametrize(
    ("levels", "second"),
    [
        (("full", "full", "knew-where"), "Everything was known. Say so to them."),
        ((), "Nothing was answered."),
    ],
)
def test_when_nothing_is_weak_that_is_said(desk: Desk, levels: tuple[str, ...], second: str) -> None:
    page = begun(desk)
    for name, level in zip(all_checks(desk)[0].questions, levels, strict=False):
        spot_checks.hear(desk, page.check, name, level=level)

    assert spot_checks.finish(desk, page.check).lines[1] == second


def test_something_unsafe_is_said_first_at_the_end(tmp_path: Path) -> None:
    desk = asking_desk(tmp_path / "ws", story(1))
    page = spot_checks.begin(desk, "Porters", number=1)
    spot_checks.hear(desk, page.check, page.question, points=["shake"], level="not-yet")

    assert "Something unsafe was heard (topic-1)" in spot_checks.finish(desk, page.check).lines[1]


def test_questions_on_the_setting_wait_until_the_profile_can_answer_them(tmp_path: Path) -> None:
    desk = asking_desk(tmp_path / "ws", QUESTIONS[3])

    with pytest.raises(CompactError, match="no question that may be put to Porters"):
        spot_checks.begin(desk, "Porters")
    assert "1 question about us wait" in next(line.state for line in spot_place(desk).lines if line.id == "people")
    settings.set_people(desk, {"lead_name": "Jo Park"})
    assert spot_checks.begin(desk, "Porters").answer == "Jo Park"
    assert "people" not in {line.id for line in spot_place(desk).lines}


@pytest.mark.parametrize(
    ("verb", "sentence"),
    [
        (lambda desk: spot_checks.begin(desk, " "), "Say who is asked"),
        (lambda desk: spot_checks.begin(desk, "NHS number 943 476 5919"), "This looks like an NHS number"),
        (lambda desk: spot_checks.begin(desk, "Porters", people=-1), "cannot be asked"),
        (lambda desk: spot_checks.begin(desk, "Porters", number=0), "cannot be asked"),
        (lambda desk: spot_checks.next_questions(desk, "Porters", topic="rain"), 'There is no topic "rain"'),
        (lambda desk: spot_checks.question_page(desk, "s-99"), 'There is no round "s-99"'),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_kept(desk: Desk, verb: object, sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        verb(desk)  # type: ignore[operator]
    assert not desk.workspace.root.exists()


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"level": "perfect"}, 'There is no level "perfect"'),
        ({"points": ["rock"]}, 'There is no point "rock"'),
        ({"initials": "JP"}, "Initials may not be kept here"),
    ],
)
def test_an_answer_that_cannot_be_taken_changes_nothing(desk: Desk, more: dict[str, object], sentence: str) -> None:
    page = begun(desk)

    with pytest.raises(UsageError, match=sentence):
        spot_checks.hear(desk, page.check, page.question, **more)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="is not asked in this round"):
        spot_checks.hear(desk, page.check, "q-99", level="full")
    with pytest.raises(UsageError, match="Say what is wrong"):
        spot_checks.flag(desk, page.check, page.question, "  ")
    assert all_heard(desk) == ()


def test_initials_are_kept_where_staff_were_told_so(desk: Desk) -> None:
    spot_keeping.tell_staff(desk, {"initials": "yes"})
    page = begun(desk)

    spot_checks.hear(desk, page.check, page.question, initials="j.p.")

    assert all_heard(desk)[0].initials == "JP"


def test_what_comes_next_is_the_same_for_the_same_seed_and_keeps_nothing(desk: Desk) -> None:
    first = spot_checks.next_questions(desk, "volunteer", seed=3, number=2)

    assert first == spot_checks.next_questions(desk, "volunteer", seed=3, number=2)
    assert len(first) == 0  # the umbrella questions are for all staff
    found = spot_checks.next_questions(desk, "Porters", seed=3, number=2)
    assert {one.id for one in found} <= {one.id for one in QUESTIONS} and len(found) == 2
    assert not desk.workspace.root.exists()


def test_home_says_what_waits(desk: Desk) -> None:
    assert spot_words(desk) == "two minutes, nothing to set up"
    page = begun(at(desk, days=-40))
    assert spot_words(desk) == "1 round to go on with"
    spot_checks.finish(desk, page.check)
    assert spot_words(desk) == "last 24 Oct 2026"
    second = begun(desk)
    assert len(list(month_books(desk))) == 2
    place = spot_place(desk)
    assert (place.last_group, place.waiting, place.groups[0], place.told) == ("Porters", second.check, "Porters", False)
