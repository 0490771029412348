"""Wherever a sector is asked for, it is named by its id or in words, and one that is not there is told."""

from pathlib import Path

import pytest

from tests.analysis_samples import SEVEN, collected
from tests.cli.conftest import Run
from tests.services.partnership_desks import started_partnership

VERBS = (
    ("register", "list"),
    ("list",),
    ("read", "list"),
    ("analyse",),
    ("analyse", "--standard", "1", "--names"),
    ("knowledge",),
    ("report",),
)


@pytest.fixture
def seven(run: Run, workspace: Path) -> Run:
    """Seven returns of three sectors."""
    collected(started_partnership(workspace, threshold="3"), SEVEN)
    return run


@pytest.mark.parametrize("verb", VERBS)
def test_a_sector_is_taken_by_its_id_and_in_words(seven: Run, verb: tuple[str, ...]) -> None:
    by_id, in_words, other = (
        seven("partnership", *verb, "--sector", name, "--json") for name in ("early-years", "Early Years", "education")
    )

    assert (by_id.code, in_words.code) == (0, 0)
    assert by_id.data == in_words.data
    assert by_id.data != other.data


@pytest.mark.parametrize("verb", VERBS)
def test_no_such_sector_is_told_with_the_nearest(seven: Run, verb: tuple[str, ...]) -> None:
    ran = seven("partnership", *verb, "--sector", "erly-years")

    assert ran.code == 2
    assert 'on "erly-years"' in ran.err or 'There is no sector "erly-years".' in ran.err
    assert 'Did you mean "early-years"?' in ran.err
