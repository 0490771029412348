"""Collecting where a file cannot be read, a mailbox breaks off, or work was killed between the book and the index."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from compact_tui.core.collect_views import Collected
from compact_tui.core.errors import FileNotAcceptableError, WorkspaceError
from compact_tui.exchange.found import Found, NotOpened
from compact_tui.exchange.return_json import encode
from compact_tui.services import collect_deciding, collecting
from compact_tui.services.collect_documents import documents_in_file
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk
from tests.services.collect_desks import partnership, return_by, states


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A partnership that has collected nothing yet."""
    return partnership(tmp_path / "partnership")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder for what comes."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def _counts(made: Collected) -> tuple[int, int, int, int]:
    return (made.accepted, made.duplicates, made.superseded, len(made.quarantined))


def test_a_file_that_cannot_be_read_is_put_aside_and_taken_once_it_can(
    desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, number in (("a locked.json", 1), ("b.json", 2)):
        (inbox / name).write_bytes(encode(return_by(number)))
    usual = Path.open

    def locked(path: Path, *args: object, **options: object) -> object:
        if path.name == "a locked.json":
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path, *args, **options)  # type: ignore[call-overload]

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", locked)
        first = collect(desk, [inbox])
    second = collect(desk, [inbox])

    assert (_counts(first), _counts(second)) == ((1, 0, 0, 1), (1, 1, 0, 0))
    assert first.quarantined[0].file == "a locked.json"
    assert first.quarantined[0].remedy == "Close whatever has it open, and collect it again."


def test_of_a_mailbox_that_breaks_off_nothing_is_counted_until_it_can_be_read(
    desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "a.mbox").write_bytes(b"From x\n\nnothing\n")
    (inbox / "b.json").write_bytes(encode(return_by(2)))
    whole = [
        Found("a.mbox > mail 1", encode(return_by(1))),
        Found("a.mbox > mail 2", b'{"format":"compact-return"}'),
        Found("a.mbox > mail 3", encode(return_by(1, "r-1b", supersedes="r-1", made_on="2026-12-09"))),
    ]

    def broken(path: Path) -> Iterator[Found | NotOpened]:
        if path.suffix != ".mbox":
            yield from documents_in_file(path)
            return
        yield from whole
        raise FileNotAcceptableError("It broke off.", "Again.")

    with monkeypatch.context() as patched:
        patched.setattr(collecting, "documents_in_file", broken)
        first = collect(desk, [inbox])

    assert (_counts(first), [one.reason for one in first.quarantined]) == ((1, 0, 0, 1), ["It broke off."])
    assert states(desk) == {"r-2": ("G2", "current")}


def test_a_pipe_is_passed_over_in_a_folder_and_told_where_it_is_named(desk: Desk, inbox: Path) -> None:
    os.mkfifo(inbox / "pipe.json")
    (inbox / "sound.json").write_bytes(encode(return_by(2)))

    assert _counts(collect(desk, [inbox])) == (1, 0, 0, 0)
    with pytest.raises(FileNotAcceptableError, match="is no file"):
        collect(desk, [inbox / "pipe.json"])


def test_an_original_whose_day_cannot_be_noted_is_told_as_that(
    desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    (inbox / "sound.json").write_bytes(encode(return_by(2)))
    with monkeypatch.context() as patched:
        patched.setattr("compact_tui.storage.originals.os.utime", refused)
        with pytest.raises(WorkspaceError, match="could not be saved"):
            collect(desk, [inbox])


def test_a_decision_that_did_not_reach_the_index_does_when_work_goes_on(
    desk: Desk, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (inbox / "one.json").write_bytes(encode(return_by(1)))
    collect(desk, [inbox])

    def died(*_: object) -> None:
        raise _Killed

    with monkeypatch.context() as patched:
        patched.setattr(collect_deciding, "_place", died)
        with pytest.raises(_Killed):
            collect_deciding.match_return(desk, "r-1", "G3")
    assert states(desk) == {"r-1": ("G1", "current")}

    collect(desk, [inbox])
    assert states(desk) == {"r-1": ("G3", "current")}


class _Killed(BaseException):
    """The process ends here."""
