"""Erasing by commands where a partnership's files hold the text: they stay and are named, or go with a reason."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.collect_desks import partnership, posted, return_by
from tests.services.erased_text import holding

TEXT = "Buy a shade"
"""Stands in an action of every return of these tests."""


@pytest.fixture
def officer(run: Run, workspace: Path, tmp_path: Path) -> Run:
    partnership(workspace)
    assert run("partnership", "collect", str(posted(tmp_path / "in", return_by(1), return_by(2)))).code == 0
    return run


def test_without_the_option_files_that_came_in_stay_and_are_named(officer: Run, workspace: Path) -> None:
    ran = officer("erase", TEXT, "--yes")

    assert ran.code == 0
    assert "2 files that came in still hold it, kept as sent:" in ran.out
    assert "return r-1 of Gallery 1 (G1 in the register), came in on" in ran.out
    assert "add: --originals WHY" in ran.out
    assert [name.split("/")[1] for name in holding(workspace, TEXT)] == ["returns", "returns"]


def test_with_a_reason_they_go_and_the_list_and_the_analysis_say_so(officer: Run, workspace: Path) -> None:
    looked = officer("erase", TEXT, "--dry-run", "--originals", "", "--json")
    ran = officer("erase", TEXT, "--originals", "The caretaker asked", "--yes", "--json")

    assert (ran.code, ran.data["originals_go"], looked.data["done"]) == (0, True, False)
    assert [one["document"] for one in looked.data["originals"]] == [one["document"] for one in ran.data["originals"]]
    assert {(one["kind"], one["document"], one["entry"]) for one in ran.data["originals"]} == {
        ("return", "r-1", "G1"), ("return", "r-2", "G2"),
    }  # fmt: skip
    assert holding(workspace, TEXT) == []
    assert "2 taken away to erase a text" in officer("partnership", "list").out
    assert "Not counted: 2 settings whose return was taken away on" in officer("partnership", "analyse").out


def test_a_reason_is_needed_and_nothing_is_erased_without(officer: Run, workspace: Path) -> None:
    before = holding(workspace, TEXT)

    ran = officer("erase", TEXT, "--originals", " ", "--yes")

    assert (ran.code, ran.out) == (2, "")
    assert "with a reason" in ran.err
    assert holding(workspace, TEXT) == before
