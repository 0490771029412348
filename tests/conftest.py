"""No test touches the person's own files; and what all tests need is loaded once."""

import gc
import os
from itertools import count
from pathlib import Path

import pytest

from compact_tui.cli.quick_start import RARELY

_NUMBERS = count()


def pytest_configure(config: pytest.Config) -> None:
    """Keep what was compiled: each of the many programs that tests start would compile everything again."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The few that are given more time come first, so that no process is left alone with one at the end."""
    items.sort(key=lambda item: item.get_closest_marker("timeout") is None)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What is there before the first test stays to the end: the collector need not look through it again.

    It comes as rarely as in the program (``cli/quick_start.py``), as each test makes and leaves a whole full screen.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(RARELY, 5, 5)


@pytest.fixture(scope="session")
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which nothing is, for the many tests that open no file."""
    return tmp_path_factory.mktemp("nowhere")


@pytest.fixture(autouse=True)
def own_folders(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Preferences and workspace are in the test's own folder; one that asks for none finds nothing, and has none made.

    To make one costs as much as most of the small tests do.
    """
    if "tmp_path" in request.fixturenames:
        folder: Path = request.getfixturevalue("tmp_path")
    else:
        folder = request.getfixturevalue("nowhere") / str(next(_NUMBERS))
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(folder / "config"))
    monkeypatch.setenv("COMPACT_TUI_WORKSPACE", str(folder / "Compact audit"))
