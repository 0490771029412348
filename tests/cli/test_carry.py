"""Carrying, confirming, dismissing and comparing by command, and opening a request."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import SMALL_PACK, Run
from tests.services.test_requests import file_of, request


@pytest.fixture
def carried(run: Run) -> Run:
    """The second of two rounds."""
    run("setup", "--name", "Brolly House", "--sector", "education")
    run("audit", "start", "--pack", str(SMALL_PACK), "--cycle", "2026-2028")
    run("audit", "answer", "u1-ticket", "in-hand", "--note", "Ten tickets.")
    run("audit", "answer", "u1-wet-rack", "half-way")
    run("audit", "summary", "1", "Fewer wet coats.")
    ran = run("audit", "carry")
    assert (ran.code, "Started audit" in ran.out, "3 carried answers from 2026-2028" in ran.out) == (0, True, True)
    return run


def test_what_waits_is_listed_printed_and_confirmed_after_reading(carried: Run) -> None:
    assert carried("audit", "confirm", "--json").data["waiting"] == 3
    refused = carried("audit", "confirm", "--standard", "1", "--all-of-standard")
    assert (refused.code, refused.out) == (5, "")
    shown = carried("audit", "confirm", "--standard", "1")
    assert "From 2026-2028, not confirmed: In hand. Ten tickets." in shown.out
    assert carried("audit", "confirm", "--json").data["waiting"] == 3

    assert carried("audit", "confirm", "--standard", "1", "--all-of-standard", "--read", "--json").data["lines"] == []

    answers = carried("audit", "show", "1", "--json").data["standards"][0]["criteria"]
    assert [one["answer"] for one in answers] == ["in-hand", "half-way", "unanswered"]
    carried("audit", "undo")
    assert carried("audit", "confirm", "--json").data["waiting"] == 3


def test_one_is_confirmed_one_dismissed_and_a_summary_on_its_own(carried: Run) -> None:
    assert "Confirmed: 1.1 In hand." in carried("audit", "confirm", "1.1").out
    assert "Dismissed what was carried to 1.2" in carried("audit", "dismiss", "1.2").out
    assert "Nothing carried waits at 1.2" in carried("audit", "dismiss", "1.2").err
    carried("audit", "confirm", "--standard", "1", "--summary")
    assert "Everything carried from 2026-2028 is confirmed" in carried("audit", "confirm").out
    assert carried("audit", "dismiss", "--standard", "1").code == 2
    assert carried("audit", "dismiss").code == 2
    assert carried("audit", "confirm", "1.1", "--standard", "1").code == 2


def test_two_rounds_are_compared_and_written(carried: Run, tmp_path: Path) -> None:
    carried("audit", "answer", "1.1", "half-way")

    view = carried("audit", "compare", "--json").data

    assert (view["then"], view["now"]) == ("2026-2028", "2028-2030")
    first = view["standards"][0]["answers"][0]
    assert (first["criterion"], first["then"], first["now"]) == ("u1-ticket", "In hand", "Half way")
    assert "In hand -> Half way" in carried("audit", "compare").out
    page = tmp_path / "page.html"
    assert str(page) in carried("audit", "compare", "--page", "--output", str(page)).out
    assert "What changed" in page.read_text()
    assert carried("audit", "compare", "nowhere").code == 2


def test_a_request_is_shown_then_taken(run: Run, tmp_path: Path) -> None:
    run("setup", "--name", "Acorn House", "--sector", "education")
    file = file_of(tmp_path, request())

    seen = run("setup", "--request", file, "--dry-run")
    assert 'Look here first: It asks "Brolly House"' in seen.out
    assert "Day it is due: nothing -> 18 January 2027" in seen.out
    assert run("setup", "--request", file).code == 5
    assert run("setup", "--request", file, "--yes", "--begin").code == 2

    taken = run("setup", "--request", file, "--yes", "--json").data

    assert (taken["taken"], taken["audit"]) == (True, "")
    assert run("status", "--json").data["due"] == "2027-01-18"
    bad = tmp_path / "bad.json"
    bad.write_text(json.dumps({"format": "compact-request"}))
    refused = run("setup", "--request", str(bad), "--yes")
    assert (refused.code, refused.out) == (3, "")


def test_the_schema_of_a_request_is_printed(run: Run) -> None:
    assert run("schema", "request").data["title"].startswith("A request of a partnership")
