"""Files of evidence: kept as a digest, looked at again, taken as they are now."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from compact_tui.core.errors import FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.services import answering, evidence_files, records
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.services.history import history, undo
from compact_tui.services.returns import make
from compact_tui.storage.fingerprint import Fingerprint, TooSlowError
from tests.services.desks import at, reopened

WORDS = b"Ten names, ten checks."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "office" / "list.txt"
    path.parent.mkdir()
    path.write_bytes(WORDS)
    return path


@pytest.fixture
def kept(desk: Desk, file: Path) -> str:
    return records.add_evidence(desk, {"title": "List", "file": str(file)}, ("1.1",)).id


def record(desk: Desk):  # type: ignore[no-untyped-def]
    return open_audit(reopened(desk)).audit.evidence[0]


def states(desk: Desk) -> list[str]:
    return [check.state for check in records.verify(reopened(desk)).files]


def test_a_file_is_kept_with_digest_size_and_day_and_its_path_is_not_shown(desk: Desk, kept: str, file: Path) -> None:
    item = record(desk)

    assert (item.file, item.sha256) == (str(file), hashlib.sha256(WORDS).hexdigest())
    assert (item.file_size, item.file_on, item.where) == (22, "2026-12-03", "")
    view = records.show_evidence(desk, kept)
    assert view.file_words == "A file on this computer, 22 bytes, as it was on 3 December 2026"
    assert str(file) not in str(msgspec.to_builtins(view))


def test_a_pasted_path_in_quotation_marks_and_one_from_the_place_are_read_too(desk: Desk, file: Path) -> None:
    records.add_evidence(desk, {"title": "A", "file": f' "{file}" '}, ())
    records.add_evidence(desk, {"title": "B", "where": str(file)}, ())

    first, second = open_audit(reopened(desk)).audit.evidence
    assert first.sha256 == second.sha256 == hashlib.sha256(WORDS).hexdigest()
    assert second.where == "A file kept at the setting"


@pytest.mark.parametrize("name", ["office", "gone.txt", "loop"])
def test_a_file_that_cannot_be_read_is_not_added(desk: Desk, file: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    with pytest.raises((FileNotAcceptableError, WorkspaceError)):
        records.add_evidence(desk, {"title": "List", "file": str(tmp_path / name)}, ())

    assert records.list_evidence(reopened(desk)) == ()


def _change(file: Path) -> None:
    file.write_bytes(WORDS + b" And one more.")


def _change_same_size(file: Path) -> None:
    file.write_bytes(WORDS[::-1])


def _move(file: Path) -> None:
    file.rename(file.with_name("names.txt"))


def _away(file: Path) -> None:
    file.unlink()


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _loop(file: Path) -> None:
    file.unlink()
    file.symlink_to(file)


def _nothing(file: Path) -> None:
    os.utime(file, (0, 0))


@pytest.mark.parametrize(
    ("happens", "state", "word", "said", "takes"),
    [
        (_nothing, "same", "same", "As it was kept.", ""),
        (_change, "changed", "changed", "22 bytes then, 36 bytes now.", "Take it as it is now."),
        (_change_same_size, "changed", "changed", "in the same 22 bytes.", "Take it as it is now."),
        (_move, "moved", "moved", "names.txt now.", "Take its new place."),
        (_away, "gone", "gone", "It is not there, nor near by.", ""),
        (_folder, "unreadable", "cannot be read", "is a folder, not a file.", ""),
        (_loop, "unreadable", "cannot be read", "cannot be read", ""),
    ],
)
def test_what_became_of_a_file_is_said(  # noqa: PLR0913
    desk: Desk,
    kept: str,
    file: Path,
    happens: Callable[[Path], None],
    state: str,
    word: str,
    said: str,
    takes: str,
) -> None:
    happens(file)

    view = records.verify(reopened(desk))

    (check,) = view.files
    assert (check.id, check.title, check.path, check.state, check.word) == (kept, "List", str(file), state, word)
    assert said in check.sentence
    assert check.takes == takes
    assert (view.same, view.to_take) == (state == "same", 1 if takes else 0)
    assert view.sentence == f"1 file: 1 {word}."


@pytest.mark.parametrize("happens", [_change, _change_same_size, _move])
def test_taking_it_as_it_is_now_is_one_change_and_undo_brings_back_what_was_kept(
    desk: Desk,
    kept: str,
    file: Path,
    happens: Callable[[Path], None],
) -> None:
    before = record(desk)
    happens(file)
    later = at(desk, days=2)

    assert records.take_files(later, records.verify(later)) == 1

    assert states(desk) == ["same"]
    assert record(desk).file_on == "2026-12-05"
    assert history(desk)[0].what == "1 file of evidence taken as now"
    undo(desk)
    assert record(desk) == before


def test_several_files_are_taken_at_once_and_what_cannot_be_is_left(desk: Desk, kept: str, file: Path) -> None:
    second, third = file.with_name("second.txt"), file.with_name("third.txt")
    for path in (second, third):
        path.write_bytes(path.name.encode())
        records.add_evidence(desk, {"title": path.stem, "file": str(path)}, ())
    _change(file)
    second.rename(file.with_name("moved.txt"))
    third.unlink()
    told = []

    view = records.verify(desk, told=lambda at, of: told.append((at, of)))
    taken = records.take_files(desk, view)

    assert told == [(1, 3), (2, 3), (3, 3)]
    assert [check.state for check in view.files] == ["gone", "changed", "moved"]
    assert view.sentence == "3 files: 1 gone, 1 changed, 1 moved."
    assert taken == 2
    assert states(desk) == ["gone", "same", "same"]
    assert len(history(desk)) == 5


def test_only_what_was_seen_is_taken(desk: Desk, kept: str, file: Path) -> None:
    _change(file)
    seen = records.verify(desk)
    file.write_bytes(b"Changed once more.")

    records.take_files(desk, seen)

    assert states(desk) == ["changed"]


def test_what_was_changed_or_removed_here_meanwhile_is_left(desk: Desk, kept: str, file: Path) -> None:
    _change(file)
    seen = records.verify(desk)
    records.edit_evidence(desk, kept, {"file": ""})

    assert records.take_files(desk, seen) == 0
    assert record(desk).file == ""
    records.remove_evidence(desk, kept)
    assert records.take_files(desk, seen) == 0


def test_a_file_that_was_not_read_before_can_be_kept_now(desk: Desk, file: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    records.add_evidence(desk, {"title": "Later", "where": str(later)}, ())
    assert records.verify(desk).files[0].state == "gone"
    later.write_bytes(WORDS)

    view = records.verify(desk)

    assert (view.files[0].state, view.files[0].takes) == ("not-kept", "Keep what it holds now.")
    assert not view.same
    records.take_files(desk, view)
    assert states(desk) == ["same"]


def test_editing_other_fields_does_not_read_the_file_again(
    desk: Desk, kept: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = record(desk)
    file.unlink()

    records.edit_evidence(desk, kept, {"where": "Office"})

    assert record(desk).sha256 == before.sha256
    assert records.file_wanted(desk, records.typed_evidence(desk, kept), kept).path == ""


def test_another_file_a_new_place_or_none_replaces_it(desk: Desk, kept: str, file: Path) -> None:
    other = file.with_name("other.txt")
    other.write_bytes(b"Others.")

    records.edit_evidence(desk, kept, {"where": str(other)})
    assert (record(desk).file, record(desk).file_size) == (str(other), 7)
    records.edit_evidence(desk, kept, {"file": str(file)})
    assert (record(desk).file, record(desk).file_size) == (str(file), 22)
    records.edit_evidence(desk, kept, {"file": ""})
    assert (record(desk).file, record(desk).sha256, record(desk).file_size, record(desk).file_on) == ("", "", 0, "")
    assert records.verify(desk).sentence.startswith("No evidence has a file")
    assert records.verify(desk).same


def test_a_file_too_slow_to_read_is_changed_if_its_size_says_so_and_else_unread(
    desk: Desk, kept: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(path: Path, patience: float = 0) -> Fingerprint:
        raise TooSlowError("It is too large.", "Say in words where it is.")

    monkeypatch.setattr(evidence_files, "fingerprint", slow)

    assert states(desk) == ["unreadable"]
    _change(file)
    (check,) = records.verify(desk).files
    assert (check.state, check.takes) == ("changed", "")
    assert "36 bytes now. It is too large." in check.sentence


def test_what_was_read_beside_the_screen_is_not_read_again(
    desk: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = {"title": "List", "file": str(file)}
    looked = records.look_at_file(records.file_wanted(desk, typed))

    def never(*args: object) -> Fingerprint:
        raise AssertionError("read again")

    monkeypatch.setattr(evidence_files, "fingerprint", never)
    records.add_evidence(desk, typed, (), looked)

    assert record(desk).sha256 == hashlib.sha256(WORDS).hexdigest()


def test_one_piece_can_be_looked_at_alone_and_an_unknown_one_is_told(desk: Desk, kept: str, file: Path) -> None:
    other = records.add_evidence(desk, {"title": "Other"}, ()).id

    assert [check.id for check in records.verify(desk, kept).files] == [kept]
    assert records.verify(desk, other).files == ()
    with pytest.raises(UsageError, match="no evidence"):
        records.verify(desk, "e-none")


def test_the_path_of_a_file_never_leaves_with_the_return(desk: Desk, kept: str, file: Path) -> None:
    answering.answer(desk, "u1-ticket", "half-way")

    made = make(desk)

    files = [path.read_bytes() for path in Path(made.folder).rglob("*")]
    assert any(b"List" in data for data in files)
    for data in files:
        assert b"office" not in data
        assert b"file_" not in data
