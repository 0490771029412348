"""What staff across the city know, by the command."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.knowledge_desks import knowing_desk
from tests.services.partnership_desks import started_partnership


@pytest.fixture
def knowing(run: Run, workspace: Path) -> Run:
    """A partnership to which settings sent answers."""
    knowing_desk(workspace)
    return run


def test_topics_and_standards_are_told_with_their_counts_and_what_nobody_was_asked(knowing: Run) -> None:
    said = knowing("partnership", "knowledge").out

    assert "10 settings sent answers; 2 of 45 topics asked, 1 shown." in said
    assert "75% of 20" in said
    assert "too few" in said
    assert "No answer came in on" in said


def test_json_is_the_whole_view_and_a_sector_is_one_of_those_there_are(knowing: Run) -> None:
    told = knowing("partnership", "knowledge", "--sector", "education", "--json").data

    assert told["topics"][0]["figure"]["brief"] == "50% of 10"
    assert (told["sector"], told["word"], told["threshold"]) == ("education", "Education", 5)
    assert knowing("partnership", "knowledge", "--sector", "kiosks").code == 2


def test_the_tables_say_what_each_column_of_knowledge_is(knowing: Run, tmp_path: Path) -> None:
    knowing("partnership", "facts", "--output", str(tmp_path / "tables"))

    assert "## knowledge" in (tmp_path / "tables" / "read-me-first.md").read_text("utf-8")
    assert "return,r-11,u2,,2026-11,full,3" in (tmp_path / "tables" / "knowledge.csv").read_text("utf-8-sig")


def test_where_nothing_came_in_it_says_so(run: Run, workspace: Path) -> None:
    started_partnership(workspace)

    assert "No answers of spot checks came in yet." in run("partnership", "knowledge").out
