"""Posters by commands."""

from pathlib import Path

from tests.cli.conftest import Run

SAID = ("--lead-name", "Jo Park", "--deputy-name", "Ash Lee", "--numbers-checked-on", "2026-11-20")


def test_posters_are_listed_with_what_each_lacks(run: Run) -> None:
    ran = run("board", "poster")
    data = run("board", "poster", "--json").data

    lead = next(one for one in data["posters"] if one["id"] == "our-lead")
    assert ran.code == 0
    assert "our-lead" in ran.out
    assert [one["field"] for one in lead["missing"]] == ["lead_name", "deputy_name", "numbers_checked_on"]


def test_a_poster_that_lacks_something_is_not_written_and_says_how_to_say_it(run: Run, workspace: Path) -> None:
    ran = run("board", "poster", "our-lead")
    data = run("board", "poster", "our-lead", "--json")

    assert (ran.code, data.code) == (1, 1)
    assert "compact-tui people --lead-name TEXT --deputy-name TEXT --numbers-checked-on TEXT" in ran.out
    assert data.data["page"] == ""
    assert not workspace.exists()


def test_a_poster_is_written_where_it_is_wanted(run: Run, tmp_path: Path) -> None:
    run("people", *SAID)

    ran = run("board", "poster", "our-lead", "--output", str(tmp_path / "lead.html"))

    assert ran.code == 0
    assert "Ash Lee" in (tmp_path / "lead.html").read_text("utf-8")


def test_lines_for_a_pen_are_left_on_request(run: Run) -> None:
    ran = run("board", "poster", "our-lead", "--blank", "--json")

    assert ran.code == 0
    assert "____" in Path(ran.data["page"]).read_text("utf-8")
    assert len(ran.data["missing"]) == 3


def test_an_unknown_poster_is_wrong_usage(run: Run) -> None:
    ran = run("board", "poster", "our-leed")

    assert ran.code == 2
    assert 'Did you mean "our-lead"?' in ran.err
