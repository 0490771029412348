"""Testing oneself: nothing is kept unless one says so."""

from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, UsageError
from compact_tui.core.self_test import SelfAnswer
from compact_tui.services import self_test
from compact_tui.services.desk import Desk
from compact_tui.services.spot_books import all_checks, all_heard
from tests.asking import QUESTIONS, asking_desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk on an empty workspace with the umbrella bank."""
    return asking_desk(tmp_path / "ws")


def test_the_same_seed_makes_the_same_test_and_nothing_is_kept(desk: Desk) -> None:
    test = self_test.self_test(desk, seed=7)

    assert test == self_test.self_test(desk, seed=7)
    assert test.seed == 7 and len(test.questions) == 4  # the one on the lead waits for the profile
    assert self_test.try_answer(desk, "q-2", ["ask"]).right
    assert not desk.workspace.root.exists()


def test_what_was_chosen_first_is_kept_without_a_name_when_one_says_so(desk: Desk) -> None:
    test = self_test.self_test(desk, seed=7, number=2)
    answers = [SelfAnswer(question="q-2", chosen=("shake",)), SelfAnswer(question="q-1", chosen=("rack", "open"))]

    view = self_test.keep_self_test(desk, test, answers)

    assert [(one.question, one.level, one.unsafe) for one in all_heard(desk)] == [
        ("q-2", "not-yet", True),
        ("q-1", "full", False),
    ]
    assert (view.round.way, view.round.people, view.round.open, view.round.by) == ("self", 1, False, "")
    assert all_checks(desk)[0].seed == 7


def test_what_makes_no_sense_is_refused(desk: Desk, tmp_path: Path) -> None:
    test = self_test.self_test(desk, seed=7)

    with pytest.raises(UsageError, match="no questions"):
        self_test.self_test(desk, number=0)
    with pytest.raises(UsageError, match='no answer "rock"'):
        self_test.try_answer(desk, "q-2", ["rock"])
    with pytest.raises(UsageError, match="Nothing was answered"):
        self_test.keep_self_test(desk, test, [])
    with pytest.raises(CompactError, match="no question for a self-test"):
        self_test.self_test(asking_desk(tmp_path / "other", QUESTIONS[3]))
