"""What several tests of storage start from."""

from collections.abc import Callable
from pathlib import Path

import pytest

from compact_tui.storage import atomic
from compact_tui.storage.book import Book
from tests.storage.helpers import again, new_book


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "2026-audit.json"


@pytest.fixture
def book(path: Path) -> Book:
    return new_book(path)


@pytest.fixture(params=["memory", "disk"])
def settled(request: pytest.FixtureRequest) -> Callable[[Book], Book]:
    """The book as it stands in memory, and as it is once saved and opened again."""

    def _saved(book: Book) -> Book:
        book.save()
        return again(book)

    return _saved if request.param == "disk" else lambda book: book


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "RETRY_PAUSES", (0.0, 0.0, 0.0))
