"""Which files of the workspace hold what is to be erased, and what each would be without it."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from compact_tui.core.erase_text import GAP, Needle, glimpses
from compact_tui.core.erasing import Erasure, Field, Plain, needles_for, texts_in, values_in_return, values_in_tables
from compact_tui.core.errors import WorkspaceError
from compact_tui.core.part import FORMAT as PART_FORMAT
from compact_tui.core.returns import FORMAT
from compact_tui.exchange.return_json import ERASED_KEY
from compact_tui.services.desk import Desk
from compact_tui.services.erase_originals import Held, held_originals
from compact_tui.services.erase_places import Aim
from compact_tui.services.erase_received import received_copy
from compact_tui.services.erase_reports import report_steps
from compact_tui.services.erase_sent import Step, sent_steps
from compact_tui.storage import erase_kinds as kinds
from compact_tui.storage.erase_database import found_in_database
from compact_tui.storage.erasing import Rewritten, document_in, holds, is_book, pretty, rewritten
from compact_tui.storage.reading import read_bytes

_LOOSE = {kinds.SENT, kinds.SIGNED, kinds.PRINTED, kinds.DAMAGED, kinds.REPORT}
"""Where the words of a field are looked for too: what is made from the audit, or by the partnership."""
_MOST_GLIMPSES = 6


class Plan(Struct, frozen=True):
    """What is to be done, and what cannot be."""

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


def plan_of(desk: Desk, aim: Aim) -> Plan:
    """Look through every file of the workspace; nothing is changed.

    Raises:
        WorkspaceError: If a folder cannot be looked into.
    """
    root = desk.workspace.root
    paths = kinds.workspace_files(root)
    content = [path for path in paths if kinds.is_content(path, root)]
    originals = [path for path in paths if kinds.kind_of(path, root) == kinds.ORIGINAL]
    looked = [path for path in paths if path not in {*content, *originals}]
    erasure = _with_words(aim, looked)
    held = held_originals(desk, aim.erasure, originals)
    found = {path: _of_file(desk, aim, erasure, path) for path in looked}
    marked = {path: _erased_on(file, desk.today) for path, file in found.items()}
    books = tuple(file for file in marked.values() if file.kind == kinds.RECORD)
    going = held if aim.originals else ()
    steps = (*_steps(desk, marked, erasure, going), *(Step(one.file, remove=True) for one in going))
    gone = {step.file.path for step in steps if step.remove}
    left = (file for file in marked.values() if file.path not in gone)
    return Plan(
        steps=steps,
        books=books,
        left=tuple(file for file in left if file.holds or file.kept or file.closed),
        content=tuple(path for path in content if _same_words(path, aim.erasure.needles)),
        glimpses=_around(books, aim.erasure.needles, held),
        originals=held,
    )


def _with_words(aim: Aim, paths: list[Path]) -> Erasure:
    """What is to go; of a field also every text that ever stood in it, for pages that were made from it."""
    field = aim.erasure.field
    if field is None:
        return aim.erasure
    values = [value for path in paths for value in _values(aim, path, field)]
    return replace(aim.erasure, needles=needles_for(values))


def _values(aim: Aim, path: Path, field: Field) -> Iterator[str]:
    document = _document(path)
    if document is None or not _belongs(aim, path, document):
        return
    if is_book(document):
        yield from values_in_tables(document, field)
    else:
        yield from values_in_return(document, field)


def _document(path: Path) -> Plain | None:
    try:
        return document_in(read_bytes(path)[0], path)
    except WorkspaceError:
        return None  # said when the file itself is looked through


def _belongs(aim: Aim, path: Path, document: Plain) -> bool:
    """Whether a document is of the audit, or of the setting, whose field is to be emptied."""
    if aim.erasure.field is None:
        return True
    if not is_book(document):
        return document.get("format") == FORMAT and aim.audit in {"", document.get("audit")}
    if aim.book is None:
        return str(document["head"]["book"].get("format", "")).startswith("compact-setting")
    if not aim.audit:
        return str(document["head"]["book"].get("format", "")).startswith(aim.book.kind.format)
    if aim.audit in document.get("audit", {}):
        return True
    return path.name.startswith(f"{aim.book.path.stem}.history-") and path.parent.name == aim.book.path.parent.name


def _of_file(desk: Desk, aim: Aim, erasure: Erasure, path: Path) -> Rewritten:
    root = desk.workspace.root
    kind = kinds.kind_of(path, root)
    if kinds.is_database(path, root):
        return _of_database(path, kind, erasure)
    if aim.erasure.field is None:
        return received_copy(rewritten(path, root, erasure), desk.today)
    document = _document(path)
    of_partnership = aim.book is not None and not aim.audit
    if (
        (of_partnership and kind in _LOOSE)
        or kind == kinds.LENT
        or (document is not None and document.get("format") == PART_FORMAT)
    ):
        return received_copy(rewritten(path, root, replace(erasure, field=None)), desk.today)
    if document is None:
        return rewritten(path, root, erasure) if kind in _LOOSE else Rewritten(path, kind)
    return rewritten(path, root, erasure, structured=_belongs(aim, path, document))


def _of_database(path: Path, kind: str, erasure: Erasure) -> Rewritten:
    if erasure.field is not None:
        return Rewritten(path, kind)
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
            yield from report_steps(together) if file.kind == kinds.REPORT else sent_steps(desk, together, erasure)
        elif file.kind in {kinds.SENT, kinds.REPORT}:
            continue
        elif kinds.is_database(path, desk.workspace.root):
            of_index = gone if file.kind == kinds.INDEX else frozenset()
            if file.records or of_index:
                yield Step(file, database=True, gone=of_index)
        elif file.kind != kinds.RECORD and file.data is not None:
            yield Step(file)


def _same_words(path: Path, needles: tuple[Needle, ...]) -> bool:
    try:
        return bool(needles) and holds(read_bytes(path)[0], needles)
    except WorkspaceError:
        return False


def _around(books: tuple[Rewritten, ...], needles: tuple[Needle, ...], held: tuple[Held, ...]) -> tuple[str, ...]:
    """A few characters around some of the places in the records as they are now, and in what came in."""
    seen: dict[str, None] = {}
    for book in books:
        document = _document(book.path) if book.data is not None else None
        for name, rows in (document or {}).items():
            if name != "history":
                for text in texts_in(rows):
                    seen.update(dict.fromkeys(one for needle in needles for one in glimpses(text, needle)))
    seen.update(dict.fromkeys(text for one in held for text in one.glimpses))
    return tuple(one for one in seen if one != GAP)[:_MOST_GLIMPSES]
