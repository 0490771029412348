"""What staff are told about what is kept."""

from pathlib import Path

import pytest

from compact_tui.core.errors import UsageError
from compact_tui.services import spot_keeping
from compact_tui.services.desk import Desk
from tests.asking import asking_desk
from tests.services.desks import reopened


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk on an empty workspace."""
    return asking_desk(tmp_path / "ws")


def test_before_anybody_says_so_there_are_usual_words_and_nothing_is_kept(desk: Desk) -> None:
    view = spot_keeping.keeping(desk)

    assert (view.told, view.months, view.initials, len(view.lines)) == (False, 12, False, 5)
    assert view.lines[1] == "Answers are kept by role group, never names or initials, on this computer."
    assert not desk.workspace.root.exists()


def test_what_staff_are_told_is_kept_and_changed_in_parts(desk: Desk) -> None:
    spot_keeping.tell_staff(desk)
    spot_keeping.tell_staff(desk, {"months": "6", "initials": "yes", "told_on": "1 Dec 2026"})

    view = spot_keeping.keeping(reopened(desk))
    assert (view.told, view.months, view.initials, view.told_on) == (True, 6, True, "2026-12-01")
    assert view.lines[2] == "After 6 months only counts stay."
    assert view.lines[-1] == "Staff were told on 1 December 2026."
    assert spot_keeping.keeping_typed(desk)["initials"] == "yes"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [({"months": "0"}, "At least one month"), ({"purpose": " "}, "needed"), ({"initials": "perhaps"}, "not one of")],
)
def test_what_cannot_be_taken_changes_nothing(desk: Desk, typed: dict[str, str], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        spot_keeping.tell_staff(desk, typed)
    assert not spot_keeping.keeping(desk).told
