"""Opening the setting's and the audits' books as values."""

from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from compact_tui.core.audit import TABLES, Audit, last_rounds
from compact_tui.core.errors import FileNotAcceptableError, UsageError, WorkspaceError
from compact_tui.core.pack import AuditPack
from compact_tui.core.setting import Setting
from compact_tui.core.switches import with_switches
from compact_tui.core.text import did_you_mean
from compact_tui.core.variation import for_variation
from compact_tui.core.wrong_shape import wrong_shape_at
from compact_tui.services.desk import Desk, backups_of
from compact_tui.storage.book import Book, BookKind
from compact_tui.storage.pack_copy import decode_pack
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.recovery import open_or_recover

_R = TypeVar("_R")

AUDIT_BOOK = BookKind(format="compact-audit", version=1, tables=tuple(TABLES))
SETTING_BOOK = BookKind(format="compact-setting", version=1, tables=("setting",))


class OpenAudit(Struct, frozen=True):
    """An audit that is open on the desk, with its pack as its variation sees it."""

    book: Book
    kept: Audit
    """The audit as it is kept."""
    audit: Audit
    """The same, with what the setting's profile switches off answered as not applicable."""
    pack: AuditPack


def open_book(desk: Desk, path: Path, kind: BookKind) -> Book:
    """The book at a path, opened once and refreshed when the file has changed since.

    Raises:
        WorkspaceError: If it cannot be read and no good copy of it is there.
    """
    book = desk.shelf.books.get(path)
    if book is None:
        book, notice = open_or_recover(path, kind, backups_of(desk.workspace), desk.today)
        desk.shelf.books[path] = book
        if notice:
            _notice(desk, notice)
    elif not book.unsaved:
        book.refresh()
    return book


def read_setting(desk: Desk) -> Setting | None:
    """Who we are; ``None`` while nobody has said."""
    path = desk.workspace.setting_path
    if not path.exists() and path not in desk.shelf.books:
        return None
    found = records_of(open_book(desk, path, SETTING_BOOK), "setting", Setting)
    return found[0] if found else None


def current_audit(desk: Desk, book: Book) -> Audit:
    """The audit that a book holds, made into a value once for each state of the book.

    Raises:
        WorkspaceError: If a record in it is not of the form it should have.
    """
    state = book.history  # another tuple after every change, ours or someone else's
    known = desk.shelf.audits.get(book.path)
    if known is None or known[0] is not state:
        known = desk.shelf.audits[book.path] = (state, audit_of(book))
    return known[1]


def audit_of(book: Book) -> Audit:
    """The audit that a book holds.

    Raises:
        WorkspaceError: If a record in it is not of the form it should have.
    """
    tables = {name: records_of(book, name, record) for name, record in TABLES.items()}
    heads = tables.pop("audit")
    if not heads:
        raise WorkspaceError(
            f"{book.path.name} holds no audit.", "Nothing was changed. Move the file away, or restore a backup."
        )
    return Audit(head=heads[0], **tables)  # type: ignore[arg-type]


def records_of(book: Book, table: str, kind: type[_R]) -> tuple[_R, ...]:
    """The records of a table as values.

    Raises:
        WorkspaceError: If one is not of the form it should have; the file is left as it is.
    """
    try:
        return book.values(table, kind)
    except msgspec.ValidationError as error:
        raise WorkspaceError(
            f"{book.path.name} holds a record that cannot be read: {wrong_shape_at(error)}.",
            "Nothing was changed. Dated copies are in the backups folder.",
        ) from error


def audit_books(desk: Desk) -> tuple[Book, ...]:
    """Every audit of the workspace, oldest file name first.

    Of two files of one audit, such as a sync client's conflicted copy, the one with our name is used; the
    other is left as it is and named among the notices.

    Raises:
        WorkspaceError: If one cannot be read, or the folder of those that lie open is gone.
    """
    found: dict[str, Book] = {}
    for path in _audit_paths(desk):
        book = open_book(desk, path, AUDIT_BOOK)
        head = current_audit(desk, book).head
        other = found.get(head.id)
        if other is not None:
            ours = desk.workspace.audit_path(head.cycle, head.id)
            book, left = (book, other) if path == ours else (other, book)
            _notice(
                desk,
                f"There are two files of the audit {head.cycle}: {book.path.name} is used, and {left.path.name} is "
                "left as it is. Press x, or type compact-tui audit copies, to see what differs and merge it.",
            )
        found[head.id] = book
    return tuple(found.values())


def _audit_paths(desk: Desk) -> tuple[Path, ...]:
    """The audits that are there, and those that lie open here and have gone with their folder or are not saved yet."""
    there = desk.workspace.audit_paths()
    folder = desk.workspace.audits_folder
    away = [path for path in desk.shelf.books if path.parent == folder and path not in there]
    reachable = not away or folder.is_dir()
    missed = [path for path in away if desk.shelf.books[path].unsaved or not reachable]
    for path in set(away) - set(missed):
        del desk.shelf.books[path]
    return tuple(sorted({*there, *missed}))


def _notice(desk: Desk, sentence: str) -> None:
    if sentence not in desk.shelf.notices:
        desk.shelf.notices.append(sentence)


def open_audit(desk: Desk) -> OpenAudit:
    """The audit asked for, or the only one.

    Raises:
        UsageError: If there is none, there are several and none was named, or the id is not known.
        WorkspaceError: If it, or the pack beside it, cannot be read.
    """
    books = {current_audit(desk, book).head.id: book for book in audit_books(desk)}
    if not books:
        raise UsageError(
            "No audit has been started here yet.", "Start one with: compact-tui audit start (or press n on Home)."
        )
    if desk.audit_id and desk.audit_id not in books:
        hint = did_you_mean(desk.audit_id, books) or f"Audits here: {', '.join(books)}."
        raise UsageError(f'There is no audit "{desk.audit_id}" here.', hint)
    going_on = last_rounds(current_audit(desk, book).head for book in books.values())
    if not desk.audit_id and len(going_on) > 1:
        raise UsageError("More than one audit is open here.", f"Say which with --audit: {', '.join(books)}.")
    return audit_in(desk, books[desk.audit_id or going_on[0]])


def one_goes_on(desk: Desk) -> bool:
    """Whether it is clear without asking which audit is meant: the one named, or the only one that goes on."""
    return bool(desk.audit_id) or len(last_rounds(current_audit(desk, b).head for b in audit_books(desk))) == 1


def audit_in(desk: Desk, book: Book) -> OpenAudit:
    """The audit of a book with its pack, as the setting's profile has it.

    Raises:
        WorkspaceError: If it, or the pack beside it, cannot be read.
    """
    kept, pack = current_audit(desk, book), pack_beside(desk, book)
    return OpenAudit(book, kept, with_switches(kept, pack, _profile(desk)), pack)


def _profile(desk: Desk) -> Setting | None:
    """Who we are, as it is in memory where it was read before: a lost file must not hide what is not saved."""
    book = desk.shelf.books.get(desk.workspace.setting_path)
    if book is None:
        return read_setting(desk)
    return next(iter(records_of(book, "setting", Setting)), None)


def pack_beside(desk: Desk, book: Book) -> AuditPack:
    """The pack that an audit is answered under, as its variation sees it.

    Raises:
        WorkspaceError: If its file is not there or cannot be read.
    """
    head = current_audit(desk, book).head
    path = desk.workspace.pack_path(book.path, head.pack_copy)
    if path not in desk.shelf.packs:
        desk.shelf.packs[path] = for_variation(whole_pack_beside(desk, book), head.variation)
    return desk.shelf.packs[path]


def whole_pack_beside(desk: Desk, book: Book) -> AuditPack:
    """The same as it is kept, with what other variations see.

    Raises:
        WorkspaceError: If its file is not there or cannot be read.
    """
    path = desk.workspace.pack_path(book.path, current_audit(desk, book).head.pack_copy)
    try:
        return decode_pack(read_bytes(path)[0])
    except FileNotAcceptableError as error:
        raise WorkspaceError(
            f"{path} cannot be used: {error.message}",
            f"Your answers are safe in {book.path.name}. Put a good copy of the other file in its place.",
        ) from error
