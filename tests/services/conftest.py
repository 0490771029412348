"""What the tests of the services start from."""

import shutil
from pathlib import Path

import pytest

from compact_tui.services.desk import Desk
from compact_tui.storage import book_file
from tests.services.desks import at, desk_in, started
from tests.services.full_partnership import city
from tests.services.full_workspace import CHANGES, everything


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a setting and an audit of the small pack."""
    return started(tmp_path / "Compact audit")


@pytest.fixture
def no_fsync(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare the disk in tests that save hundreds of times."""
    monkeypatch.setattr("os.fsync", lambda handle: None)


@pytest.fixture(scope="session")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with everything in it and hundreds of changes; copied for the tests."""
    return _filled(tmp_path_factory)


@pytest.fixture(scope="session")
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a short history, which has a page all the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(book_file, "LONGEST", 8)
        patch.setattr(book_file, "PAGE", 4)
        return _filled(tmp_path_factory, changes=9)


def _filled(tmp_path_factory: pytest.TempPathFactory, changes: int = CHANGES) -> Path:
    root = tmp_path_factory.mktemp("full") / "Compact audit"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda handle: None)
        everything(root, changes)
    return root


def _copied(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(tmp_path / "config"))
    shutil.copytree(source, tmp_path / "ws")
    return at(desk_in(tmp_path / "ws", who="Porter", name="z"), days=2)


@pytest.fixture
def largest(long: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A copy of the long one, with somebody else at it two days later."""
    return _copied(long, tmp_path, monkeypatch)


@pytest.fixture
def full(short: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A copy of the short one, with somebody else at it two days later."""
    return _copied(short, tmp_path, monkeypatch)


@pytest.fixture(scope="session")
def city_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A partnership with a text in every corner, and beside it what came in last; copied for the tests."""
    folder = tmp_path_factory.mktemp("city")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda handle: None)
        city(folder)
    return folder


@pytest.fixture
def city_desk(city_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A copy of it, with the officer at it two days later."""
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(tmp_path / "config"))
    shutil.copytree(city_folder / "ws", tmp_path / "ws")
    return at(desk_in(tmp_path / "ws", who="Officer", name="z"), days=2)
