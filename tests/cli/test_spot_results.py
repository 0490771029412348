"""What came of spot checks, as commands."""

from pathlib import Path

import pytest

from compact_tui.services import banks
from tests.asking import read_once
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def banks_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare each command the second that reading the shipped banks takes."""
    monkeypatch.setattr(banks, "shipped_banks", read_once)


@pytest.fixture
def asked(run: Run) -> Run:
    """Five answers of one group."""
    (question,) = run("spot-check", "next", "--role", "volunteer", "--count", "1", "--seed", "1", "--json").data
    for _ in range(5):
        ran = run("spot-check", "record", "--role", "Volunteers", "--question", question["id"], "--level", "partial")
        assert ran.code == 0, ran.err
    return run


def test_gaps_of_an_empty_workspace_say_what_was_never_asked(run: Run) -> None:
    ran = run("spot-check", "gaps")

    assert ran.out.startswith("Nothing was heard yet.\n")
    assert "Never asked" in ran.out
    assert len(run("spot-check", "gaps", "--json").data["never_asked"]) > 20


def test_gaps_name_the_weakest_and_all_shows_the_table(asked: Run) -> None:
    (weak,) = asked("spot-check", "gaps", "--json").data["weakest"]
    assert weak["word"] == "50 % of 5 answers"
    assert weak["title"] in asked("spot-check", "gaps").out
    whole = asked("spot-check", "gaps", "--all")
    assert "partly known: 50 % of 5 answers" in whole.out
    assert "Counts are answers, not people." in whole.out
    assert asked("spot-check", "gaps", "--all", "--json").data["groups"] == ["Volunteers"]


def test_a_briefing_is_read_or_written(asked: Run, tmp_path: Path) -> None:
    view = asked("spot-check", "briefing", "--json").data
    assert f"Ask: {view['prompt']}" in asked("spot-check", "briefing", view["topic"]).out
    target = tmp_path / "briefing.html"
    ran = asked("spot-check", "briefing", view["topic"], "--output", str(target))
    assert str(target) in ran.out
    assert view["answer"][:20] in target.read_text("utf-8").replace("&#39;", "'").replace("&#34;", '"')
    assert asked("spot-check", "briefing", "--page", "--json").data["topic"] == view["topic"]
    assert asked("spot-check", "briefing", "umbrellas").code == 2


@pytest.mark.parametrize("kind", ["sheet", "card"])
def test_a_sheet_and_a_card_are_written_and_can_be_printed_again(run: Run, kind: str, workspace: Path) -> None:
    made = run("spot-check", kind, "--role", "Kitchen", "--seed", "3", "--json").data

    assert (made["kind"], Path(made["page"]).parent) == (kind, workspace / "pages")
    again = run("spot-check", kind, "--round", made["round"])
    assert made["page"] in again.out
    assert run("spot-check", kind).code == 2


def test_a_slide_is_written(run: Run, tmp_path: Path) -> None:
    made = run("spot-check", "slide", "--topic", "prevent", "--output", str(tmp_path / "s.html"), "--json").data

    assert made["question"]
    assert Path(made["page"]).is_file()


def test_a_result_is_offered_and_kept_as_evidence(started: Run) -> None:
    (question,) = started("spot-check", "next", "--role", "volunteer", "--count", "1", "--seed", "1", "--json").data
    for _ in range(5):
        started("spot-check", "record", "--role", "Volunteers", "--question", question["id"], "--level", "full")

    offer = started("spot-check", "evidence", question["topic"], "--json").data
    told = started("spot-check", "evidence", question["topic"])
    assert offer["ready"]
    assert "--keep" in told.out
    kept = started("spot-check", "evidence", question["topic"], "--for", "1.2", "--json").data
    assert started("evidence", "show", kept["id"], "--json").data["title"] == offer["title"]
    assert "It backs" in started("spot-check", "evidence", question["topic"], "--keep").out


def test_a_result_without_an_audit_says_what_to_do(asked: Run) -> None:
    topic = asked("spot-check", "briefing", "--json").data["topic"]

    assert "start one on Home" in asked("spot-check", "evidence", topic).out
    assert asked("spot-check", "evidence", topic, "--keep").code == 2
