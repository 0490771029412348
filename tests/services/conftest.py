"""What the tests of the services start from."""

from pathlib import Path

import pytest

from compact_tui.services.desk import Desk
from tests.services.desks import started


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with a setting and an audit of the small pack."""
    return started(tmp_path / "Compact audit")


@pytest.fixture
def no_fsync(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare the disk in tests that save hundreds of times."""
    monkeypatch.setattr("os.fsync", lambda handle: None)
