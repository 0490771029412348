"""Backups and erasing as commands."""

import itertools
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from compact_tui.services import desk as desks
from compact_tui.services.desk import Desk
from tests.cli.conftest import NOW, Run

TEXT = "Tom Bell"


@pytest.fixture
def next_day(started: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A note on one day, another on the next."""
    assert started("audit", "answer", "1.1", "in-hand", "--note", f"Rang {TEXT}.").code == 0
    numbers, fixed = itertools.count(500), desks.desk_at

    def later(root: Path | None = None, *, who: str = "") -> Desk:
        desk = fixed(root, who=who)
        return msgspec.structs.replace(
            desk, now=lambda: NOW + timedelta(days=1), new_id=lambda prefix: f"{prefix}-{next(numbers)}"
        )

    monkeypatch.setattr(desks, "desk_at", later)
    assert started("audit", "answer", "1.1", "half-way", "--note", "Rang nobody.").code == 0
    return started


def _newest(run: Run) -> str:
    return str(run("backup", "list", "--json").data["backups"][0]["id"])


def _note(run: Run) -> str:
    return str(run("audit", "show", "1", "--json").data["standards"][0]["criteria"][0]["note"])


def test_copies_are_listed_shown_and_restored_and_undo_brings_it_back(next_day: Run) -> None:
    wanted = _newest(next_day)

    listed, shown = next_day("backup", "list"), next_day("backup", "show", wanted)
    assert wanted in listed.out
    assert "as the day began" in listed.out
    assert "1 answer changes" in shown.out
    assert "half way -> in hand" in shown.out
    data = next_day("backup", "show", wanted, "--json").data
    assert data["counts"] == [{"table": "answers", "added": 0, "removed": 0, "changed": 1, "words": "1 answer changes"}]

    done = next_day("backup", "restore", wanted, "--yes", "--json")
    assert done.code == 0
    assert done.data["changes"] == 1
    assert _note(next_day) == f"Rang {TEXT}."
    assert next_day("audit", "undo").code == 0
    assert _note(next_day) == "Rang nobody."


@pytest.mark.parametrize("argv", [("backup", "restore"), ("erase",)])
def test_without_yes_and_without_a_terminal_it_is_refused(next_day: Run, argv: tuple[str, ...]) -> None:
    wanted = _newest(next_day) if argv[0] == "backup" else TEXT

    ran = next_day(*argv, wanted)

    assert (ran.code, ran.out) == (5, "")
    assert "--yes" in ran.err
    assert _note(next_day) == "Rang nobody."


@pytest.mark.parametrize(("typed", "code"), [(b"no\n", 1), (b"\n", 1), (b"", 1), (b"Yes\n", 0)])
def test_at_a_terminal_only_yes_goes_on(
    next_day: Run, typed: bytes, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compact_tui.cli.confirming.at_terminal", lambda: True)

    ran = next_day("erase", TEXT, stdin=typed)

    assert ran.code == code
    assert "Erase it everywhere? Type yes" in ran.err
    assert "cannot be undone" in ran.err
    assert next_day("erase", TEXT, "--dry-run", "--json").data["text_erased"] == (0 if code == 0 else 4)


def test_a_dry_run_counts_and_erasing_takes_out_and_neither_says_the_text(next_day: Run, workspace: Path) -> None:
    looked = next_day("erase", TEXT, "--dry-run", "--json")
    done = next_day("erase", TEXT, "--yes", "--json")

    for ran in (looked, done):
        assert ran.code == 0
        assert TEXT not in ran.out + ran.err
        assert ran.data["marker"].startswith("[erased ")
        assert {"kind", "file", "count"} <= set(ran.data["places"][0])
        assert ran.data["not_reached"]
    assert looked.data["text_erased"] == done.data["text_erased"] == 4
    assert (looked.data["done"], done.data["done"]) == (False, True)
    files = [path for path in workspace.rglob("*") if path.is_file()]
    assert not [path for path in files if TEXT.encode() in path.read_bytes()]


def test_the_text_can_come_from_standard_input_so_that_no_shell_remembers_it(next_day: Run) -> None:
    ran = next_day("erase", "-", "--yes", stdin=b"tom  BELL\n")

    assert ran.code == 0
    assert ran.out.startswith("Erased from 4 places")


@pytest.mark.parametrize(("wanted", "code"), [("abc", 5), ("1.9#note", 2), ("erased", 5)])
def test_what_cannot_be_erased_is_said(next_day: Run, wanted: str, code: int) -> None:
    ran = next_day("erase", wanted, "--yes")

    assert (ran.code, ran.out) == (code, "")
    assert "Nothing was erased" in ran.err


def test_a_file_that_could_not_be_rewritten_ends_with_one(next_day: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from compact_tui.core.errors import WorkspaceError

    def held(path: Path, data: bytes) -> None:
        raise WorkspaceError(f"{path} could not be saved.")

    monkeypatch.setattr("compact_tui.services.erasing.replace_file", held)

    ran = next_day("erase", TEXT, "--yes")

    assert ran.code == 1
    assert "NOT done" in ran.out


def test_an_unknown_backup_ends_with_two(next_day: Run) -> None:
    ran = next_day("backup", "show", "2026-01-01/setting")

    assert (ran.code, ran.out) == (2, "")
