"""What a file holds, and where it lies when it was moved."""

import hashlib
import os
from pathlib import Path

import pytest

from compact_tui.core.errors import CompactError, FileNotAcceptableError, WorkspaceError
from compact_tui.storage import fingerprint as module
from compact_tui.storage.fingerprint import (
    Fingerprint,
    TooSlowError,
    find_moved,
    fingerprint,
    is_something,
    path_of,
    size_of,
)

WORDS = b"Ten names, ten checks."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "office" / "list.txt"
    path.parent.mkdir()
    path.write_bytes(WORDS)
    return path


@pytest.mark.parametrize("size", [0, 1, 22, 1024 * 1024, 3 * 1024 * 1024 + 7])
def test_a_file_is_read_whole_however_many_blocks_it_takes(tmp_path: Path, size: int) -> None:
    data = os.urandom(size)
    path = tmp_path / "file"
    path.write_bytes(data)

    assert fingerprint(path) == Fingerprint(hashlib.sha256(data).hexdigest(), size)


def test_a_file_of_three_gigabytes_ends_when_patience_does(tmp_path: Path) -> None:
    path = tmp_path / "film"
    with open(path, "wb") as file:
        file.truncate(3 * 10**9)

    assert size_of(path) == 3 * 10**9
    with pytest.raises(TooSlowError) as caught:
        fingerprint(path, patience=0.05)
    assert "too large" in caught.value.message


def test_what_is_no_ordinary_file_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")

    said = {}
    for name in ("", "pipe", "loop", "nowhere", "missing", "x" * 300, "nul\0byte"):
        with pytest.raises(CompactError) as caught:
            fingerprint(tmp_path / name)
        said[name[:8]] = (type(caught.value), caught.value.message.rpartition(": ")[2].rpartition(" is ")[2])

    assert said[""] == (FileNotAcceptableError, "a folder, not a file.")
    assert said["pipe"] == (FileNotAcceptableError, "not an ordinary file.")
    assert said["missing"] == (WorkspaceError, "not there.")
    assert {said[name][0] for name in ("loop", "nowhere", "x" * 8, "nul\0byte")} == {WorkspaceError}


def test_a_file_that_may_not_be_read_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **more: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(WorkspaceError, match="does not allow it"):
        fingerprint(file)


@pytest.mark.parametrize(
    "new", ["office/names.txt", "names.txt", "office/old/list.txt", "archive/list.txt"], ids=lambda name: name
)
def test_a_file_that_was_moved_near_by_is_found(file: Path, tmp_path: Path, new: str) -> None:
    kept = fingerprint(file)
    target = tmp_path / new
    target.parent.mkdir(exist_ok=True)
    file.rename(target)
    (tmp_path / "office" / "another.txt").write_bytes(b"Ten other names of it.")

    assert find_moved(file, kept) == target


@pytest.mark.parametrize("new", ["a/b/list.txt", "archive/deeper/list.txt"])
def test_a_file_that_was_moved_far_is_not_looked_for(file: Path, tmp_path: Path, new: str) -> None:
    kept = fingerprint(file)
    (tmp_path / new).parent.mkdir(parents=True)
    file.rename(tmp_path / new)

    assert find_moved(file, kept) is None


def test_another_file_of_the_same_size_is_not_taken_for_it(file: Path) -> None:
    kept = fingerprint(file)
    file.rename(file.with_name("changed.txt"))
    file.with_name("changed.txt").write_bytes(WORDS[::-1])

    assert find_moved(file, kept) is None


def test_looking_for_a_file_reads_only_so_many_and_ends_when_patience_does(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = fingerprint(file)
    file.rename(file.with_name("zz-last.txt"))
    for number in range(30):
        file.with_name(f"{number:02}.txt").write_bytes(WORDS[::-1])
    read = []

    def counting(path: Path, patience: float = 0) -> Fingerprint:
        read.append(path)
        return fingerprint(path, patience)

    monkeypatch.setattr(module, "fingerprint", counting)

    assert find_moved(file, kept) is None
    assert len(read) == 20
    assert find_moved(file, kept, patience=0) is None
    assert len(read) == 20


def test_a_folder_with_a_link_loop_and_files_that_cannot_be_read_is_looked_through(file: Path) -> None:
    kept = fingerprint(file)
    file.rename(file.with_name("names.txt"))
    file.with_name("a-loop").symlink_to(file.with_name("a-loop"))
    file.with_name("b-folder").symlink_to(file.parent, target_is_directory=True)

    assert find_moved(file, kept) == file.with_name("names.txt")


def test_where_the_folder_is_gone_too_the_one_above_is_looked_through(file: Path, tmp_path: Path) -> None:
    kept = fingerprint(file)
    file.parent.rename(tmp_path / "reception")

    assert find_moved(file, kept) == tmp_path / "reception" / "list.txt"


def test_a_typed_path_may_be_a_file_address_or_begin_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/jane")

    assert path_of("~/list.txt") == Path("/home/jane/list.txt")
    assert path_of("file:///tmp/a%20list.txt") == Path("/tmp/a list.txt")
    assert path_of("file://localhost/tmp/x") == Path("/tmp/x")
    assert path_of("/tmp/x") == Path("/tmp/x")
    assert path_of("~nobody-here-at-all/x") == Path("~nobody-here-at-all/x")


def test_a_link_that_leads_nowhere_is_something_and_a_missing_file_is_not(file: Path) -> None:
    link = file.with_name("link")
    link.symlink_to("nowhere")

    assert [is_something(p) for p in (file, link, file / "below", file.with_name("gone"))] == [True, True, False, False]
