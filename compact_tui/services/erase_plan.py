"""Which files of the workspace hold what is to be erased, and what each would be without it."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.erase_fields import texts_in
from compact_tui.core.erase_text import GAP, Needle, glimpses
from compact_tui.core.erasing import Erasure, Tally, erased_tables
from compact_tui.core.errors import WorkspaceError
from compact_tui.core.part import FORMAT as PART_FORMAT
from compact_tui.core.returns import FORMAT
from compact_tui.exchange.return_json import ERASED_KEY
from compact_tui.services.books import audit_books
from compact_tui.services.desk import Desk, Shelf
from compact_tui.services.erase_originals import Held, held_originals
from compact_tui.services.erase_places import Aim
from compact_tui.services.erase_received import received_copy
from compact_tui.services.erase_reports import report_steps
from compact_tui.services.erase_sent import Step, sent_steps
from compact_tui.services.erase_words import belongs, document_at, with_words
from compact_tui.storage import erase_kinds as kinds
from compact_tui.storage.erase_database import found_in_database
from compact_tui.storage.erasing import Rewritten, document_in, holds, is_book, may_hold, pretty, rewritten
from compact_tui.storage.reading import read_bytes
from compact_tui.storage.workspace import Workspace

_MADE = {kinds.SENT, kinds.SIGNED, kinds.PRINTED, kinds.DAMAGED, kinds.REPORT, kinds.OTHER}
"""Where the words of a field are erased too: what is made from the audit, or by the partnership."""
_MOST_GLIMPSES = 6


class Plan(Struct, frozen=True):
    """What is to be done, and what cannot be."""

    erasure: Erasure
    """What is to go; of a field, with the words that ever stood in it."""
    steps: tuple[Step, ...]
    """In the order of doing; what others are made from comes last."""
    books: tuple[Rewritten, ...]
    """The books, which come after everything else."""
    left: tuple[Rewritten, ...]
    """Files that hold it and stay as they are, or that nobody can look into."""
    content: tuple[Path, ...]
    """Files of questions that have the same words."""
    glimpses: tuple[str, ...]
    originals: tuple[Held, ...] = ()
    """The files that came in and hold it; among the steps only where they are taken away."""
    doubtful: tuple[Path, ...] = ()
    """Files made from a field that may hold what stood in it, which is too short to be told from other words."""

    @property
    def still(self) -> tuple[Rewritten, ...]:
        """Files that surely hold it and stay as they are."""
        return tuple(file for file in self.left if file.holds or file.kept)


def plan_of(desk: Desk, aim: Aim, known: Erasure | None = None) -> Plan:
    """Look through every file of the workspace; nothing is changed.

    Args:
        desk: Where, and when.
        aim: What is to go.
        known: What an earlier plan found to go; a field that is empty by now does not know its words any more.

    Raises:
        WorkspaceError: If a folder cannot be looked into.
    """
    root = desk.workspace.root
    paths = kinds.workspace_files(root)
    content = [path for path in paths if kinds.is_content(path, root)]
    originals = [path for path in paths if kinds.kind_of(path, root) == kinds.ORIGINAL]
    looked = [path for path in paths if path not in {*content, *originals}]
    erasure = with_words(aim, (path for path in looked if _at_home(desk, path)), known)
    held = held_originals(desk, aim.erasure, originals)
    found = {path: _of_file(desk, aim, erasure, path) for path in looked}
    marked = {path: _erased_on(file, desk.today) for path, file in found.items()}
    books = tuple(file for file in marked.values() if file.kind == kinds.RECORD)
    going = held if aim.originals else ()
    steps = (*_steps(desk, marked, erasure, going), *(Step(one.file, remove=True) for one in going))
    after = {**marked, **{step.file.path: step.file for step in steps}}
    gone = {step.file.path for step in steps if step.remove}
    left = (file for file in marked.values() if file.path not in gone)
    return Plan(
        erasure=erasure,
        steps=steps,
        books=books,
        left=tuple(file for file in left if file.holds or file.kept or file.closed or file.elsewhere),
        content=tuple(path for path in content if _same_words(path, aim.erasure.needles)),
        glimpses=_around(books, aim.erasure.needles, held),
        originals=held,
        doubtful=tuple(
            _doubtful((file for path, file in after.items() if path not in gone and _at_home(desk, path)), erasure)
        ),
    )


def _doubtful(files: Iterable[Rewritten], erasure: Erasure) -> Iterator[Path]:
    """What has a short text as a word of its own; books and returns are no doubt, as their fields are known."""
    for file in files if erasure.short else ():
        made = file.kind in _MADE or file.kind == kinds.LENT
        if not made or file.closed:
            continue
        data = file.data if file.data is not None else read_bytes(file.path)[0]
        document = document_in(data, file.path)
        if document is not None and (is_book(document) or document.get("format") == FORMAT):
            continue
        if holds(data, erasure.short):
            yield file.path


def _of_file(desk: Desk, aim: Aim, erasure: Erasure, path: Path) -> Rewritten:
    root = desk.workspace.root
    kind = kinds.kind_of(path, root)
    if aim.erasure.field is None:
        if kinds.is_database(path, root):
            return _of_database(path, kind, erasure)
        return received_copy(rewritten(path, root, erasure), desk.today)
    document = document_at(path)
    of_partnership, at_home = aim.book is not None and not aim.audit, _at_home(desk, path)
    made = at_home and kind in _MADE and (document is None or of_partnership)
    if not made and document is not None and (is_book(document) or document.get("format") == FORMAT):
        own = at_home and belongs(aim, path, document)
        return _with_other_fields(rewritten(path, root, erasure, structured=own), erasure)
    part = kind == kinds.LENT or (document is not None and document.get("format") == PART_FORMAT)
    if made or (part and at_home):
        return received_copy(rewritten(path, root, replace(erasure, field=None)), desk.today)
    return _elsewhere(desk, path, kind, replace(erasure, field=None))


def _at_home(desk: Desk, path: Path) -> bool:
    """Whether a file is not of a return on paper; a place is never one of those."""
    return kinds.home_of(path, desk.workspace.root) == desk.workspace.root


def _with_other_fields(file: Rewritten, erasure: Erasure) -> Rewritten:
    """A book that is told where the same words stand at other places in it; they are not what was named."""
    if file.closed or file.kind not in {kinds.RECORD, kinds.PAGE_OF_HISTORY} or not erasure.needles:
        return file
    data = file.data if file.data is not None else read_bytes(file.path)[0]
    if not may_hold(data, erasure.needles):
        return file
    tally = Tally()
    erased_tables(document_in(data, file.path) or {}, replace(erasure, field=None), tally)
    return replace(file, elsewhere=bool(tally.total))


def _elsewhere(desk: Desk, path: Path, kind: str, words: Erasure) -> Rewritten:
    """A file that was not made from a field: it is told where it has the same words, and stays as it is."""
    if not words.needles:
        return Rewritten(path, kind)
    database = kinds.is_database(path, desk.workspace.root)
    found = _of_database(path, kind, words) if database else rewritten(path, desk.workspace.root, words)
    has = bool(found.found or found.holds)
    return Rewritten(path, kind, holds=has, elsewhere=has, closed=found.closed)


def _of_database(path: Path, kind: str, erasure: Erasure) -> Rewritten:
    try:
        found = found_in_database(path, erasure)
    except WorkspaceError as error:
        return Rewritten(path, kind, closed=error.message)
    return Rewritten(path, kind, records=found.records, kept=found.kept)


def _erased_on(file: Rewritten, day: str) -> Rewritten:
    """A copy of what was signed says so when a text was erased from it."""
    if file.kind != kinds.SIGNED or file.data is None:
        return file
    document = document_in(file.data, file.path)
    if document is None or document.get("format") != FORMAT:
        return file
    return replace(file, data=pretty({**document, ERASED_KEY: day}))


def _steps(desk: Desk, found: Mapping[Path, Rewritten], erasure: Erasure, going: tuple[Held, ...]) -> Iterator[Step]:
    gone = frozenset(one.told.sha256 for one in going)
    folders: dict[tuple[str, Path], dict[Path, Rewritten]] = {}
    for path, file in found.items():
        if file.kind in {kinds.SENT, kinds.REPORT}:
            folders.setdefault((file.kind, path.parent), {})[path] = file
    for path, file in found.items():
        if (file.kind, path.parent) in folders:
            together = folders.pop((file.kind, path.parent))
            if file.kind == kinds.REPORT:
                yield from report_steps(together)
            else:
                yield from sent_steps(_desk_of(desk, path), together, erasure)
        elif file.kind in {kinds.SENT, kinds.REPORT}:
            continue
        elif kinds.is_database(path, desk.workspace.root):
            of_index = gone if file.kind == kinds.INDEX else frozenset()
            if file.records or of_index:
                yield Step(file, database=True, gone=of_index)
        elif file.kind != kinds.RECORD and file.data is not None:
            yield Step(file)


def _desk_of(desk: Desk, path: Path) -> Desk:
    """A desk on the workspace that a file is of; its audits know the words of the questions."""
    home = kinds.home_of(path, desk.workspace.root)
    if home == desk.workspace.root:
        return desk
    there = replace(desk, workspace=Workspace(home), audit_id="", shelf=Shelf())
    try:
        audit_books(there)
    except WorkspaceError:
        return desk  # the page is made without those words
    return there


def _same_words(path: Path, needles: tuple[Needle, ...]) -> bool:
    try:
        return bool(needles) and holds(read_bytes(path)[0], needles)
    except WorkspaceError:
        return False


def _around(books: tuple[Rewritten, ...], needles: tuple[Needle, ...], held: tuple[Held, ...]) -> tuple[str, ...]:
    """A few characters around some of the places in the records as they are now, and in what came in."""
    seen: dict[str, None] = {}
    for book in books:
        document = document_at(book.path) if book.data is not None else None
        for name, rows in (document or {}).items():
            if name != "history":
                for text in texts_in(rows):
                    seen.update(dict.fromkeys(one for needle in needles for one in glimpses(text, needle)))
    seen.update(dict.fromkeys(text for one in held for text in one.glimpses))
    return tuple(one for one in seen if one != GAP)[:_MOST_GLIMPSES]
