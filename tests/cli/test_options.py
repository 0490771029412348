"""Shared options before and after the verb, and text from standard input."""

from pathlib import Path

import pytest

from tests.cli.conftest import SMALL_PACK, Run


@pytest.mark.parametrize(
    "argv",
    [
        ("--workspace", "{}", "--json", "audit", "list"),
        ("audit", "--workspace", "{}", "--json", "list"),
        ("audit", "list", "--workspace", "{}", "--json"),
        ("--json", "audit", "--workspace={}", "list"),
        ("--workspace", "/elsewhere", "audit", "list", "--json", "--workspace", "{}"),
    ],
)
def test_shared_options_stand_before_or_after_the_verb(started: Run, workspace: Path, argv: tuple[str, ...]) -> None:
    moved = workspace.rename(workspace.with_name("moved"))

    ran = started(*(word.format(moved) for word in argv))

    assert [line["id"] for line in ran.data] == ["a-3"]


def test_the_role_before_the_verb_is_kept_although_the_verb_has_a_by_of_its_own(started: Run) -> None:
    typed = ("action", "add", "--what", "Buy a spike", "--who", "Porter", "--by", "18/12/2026", "--for", "u3")
    started("--by", "Head", *typed)

    assert [(a["who"], a["due"]) for a in started("action", "list", "--json").data] == [("Porter", "2026-12-18")]
    assert started("audit", "history", "--json").data[0]["by"] == "Head"


@pytest.mark.parametrize("argv", [("--by", "Head", "audit", "answer"), ("audit", "--by", "Head", "answer")])
def test_the_role_goes_into_the_history(started: Run, argv: tuple[str, ...]) -> None:
    started(*argv, "1.1", "in-hand")

    assert started("audit", "history", "--json").data[0]["by"] == "Head"


def test_the_audit_is_asked_for_when_there_are_several(started: Run) -> None:
    second = started("audit", "start", "--pack", str(SMALL_PACK), "--cycle", "2028", "--json").data["id"]

    unsaid = started("audit", "show", "--json")
    assert (unsaid.code, unsaid.out) == (2, "")
    assert "--audit" in unsaid.err
    assert second in unsaid.err
    assert started("audit", "show", "--json", "--audit", second).data["cycle"] == "2028"
    assert started("--audit", "a-3", "audit", "show", "--json").data["cycle"] == "2026"
    wrong = started("audit", "show", "--audit", "a-33")
    assert (wrong.code, wrong.err.splitlines()[1]) == (2, 'Did you mean "a-3"?')
    several = started("status").out
    assert "2 audits here: a-3 (2026)" in several


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (b"two\r\nlines\r\n", "two\nlines"),
        (b"\xef\xbb\xbfwith a mark", "with a mark"),
        ("caf\u00e9 \U0001f302".encode(), "caf\u00e9 \U0001f302"),
        (b"", ""),
        (b"-", "-"),
    ],
)
def test_a_note_given_as_a_hyphen_is_read_from_standard_input(started: Run, given: bytes, kept: str) -> None:
    assert started("audit", "answer", "1.1", "in-hand", "--note", "-", "--json", stdin=given).data["note"] == kept


def test_a_summary_given_as_a_hyphen_is_read_from_standard_input(started: Run) -> None:
    assert started("audit", "summary", "1", "-", "--json", stdin=b"Dry sleeves.").data["summary"] == "Dry sleeves."


def test_the_words_to_find_may_come_from_standard_input(started: Run) -> None:
    assert {hit["criterion"] for hit in started("find", "-", "--json", stdin=b"zinc tray").data} == {"u1-wet-rack"}


@pytest.mark.parametrize(
    ("stdin", "message"),
    [(b"\xff\xfe", "not UTF-8"), (b"x" * 1_000_001, "longer than a million")],
    ids=["not text", "too long"],
)
def test_what_cannot_be_read_from_standard_input_changes_nothing(started: Run, stdin: bytes, message: str) -> None:
    ran = started("audit", "answer", "1.1", "in-hand", "--note=-", stdin=stdin)

    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert started("status", "--json").data["rail"]["answered"] == 0


def test_standard_input_serves_one_text_only(started: Run) -> None:
    ran = started("audit", "answer", "1.1", "no-rain-here", "--note", "-", "--reason", "-", stdin=b"x")

    assert ran.code == 2
    assert "one text only" in ran.err


@pytest.mark.parametrize("text", ["-x", "--json", "=", "- a list"])
def test_a_text_that_begins_with_a_hyphen_is_taken_after_an_equals_sign(started: Run, text: str) -> None:
    assert started("audit", "answer", "1.1", "in-hand", f"--note={text}", "--json").data["note"] == text


def test_a_relative_workspace_is_told_in_full(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("where", "--json", "--workspace", "here").data["workspace"] == str(tmp_path / "here")


def test_a_workspace_that_is_a_file_is_told_with_exit_4(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")

    ran = run("--workspace", str(tmp_path / "file"), "setup", "--name", "X", "--sector", "other")

    assert (ran.code, ran.out) == (4, "")
    assert str(tmp_path / "file") in ran.err
