"""Spot checks by commands."""

from pathlib import Path

import pytest

from compact_tui.core.problems import nowhere
from compact_tui.storage.banks import BankReading
from tests.bank_samples import bank, question, story
from tests.cli.conftest import Run

QUESTION = "q-4"
ASKED = (question(1), question(2), question(3), story(4, roles=("volunteer",)))


@pytest.fixture
def ask(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Commands on an empty workspace, with the umbrella bank as the only one."""
    readings = (BankReading("umbrellas.toml", bank(*ASKED), (), nowhere),)
    monkeypatch.setattr("compact_tui.services.banks.shipped_banks", lambda: readings)
    return run


def recorded(ask: Run, *more: str) -> dict[str, object]:
    level = () if "--heard" in more else ("--level", "partial")
    ran = ask("spot-check", "record", "--role", "volunteer", "--question", QUESTION, *level, *more, "--json")
    assert ran.code == 0, ran.err
    return ran.data  # type: ignore[no-any-return]


def test_what_comes_next_is_data_of_five_keys_and_the_same_for_the_same_seed(ask: Run, workspace: Path) -> None:
    first = ask("spot-check", "next", "--role", "Porters", "--count", "2", "--seed", "1", "--json")

    assert [set(one) for one in first.data] == [{"id", "topic", "kind", "prompt", "why"}] * 2
    assert first == ask("spot-check", "next", "--role", "Porters", "--count", "2", "--seed", "1", "--json")
    plain = ask("spot-check", "next", "--role", "Porters", "--count", "2", "--seed", "1")
    assert all(one["why"] in plain.out for one in first.data)
    assert not workspace.exists()


def test_a_round_is_asked_in_typed_lines_and_shown(ask: Run) -> None:
    lines = b"\n1 2\n\n" * 3 + b"2\n"

    ran = ask("spot-check", "ask", "--role", "Porters", "--seed", "1", "--people", "2", stdin=lines)
    shown = ask("spot-check", "list", "--json").data[0]

    assert "What staff are told:" in ran.err and "Say this back:" in ran.out
    assert (shown["answered"], shown["open"], shown["people"], shown["group"]) == (3, False, 2, "Porters")
    assert ask("spot-check", "show", shown["id"]).out.count("heard: ") == 6


def test_a_round_that_ends_in_the_middle_is_gone_on_with(ask: Run) -> None:
    left = ask("spot-check", "ask", "--role", "Porters", "--seed", "1", stdin=b"\n1\n\n")
    check = ask("spot-check", "list", "--json").data[0]["id"]
    assert f"compact-tui spot-check ask --round {check}" in left.err

    ran = ask("spot-check", "ask", "--round", check, "--json", stdin=b"\n1 p\n\n1 k\n2\n")

    assert [one["level"] for one in ran.data["heard"]][1:] == ["partial", "knew-where"]
    assert not ran.data["round"]["open"]


def test_a_test_of_oneself_keeps_nothing(ask: Run, workspace: Path) -> None:
    ran = ask(
        "spot-check", "ask", "--self", "--role", "volunteer", "--count", "1", "--seed", "4", stdin=b"1\n2\n3\nno\n"
    )

    assert "That is right." in ran.out and "The seed is 4" in ran.out
    assert not workspace.joinpath("spot-checks").exists()


def test_answers_from_elsewhere_are_kept_and_remembered_later(ask: Run) -> None:
    view = recorded(ask, "--note", "At the gate", "--on", "2026-12-01", "--people", "2")
    answer = view["heard"][0]["id"]  # type: ignore[index]

    later = ask("spot-check", "later", answer, "--added", "Say so first", "--level", "full").out

    assert view["round"]["on"] == "2026-12-01"  # type: ignore[index]
    assert "  partial\n" in later and "  note: At the gate\n" in later
    assert "remembered later, 3 December 2026: full. Say so first" in later
    assert recorded(ask, "--heard", "ask")["heard"][0]["level"] == "full"  # type: ignore[index]


def test_counts_and_paper_are_kept(ask: Run) -> None:
    counted = ask("spot-check", "counts", "--role", "volunteer", "--question", QUESTION, "--count", "rack=4", "--json")
    paper = ask(
        "spot-check", "paper", "--role", "volunteer", "--answers", "-", "--json", stdin=f"{QUESTION} n".encode()
    )

    assert counted.data["round"]["words"] == "4 answers: 4 full"
    assert paper.data["heard"][0]["level"] == "not-yet"
    wrong = ask("spot-check", "counts", "--role", "volunteer", "--question", QUESTION, "--count", "rock=4")
    assert (wrong.code, '"rock=4" is not a count.' in wrong.err) == (2, True)


def test_what_is_kept_is_told_taken_out_and_handed_on(ask: Run, tmp_path: Path) -> None:
    assert "Nobody has been told yet" in ask("spot-check", "keeping").out
    assert ask("spot-check", "keeping", "--months", "1", "--initials", "yes", "--json").data["months"] == 1
    recorded(ask, "--on", "2026-10-01", "--initials", "jp")
    recorded(ask, "--initials", "jp")

    assert "2 answers with the initials JP." in ask("spot-check", "own", "JP").out
    assert ask("spot-check", "purge", "--dry-run", "--json").data["done"] is False
    assert ask("spot-check", "purge", "--json").data["answers"] == 1
    file = tmp_path / "rows.json"
    assert ask("spot-check", "export", "--output", str(file), "--json").data["answers"] == 1
    assert ask("spot-check", "own", "JP", "--remove", "--json").data["answers"] == 1
    assert ask("spot-check", "import", str(file), "--dry-run", "--json").data["new"] == 2
    assert "2 records taken in, 0 were here already." in ask("spot-check", "import", str(file)).out


@pytest.mark.parametrize(
    ("argv", "code", "sentence"),
    [
        (("ask",), 2, "Say whom you ask"),
        (("show", "s-99"), 2, 'There is no round "s-99"'),
        (("record", "--role", "volunteer", "--question", "q", "--level", "full"), 2, 'No question bank has "q"'),
        (("record", "--role", "volunteer", "--question", QUESTION), 2, 'There is no level ""'),
        (("import", "nowhere.json"), 3, "nowhere.json"),
        (("own", "Jo Park"), 2, "Initials are at most 4 letters"),
        (("next", "--role", "volunteer", "--topic", "rain"), 2, 'There is no topic "rain"'),
    ],
)
def test_what_cannot_be_done_is_said(ask: Run, argv: tuple[str, ...], code: int, sentence: str) -> None:
    ran = ask("spot-check", *argv)

    assert (ran.code, ran.out) == (code, "")
    assert sentence in ran.err
    assert ask("spot-check", "list").out.startswith("Nobody has been asked yet.")
