"""Last time's grades: typed in, taken back, and shown wherever a grade is."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.core.returns import NOT_ASKED
from compact_tui.services import grading, history, last_time, returns
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.home import home
from tests.samples import without_levels
from tests.services.desks import reopened, small_pack, started_with


def words(desk: Desk) -> list[str]:
    """What is kept on the disk of each standard."""
    return [line.sentence for line in last_time.last_time(reopened(desk)).lines]


def test_two_standards_then_and_three_now(desk: Desk) -> None:
    last_time.set_last(desk, "1", "soaked", "2024-2026")
    last_time.set_last(desk, "u2", "bone-dry")
    view = last_time.set_last(desk, "3", NOT_ASKED)
    grading.grade(desk, "u1", "bone-dry")
    grading.grade(desk, "u3", "bone-dry")

    assert view.sentence == "3 of 3 typed in"
    assert words(desk) == ["Soaked, now 2 levels up", "Bone dry", "Not asked"]
    assert {last.cycle for last in open_audit(desk).audit.last_grades} == {"2024-2026"}
    assert grading.show_standard(desk, "u1").last_time == "Last time (2024-2026): Soaked; now 2 levels up."
    page = returns.preview(desk).page
    table = next(s for s in page.sections if s.heading == "Grades at a glance").blocks[0]
    assert [row[2:4] for row in table.rows] == [  # type: ignore[union-attr]
        ("Soaked", "2 levels up"),
        ("Bone dry", "-"),
        ("Not asked", "new"),
    ]


def test_a_slip_is_put_right_taken_away_and_undone(desk: Desk) -> None:
    last_time.set_last(desk, "1", "soaked")
    last_time.set_last(desk, "1", "bone-dry")
    assert words(desk)[0] == "Bone dry"
    history.undo(desk)
    assert words(desk)[0] == "Soaked"
    last_time.clear_last(desk, "1")
    assert words(desk)[0] == "not typed in"
    history.undo(desk)
    assert words(desk)[0] == "Soaked"


def test_all_are_taken_away_at_once_and_come_back_at_once(desk: Desk) -> None:
    for number in "123":
        last_time.set_last(desk, number, "soaked")
    assert last_time.clear_last(desk).typed == 0
    history.undo(desk)
    assert last_time.last_time(desk).typed == 3
    changes = len(history.history(desk))
    last_time.clear_last(desk)
    last_time.clear_last(desk)
    assert len(history.history(desk)) == changes + 1


def test_what_the_round_was_called_is_said_for_all(desk: Desk) -> None:
    last_time.set_last(desk, "1", "soaked")
    last_time.set_last(desk, "2", "soaked", "2022")

    view = last_time.name_last_round(desk, " 2024 -\n2026 ")

    assert (view.cycle, {last.cycle for last in open_audit(desk).audit.last_grades}) == ("2024 - 2026", {"2024 - 2026"})
    history.undo(desk)
    assert [last.cycle for last in open_audit(desk).audit.last_grades] == ["", "2022"]


def test_the_same_again_is_no_change(desk: Desk) -> None:
    last_time.set_last(desk, "1", "soaked", "2024")
    changes = len(history.history(desk))

    last_time.set_last(desk, "1", "soaked")
    last_time.name_last_round(desk, "2024")

    assert len(history.history(desk)) == changes


@pytest.mark.parametrize(
    ("standard", "level", "told"), [("u9", "soaked", "no standard"), ("1", "soked", "not a level")]
)
def test_what_is_not_there_is_refused(desk: Desk, standard: str, level: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        last_time.set_last(desk, standard, level)
    assert last_time.last_time(desk).typed == 0


def test_an_audit_without_grades_has_none_of_last_time(tmp_path: Path) -> None:
    desk = started_with(tmp_path, without_levels(small_pack()))

    with pytest.raises(UsageError, match="no grades"):
        last_time.last_time(desk)
    assert "lasttime" not in [line.id for line in home(desk).places]
