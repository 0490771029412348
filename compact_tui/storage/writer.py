"""Who saves: at once, for commands; or one thread beside the screen's."""

import threading
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from compact_tui.core.errors import CompactError, WorkspaceError
from compact_tui.storage.backups import Backups
from compact_tui.storage.book import Book, Saved


class Saver(Protocol):
    """Whoever sees to it that a book's changes reach the disk."""

    def save(self, book: Book, now: datetime) -> None:
        """Save a book, now or soon."""


class SaveNow:
    """Saves at once.

    Args:
        backups: Where the copy of the day goes before the first change of a day; ``None`` makes none.
    """

    def __init__(self, backups: Backups | None = None) -> None:
        self._backups = backups

    def save(self, book: Book, now: datetime) -> None:
        """Save a book before returning.

        Raises:
            WorkspaceError: If it could not be saved; or if it was, but the copy of the day could not be made.
        """
        save_with_copy(book, now, self._backups)


class CopyFailedError(WorkspaceError):
    """The change is saved, but the copy of the day could not be made."""

    def __init__(self, saved: Saved, error: WorkspaceError) -> None:
        super().__init__(error.message, "Your change itself is saved. The copy is tried again at the next change.")
        self.saved = saved


def save_with_copy(book: Book, now: datetime, backups: Backups | None) -> Saved:
    """Copy the book if this is its first change of the day, then save it.

    Raises:
        CopyFailedError: If it was saved, but the copy could not be made.
        WorkspaceError: If it could not be saved.
    """
    failed: WorkspaceError | None = None
    if backups is not None and book.unsaved:
        try:
            backups.take(book.path, now.date().isoformat())
        except WorkspaceError as error:
            failed = error
    saved = book.save()
    if failed is not None:
        raise CopyFailedError(saved, failed) from failed
    return saved


class Writer:
    """Saves on one thread of its own, so that the screen never waits for the disk.

    A book that could not be saved is kept for :meth:`retry`, and is tried again with its next change.

    Args:
        backups: Where the copy of the day goes; ``None`` makes none.
        now: Tells the moment of a retry.
        pause: Seconds to wait before a save, so that the screen can paint the change first.
        on_saved: Called on the writer's thread after a save.
        on_failed: Called on the writer's thread when one failed. If the book then has nothing unsaved, only
            the copy of the day failed.
    """

    def __init__(
        self,
        backups: Backups | None = None,
        *,
        now: Callable[[], datetime],
        pause: float = 0.0,
        on_saved: Callable[[Book, Saved], None] = lambda book, saved: None,
        on_failed: Callable[[Book, CompactError], None] = lambda book, error: None,
    ) -> None:
        self._backups = backups
        self._now = now
        self._pause = pause
        self._hurry = False
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._state = threading.Condition()
        self._queue: dict[int, tuple[Book, datetime]] = {}
        self._failed: dict[int, Book] = {}
        self._busy = False
        self._closing = False
        self._thread: threading.Thread | None = None

    def save(self, book: Book, now: datetime) -> None:
        """Have a book saved soon; asking again before that costs nothing."""
        with self._state:
            self._queue.setdefault(id(book), (book, now))
            self._failed.pop(id(book), None)
            self._wake()

    def retry(self) -> None:
        """Try again what could not be saved."""
        now = self._now()
        with self._state:
            for key, book in self._failed.items():
                self._queue.setdefault(key, (book, now))
            self._failed.clear()
            self._wake()

    def unsaved(self) -> tuple[Book, ...]:
        """The books that could not be saved."""
        with self._state:
            return tuple(self._failed.values())

    def flush(self, timeout: float) -> bool:
        """Wait until everything asked for was tried.

        Args:
            timeout: Seconds to wait at most.

        Returns:
            Whether everything is saved.
        """
        with self._state:
            self._hurry = True
            self._state.notify_all()
            done = self._state.wait_for(lambda: not self._queue and not self._busy, timeout)
            self._hurry = False
            return done and not self._failed

    def close(self, timeout: float = 10.0) -> bool:
        """Try what failed once more, save what is left, and stop.

        Args:
            timeout: Seconds to wait at most.

        Returns:
            Whether everything is saved.
        """
        self.retry()
        saved = self.flush(timeout)
        with self._state:
            self._closing = True
            thread = self._thread
            self._state.notify_all()
        if thread is not None and thread is not threading.current_thread():
            thread.join(timeout)
        return saved

    def _wake(self) -> None:
        """Start the thread unless it runs; it ends only by :meth:`close` or by a mistake in a callback."""
        self._closing = False
        if self._queue and self._thread is None:
            self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
            self._thread.start()
        self._state.notify_all()

    def _run(self) -> None:
        while True:
            with self._state:
                self._state.wait_for(lambda: self._queue or self._closing)
                if not self._queue:
                    self._thread = None
                    return
                self._state.wait_for(lambda: self._hurry or self._closing, self._pause)
                key, (book, now) = next(iter(self._queue.items()))
                del self._queue[key]
                self._busy = True
            try:
                self._save_one(book, now)
            except BaseException:
                with self._state:
                    self._busy, self._thread = False, None
                    self._wake()
                raise
            with self._state:
                self._busy = False
                self._state.notify_all()

    def _save_one(self, book: Book, now: datetime) -> None:
        try:
            saved = save_with_copy(book, now, self._backups)
        except CopyFailedError as error:
            self._on_saved(book, error.saved)
            self._on_failed(book, error)
        except CompactError as error:
            self._keep(book)
            self._on_failed(book, error)
        except Exception as error:  # the thread must outlive a mistake in code, and the person must hear of it
            self._keep(book)
            what = f"{book.path} could not be saved: {type(error).__name__}: {error}"
            self._on_failed(book, CompactError(what, "The change is kept in memory. Save a copy to another place."))
        else:
            self._on_saved(book, saved)

    def _keep(self, book: Book) -> None:
        with self._state:
            if id(book) not in self._queue:
                self._failed[id(book)] = book
