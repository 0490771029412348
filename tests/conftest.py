"""No test touches the person's own files; and what all tests need is loaded once."""

import gc
import os
from pathlib import Path

import pytest

from compact_tui.cli.quick_start import RARELY


def pytest_configure(config: pytest.Config) -> None:
    """Keep what was compiled: each of the many programs that tests start would compile everything again."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is there before the first test stays to the end: the collector need not look through it again.

    It comes as rarely as in the program (``cli/quick_start.py``), as each test makes and leaves a whole full screen.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(RARELY, 5, 5)


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("COMPACT_TUI_WORKSPACE", str(tmp_path / "Compact audit"))
