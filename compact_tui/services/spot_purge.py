"""Taking answers out of everything that is kept here: when their time is over, or when the person asks for it."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from compact_tui.core.ask_page import heard_line
from compact_tui.core.asking_views import OwnRows, Purged
from compact_tui.core.change import Change
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError, WorkspaceError
from compact_tui.core.spot import Keeping
from compact_tui.core.spot_forms import MONTHS, parse_initials
from compact_tui.core.spot_purge import Gone, Tables, cutoff, ids_of, purged, purged_rows
from compact_tui.core.text import count
from compact_tui.exchange.spot_json import FORMAT as ROWS
from compact_tui.services.desk import Desk, plain
from compact_tui.services.settling import settle
from compact_tui.services.spot_books import MONTH_BOOK, all_heard, keeping_now
from compact_tui.services.spot_parts import topic_titles
from compact_tui.services.spot_rounds import questions_by_id
from compact_tui.storage.erase_kinds import RECORD, kind_of, workspace_files
from compact_tui.storage.erasing import all_locked, document_in, is_book, replace_file, with_entry
from compact_tui.storage.reading import read_bytes

_NOTHING = "Nothing was taken out."


class _Found(Struct, frozen=True):
    """A file with answers that are to go."""

    path: Path
    tables: Tables
    """As they are to be."""
    answers: int
    record: bool
    """Whether it is a month's book, and no copy or page of history."""


def purge(desk: Desk, *, dry_run: bool = False) -> Purged:
    """Take out answers older than the months that staff were told; of each month and question counts stay.

    Every book, page of history and dated copy is rewritten in one step; doing it again finishes what was interrupted.
    It cannot be undone.

    Args:
        desk: Where, when and who.
        dry_run: Only count what would go.

    Raises:
        WorkspaceError: If what is in memory cannot be saved first, or another program is saving.
    """
    told = keeping_now(desk) or Keeping(months=MONTHS)
    before = cutoff(desk.today, told.months)
    what = f"Answers from before {say_day(before)}"
    return _take_out(desk, Gone(before=before), what, "only counts stay", dry_run=dry_run)


def own_rows(desk: Desk, initials: str) -> OwnRows:
    """What is kept of a person's own answers, by their initials.

    Raises:
        UsageError: If these are no initials.
    """
    wanted = _initials(initials)
    known, titles = questions_by_id(desk), topic_titles()
    rows = [one for one in all_heard(desk) if one.initials == wanted]
    lines = tuple(heard_line(one, known.get(one.question), titles.get(one.topic, one.topic)) for one in rows)
    return OwnRows(initials=wanted, rows=lines, sentence=f"{count(len(lines), 'answer')} with the initials {wanted}.")


def remove_own_rows(desk: Desk, initials: str, *, dry_run: bool = False) -> Purged:
    """Take a person's answers out of every book, page of history and dated copy; no count of them stays.

    Raises:
        UsageError: If these are no initials.
        WorkspaceError: If what is in memory cannot be saved first, or another program is saving.
    """
    wanted = _initials(initials)
    settle(desk, _NOTHING)
    ids = frozenset(id_ for _, tables in _books(desk)[0] for id_ in ids_of(tables, wanted))
    return _take_out(
        desk, Gone(ids=ids), f"Answers with the initials {wanted}", "nothing of them stays", dry_run=dry_run
    )


def _initials(typed: str) -> str:
    try:
        wanted = parse_initials(typed)
    except ValueError as error:
        raise UsageError(str(error), _NOTHING) from error
    if not wanted:
        raise UsageError("Say whose answers: their initials, such as JP.", _NOTHING)
    return wanted


def _take_out(desk: Desk, gone: Gone, what: str, stays: str, *, dry_run: bool) -> Purged:
    settle(desk, _NOTHING)
    if dry_run:
        found, left = _found(desk, gone)
        return _told(found, left, what, f"would go; {stays}", done=False)
    with all_locked(desk.workspace.root, workspace_files(desk.workspace.root)):
        found, left = _found(desk, gone)
        for one in found:  # the books stand last, so that an interrupted purge is met again
            replace_file(one.path, _data(desk, one))
    for book in desk.shelf.books.values():
        if book.path.exists():
            book.refresh()
    return _told(found, left, what, f"are taken out; {stays}", done=True)


def _data(desk: Desk, one: _Found) -> bytes:
    if not one.record:
        return msgspec.json.encode(one.tables)
    line = Change(
        id=desk.new_id("c"),
        at=desk.at,
        by=desk.who,
        verb="purge",
        what=f"taken out for good: {count(one.answers, 'answer')}",
        undoable=False,
        edits=(),
    )
    return with_entry(one.tables, plain(line) or {})


def _told(found: list[_Found], left: list[str], what: str, rest: str, *, done: bool) -> Purged:
    books = [one for one in found if one.record]
    answers = sum(one.answers for one in books)
    files = len(found)
    sentence = f"{what}: {count(answers, 'answer')} in {count(files, 'file')} {rest}." if files else f"{what}: none."
    return Purged(answers=answers, files=files, done=done, sentence=sentence, not_reached=tuple(left))


def _found(desk: Desk, gone: Gone) -> tuple[list[_Found], list[str]]:
    """What would change, and what nobody can look into."""
    books, left = _books(desk)
    found = []
    for path, tables in books:
        after, answers = purged(tables, gone) if is_book(tables) else purged_rows(tables, gone)
        if after != tables:
            found.append(_Found(path, after, answers, kind_of(path, desk.workspace.root) == RECORD))
    return found, left


def _books(desk: Desk) -> tuple[list[tuple[Path, Tables]], list[str]]:
    """Every month's book, page of history and copy, and the files of spot checks that cannot be read."""
    books, left = [], []
    for path in _paths(desk):
        try:
            document = document_in(read_bytes(path)[0], path)
        except WorkspaceError as error:
            left.append(error.message)
            continue
        if document is not None and document.get("format") == ROWS:
            books.append((path, document))
        elif document is None or not is_book(document):
            left.append(f"{path} cannot be read; look into it yourself, or take it away.")
        elif str(document["head"]["book"].get("format", "")).startswith(MONTH_BOOK.format):
            books.append((path, document))
    return books, left


def _paths(desk: Desk) -> Iterator[Path]:
    """The files that a month of spot checks may stand in, also those that were written for another computer."""
    folder = desk.workspace.spot_checks_folder.name
    about = desk.workspace.spot_about_path.stem
    root = desk.workspace.root
    for path in workspace_files(root):
        inside = path.relative_to(root)
        kept = folder in inside.parts[:-1] and not path.name.startswith(about)
        handed_on = inside.parts[0] == desk.workspace.pages_folder.name and path.name.startswith(folder)
        if ".json" in path.name and (kept or handed_on):
            yield path
