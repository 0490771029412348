"""The command ``standing``: the list, one standard, evidence, and whether it travels."""

from pathlib import Path

import msgspec
import pytest

from compact_tui.core.standing import StandingLine
from compact_tui.services.desk import desk_at
from tests.cli.conftest import NOW, Run
from tests.standing_samples import hear

KEYS = ["standard", "claimed", "known", "shown", "seen", "difference", "because"]


@pytest.fixture
def heard(started: Run, workspace: Path) -> Run:
    """An audit whose first standard is graded best, and twelve answers on its topic."""
    assert started("audit", "grade", "1", "bone-dry", "--reason", "The roll.").code == 0
    desk = msgspec.structs.replace(desk_at(workspace), now=lambda: NOW)
    hear(desk, "tickets", *("full",) * 5, *("not-yet",) * 7)
    return started


def test_the_data_are_a_list_of_exactly_these_keys(heard: Run) -> None:
    lines = heard("standing", "--json").data

    assert [line["standard"] for line in lines] == ["u1", "u3", "u2"]
    assert [list(line) for line in lines] == [KEYS] * 3
    assert msgspec.convert(lines, tuple[StandingLine, ...])[0].known.answers == 12
    assert [line["standard"] for line in heard("standing", "2", "--json").data] == ["u2"]


def test_the_list_is_ranked_and_says_whether_it_travels(heard: Run) -> None:
    said = heard("standing").out.splitlines()

    assert said[1].split("  ")[0] == "1"
    assert "other signs are weaker" in said[1]
    assert said[-1].startswith("1 of 3 differs. What staff know, files show and boards show is not in the return.")


def test_one_standard_is_told_in_full(heard: Run) -> None:
    said = heard("standing", "1").out

    assert said.startswith("1 Taking umbrellas in: other signs are weaker.\nGraded Bone dry; 5 of 12 answers in full")
    assert "12 answers: 5 full and 7 not yet" in said
    assert "Staff know: can be kept as evidence." in said


def test_a_line_becomes_evidence_and_the_counts_travel(heard: Run) -> None:
    assert heard("standing", "evidence", "1", "known", "--json").data["supports"] == ["u1"]
    again = heard("standing", "evidence", "1", "known")
    assert (again.code, "already" in again.err) == (2, True)

    assert "2 of 3 standards have enough" in heard("standing", "share", "yes").out
    assert heard("standing", "share", "no", "--json").data["shared"] is False


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("evidence", "1"), "It takes a standard and a line."),
        (("share",), "It takes yes or no."),
        (("share", "maybe"), "It takes yes or no."),
        (("1", "2"), '"2" is one word too many.'),
        (("evidence", "1", "seen"), "There is too little"),
        (("9",), 'There is no standard "9".'),
    ],
)
def test_other_words_are_wrong_usage(heard: Run, words: tuple[str, ...], said: str) -> None:
    ran = heard("standing", *words)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
