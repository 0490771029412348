"""Writing a file wholly or not at all."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage import atomic
from compact_tui.storage.atomic import make_folder, sweep, write_atomically
from tests.storage.helpers import failing_replace, temporary_files


def test_a_new_file_holds_exactly_what_was_written(tmp_path: Path) -> None:
    found = write_atomically(tmp_path / "new.json", b"{}\r\n\x1a")

    assert (tmp_path / "new.json").read_bytes() == b"{}\r\n\x1a"
    assert found.st_ino == (tmp_path / "new.json").stat().st_ino
    assert [path.name for path in tmp_path.iterdir()] == ["new.json"]


def test_file_then_replace_then_folder_reach_the_disk_in_this_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    sync, replace = os.fsync, os.replace

    def _sync(handle: int) -> None:
        seen.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "file")
        sync(handle)

    def _replace(source: Path, target: Path) -> None:
        seen.append("replace")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", _sync)
    monkeypatch.setattr(os, "replace", _replace)

    write_atomically(tmp_path / "a.json", b"1")
    write_atomically(tmp_path / "b.json", b"1", folder_sync=False)

    assert seen == ["file", "replace", "folder", "file", "replace"]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EACCES, "does not allow it"),
        (errno.EIO, "input/output error"),
    ],
)
def test_what_the_system_refuses_is_said_with_the_file_and_leaves_nothing_behind(
    number: int, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")

    def _refuse(handle: int, data: bytes) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "write", _refuse)
    with pytest.raises(WorkspaceError, match=said) as caught:
        write_atomically(target, b"new")

    assert str(target) in caught.value.message
    assert caught.value.code == 4
    assert target.read_bytes() == b"old"
    assert temporary_files(tmp_path) == []


def test_a_file_that_is_held_twice_is_replaced_at_the_third_attempt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    tries = failing_replace(monkeypatch, PermissionError(errno.EACCES, "held"), times=2)

    write_atomically(tmp_path / "a.json", b"new")

    assert tries() == 3
    assert (tmp_path / "a.json").read_bytes() == b"new"


def test_a_file_that_stays_held_is_given_up_and_the_temporary_file_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    tries = failing_replace(monkeypatch, PermissionError(errno.EACCES, "held"))

    with pytest.raises(WorkspaceError, match="another program holds the file"):
        write_atomically(tmp_path / "a.json", b"new")

    assert tries() == 4
    assert list(tmp_path.iterdir()) == []


def test_the_patience_with_a_held_file_is_between_one_and_three_seconds() -> None:
    assert 1 < sum(atomic.RETRY_PAUSES) < 3


def test_an_interruption_takes_the_temporary_file_away_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def _interrupt(source: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", _interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "a.json", b"new")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_vanished_is_said(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="its folder is not there"):
        write_atomically(tmp_path / "gone" / "a.json", b"new")


@pytest.mark.parametrize(("number", "fails"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)])
def test_a_folder_that_cannot_be_synced_is_an_error_only_when_the_disk_fails(
    number: int, fails: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def _sync(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):
            raise OSError(number, os.strerror(number))
        real(handle)

    monkeypatch.setattr(os, "fsync", _sync)
    try:
        write_atomically(tmp_path / "a.json", b"new")
    except WorkspaceError:
        assert fails
    else:
        assert not fails


def test_short_writes_are_carried_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real: Callable[[int, memoryview], int] = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, memoryview(data)[:3]))

    write_atomically(tmp_path / "a.json", b"0123456789")

    assert (tmp_path / "a.json").read_bytes() == b"0123456789"


@pytest.mark.skipif(os.name != "posix", reason="permissions of this kind are POSIX")
def test_permissions_that_somebody_chose_stay(tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_bytes(b"old")
    target.chmod(0o640)

    write_atomically(target, b"new")

    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "real.json").write_bytes(b"old")
    (tmp_path / "a.json").symlink_to(tmp_path / "far" / "real.json")

    write_atomically(tmp_path / "a.json", b"new")

    assert (tmp_path / "a.json").is_symlink()
    assert (tmp_path / "far" / "real.json").read_bytes() == b"new"


def _dead_pid() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def _left_over(folder: Path, host: str, pid: int, modified: float) -> Path:
    path = folder / f".~a.json.{host}-{pid}-0123abcd.tmp"
    path.write_bytes(b"half")
    os.utime(path, (modified, modified))
    return path


@pytest.mark.parametrize(
    ("host", "dead", "age", "goes"),
    [
        ("ours", True, 10, True),
        ("ours", False, 10, False),
        ("ours", False, 3599, False),
        ("ours", False, 3601, True),
        ("other", True, 10, False),
        ("other", True, 3601, True),
        ("ours", True, -86_400, True),
        ("ours", False, -86_400, False),
    ],
)
def test_a_left_over_goes_when_it_is_old_or_its_process_is_dead(
    host: str, dead: bool, age: float, goes: bool, tmp_path: Path
) -> None:
    now = 1_800_000_000.0
    pid = _dead_pid() if dead else os.getpid()
    left = _left_over(tmp_path, atomic.host_mark() if host == "ours" else "00000000", pid, now - age)

    removed = sweep(tmp_path, now)

    assert (removed, left.exists()) == ((1, False) if goes else (0, True))


def test_sweeping_touches_nothing_of_others_and_no_missing_folder(tmp_path: Path) -> None:
    for name in ("a.tmp", ".~lock.x#", "a.json", ".~a.json.tmp"):
        (tmp_path / name).write_bytes(b"theirs")
        os.utime(tmp_path / name, (0, 0))

    assert sweep(tmp_path) == 0
    assert sweep(tmp_path / "gone") == 0
    assert len(list(tmp_path.iterdir())) == 4


def test_the_name_of_our_own_temporary_file_is_one_that_is_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    monkeypatch.setattr(os, "replace", lambda source, target: names.append(Path(source).name))

    write_atomically(tmp_path / "2026 résumé.json", b"1")
    os.utime(tmp_path / names[0], (0, 0))

    assert sweep(tmp_path) == 1


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a file")

    with pytest.raises(WorkspaceError):
        make_folder(tmp_path / "a" / "b")
