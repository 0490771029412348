"""The guide of one minute, and what a term means."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

LADO = "LADO (local authority designated officer)"


def test_the_guide_is_a_page_that_a_minute_is_enough_for(run: Run) -> None:
    ran = run("guide")

    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[0].startswith("What it is: ")
    assert [line for line in lines if line.startswith("How long it takes: ")] != []
    assert len(lines) <= 20
    assert max(map(len, lines)) <= 100


def test_the_guide_as_data_has_a_heading_and_a_text_for_each_part(run: Run) -> None:
    parts = run("guide", "--json").data["part"]

    assert {frozenset(part) for part in parts} == {frozenset({"heading", "text"})}
    assert [part["heading"] for part in parts][:2] == ["What it is", "Why it is worth it"]


@pytest.mark.parametrize("words", [("LADO",), ("lado",), ("local", "authority", "designated", "officer")])
def test_a_term_is_told_with_its_other_names(run: Run, words: tuple[str, ...]) -> None:
    ran = run("guide", *words)

    first, meaning, *_ = ran.out.splitlines()
    assert (ran.code, first) == (0, LADO)
    assert meaning.startswith("  ")


def test_a_term_as_data_is_a_list_with_the_term_itself_first(run: Run) -> None:
    found = run("guide", "ratio", "--json").data

    assert found[0]["term"] == "Ratio"
    assert all(set(term) == {"term", "meaning", "also", "source"} for term in found)


@pytest.mark.parametrize("json_", [(), ("--json",)])
def test_a_term_that_is_not_there_is_told_on_standard_error(run: Run, json_: tuple[str, ...]) -> None:
    ran = run("guide", "umbrella", "stand", *json_)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == ['The glossary has no "umbrella stand".', "Try a shorter word."]


def test_no_setting_and_no_audit_are_needed(run: Run, workspace: object) -> None:
    run("guide")

    assert json.loads(run("guide", "DSL", "--json").out)[0]["term"] == "DSL"
    assert run("status", "--json").data["setting"] == ""


def test_the_guide_is_written_as_a_page_and_never_over_a_file(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "guide.html"

    assert run("guide", "--output", str(page)).code == 0
    text = page.read_text("utf-8")
    assert "The Compact audit in one minute" in text
    assert "What to have ready" in text

    again = run("guide", "--output", str(page))
    assert (again.code, again.out) == (2, "")
    assert page.read_text("utf-8") == text
