"""Opening a book that may be damaged."""

import json
import os
from pathlib import Path

import pytest

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.backups import Backups
from compact_tui.storage.book import Book
from compact_tui.storage.faults import DamagedError
from compact_tui.storage.recovery import open_or_recover
from tests.storage.helpers import KIND, again, answer, put

TODAY = "2026-11-22"


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups", tmp_path)


def _names(book: Book) -> list[str]:
    return sorted(path.name for path in book.path.parent.iterdir() if path.is_file())


def test_a_sound_book_is_opened_without_a_word(book: Book, backups: Backups) -> None:
    opened, said = open_or_recover(book.path, KIND, backups, TODAY)

    assert (opened.rows("answers"), said) == (book.rows("answers"), "")


@pytest.mark.parametrize("damage", [b"", b"{", b"\x00" * 300, b'{"_default": {}}', b"[" * 5000])
def test_a_damaged_book_is_kept_aside_and_the_newest_good_copy_opened(
    damage: bytes, book: Book, backups: Backups
) -> None:
    backups.take(book.path, "2026-11-21")
    put(book, "c1", "one", answer(note="after the copy"))
    book.save()
    book.path.write_bytes(damage)

    opened, said = open_or_recover(book.path, KIND, backups, TODAY)

    assert opened.rows("answers") == again(opened).rows("answers") == (answer(),)
    assert _names(book) == ["2026-audit.json", "2026-audit.json.damaged-1"]
    assert book.path.with_name("2026-audit.json.damaged-1").read_bytes() == damage
    assert "is damaged" in said and "21 November 2026" in said and "2026-audit.json.damaged-1" in said
    put(opened, "c2", "two", answer())
    opened.save()
    assert open_or_recover(book.path, KIND, backups, TODAY)[1] == ""


def test_a_second_damage_gets_a_number_of_its_own(book: Book, backups: Backups) -> None:
    backups.take(book.path, TODAY)
    for number in (1, 2):
        book.path.write_bytes(b"{" * number)
        _, said = open_or_recover(book.path, KIND, backups, TODAY)
        assert "earlier today" in said

    assert _names(book) == ["2026-audit.json", "2026-audit.json.damaged-1", "2026-audit.json.damaged-2"]
    assert book.path.with_name("2026-audit.json.damaged-1").read_bytes() == b"{"


def test_a_damaged_copy_is_passed_over(book: Book, backups: Backups) -> None:
    backups.take(book.path, "2026-11-20")
    newest = backups.take(book.path, "2026-11-21")
    assert newest
    newest.write_bytes(b"")
    book.path.write_bytes(b"")

    _, said = open_or_recover(book.path, KIND, backups, TODAY)

    assert "20 November 2026" in said


def test_without_a_good_copy_nothing_is_touched(book: Book, backups: Backups) -> None:
    book.path.write_bytes(b"{")

    with pytest.raises(DamagedError, match="is damaged") as caught:
        open_or_recover(book.path, KIND, backups, TODAY)

    assert "no good copy" in caught.value.hint
    assert _names(book) == ["2026-audit.json"]
    assert book.path.read_bytes() == b"{"


def test_a_missing_or_newer_book_is_not_replaced_by_a_copy(book: Book, backups: Backups) -> None:
    backups.take(book.path, TODAY)
    tables = json.loads(book.path.read_text("utf-8"))
    tables["head"]["book"]["version"] = 3
    book.path.write_text(json.dumps(tables), "utf-8")
    with pytest.raises(WorkspaceError, match="newer version"):
        open_or_recover(book.path, KIND, backups, TODAY)
    assert _names(book) == ["2026-audit.json"]

    book.path.unlink()
    with pytest.raises(WorkspaceError, match="is not there"):
        open_or_recover(book.path, KIND, backups, TODAY)
    assert _names(book) == []


def test_a_recovery_that_cannot_write_leaves_the_damaged_file_in_place(
    book: Book, backups: Backups, monkeypatch: pytest.MonkeyPatch, impatient: None
) -> None:
    backups.take(book.path, TODAY)
    book.path.write_bytes(b"{")

    def _held(source: Path, target: Path) -> None:
        raise PermissionError(13, "held")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", _held)
        with pytest.raises(WorkspaceError, match="another program holds the file"):
            open_or_recover(book.path, KIND, backups, TODAY)

    assert book.path.read_bytes() == b"{"
    assert open_or_recover(book.path, KIND, backups, TODAY)[0].rows("answers") == (answer(),)
