"""Making a return where something fails: no folder is left that is not one, and nothing is recorded."""

import errno
from pathlib import Path

import pytest

from compact_tui.core.errors import ExitCode, WorkspaceError
from compact_tui.services import returns
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.storage.atomic import write_atomically
from tests.services.return_desks import desk_in, folders, gallery

SEND_FOLDER = "compact_tui.storage.send_folder"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return gallery(tmp_path)


@pytest.mark.parametrize("failing", [1, 2, 3, 4])
def test_a_disk_that_fills_up_leaves_no_folder_and_no_record(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    calls = iter(range(1, 100))
    real = write_atomically

    def full(path: Path, data: bytes) -> object:
        if next(calls) == failing:
            raise WorkspaceError(f"{path} could not be saved: the disk is full.")
        return real(path, data)

    monkeypatch.setattr(f"{SEND_FOLDER}.write_atomically", full)
    with pytest.raises(WorkspaceError, match="the disk is full"):
        returns.make(desk)

    assert folders(desk) == []
    assert open_audit(desk).audit.returns == ()
    monkeypatch.undo()
    assert returns.make(desk).supersedes == ""


def test_a_file_that_reads_back_otherwise_is_no_return(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def other(path: Path) -> tuple[bytes, None]:
        return path.read_bytes()[:-1] if path.suffix == ".html" else path.read_bytes(), None

    monkeypatch.setattr(f"{SEND_FOLDER}.read_bytes", other)
    with pytest.raises(WorkspaceError, match="does not read back"):
        returns.make(desk)

    assert folders(desk) == []
    assert open_audit(desk).audit.returns == ()


def test_a_scanner_that_holds_the_folder_for_a_moment_does_no_harm(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    refusals = iter([True, True])
    real = Path.rename

    def held(self: Path, target: Path) -> Path:
        if next(refusals, False):
            raise PermissionError(errno.EACCES, "held")
        return real(self, target)

    monkeypatch.setattr(f"{SEND_FOLDER}._PAUSES", (0.0, 0.0, 0.0))
    monkeypatch.setattr(Path, "rename", held)
    assert Path(returns.make(desk).return_file).is_file()


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC, errno.EIO])
def test_a_folder_that_cannot_be_named_is_taken_away(desk: Desk, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def refused(self: Path, target: Path) -> Path:
        raise OSError(number, "x")

    monkeypatch.setattr(f"{SEND_FOLDER}._PAUSES", (0.0,))
    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(WorkspaceError) as caught:
        returns.make(desk)

    assert caught.value.code == ExitCode.WORKSPACE
    assert folders(desk) == []


def test_a_name_taken_by_someone_else_meanwhile_gets_the_next_number(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.rename

    def raced(self: Path, target: Path) -> Path:
        if not target.name.endswith("-2"):
            target.mkdir()
            (target / "theirs").write_text("x", encoding="utf-8")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", raced)
    assert returns.make(desk).folder.endswith("2026-2028-2")


def test_a_record_that_cannot_be_saved_takes_the_folder_with_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    book = open_audit(desk).book

    def fails() -> object:
        raise WorkspaceError("The disk is full.")

    monkeypatch.setattr(book, "save", fails)
    with pytest.raises(WorkspaceError, match="full"):
        returns.make(desk)

    assert folders(desk) == []
    assert open_audit(desk_in(desk.workspace.root)).audit.returns == ()


def test_a_file_where_the_folder_should_be_says_so(desk: Desk) -> None:
    desk.workspace.sent_folder.write_text("x", encoding="utf-8")

    with pytest.raises(WorkspaceError):
        returns.make(desk)

    assert desk.workspace.sent_folder.read_text(encoding="utf-8") == "x"
