"""What one person prefers; never a reason to stop."""

import errno
import os
from pathlib import Path

import pytest

from compact_tui.storage.preferences import Preferences, load_preferences, preferences_path, store_preferences

ALL = Preferences(theme="compact-light", ascii=True, welcome_seen=True, last_here=(("/a", "2026-11-22T14:02:09Z"),))


@pytest.mark.parametrize("preferences", [Preferences(), ALL])
def test_what_is_stored_is_loaded(preferences: Preferences, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "preferences.json"

    assert store_preferences(preferences, path) == ""
    assert load_preferences(path) == (preferences, "")


def test_no_file_is_no_problem(tmp_path: Path) -> None:
    assert load_preferences(tmp_path / "gone" / "preferences.json") == (Preferences(), "")


def test_fields_of_another_version_are_overlooked_and_missing_ones_are_as_usual(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"format": "compact-tui-preferences", "version": 9, "ascii": true, "sound": "loud"}', "utf-8")

    assert load_preferences(path) == (Preferences(ascii=True), "")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"{}",
        b'{"format": "compact-tui-setting"}',
        b'{"format": "compact-tui-preferences", "ascii": "yes"}',
        b'{"format": "compact-tui-preferences", "last_here": []}',
        b'{"format": "compact-tui-preferences", "last_here": {"/a": 3}}',
        b'{"format": "compact-tui-preferences", "ascii": true, "ascii": false}',
        b"[" * 3000,
        b" " * (1024 * 1024 + 1),
    ],
)
def test_a_damaged_file_gives_the_usual_and_a_sentence(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(data)

    preferences, said = load_preferences(path)

    assert preferences == Preferences()
    assert str(path) in said
    assert path.read_bytes() == data


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert "could not be kept" in store_preferences(ALL, tmp_path / "file" / "preferences.json")

    def _full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", _full)
    assert "the disk is full" in store_preferences(ALL, tmp_path / "preferences.json")


def test_the_variable_names_the_folder(tmp_path: Path) -> None:
    assert preferences_path({"COMPACT_TUI_CONFIG": str(tmp_path)}) == tmp_path / "preferences.json"
    assert preferences_path({}).parts[-2:] == ("compact-tui", "preferences.json")


def test_where_a_person_was_last_is_kept_for_each_workspace() -> None:
    preferences = Preferences().with_here(Path("/a"), "1").with_here(Path("/b"), "2").with_here(Path("/a"), "3")

    assert preferences.last_here == (("/b", "2"), ("/a", "3"))
    assert [preferences.here_last(Path(root)) for root in ("/a", "/b", "/c")] == ["3", "2", ""]


def test_only_the_last_fifty_workspaces_are_remembered() -> None:
    preferences = Preferences()
    for number in range(60):
        preferences = preferences.with_here(Path(f"/{number}"), "x")

    assert (len(preferences.last_here), preferences.last_here[0][0]) == (50, "/10")
