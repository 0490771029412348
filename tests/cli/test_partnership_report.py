"""Learning reports and good practice by commands."""

from pathlib import Path

import pytest

from tests.analysis_samples import MODERATED, SEVEN, SEVEN_BEFORE, collected
from tests.cli.conftest import Run
from tests.services.partnership_desks import started_partnership


@pytest.fixture
def seven(run: Run, workspace: Path) -> Run:
    """Seven returns; groups under three are kept back."""
    collected(started_partnership(workspace, threshold="3"), (*SEVEN_BEFORE, *SEVEN), MODERATED)
    return run


def test_a_report_as_data_has_every_section_and_figure_and_writes_nothing(seven: Run, workspace: Path) -> None:
    data = seven("partnership", "report", "--sector", "education", "--json").data

    assert (data["sector"], data["cycle"], data["in_short"][0]) == (
        "education",
        "2026-2028",
        "5 of 5 settings (100%) sent their return [1].",
    )
    assert [one["number"] for one in data["figures"]] == list(range(1, len(data["figures"]) + 1))
    assert data["figures"][0]["counts"][0]["keys"][0]["measure"] == "all"
    chart = next(one for one in data["sections"] if one["heading"] == "Each standard")["blocks"][0]
    assert (chart["block"], len(chart["bars"])) == ("chart", 3)
    assert not (workspace / "reports").exists()


def test_a_report_is_written_with_its_trace_and_all_of_them_at_once(seven: Run, workspace: Path) -> None:
    ran = seven("partnership", "report", "--sector", "early-years", "--trace")
    every = seven("partnership", "report", "--all", "--json")
    listed = seven("partnership", "report").out

    assert (ran.code, "written to" in ran.out, "for use inside only" in ran.out) == (0, True, True)
    assert (workspace / "reports" / "2026-2028-early-years-learning-report-trace.csv").exists()
    assert [one["sector"] for one in every.data] == ["education", "early-years", "city"]
    assert "3 reports, 3 written." in listed


def test_the_overview_goes_where_it_was_asked_to(seven: Run, tmp_path: Path) -> None:
    ran = seven("partnership", "report", "--city", "--output", str(tmp_path / "out"), "--json")

    assert [Path(one["page"]).parent.name for one in ran.data] == ["out"]
    assert seven("partnership", "report", "--json").data["lines"][-1]["word"] == "not written yet"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "--sector", "kiosks"), 'no report on "kiosks"'),
        (("report", "--trace"), "Say which report"),
        (("report", "--city", "--all"), "not allowed with"),
        (("good-practice", "gp-1"), "Say what to change."),
        (("good-practice", "--remove"), "--remove needs the id"),
        (("good-practice", "--again"), "--again needs the id"),
        (("good-practice", "gp-1", "--again", "--remove"), "not allowed with"),
        (("reply", "--no-report"), "go with a setting"),
        (("reply", "--all", "--no-report", "--report", "x.html"), "not both"),
    ],
)
def test_what_makes_no_sense_is_refused(seven: Run, words: tuple[str, ...], said: str) -> None:
    ran = seven("partnership", *words)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_good_practice_is_written_down_warned_of_changed_and_taken_out(seven: Run) -> None:
    ran = seven("partnership", "good-practice", "--text", "Ring 023 9284 1234 first.", "--sector", "education")
    one = seven("partnership", "good-practice", "--json").data["lines"][0]

    assert "This looks like a phone number." in ran.out
    assert seven("partnership", "good-practice", one["id"], "--text", "They ring first.").out.count("They ring") == 1
    assert seven("partnership", "good-practice", "--text", "Setting P1 rings.").code == 5
    assert "No good practice" in seven("partnership", "good-practice", one["id"], "--remove").out


def test_good_practice_of_an_earlier_round_is_listed_as_that_and_taken_over(seven: Run, workspace: Path) -> None:
    seven("partnership", "good-practice", "--text", "They ring first.")
    one = seven("partnership", "good-practice", "--json").data["lines"][0]
    seven("partnership", "change", "--cycle", "2028-2030", "--due", "9 November 2028")

    listed = seven("partnership", "good-practice").out
    taken = seven("partnership", "good-practice", one["id"], "--again").out

    assert "2026-2028: not in this round's reports" in " ".join(listed.split())
    assert f"good-practice {one['id']} --again" in listed
    assert "2 examples of good practice, 1 not in this round's reports." in taken


def test_a_promise_that_is_late_is_told_where_the_reports_are_listed(seven: Run) -> None:
    seven("partnership", "log", "--finding", "x", "--will-do", "A course", "--due", "1 March 2025")

    said = " ".join(seven("partnership", "report").out.split())

    assert "3 reports, 0 written; 1 line of the log is late." in said
    assert (
        '"A course" (by 1 March 2025). Say that it is done, or give it a new day: compact-tui partnership log' in said
    )
