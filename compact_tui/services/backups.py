"""The dated copies of the books: which are there, what going back to one would change, and going back."""

from pathlib import Path

from compact_tui.core.backup_views import (
    WHY_WORDS,
    BackupLine,
    BackupPart,
    BackupsView,
    BackupView,
    RestoredView,
    counts_of_edits,
)
from compact_tui.core.change import Edit
from compact_tui.core.days import say_day
from compact_tui.core.errors import CompactError, UsageError, WorkspaceError
from compact_tui.core.restoring import restoring_edits
from compact_tui.core.text import count, did_you_mean, size_words
from compact_tui.services.backup_parts import parts_of_audit, parts_of_setting
from compact_tui.services.books import AUDIT_BOOK, SETTING_BOOK, open_book
from compact_tui.services.desk import Desk, backups_of, commit
from compact_tui.services.settling import settle
from compact_tui.storage.atomic import make_folder, write_atomically
from compact_tui.storage.backups import BackupCopy, kind_in
from compact_tui.storage.book import Book, BookKind
from compact_tui.storage.locking import locked
from compact_tui.storage.reading import read_bytes

_NOTHING = "Nothing was restored."
_STAYS = {
    "audits": "Returns that were made and signatures stay as they are now: they happened.",
    "partnership.json": "Requests, reminders, receipts, replies, returns passed on, readers' files and which figures "
    "were published stay as they are now: they happened.",
}
"""What going back leaves, by the book or the folder of books."""


def list_backups(desk: Desk) -> BackupsView:
    """The copies that are there, newest first; those that cannot be read are named too.

    Raises:
        WorkspaceError: If the folder of backups cannot be looked into.
    """
    copies = backups_of(desk.workspace).every_copy()
    days = len({copy.day for copy in copies})
    said = f"{count(len(copies), 'copy', 'copies')} of {count(days, 'day')}, newest first."
    return BackupsView(
        backups=tuple(_line(desk, copy) for copy in copies),
        sentence=said if copies else "No copies yet: the first is made before the first change of another day.",
    )


def backups_words(desk: Desk) -> str:
    """How many copies there are, in words."""
    try:
        copies = backups_of(desk.workspace).every_copy()
    except WorkspaceError:
        return "cannot be looked into"
    return count(len(copies), "copy", "copies") if copies else "none yet"


def show_backup(desk: Desk, backup: str) -> BackupView:
    """What would change if a copy were restored; nothing is changed.

    Args:
        desk: Where, when and who.
        backup: Id of the copy, as ``list_backups`` gives it.

    Raises:
        UsageError: If there is no such copy.
        WorkspaceError: If it, or the book it is of, cannot be read.
    """
    copy = _named(desk, backup)
    line = _line(desk, copy)
    then = Book.open(copy.path, _kind_of(desk, copy))
    if not copy.book.exists():
        edits = restoring_edits({}, then.tables(), ())
        return _view(line, edits, (), f"{line.book} is not there: the copy would take its place as it is.", lost=True)
    now = _open(desk, copy)
    edits = restoring_edits(now.tables(), then.tables(), now.history)
    parts: tuple[BackupPart, ...] = ()
    if then.kind == AUDIT_BOOK:
        _refuse_another_audit(now, then)
        parts = parts_of_audit(desk, now, then)
    elif then.kind == SETTING_BOOK:
        parts = parts_of_setting(edits)
    said = f"Going back to this copy would change {count(len(edits), 'entry', 'entries')}." if edits else ""
    return _view(line, edits, parts, said or "Everything in it is as it is now: going back would change nothing.")


def _view(
    line: BackupLine, edits: tuple[Edit, ...], parts: tuple[BackupPart, ...], sentence: str, *, lost: bool = False
) -> BackupView:
    return BackupView(
        backup=line,
        changes=len(edits),
        whole_file=lost,
        sentence=sentence,
        counts=counts_of_edits(edits),
        parts=parts,
        stays=_STAYS.get(line.book.partition("/")[0], "") if line.readable and not lost else "",
    )


def restore(desk: Desk, backup: str) -> RestoredView:
    """Go back to a copy. How it is now is copied first, and stays in the history.

    It is one change, so that undo brings back what was there. Where the book itself is gone, the copy takes its
    place as it is.

    Args:
        desk: Where, when and who.
        backup: Id of the copy, as ``list_backups`` gives it.

    Raises:
        UsageError: If there is no such copy.
        CompactError: If the copy is of another audit than the one that is there now.
        WorkspaceError: If it cannot be read, or something could not be saved; then nothing was restored.
    """
    settle(desk, _NOTHING)
    copy = _named(desk, backup)
    kind = _kind_of(desk, copy)
    then = Book.open(copy.path, kind)
    if not copy.book.exists():
        return _put_back(desk, copy, then)
    now = _open(desk, copy)
    if kind == AUDIT_BOOK:
        _refuse_another_audit(now, then)
    edits = restoring_edits(now.tables(), then.tables(), now.history)
    day = say_day(copy.day)
    if not edits:
        return RestoredView(
            id=_id(desk, copy.path),
            present="",
            changes=0,
            whole_file=False,
            sentence=f"Everything is as it was in the copy of {day} already: nothing was changed.",
            undo="",
        )
    present = backups_of(desk.workspace).take(copy.book, desk.today, "restore")
    kept = _id(desk, present) if present else ""
    commit(desk, now, "restore", f"going back to the copy of {day}", edits)
    undo = "ctrl+z or compact-tui audit undo" if kind == AUDIT_BOOK else f"compact-tui backup restore {kept}"
    return RestoredView(
        id=_id(desk, copy.path),
        present=kept,
        changes=len(edits),
        whole_file=False,
        sentence=f"Back to the copy of {day}: {count(len(edits), 'entry', 'entries')} changed.",
        undo=f"To take it back: {undo}. How it was just before is kept as {kept}.",
        undoable=kind == AUDIT_BOOK,
    )


def _put_back(desk: Desk, copy: BackupCopy, then: Book) -> RestoredView:
    """Write a copy where its book is gone."""
    data, _ = read_bytes(copy.path)
    make_folder(copy.book.parent)
    with locked(copy.book):
        if copy.book.exists():
            raise WorkspaceError(f"{copy.book} is there again.", f"{_NOTHING} Look at it first.")
        write_atomically(copy.book, data)
    return RestoredView(
        id=_id(desk, copy.path),
        present="",
        changes=sum(map(len, then.tables().values())),
        whole_file=True,
        sentence=f"{_inside(desk, copy.book)} is there again, as it was in the copy of {say_day(copy.day)}.",
        undo="There was nothing before, so there is nothing to take back.",
    )


def _named(desk: Desk, backup: str) -> BackupCopy:
    known = {_id(desk, copy.path): copy for copy in backups_of(desk.workspace).every_copy()}
    wanted = backup.strip().replace("\\", "/").removesuffix(".json")
    if wanted not in known:
        hint = did_you_mean(wanted, known) or "compact-tui backup list shows what there is."
        raise UsageError(f'There is no backup "{backup}".', f"{hint} {_NOTHING}")
    return known[wanted]


def _id(desk: Desk, path: Path) -> str:
    return path.relative_to(desk.workspace.backups_folder).with_suffix("").as_posix()


def _inside(desk: Desk, path: Path) -> str:
    return path.relative_to(desk.workspace.root).as_posix()


def _kind_of(desk: Desk, copy: BackupCopy) -> BookKind:
    """What sort of book a copy is of; that of others than the setting and the audits is read out of the copy."""
    if copy.book == desk.workspace.setting_path:
        return SETTING_BOOK
    return AUDIT_BOOK if copy.book.parent == desk.workspace.audits_folder else kind_in(copy.path)


def _open(desk: Desk, copy: BackupCopy) -> Book:
    """The book that a copy is of, as it is now."""
    return open_book(desk, copy.book, _kind_of(desk, copy))


def _refuse_another_audit(now: Book, then: Book) -> None:
    if _head(now) != _head(then):
        raise CompactError(
            "This copy is of another audit, or of another edition of it, than the one that is here now.",
            f"{_NOTHING} Move {now.path.name} out of the folder first, if you want the copy in its place.",
        )


def _head(book: Book) -> tuple[object, ...]:
    rows = book.rows("audit")
    return tuple(rows[0].get(name) for name in ("id", "pack", "edition", "variation")) if rows else ()


def _line(desk: Desk, copy: BackupCopy) -> BackupLine:
    wrong, words = "", _inside(desk, copy.book)
    try:
        book = Book.open(copy.path, _kind_of(desk, copy))
    except WorkspaceError as error:
        wrong = error.message.removeprefix(f"{copy.path} ")
    else:
        words = _book_words(book, words)
    return BackupLine(
        id=_id(desk, copy.path),
        day=copy.day,
        day_words=say_day(copy.day),
        why=copy.why,
        why_words=WHY_WORDS.get(copy.why, f"before {copy.why.replace('-', ' ')}"),
        book=_inside(desk, copy.book),
        book_words=words,
        size=copy.size,
        size_words=size_words(copy.size),
        readable=not wrong,
        state_words=f"cannot be read: it {wrong}" if wrong else "can be read",
    )


def _book_words(book: Book, inside: str) -> str:
    if book.kind == SETTING_BOOK:
        return "About your setting"
    if book.kind == AUDIT_BOOK:
        return next((f"The audit {row.get('cycle')}" for row in book.rows("audit")), inside)
    return inside.removesuffix(".json").replace("/", " ").replace("-", " ").capitalize()
