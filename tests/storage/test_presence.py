"""The note that says who has a workspace open informs, and never stops anything."""

import os
from pathlib import Path

import msgspec
import pytest

from compact_tui.storage import presence
from compact_tui.storage.atomic import host_mark
from compact_tui.storage.presence import FOLDER, Presence, arrive, leave, others

TODAY = "2026-11-22"
SINCE = "2026-11-22T14:02:00Z"


def _note(root: Path, name: str, **changes: object) -> None:
    known = {"who": "Head", "since": SINCE, "host": "elsewhere", "pid": 7} | changes
    (root / FOLDER).mkdir(exist_ok=True)
    (root / FOLDER / name).write_bytes(msgspec.json.encode(known))


def test_our_own_note_is_left_and_taken_away_and_is_nobody_else(tmp_path: Path) -> None:
    path = arrive(tmp_path, "Lead", SINCE)

    assert path is not None and path.parent == tmp_path / FOLDER
    assert msgspec.json.decode(path.read_bytes(), type=Presence).who == "Lead"
    assert others(tmp_path, TODAY) == ()

    leave(path)
    leave(path)

    assert list((tmp_path / FOLDER).iterdir()) == []


def test_others_are_told_longest_first(tmp_path: Path) -> None:
    _note(tmp_path, "b.json", who="Deputy", since="2026-11-22T15:00:00Z")
    _note(tmp_path, "a.json")

    assert [(p.who, p.here) for p in others(tmp_path, TODAY)] == [("Head", False), ("Deputy", False)]


def test_another_program_on_this_computer_is_told_while_it_lives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _note(tmp_path, "a.json", host=host_mark(), pid=os.getppid())
    assert [p.here for p in others(tmp_path, TODAY)] == [True]

    monkeypatch.setattr(presence, "is_dead", lambda pid: pid == os.getppid())

    assert others(tmp_path, TODAY) == ()


def test_notes_of_another_day_or_that_cannot_be_read_are_passed_over(tmp_path: Path) -> None:
    _note(tmp_path, "old.json", since="2026-11-21T23:59:59Z")
    _note(tmp_path, "odd.json", pid="seven")
    (tmp_path / FOLDER / "empty.json").write_bytes(b"")
    (tmp_path / FOLDER / "folder").mkdir()

    assert others(tmp_path, TODAY) == ()


def test_no_note_is_left_where_there_is_no_workspace_or_none_can_be(tmp_path: Path) -> None:
    assert arrive(tmp_path / "missing", "", SINCE) is None
    assert not (tmp_path / "missing").exists()

    (tmp_path / FOLDER).write_text("a file stands where the folder would be", "utf-8")

    assert arrive(tmp_path, "", SINCE) is None
    assert others(tmp_path, TODAY) == ()
