"""What Home says where the folder itself is amiss."""

import os
from pathlib import Path

import pytest

from compact_tui.services import home
from compact_tui.services.folder_notices import READ_ONLY
from tests.services.desks import started


@pytest.mark.parametrize("folder", ["", "audits"])
def test_a_folder_that_is_read_only_is_told_first_until_it_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    desk = started(tmp_path / "ours")
    desk.shelf.notices.append("Something else.")
    closed = {desk.workspace.root / folder}
    usual = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path not in closed and usual(path, mode))

    assert home.home(desk).notices == (READ_ONLY, "Something else.")
    assert home.home(desk).notices == (READ_ONLY, "Something else.")
    closed.clear()
    assert home.home(desk).notices == ("Something else.",)


def test_a_folder_that_is_still_to_be_made_is_not_read_only(tmp_path: Path) -> None:
    desk = started(tmp_path / "ours")
    assert desk.workspace.writable
    assert type(desk.workspace)(tmp_path / "not there yet").writable
