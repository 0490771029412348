"""Our own copies of what was sent: the return without the text, its page made anew, the draft email taken away."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from compact_tui.core.agency_return import FORMAT as AGENCY
from compact_tui.core.days import say_day
from compact_tui.core.erase_fields import Plain
from compact_tui.core.erase_text import erase_written
from compact_tui.core.erasing import Erasure
from compact_tui.core.errors import FileNotAcceptableError, WorkspaceError
from compact_tui.core.report import report_of
from compact_tui.core.returns import FORMAT
from compact_tui.exchange.return_json import ERASED_KEY, read
from compact_tui.services.desk import Desk
from compact_tui.services.return_files import pack_for
from compact_tui.storage.erasing import Rewritten, document_in, holds, pretty
from compact_tui.storage.reading import read_bytes

_READ_ME, _DRAFT, _PAGE = "-read-me-first.txt", "-email.eml", "-report.html"
"""How the names of what is made with a return end."""
_MADE_AGAIN = {".eml", ".docx"}
"""What is made with a single-agency audit or a letter and cannot be rewritten."""
_OURS = "compact-"
"""How the formats of our sealed documents begin."""
_DRAFT_GONE = "The draft email was taken away, because what was first made is attached to it."
_GONE = "What cannot be rewritten, such as the draft email, was taken away. If it has not gone yet, make it again."


class Step(Struct, frozen=True):
    """A file to be written anew, or taken away."""

    file: Rewritten
    remove: bool = False
    database: bool = False
    """Whether it is a database, which is made anew when it is its turn."""
    gone: frozenset[str] = frozenset()
    """Of the index: the files that are taken away."""


def sent_steps(desk: Desk, files: Mapping[Path, Rewritten], erasure: Erasure) -> tuple[Step, ...]:
    """What to do with the folder of one return; nothing where the text is in none of its files.

    The draft email comes last: as long as it is there, erasing again begins the folder anew.

    Args:
        desk: Where, when and who.
        files: Every file of the folder, and what it would be without the text.
        erasure: What is to go.
    """
    files = {path: file for path, file in files.items() if not file.closed}
    drafts = [path for path in files if path.name.endswith(_DRAFT)]
    held = [path for path in drafts if holds(read_bytes(path)[0], erasure.needles)]
    returns = {path: document for path in files if (document := _return_in(path)) is not None}
    if any(_document(path, AGENCY) is not None for path in files):
        return tuple(_of_agency(files, desk.today))
    if not returns or not any(path.name.endswith(_READ_ME) for path in files):
        return tuple(_of_letters(files, desk.today))
    half_done = drafts and any(document.get(ERASED_KEY) for document in returns.values())
    if not (held or half_done or any(one.data is not None for one in files.values())):
        return ()
    documents = {path: {**_new(files[path], document), ERASED_KEY: desk.today} for path, document in returns.items()}
    steps = list(_others(desk, files, documents, erasure))
    steps += [Step(_with(files[path], pretty(document))) for path, document in documents.items()]
    steps += [Step(_with(files[path], b"", max(files[path].found, 1)), remove=True) for path in drafts]
    return tuple(steps)


def erased_folders(sent: Path) -> frozenset[str]:
    """Names of the folders whose return lost a text."""
    found = (path for path in sent.glob("*/*.json") if (_return_in(path) or {}).get(ERASED_KEY))
    return frozenset(path.parent.name for path in found)


def _others(
    desk: Desk, files: Mapping[Path, Rewritten], documents: Mapping[Path, Plain], erasure: Erasure
) -> Iterator[Step]:
    for path, file in files.items():
        made = _page_of(desk, next(iter(documents.values()))) if path.name.endswith(_PAGE) else None
        if made is not None:
            text, _ = erase_written(made.decode("utf-8"), erasure.needles, erasure.marker)
            yield Step(_with(file, text.encode("utf-8")))
        elif path.name.endswith(_READ_ME):
            yield Step(_with(file, _noted(file.data or read_bytes(path)[0], desk.today)))
        elif not path.name.endswith(_DRAFT) and path not in documents and file.data is not None:
            yield Step(file)


def _with(file: Rewritten, data: bytes, found: int | None = None) -> Rewritten:
    return Rewritten(
        file.path,
        file.kind,
        records=file.records if found is None else found,
        history=file.history,
        kept=file.kept,
        data=data,
    )


def _of_agency(files: Mapping[Path, Rewritten], today: str) -> Iterator[Step]:
    """A single-agency audit: what cannot be rewritten is taken away, since all of it can be made again."""
    if not any(file.holds or file.data is not None for file in files.values()):
        return
    for path, file in files.items():
        document = _document(path, AGENCY)
        if path.name.endswith(_READ_ME[1:]):
            yield Step(_with(file, _noted(file.data or read_bytes(path)[0], today)))
        elif document is not None:
            yield Step(_with(file, pretty({**_new(file, document), ERASED_KEY: today})))
        elif file.holds and path.suffix in _MADE_AGAIN:
            yield Step(_with(file, b"", max(file.found, 1)), remove=True)
        elif file.data is not None:
            yield Step(file)


def _of_letters(files: Mapping[Path, Rewritten], today: str) -> Iterator[Step]:
    """Requests, reminders, receipts, replies, answers and what is passed on: drafts that hold it are taken away.

    Only what the read-me of the folder names is ours; what a person put there is rewritten where it can be, or told.
    """
    if not any(file.holds or file.data is not None for file in files.values()):
        return
    read_me = next((path for path in files if path.name == _READ_ME[1:]), None)
    told = read_bytes(read_me)[0].decode("utf-8", "replace") if read_me else ""
    gone = [path for path, file in files.items() if file.holds and path.suffix in _MADE_AGAIN and path.name in told]
    yield from (Step(_with(files[path], b"", max(files[path].found, 1)), remove=True) for path in gone)
    if read_me is not None:
        data = files[read_me].data or read_bytes(read_me)[0]
        yield Step(_with(files[read_me], _noted(data, today, _GONE if gone else "")))
    for path, file in files.items():
        if file.data is not None and path not in {*gone, read_me}:
            document = document_in(file.data, path)
            ours = document is not None and str(document.get("format", "")).startswith(_OURS)
            yield Step(_with(file, pretty({**document, ERASED_KEY: today})) if document and ours else file)


def _return_in(path: Path) -> Plain | None:
    return _document(path, FORMAT)


def _document(path: Path, format_: str) -> Plain | None:
    """What a file holds, where it says of itself that it is of a format."""
    try:
        document = document_in(read_bytes(path)[0], path)
    except WorkspaceError:
        return None  # said when the file itself is looked through
    return document if document is not None and document.get("format") == format_ else None


def _new(file: Rewritten, document: Plain) -> Plain:
    changed = document_in(file.data, file.path) if file.data is not None else None
    return changed or document


def _page_of(desk: Desk, document: Plain) -> bytes | None:
    """The page of a return as it is now; ``None`` where the file was no sound return before."""
    from compact_tui.exchange.html import page_html

    try:
        return_ = read(pretty(document), damaged_too=True).return_
    except FileNotAcceptableError:
        return None
    return page_html(report_of(return_, pack_for(return_, desk)))


def _noted(data: bytes, day: str, gone: str = _DRAFT_GONE) -> bytes:
    """The read-me with a note on top; one that is there already stays."""
    text = data.decode("utf-8", "replace")
    lines = (
        f"On {say_day(day)} a text was erased from the copies in this folder.",
        *((gone,) if gone else ()),
        "What was sent before that day still holds the text; ask whoever has it to delete it.",
        "",
        "",
    )
    note = "\r\n".join(lines)
    return (text if text.startswith(lines[0]) else note + text).encode("utf-8")
