"""The learning log, the training plan and the calendar of audits by commands."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.services.learning_desks import learning_desk

ADD = ("partnership", "log", "--finding", "Wet racks.", "--standard", "1", "--kind", "training", "--who", "Trainer")
PLAN = ("partnership", "audits", "--plan", "--title", "Trays", "--who", "NHS", "--month", "March 2027")


@pytest.fixture
def log(run: Run, workspace: Path) -> Run:
    """A partnership with figures and an agency's audit."""
    learning_desk(workspace)
    return run


def test_a_line_is_added_changed_done_and_looked_at_again(log: Run) -> None:
    line = log(*ADD, "--json").data["lines"][0]["id"]

    def state(*options: str) -> str:
        return str(log("partnership", "log", line, *options, "--json").data["lines"][0]["state"])

    assert state("--will-do", "A course") == "planned"
    assert state("--due", "2026-12-01") == "late"
    assert state("--done", "2026-12-02") == "done"
    assert state("--showed", "Dry.", "--helped", "yes") == "showed"
    told = log("partnership", "log", line).out
    assert "Done on 2 December 2026." in told
    assert told.endswith(f"{line}: done, and it shows.\n")
    assert log("partnership", "log", line, "--json").data["who"] == "Trainer"
    assert "1 line: 1 done, and it shows" in log("partnership", "log").out
    assert "Nothing is in the log yet." in log("partnership", "log", line, "--remove").out
    log("partnership", "undo")
    assert len(log("partnership", "log", "--json").data["lines"]) == 1


def test_suggestions_are_listed_with_figures_and_taken_by_number(log: Run) -> None:
    said = log("partnership", "log", "--suggest").out

    assert "3 of 5 graded it good or better (60%)." in said
    assert "0 in the log already." in said
    assert log("partnership", "log", "--json").data["lines"] == []
    taken = log("partnership", "log", "--take", "1")
    assert "(in the log: nothing planned yet)" in taken.out
    assert len(log("partnership", "log", "--json").data["lines"]) == 1
    assert log("partnership", "log", "--take", "1").code == 2
    assert log("partnership", "log", "--suggest", "--json").data["offers"][0]["taken"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("log", "--done", "2026-12-02"),
        ("log", "--remove"),
        ("log", "le-9"),
        ("log", "le-9", "--suggest"),
        ("log", "--finding", "x", "--suggest"),
        ("log", "le-9", "--done", "2026-12-02", "--showed", "x"),
        ("training", "--output", "x"),
        ("audits", "--title", "x"),
        ("audits", "ap-9"),
        ("audits", "ap-9", "--plan"),
        ("audits", "--drop"),
        ("audits", "ap-9", "--drop", "--ics", "x.ics"),
    ],
)
def test_what_is_asked_for_wrongly_is_told_and_changes_nothing(log: Run, wrong: tuple[str, ...]) -> None:
    ran = log("partnership", *wrong)

    assert (ran.code, ran.out) == (2, "")
    assert log("partnership", "log", "--json").data["lines"] == []


def test_two_things_at_once_are_named(log: Run) -> None:
    ran = log("partnership", "log", "--finding", "x", "--suggest")

    assert "Say one thing at a time; this says what a line says and --suggest." in ran.err
    both = log("partnership", "log", "le-1", "--done", "1 June 2026", "--showed", "Less", "--helped", "yes")
    assert (both.code, "this says that it is done and what the next round showed" in both.err) == (2, True)
    said = " ".join(both.err.split())
    assert 'partnership log le-1 --done DAY; then partnership log le-1 --showed "..." --helped yes.' in said
    assert "Nothing was changed." in said


def test_the_training_plan_is_printed_and_written(log: Run, tmp_path: Path) -> None:
    log(*ADD)

    said = log("partnership", "training").out

    assert "Education: 3 of 5 graded it good or better (60%)." in said
    assert "In the log: A finding of all sectors: nothing planned yet" in said
    assert log("partnership", "training", "--json").data["topics"][0]["rank"] == 1
    written = log("partnership", "training", "--write", "--output", str(tmp_path / "out"), "--json").data
    assert Path(written["document"]).read_bytes()[:2] == b"PK"
    assert "Training plan, 2026-2028" in Path(written["page"]).read_text("utf-8")
    assert "to change in Word" in log("partnership", "training", "--write").out


def test_audits_are_planned_changed_taken_off_and_written_for_a_calendar_program(log: Run, tmp_path: Path) -> None:
    planned = log(*PLAN, "--standard", "1", "--json").data["months"][-1]["audits"][0]["id"]

    said = log("partnership", "audits").out

    assert "Would be done twice:" in said
    assert "Longest ago:" in said
    assert f"Trays           NHS          {planned}" in said
    assert log("partnership", "audits", planned, "--month", "9/2027", "--json").data["twice"] == []
    assert "1 date written to" in log("partnership", "audits", "--ics", str(tmp_path / "a.ics")).out
    assert log("partnership", "audits", "--ics", str(tmp_path / "a.ics"), "--json").data["dates"] == 1
    assert "Trays" not in log("partnership", "audits", planned, "--drop").out
