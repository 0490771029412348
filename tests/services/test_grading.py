"""Grading standards and writing their summaries."""

import shutil
from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.core.views import StandardView
from compact_tui.services import answering, audits
from compact_tui.services.desk import Desk
from compact_tui.services.grading import grade, needs_reason, show_standard, standard_page, summarise
from compact_tui.services.history import history, undo
from tests.services.desks import SMALL_PACK, desk_in, reopened, set_up

RULES = """
[[rule]]
level = "none"
because = "Answer {unanswered} more."
unanswered = ["some"]

[[rule]]
level = "bone-dry"
because = "All {criteria} in hand."
unanswered = ["none"]
essential = ["met"]

[[rule]]
level = "soaked"
because = "Held by {open}."
unanswered = ["none"]
essential = ["partly-met", "not-met"]
"""


@pytest.fixture
def ruled(tmp_path: Path) -> Desk:
    """An audit of the small pack with a rule table, whose first standard is answered in full."""
    copy = shutil.copytree(SMALL_PACK, tmp_path / "pack")
    (copy / "rules.toml").write_text(RULES, encoding="utf-8")
    desk = desk_in(tmp_path / "ws")
    set_up(desk)
    audits.start(desk, pack=str(copy))
    for number in ("1.1", "1.2", "1.3"):
        answering.answer(desk, number, "in-hand")
    return desk


def kept(desk: Desk, standard: str = "1") -> StandardView:
    return show_standard(reopened(desk), standard)


@pytest.mark.parametrize("level", ["bone-dry", "a-few-drops", "soaked"])
def test_every_level_can_be_chosen_and_is_there_in_the_next_run(desk: Desk, level: str) -> None:
    view = grade(desk, "1", level)

    assert view == kept(desk)
    assert (view.id, view.grade, view.suggested, view.state) == ("u1", level, "none", "attention")
    assert [one.id for one in view.levels if one.chosen] == [level]


def test_an_empty_level_takes_the_grade_away(desk: Desk) -> None:
    grade(desk, "u2", "soaked", reason="Because")

    view = grade(desk, "u2", "")

    assert (view.grade, view.grade_word, view.reason) == ("not-graded", "", "")
    assert [c.what for c in history(desk)][:2] == ["2 grade removed", "2 graded Soaked"]
    before = len(history(desk))
    assert grade(desk, "u2", "").grade == "not-graded"
    assert len(history(desk)) == before


def test_the_suggestion_of_the_moment_is_kept_with_the_grade(ruled: Desk) -> None:
    grade(ruled, "1", "a-few-drops", reason="Modesty")
    answering.answer(ruled, "1.1", "half-way")

    view = kept(ruled)
    assert (view.grade, view.suggested, view.reason) == ("a-few-drops", "soaked", "Modesty")
    assert view.suggested_because == "Held by 1.1 partly met."


@pytest.mark.parametrize(
    ("first", "then", "left"),
    [
        (("soaked", "Why"), ("soaked", None), "Why"),
        (("soaked", "Why"), ("a-few-drops", None), ""),
        (("soaked", "Why"), ("a-few-drops", "Other"), "Other"),
        (("soaked", "Why"), ("bone-dry", None), ""),
        (("soaked", "Why"), ("soaked", ""), ""),
        (("bone-dry", "We looked"), ("bone-dry", None), ""),
        (("bone-dry", None), ("bone-dry", " We  looked\r\nhard "), "We  looked\nhard"),
    ],
)
def test_a_reason_stays_with_the_level_it_speaks_of(
    ruled: Desk, first: tuple[str, str | None], then: tuple[str, str | None], left: str
) -> None:
    grade(ruled, "1", first[0], reason=first[1])

    assert grade(ruled, "1", then[0], reason=then[1]).reason == left


@pytest.mark.parametrize(("level", "needed"), [("bone-dry", False), ("soaked", True)])
def test_a_reason_is_asked_for_where_the_grade_differs_from_the_suggested_one(
    ruled: Desk, level: str, needed: bool
) -> None:
    assert needs_reason(ruled, "1", level) is needed
    assert needs_reason(ruled, "2", level) is False


@pytest.mark.parametrize(
    ("standard", "level", "message"),
    [
        ("4", "soaked", 'There is no standard "4".'),
        ("1.1", "soaked", 'There is no standard "1.1".'),
        ("1", "good", '"good" is not a level here.'),
        ("1", "Soaked", '"Soaked" is not a level here.'),
    ],
)
def test_an_unknown_standard_or_level_changes_nothing(desk: Desk, standard: str, level: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        grade(desk, standard, level)

    assert caught.value.message == message
    assert caught.value.hint
    assert len(history(desk)) == 1


def test_a_grade_is_taken_back_with_its_reason(desk: Desk) -> None:
    grade(desk, "1", "soaked", reason="Why")
    grade(desk, "1", "bone-dry", reason="Because")

    undone = undo(desk)

    assert (undone.what, undone.standard, undone.criterion) == ("undid 1 graded Bone dry", "u1", "")
    assert (kept(desk).grade, kept(desk).reason) == ("soaked", "Why")


def test_a_summary_is_kept_with_its_lines_and_one_piece_of_typing_is_one_change(desk: Desk) -> None:
    _, change_id = summarise(desk, "1", "Visitors")
    view, again = summarise(desk, "1", " Visitors are drier.\r\nSo are floors. ", change_id=change_id)

    assert again == change_id
    assert view.summary == kept(desk).summary == "Visitors are drier.\nSo are floors."
    assert [c.what for c in history(desk)] == ["1 summary", "audit 2026-2028 started"]
    undo(desk)
    assert kept(desk).summary == ""


@pytest.mark.parametrize(("before", "text"), [("", "  "), ("Said", " Said\n")])
def test_a_summary_that_stays_as_it_was_changes_nothing(desk: Desk, before: str, text: str) -> None:
    summarise(desk, "1", before)
    entries = len(history(desk))

    assert summarise(desk, "1", text)[1] == ""
    assert len(history(desk)) == entries


def test_a_summary_can_be_taken_away(desk: Desk) -> None:
    summarise(desk, "1", "Said")

    assert summarise(desk, "1", "")[0].summary == ""
    assert kept(desk).summary == ""


def test_the_page_of_a_standard_has_the_way_on_and_where_to_begin(desk: Desk) -> None:
    for number in ("2.1", "3.1", "3.2", "3.3"):
        answering.answer(desk, number, "in-hand")

    pages = [standard_page(desk, standard) for standard in ("1", "2", "3")]

    assert [(p.previous, p.next, p.first_open) for p in pages] == [
        ("", "u2", "u1-ticket"),
        ("u1", "u3", "u2-repair"),
        ("u2", "", "u3-match"),
    ]
    assert {p.title for p in pages} == {"Compact audit 2026-2028"}
    assert pages[1].rail.answered == 4
