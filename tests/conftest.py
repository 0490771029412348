"""No test touches the person's own files: preferences and workspace are always folders of the test."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("COMPACT_TUI_WORKSPACE", str(tmp_path / "Compact audit"))
