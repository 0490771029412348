"""Analysing a round by commands."""

from pathlib import Path

import pytest

from tests.analysis_samples import DROPS, DRY, ELSEWHERE, MODERATED, SEVEN, SEVEN_BEFORE, SOAKED, collected
from tests.cli.conftest import Run
from tests.services.partnership_desks import started_partnership


@pytest.fixture
def seven(run: Run, workspace: Path) -> Run:
    """Seven returns; groups under three are kept back."""
    collected(started_partnership(workspace, threshold="3"), (*SEVEN_BEFORE, *SEVEN), MODERATED)
    return run


def test_the_data_have_exactly_the_promised_form(seven: Run) -> None:
    ran = seven("partnership", "analyse", "--sector", "education", "--standard", "1", "--json")

    assert (ran.code, ran.data) == (
        0,
        {
            "returns": 7,
            "expected": 7,
            "sectors": [
                {
                    "sector": "education",
                    "returns": 5,
                    "standards": [
                        {"standard": "u1", "n": 5, "levels": {DRY: 2, DROPS: 2, SOAKED: 1}, "suppressed": False}
                    ],
                }
            ],
        },
    )


def test_what_is_kept_back_has_no_number_and_no_levels(seven: Run) -> None:
    sectors = seven("partnership", "analyse", "--json").data["sectors"]

    assert [one["sector"] for one in sectors] == ["education", "early-years", "other", "small-group"]
    assert sectors[1]["standards"] == [
        {"standard": name, "n": None, "levels": {}, "suppressed": True} for name in ("u1", "u2", "u3")
    ]


def test_another_audit_is_counted_where_returns_are_on_it(run: Run, workspace: Path) -> None:
    collected(started_partnership(workspace, threshold="3"), (*SEVEN, *ELSEWHERE))

    said = run("partnership", "analyse", "--pack", "small-group").out

    assert "Small voluntary group (3 of 3)" in said
    assert "Counted: Safeguarding self-assessment for small groups" in said
    assert run("partnership", "analyse", "--pack", "large-group").code == 2
    told = run("partnership", "analyse", "--pack", "small-group", "--standard", "1", "--names").out
    assert "met 0 of 1" in told


def test_for_people_there_is_a_table_with_what_it_covers_and_the_themes(seven: Run) -> None:
    said = seven("partnership", "analyse").out

    assert "Education (5 of 5)" in said
    assert "most 80% of 5" in said
    assert "too few returns to show: Early years." in said
    assert "Training and induction: 2 settings (40%)" in said
    assert "Setting P" not in said


def test_one_standard_is_told_in_full(seven: Run) -> None:
    said = seven("partnership", "analyse", "--standard", "u1").out

    assert "Bone dry 2 (40%), A few drops 2 (40%), Soaked 1 (20%)" in said


def test_names_are_told_only_when_they_are_asked_for(seven: Run) -> None:
    ran = seven("partnership", "analyse", "--standard", "u1", "--names", "--sector", "education")

    assert ran.code == 0
    assert ran.out.index("Setting P3") < ran.out.index("Setting P1")
    assert "not for publishing" in ran.out
    assert seven("partnership", "analyse", "--names").code == 2
    assert len(seven("partnership", "analyse", "--names", "--standard", "1", "--json").data["lines"]) == 7


def test_themes_are_listed_added_changed_and_taken_out(seven: Run) -> None:
    usual = seven("partnership", "themes", "--json").data

    assert usual["usual"]
    seven("partnership", "themes", "--word", "Mirrors", "--terms", "mirror")
    seven("partnership", "themes", "mirrors", "--terms", "mirror, looking glass")
    assert seven("partnership", "themes", "--json").data["themes"][-1]["terms"] == ["mirror", "looking glass"]
    assert "Mirrors" not in seven("partnership", "themes", "mirrors", "--remove").out
    for wrong in (("training",), ("--remove",), ("x", "--remove")):
        assert seven("partnership", "themes", *wrong).code == 2


def test_the_tables_are_written_once_to_one_place(seven: Run, tmp_path: Path) -> None:
    target = tmp_path / "tables"

    ran = seven("partnership", "facts", "--output", str(target))

    assert ran.code == 0
    assert "not for publishing" in ran.out
    assert (target / "grades.csv").exists()
    assert seven("partnership", "facts", "--output", str(target)).code == 2
    assert seven("partnership", "facts", "--json").data["tables"][0] == {"table": "returns", "rows": 10}
