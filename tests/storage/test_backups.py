"""Dated copies of books."""

import errno
import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.backups import Backups, kept_days
from compact_tui.storage.book import Book
from tests.storage.helpers import KIND, again, answer, new_book, put

TODAY = "2026-11-22"


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "backups", tmp_path)


@pytest.fixture
def audit(tmp_path: Path) -> Book:
    return new_book(tmp_path / "audits" / "2026-a.json")


def test_the_first_copy_of_a_day_stands_under_its_day_and_holds_the_book_as_it_was(
    backups: Backups, audit: Book
) -> None:
    before = audit.path.read_bytes()
    copy = backups.take(audit.path, TODAY)
    put(audit, "c1", "one", answer(note="later"))
    audit.save()

    assert copy == backups.folder / TODAY / "audits" / "2026-a.json"
    assert copy.read_bytes() == before
    assert backups.take(audit.path, TODAY) is None
    assert copy.read_bytes() == before


def test_a_copy_before_something_is_always_made(backups: Backups, audit: Book) -> None:
    made = [backups.take(audit.path, TODAY, "New edition!") for _ in range(2)]

    assert [copy.name for copy in made if copy] == [
        "2026-a.before-new-edition-1.json",
        "2026-a.before-new-edition-2.json",
    ]
    assert set(backups.copies(audit.path)) == set(made)


def test_there_is_nothing_to_copy_before_a_book_is_there(backups: Backups) -> None:
    assert backups.take(backups.root / "setting.json", TODAY) is None
    assert not backups.folder.exists()
    assert backups.copies(backups.root / "setting.json") == ()


def test_copies_are_those_of_this_book_newest_first(backups: Backups, audit: Book) -> None:
    for name in ("2026-a.pack.json", "2026-a-b.json", "2026-a.json.damaged-1"):
        audit.path.with_name(name).write_bytes(b"{}")
        backups.take(audit.path.with_name(name), TODAY)
    for day in ("2026-11-20", TODAY, "2025-01-01"):
        backups.take(audit.path, day)
    (backups.folder / "not a day").mkdir()

    days = [copy.relative_to(backups.folder).parts[0] for copy in backups.copies(audit.path)]

    assert days == ["2026-11-22", "2026-11-20", "2025-01-01"]


def test_the_newest_copy_that_opens_is_the_newest_good_one(backups: Backups, audit: Book) -> None:
    for day in ("2026-11-19", "2026-11-20", "2026-11-21", TODAY):
        backups.take(audit.path, day)
    place = backups.folder
    (place / TODAY / "audits" / "2026-a.json").write_bytes(b"")
    newer = (place / "2026-11-21" / "audits" / "2026-a.json").read_text().replace('"version":2', '"version":3')
    (place / "2026-11-21" / "audits" / "2026-a.json").write_text(newer)

    assert backups.newest_good(audit.path, KIND) == place / "2026-11-20" / "audits" / "2026-a.json"
    for day in ("2026-11-19", "2026-11-20"):
        (place / day / "audits" / "2026-a.json").write_bytes(b"{")
    assert backups.newest_good(audit.path, KIND) is None


def test_fourteen_days_stay_then_the_newest_of_each_month_for_24_months() -> None:
    start = date(2023, 1, 1)
    days = [(start + timedelta(n)).isoformat() for n in range((date(2026, 11, 22) - start).days + 1)]

    kept = sorted(kept_days(days, TODAY), reverse=True)

    assert kept[:14] == [f"2026-11-{n:02}" for n in range(22, 8, -1)]
    assert kept[14:17] == ["2026-11-08", "2026-10-31", "2026-09-30"]
    assert kept[-1] == "2024-11-30"
    assert len(kept) == 14 + 25


@pytest.mark.parametrize(
    ("days", "kept"),
    [
        ([], []),
        (["2019-01-01"], ["2019-01-01"]),
        (["2019-01-01", "2018-01-01"], ["2019-01-01"]),
        (["2026-11-09", "2026-11-08", "2026-11-07"], ["2026-11-08", "2026-11-09"]),
        (["2027-03-01", "2026-12-01", "2026-11-22"], ["2026-11-22", "2026-12-01", "2027-03-01"]),
        (["2024-11-01", "2024-10-31", TODAY], ["2024-11-01", TODAY]),
    ],
)
def test_which_days_stay(days: list[str], kept: list[str]) -> None:
    assert sorted(kept_days(days, TODAY)) == kept


def test_thinning_takes_old_copies_and_empty_folders_and_nothing_else(backups: Backups, audit: Book) -> None:
    setting = new_book(backups.root / "setting.json")
    for day in ("2026-01-01", "2026-01-02", "2026-01-03"):
        backups.take(audit.path, day)
    backups.take(setting.path, "2026-01-01")
    assert backups.take(audit.path, TODAY)

    assert [copy.parts[-3] for copy in backups.copies(audit.path)] == [TODAY, "2026-01-03"]
    assert sorted(os.listdir(backups.folder)) == ["2026-01-01", "2026-01-03", TODAY]
    assert len(backups.copies(setting.path)) == 1


def test_a_copy_before_something_is_not_thinned_on_the_day_it_is_made(backups: Backups, audit: Book) -> None:
    first = backups.take(audit.path, TODAY, "import")
    backups.take(audit.path, TODAY)

    assert first is not None and first.exists()


def test_a_copy_that_cannot_be_written_is_said(backups: Backups, audit: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    def _full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", _full)
    with pytest.raises(WorkspaceError, match="the disk is full"):
        backups.take(audit.path, TODAY)

    assert backups.copies(audit.path) == ()


def test_a_backups_folder_that_is_a_file_is_said(backups: Backups, audit: Book) -> None:
    backups.folder.write_bytes(b"a file")

    with pytest.raises(WorkspaceError):
        backups.take(audit.path, TODAY)
    assert again(audit).revision == 1
