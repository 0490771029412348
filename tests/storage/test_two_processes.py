"""Two processes on one book."""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from compact_tui.core.change import Edit
from compact_tui.core.errors import WorkspaceError
from compact_tui.storage import locking
from compact_tui.storage.book import Book
from compact_tui.storage.pages import page_paths, read_page
from tests.storage.helpers import KIND, again, answer, change, new_book, put

ROOT = Path(__file__).parents[2]


@contextmanager
def _held_by_another_process(path: Path) -> Iterator[None]:
    code = (
        "import sys; from pathlib import Path; from compact_tui.storage.locking import locked\n"
        "with locked(Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout and child.stdin
    assert child.stdout.readline().strip() == b"held"
    try:
        yield
    finally:
        child.kill()
        child.wait()
        child.stdin.close()
        child.stdout.close()


def test_a_lock_that_another_process_holds_is_said_and_dies_with_it(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "LOCK_SECONDS", 0.05)
    put(book, "c1", "one", answer(note="mine"))

    with _held_by_another_process(book.path):
        assert again(book).revision == 1
        with pytest.raises(WorkspaceError, match="another program is saving it"):
            book.save()
        assert book.unsaved

    book.save()
    assert again(book).row("answers", "one") == answer(note="mine")


def _save_many(path: Path, name: str, count: int) -> None:
    book = Book.open(path, KIND)
    for number in range(count):
        book.apply(change(f"{name}{number}", Edit("answers", f"{name}{number}", None, {"n": number})))
        book.save()


@pytest.mark.skipif(os.name != "posix", reason="the lock of this test is POSIX")
def test_two_processes_save_600_changes_between_them_and_all_are_there(path: Path) -> None:
    new_book(path)
    context = multiprocessing.get_context("spawn")
    children = [context.Process(target=_save_many, args=(path, name, 300)) for name in "ab"]
    for child in children:
        child.start()
    for child in children:
        child.join(50)
    assert [child.exitcode for child in children] == [0, 0]

    book = Book.open(path, KIND)
    wanted = {f"{name}{number}" for name in "ab" for number in range(300)}
    entries = [entry.id for page in page_paths(path) for entry in read_page(page, KIND)]
    entries += [entry.id for entry in book.history]
    assert {key for key in wanted if book.row("answers", key) is None} == set()
    assert sorted(entries) == sorted({"c0", *wanted})
    assert book.revision == 601
