"""Sitting down at the full-screen program and leaving it, and the desk itself."""

import threading
from pathlib import Path

import pytest
from msgspec.structs import replace

from compact_tui.core.errors import CompactError, WorkspaceError
from compact_tui.services.answering import answer, show_criterion
from compact_tui.services.desk import desk_at, home_folder, new_id
from compact_tui.services.session import Session, named, prefer, save_copies, sit_down, stand_up
from tests.services.desks import desk_in, reopened, started


class Told:
    """What the saving thread said."""

    def __init__(self) -> None:
        self.saved: list[tuple[bool, int]] = []
        self.failed: list[CompactError] = []
        self.heard = threading.Event()

    def on_saved(self, merged: bool, conflicts: int) -> None:
        self.saved.append((merged, conflicts))
        self.heard.set()

    def on_failed(self, error: CompactError) -> None:
        self.failed.append(error)
        self.heard.set()

    def wait(self) -> None:
        assert self.heard.wait(10), "the saving thread said nothing in ten seconds"
        self.heard.clear()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(tmp_path / "config"))
    started(tmp_path / "ws", contact_role="Deputy head")
    return tmp_path / "ws"


def seated(root: Path, told: Told, who: str = "") -> Session:
    return sit_down(root, who=who, on_saved=told.on_saved, on_failed=told.on_failed)


def test_what_is_answered_is_saved_beside_the_screen_and_all_of_it_on_leaving(root: Path) -> None:
    told = Told()
    session = seated(root, told)

    for number in ("1.1", "1.2", "1.3"):
        answer(session.desk, number, "in-hand")

    assert stand_up(session) is True
    assert told.saved
    assert [show_criterion(desk_in(root), n).answer for n in ("1.1", "1.2", "1.3")] == ["in-hand"] * 3


def test_the_moment_of_leaving_is_told_at_the_next_sitting(root: Path) -> None:
    first = seated(root, Told())
    stand_up(first)

    second = seated(root, Told())
    stand_up(second)

    assert first.last_here == ""
    assert second.last_here[:2] == "20"
    assert second.last_here.endswith("Z")


def test_a_preference_is_kept_for_the_next_sitting(root: Path) -> None:
    session = prefer(seated(root, Told()), theme="dusk", welcome_seen=True)
    stand_up(session)

    again = seated(root, Told())
    stand_up(again)

    assert (session.notice, again.preferences.theme, again.preferences.welcome_seen) == ("", "dusk", True)


def test_preferences_that_cannot_be_kept_are_said_and_stop_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "a file").write_bytes(b"")
    monkeypatch.setenv("COMPACT_TUI_CONFIG", str(root / "a file"))

    session = prefer(seated(root, Told()), theme="dusk")

    assert session.notice.startswith("Your preferences could not be kept:")
    assert session.preferences.theme == "dusk"
    assert stand_up(session) is True


@pytest.mark.parametrize(("who", "kept"), [("", "Deputy head"), (" Head\n teacher ", "Head teacher")])
def test_whoever_sits_there_is_the_contact_unless_somebody_said_otherwise(root: Path, who: str, kept: str) -> None:
    session = seated(root, Told(), who)
    stand_up(session)

    assert named(session.desk).who == kept


def test_without_a_setting_nobody_is_named(tmp_path: Path) -> None:
    assert named(desk_in(tmp_path, who="")).who == ""


def test_a_save_that_fails_is_told_and_can_be_written_elsewhere(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Told()
    session = seated(root, told)
    show_criterion(session.desk, "1.1")

    def full(book: object) -> None:
        raise WorkspaceError("The disk is full.")

    with monkeypatch.context() as patch:
        patch.setattr("compact_tui.storage.book.Book.save", full)
        answer(session.desk, "1.1", "in-hand")
        told.wait()
        (copy,) = save_copies(session, tmp_path / "stick")
        assert stand_up(session) is False

    assert [error.message for error in told.failed][:1] == ["The disk is full."]
    assert show_criterion(session.desk, "1.1").answer == "in-hand"
    assert show_criterion(reopened(session.desk), "1.1").answer == "unanswered"
    assert b"in-hand" in copy.read_bytes()
    with pytest.raises(WorkspaceError, match="is there already"):
        save_copies(session, tmp_path / "stick")


def test_what_a_colleague_saved_meanwhile_is_told(root: Path) -> None:
    told = Told()
    session = seated(root, told)
    answer(session.desk, "1.1", "in-hand")
    session.writer.flush(10)
    book = next(b for p, b in session.desk.shelf.books.items() if p.parent.name == "audits")

    answer(desk_in(root, name="b"), "1.1", "half-way")
    record = book.row("answers", "u1-ticket")
    assert record is not None
    commit_blindly(session, book, record)
    stand_up(session)

    assert told.saved[-1] == (True, 1)


def commit_blindly(session: Session, book: object, record: dict[str, object]) -> None:
    """A change on top of what this program saw last, without looking at the file first."""
    from compact_tui.core.change import Edit
    from compact_tui.services.desk import commit
    from compact_tui.storage.book import Book

    assert isinstance(book, Book)
    made = Edit("answers", "u1-ticket", record, record | {"answer": "need-support"})
    commit(session.desk, book, "answer", "1.1", (made,))


def test_ids_are_short_unlike_each_other_and_have_no_letters_that_are_read_wrongly() -> None:
    ids = {new_id("a") for _ in range(2_000)}

    assert len(ids) == 2_000
    assert {id_[:2] for id_ in ids} == {"a-"}
    assert {len(id_) for id_ in ids} == {10}
    assert not set("ilou") & {letter for id_ in ids for letter in id_[2:]}


@pytest.mark.parametrize(("who", "kept"), [("", ""), (" Head\tteacher\n", "Head teacher"), ("Z\udcff", "Z?")])
def test_the_role_given_on_the_command_line_is_clean_text(tmp_path: Path, who: str, kept: str) -> None:
    assert desk_at(tmp_path, who=who).who == kept


def test_a_role_that_no_file_could_carry_does_not_keep_an_answer_from_being_saved(root: Path) -> None:
    desk = replace(desk_at(root, who="H\udcffead"))

    assert answer(desk, "1.1", "in-hand", by="D\udcffSL\n").by == "D?SL"
    assert show_criterion(desk_in(root), "1.1").answer == "in-hand"


def test_the_home_folder_is_the_systems_or_the_present_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert home_folder({"HOME": "/home/jo", "USERPROFILE": "C:/Users/jo"}) == Path("/home/jo")
    assert home_folder({}) == tmp_path
