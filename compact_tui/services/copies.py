"""Other copies of our books: which are there, what differs, and merging one."""

from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.audit import TABLES
from compact_tui.core.change import Plain
from compact_tui.core.copies import CopiesView, CopyLine, before, last_common
from compact_tui.core.errors import FileNotAcceptableError, WorkspaceError
from compact_tui.core.merge_values import Choices, Saying, TableRule
from compact_tui.core.merge_words import AUDIT_RULES, MergeView, merge_view, saying_of
from compact_tui.core.merging import Merged, merge
from compact_tui.core.partnership_words import saying_of_partnership
from compact_tui.core.reader_file import RULES as READING_RULES
from compact_tui.core.text import count
from compact_tui.core.wrong_shape import wrong_shape_at
from compact_tui.services.books import AUDIT_BOOK, SETTING_BOOK, audit_books, current_audit, open_book, pack_beside
from compact_tui.services.collect_index import open_index
from compact_tui.services.desk import Desk, Shelf, backups_of, commit
from compact_tui.services.partnership_book import PARTNERSHIP_BOOK
from compact_tui.services.partnership_pack import pack_asked
from compact_tui.services.settling import settle
from compact_tui.storage.backups import kind_in
from compact_tui.storage.book import Book, BookKind
from compact_tui.storage.copies import copies_beside

_NOTHING = "Nothing was merged."
_ME, _THEM = "Our book", "The copy"
_RULES = {
    AUDIT_BOOK.format: {
        **AUDIT_RULES,
        "reply_answers": TableRule(together=("action", "due", "action_id"), texts=("text",)),
    },
    PARTNERSHIP_BOOK.format: {table: replace(rule, hidden=()) for table, rule in READING_RULES.items()},
}
"""By format of the book; what does not travel in a reader's file does in a copy."""


class _Pair(Struct, frozen=True):
    """A book of ours, and another copy of it."""

    desk: Desk
    book: Book
    copy: Book
    common: int
    """How many of our changes both have; 0 where they share none."""


def list_copies(desk: Desk) -> CopiesView:
    """Other copies of our books that lie beside them, and what each would bring.

    Raises:
        WorkspaceError: If a folder of the workspace cannot be looked into.
    """
    lines = tuple(_line(desk, path, book) for path, book in _found(desk))
    said = f"{count(len(lines), 'other copy', 'other copies')} of your files."
    return CopiesView(copies=lines, sentence=said if lines else "There is one copy of each of your files: all is well.")


def preview_copy(desk: Desk, path: Path, choices: Choices | None = None) -> MergeView:
    """What merging a copy would change; nothing is changed.

    Args:
        desk: Where, when and who.
        path: The copy, in this workspace or anywhere else.
        choices: What was chosen so far.

    Raises:
        FileNotAcceptableError: If it is no copy of a book of ours; says why.
    """
    pair = _pair(desk, _resolved(desk, path))
    return merge_view(_title(pair), _merged(pair, choices), notes=_notes(pair))


def merge_copy(desk: Desk, path: Path, choices: Choices | None = None) -> MergeView:
    """Merge a copy into our book, as one change. A copy of our book is made before.

    Once nothing waits to be decided, a copy that lies beside our book is moved among the backups; it is never deleted.

    Args:
        desk: Where, when and who.
        path: The copy, in this workspace or anywhere else.
        choices: What to do with what both changed.

    Raises:
        FileNotAcceptableError: If it is no copy of a book of ours; says why.
        WorkspaceError: If it could not be saved.
    """
    settle(desk, _NOTHING)
    path = _resolved(desk, path)
    pair = _pair(desk, path)
    merged = _merged(pair, choices)
    notes, backups = _notes(pair), backups_of(desk.workspace)
    if merged.edits:
        backups.take(pair.book.path, desk.today, "merge")
        commit(pair.desk, pair.book, "merge-copy", f"{path.name} merged", merged.edits)
        settle(pair.desk, _NOTHING)
    if not merged.undecided and path.parent.resolve() == pair.book.path.parent.resolve():
        kept = backups.keep(path, pair.book.path, desk.today, "merged")
        desk.shelf.books.pop(path, None)
        desk.shelf.notices[:] = [notice for notice in desk.shelf.notices if path.name not in notice]
        notes = (*notes, f"{path.name} was moved to {kept.relative_to(desk.workspace.root).as_posix()}.")
    return merge_view(_title(pair), merged, notes=notes, done=True)


def _resolved(desk: Desk, path: Path) -> Path:
    """A copy as it was named: by its place in the workspace, as the list has it, or by any path."""
    inside = desk.workspace.root / path
    return inside if inside.is_file() else path.expanduser()


def _found(desk: Desk) -> tuple[tuple[Path, Path], ...]:
    kept = {current_audit(desk, book).head.id: book.path for book in audit_books(desk)}
    audits = []
    for path in desk.workspace.audit_paths():
        if path not in kept.values():
            head = current_audit(desk, open_book(desk, path, AUDIT_BOOK)).head
            audits.append((path, kept[head.id]))
    return (*audits, *((found.path, found.book) for found in copies_beside(desk.workspace)))


def _line(desk: Desk, path: Path, book: Path) -> CopyLine:
    root = desk.workspace.root
    wrong, differs, waits = "", 0, 0
    try:
        view = merge_view("", _merged(_pair(desk, path), None))
    except (FileNotAcceptableError, WorkspaceError) as error:
        wrong = error.message
    else:
        differs, waits = view.theirs + view.both, view.both
    said = (
        f"{count(differs, 'thing')} in it that your file does not have" if differs else "nothing in it is missing here"
    )
    return CopyLine(
        file=path.relative_to(root).as_posix(),
        book=book.relative_to(root).as_posix(),
        book_words=book.stem.replace("-", " ").capitalize(),
        differs=differs,
        waits=waits,
        words=f"cannot be merged: {wrong}" if wrong else f"{said}{f', {waits} changed in both' if waits else ''}",
        readable=not wrong,
    )


def _pair(desk: Desk, path: Path) -> _Pair:
    try:
        kind = kind_in(path)
        book, here = _ours(desk, path, kind)
        copy = Book.open(path, book.kind)
    except WorkspaceError as error:
        raise FileNotAcceptableError(error.message, f"{_NOTHING} The file was left as it is.") from error
    return _Pair(here, book, copy, last_common(book.history, copy.history))


def _ours(desk: Desk, path: Path, kind: BookKind) -> tuple[Book, Desk]:
    """The book of ours that a file is a copy of, and a desk on which it lies."""
    if kind.format == AUDIT_BOOK.format:
        wanted = {row.get("id") for row in Book.open(path, AUDIT_BOOK).rows("audit")}
        for book in audit_books(desk):
            if current_audit(desk, book).head.id in wanted and book.path != path:
                return book, desk
        raise _no_copy(path)
    if kind.format == SETTING_BOOK.format and desk.workspace.setting_path.exists():
        ours = desk.workspace.setting_path
    else:
        ours = next(
            (found.book for found in copies_beside(desk.workspace) if found.path == path), _same_name(desk, path)
        )
    if ours == path or not ours.is_file() or kind_in(ours).format != kind.format:
        raise _no_copy(path)
    here = desk if ours in desk.shelf.books else replace(desk, shelf=Shelf())
    return open_book(here, ours, kind_in(ours)), here


def _same_name(desk: Desk, path: Path) -> Path:
    """Where a file of another workspace stands in ours: under the same name, in the folder of the same name."""
    root = desk.workspace.root
    beside = root / path.parent.name / path.name
    return beside if beside.is_file() else root / path.name


def _no_copy(path: Path) -> FileNotAcceptableError:
    return FileNotAcceptableError(
        f"{path.name} is not another copy of a file of this workspace.",
        f"{_NOTHING} compact-tui audit copies lists the copies that are here.",
    )


def _merged(pair: _Pair, choices: Choices | None) -> Merged:
    mine, theirs = _tables(pair.book), _tables(pair.copy)
    base = _even(pair.book, before(mine, pair.book.history[pair.common :])) if pair.common else {}
    known = _RULES.get(pair.book.kind.format, {})
    rules = {table: known.get(table, TableRule()) for table in pair.book.kind.tables}
    return merge(base, mine, theirs, rules=rules, saying=_saying(pair), choices=choices)


def _saying(pair: _Pair) -> Saying:
    if pair.book.kind.format == AUDIT_BOOK.format:
        return saying_of(pack_beside(pair.desk, pair.book), _ME, _THEM)
    if pair.book.kind.format == PARTNERSHIP_BOOK.format:
        return saying_of_partnership(pack_asked(pair.desk), _settings(pair), _ME, _THEM)
    return Saying(me=_ME, them=_THEM)


def _settings(pair: _Pair) -> dict[str, str]:
    """Names of the settings that either side knows, by id of their entry and of their returns."""
    known = (row for book in (pair.copy, pair.book) for row in book.rows("register"))
    names = {str(row.get("id")): str(row.get("name") or "") for row in known}
    with open_index(pair.desk) as index:
        return names | {row.id: names.get(row.entry) or row.name for row in index.returns()}


def _tables(book: Book) -> dict[str, dict[str, Plain]]:
    return _even(book, {name: dict(rows) for name, rows in book.tables().items()})


def _even(book: Book, tables: dict[str, dict[str, Plain]]) -> dict[str, dict[str, Plain]]:
    """Records with every field that they have today, so that one written by an older version is no difference."""
    if book.kind.format != AUDIT_BOOK.format:
        return tables
    try:
        return {
            table: {key: msgspec.to_builtins(msgspec.convert(row, TABLES[table])) for key, row in rows.items()}
            for table, rows in tables.items()
        }
    except msgspec.ValidationError as error:
        raise FileNotAcceptableError(
            f"{book.path.name} holds a record that cannot be read: {wrong_shape_at(error)}.",
            f"{_NOTHING} The file was left as it is.",
        ) from error


def _title(pair: _Pair) -> str:
    return f"{pair.copy.path.name}, beside {pair.book.path.name}"


def _notes(pair: _Pair) -> tuple[str, ...]:
    if pair.common:
        return ()
    return ("The two have no change in common, so everything that differs is shown as changed by both.",)
