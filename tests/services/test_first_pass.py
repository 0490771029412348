"""The first pass all the way: from nothing, by choices, to grades that count."""

from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.services import answering, audits, first_pass, grading, history, returns
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.home import home
from tests.samples import without_levels
from tests.services.desks import ALL_CRITERIA, desk_in, reopened, small_pack, started, started_with


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return started(tmp_path)


def levels(desk: Desk) -> list[tuple[str, str, bool]]:
    return [(g.standard, g.level, g.provisional) for g in open_audit(reopened(desk)).audit.grades]


def finish(desk: Desk) -> None:
    for criterion in ALL_CRITERIA:
        answering.answer(desk, criterion, "in-hand", note=f"Saw {criterion}.")


def test_it_begins_from_nothing_and_asks_only_what_is_needed(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)
    assert [field.id for field in first_pass.first_pass_form(desk).fields] == ["name", "kind"]

    view = first_pass.begin_first_pass(desk, {"name": "Brolly House", "kind": "primary-school"})

    assert (view.position, view.total, view.left_words) == ("1 of 12", 12, "about 18 minutes left")
    assert first_pass.first_pass_form(reopened(desk)).fields == ()
    assert len(audits.list_audits(reopened(desk))) == 1


def test_nothing_is_started_while_nobody_has_said_whose_audit_it_is(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)

    with pytest.raises(UsageError, match="does not know who you are"):
        first_pass.begin_first_pass(desk)

    assert audits.list_audits(desk) == ()


def test_beginning_again_goes_on_where_it_was_left(desk: Desk) -> None:
    first_pass.choose_first(desk, "1", "soaked")

    view = first_pass.begin_first_pass(reopened(desk))

    assert (view.standard, view.done) == ("u2", 1)
    assert len(audits.list_audits(desk)) == 1


def test_a_choice_is_provisional_and_one_change_that_undo_takes_back(desk: Desk) -> None:
    view = first_pass.choose_first(desk, "2", "a-few-drops")

    assert (view.chosen, view.chosen_words, view.graded) == ("a-few-drops", "A few drops (provisional)", False)
    assert levels(desk) == [("u2", "a-few-drops", True)]
    assert history.history(desk)[0].what == "2 A few drops, provisional"

    history.undo(desk)

    assert levels(desk) == []


def test_choosing_another_level_replaces_it_and_the_same_one_again_changes_nothing(desk: Desk) -> None:
    first_pass.choose_first(desk, "u2", "a-few-drops")
    first_pass.choose_first(desk, "u2", "soaked")
    changes = len(history.history(desk))

    first_pass.choose_first(desk, "u2", "soaked")

    assert levels(desk) == [("u2", "soaked", True)]
    assert len(history.history(desk)) == changes


def test_a_provisional_level_is_taken_back_by_choosing_none(desk: Desk) -> None:
    first_pass.choose_first(desk, "u2", "a-few-drops")

    assert first_pass.choose_first(desk, "u2", "").chosen == ""

    assert levels(desk) == []


@pytest.mark.parametrize("level", ["soaked", "bone-dry", ""])
def test_a_grade_given_after_answering_is_never_overwritten(desk: Desk, level: str) -> None:
    grading.grade(desk, "u1", "bone-dry", reason="Dry all year.")

    with pytest.raises(UsageError, match="was graded after its criteria were answered"):
        first_pass.choose_first(desk, "u1", level)

    assert levels(desk) == [("u1", "bone-dry", False)]


@pytest.mark.parametrize(
    ("standard", "level", "words"),
    [("u9", "soaked", "no standard"), ("u1", "soakd", "not a level"), ("", "soaked", "no standard")],
)
def test_what_is_not_known_is_refused_with_nothing_kept(desk: Desk, standard: str, level: str, words: str) -> None:
    with pytest.raises(UsageError, match=words):
        first_pass.choose_first(desk, standard, level)

    assert levels(desk) == []


def test_grading_the_same_level_confirms_it(desk: Desk) -> None:
    first_pass.choose_first(desk, "u1", "a-few-drops")

    view = grading.grade(desk, "u1", "a-few-drops")

    assert (view.grade_word, view.provisional) == ("A few drops", False)
    assert levels(desk) == [("u1", "a-few-drops", False)]


def test_a_return_is_held_back_while_a_provisional_grade_stands(desk: Desk) -> None:
    finish(desk)
    for standard in ("u1", "u2", "u3"):
        first_pass.choose_first(desk, standard, "bone-dry")

    seen = returns.preview(desk)
    assert not seen.complete
    assert seen.counts.graded == 0
    assert any("first pass only" in line for line in seen.held_back)
    with pytest.raises(CompactError, match="not made"):
        returns.make(desk)

    for standard in ("u1", "u2", "u3"):
        grading.grade(desk, standard, "bone-dry")

    assert returns.make(desk).counts.graded == 3


def test_the_provisional_level_is_nowhere_in_the_return(desk: Desk) -> None:
    first_pass.choose_first(desk, "u1", "soaked")

    page = returns.preview(desk).page

    glance = next(section for section in page.sections if "glance" in section.heading)
    assert "Soaked" not in str(glance)
    assert "from the first pass only" in str(page)
    assert open_audit(desk).audit.grades[0].provisional


def test_home_says_how_far_it_has_come(desk: Desk) -> None:
    first_pass.choose_first(desk, "u1", "soaked")

    view = home(desk)

    line = next(line for line in view.places if line.id == "firstpass")
    assert (line.key, line.state) == ("f", "1 of 3 chosen, 1 provisional, about 3 minutes left")
    assert "1 provisional" in view.rail.sentence


def test_the_result_begins_with_the_weakest(desk: Desk) -> None:
    for standard, level in (("u1", "bone-dry"), ("u2", "soaked"), ("u3", "a-few-drops")):
        first_pass.choose_first(desk, standard, level)

    result = first_pass.first_pass_result(desk)

    assert [line.standard for line in result.lines] == ["u2", "u3", "u1"]
    assert result.begin == "u2"


def test_an_audit_without_grades_has_no_first_pass(tmp_path: Path) -> None:
    desk = started_with(tmp_path, without_levels(small_pack()))

    for verb in (first_pass.first_pass, first_pass.first_pass_result):
        with pytest.raises(UsageError, match="yours has none"):
            verb(desk)
    assert "firstpass" not in [line.id for line in home(desk).places]


def test_a_small_group_is_told_before_anything_is_started(tmp_path: Path) -> None:
    desk = desk_in(tmp_path)

    with pytest.raises(UsageError, match="yours has none"):
        first_pass.begin_first_pass(desk, {"name": "Tumble Tots Judo", "kind": "voluntary-group"})

    assert audits.list_audits(desk) == ()
    assert "firstpass" not in [line.id for line in home(desk).places]
