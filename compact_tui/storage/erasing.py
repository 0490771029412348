"""Rewriting the files of a workspace without a text: each whole and in one step, whatever happens in between."""

import base64
import binascii
import codecs
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from compact_tui.core.erase_fields import Plain, Tables
from compact_tui.core.erase_text import Needle, erase_written, fold, readings, said, spans_of
from compact_tui.core.erasing import Erasure, Tally, erased_return, erased_tables
from compact_tui.core.errors import WorkspaceError
from compact_tui.storage.atomic import write_atomically
from compact_tui.storage.erase_kinds import RECORD, is_content, kind_of
from compact_tui.storage.faults import DamagedError, write_fault
from compact_tui.storage.kind import HEAD, HEAD_ID, HISTORY
from compact_tui.storage.locking import locked
from compact_tui.storage.reading import parse_json, read_bytes

_BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\xd0\xcf\x11\xe0", b"\x1f\x8b")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{60,}\r?\n)*[A-Za-z0-9+/]{8,}={0,2}(?:\r?\n[A-Za-z0-9+/]{1,7}={0,2})?(?![\w+/])")
_LARGEST_MEMBER = 16 * 1024 * 1024
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Rewritten(Struct, frozen=True):
    """A file, and what it would be without what is to go."""

    path: Path
    kind: str
    records: int = 0
    """How often it was erased, but for the history in it."""
    history: int = 0
    kept: int = 0
    """How often it is part of what the program needs, or of the name of a field, and stays."""
    data: bytes | None = None
    """The new content; ``None`` where nothing changes."""
    holds: bool = False
    """Whether the text is in it in a form that cannot be rewritten."""
    elsewhere: bool = False
    """Whether the words of a field stand in it at places that are not the field's, nor made from it."""
    closed: str = ""
    """Why nobody can look into it; empty for all others."""

    @property
    def found(self) -> int:
        """Everything that is erased from it."""
        return self.records + self.history


def _looks_like_document(path: Path) -> bool:
    return path.suffix.lower() == ".json" or ".json." in path.name


def document_in(data: bytes, path: Path) -> Plain | None:
    """What a JSON file says; ``None`` if it is not a sound one."""
    if not _looks_like_document(path):
        return None
    try:
        value = parse_json(data, path)
    except DamagedError:
        return None
    return value if isinstance(value, dict) else None


def is_book(document: Plain) -> bool:
    """Whether a document is a book, or a page of the history of one."""
    head = document.get(HEAD)
    book = head.get(HEAD_ID) if isinstance(head, dict) else None
    return isinstance(book, dict) and all(
        isinstance(rows, dict) and all(isinstance(row, dict) for row in rows.values()) for rows in document.values()
    )


def rewritten(path: Path, root: Path, erasure: Erasure, *, structured: bool = True) -> Rewritten:
    """What a file would be without what is to go.

    Args:
        path: The file.
        root: The workspace.
        erasure: What is to go.
        structured: Whether it is taken apart as a book or a return, where it is one; else it is only looked through.
    """
    kind = kind_of(path, root)
    if path.is_symlink():
        return Rewritten(path, kind, closed="it is a link to a file elsewhere")
    try:
        data, _ = read_bytes(path)
    except WorkspaceError as error:
        return Rewritten(path, kind, closed=error.message)
    if _looks_like_document(path) and erasure.field is None and not may_hold(data, erasure.needles):
        return Rewritten(path, kind)
    document = document_in(data, path)
    if document is not None:
        return _of_document(path, kind, document, erasure) if structured else Rewritten(path, kind)
    return _of_text(path, kind, data, erasure)


def may_hold(data: bytes, needles: tuple[Needle, ...]) -> bool:
    """Whether it is worth taking a document apart; true for what is no text."""
    decoded = _decoded(data)
    folded = fold(said(decoded[0], "json")) if decoded else ""
    return decoded is None or any(needle.folded in folded for needle in needles)


def _of_document(path: Path, kind: str, document: Plain, erasure: Erasure) -> Rewritten:
    tally = Tally()
    if is_book(document):
        done: Plain = erased_tables(document, erasure, tally)
        data = msgspec.json.encode(done)
    else:
        done = erased_return(document, erasure, tally)
        data = pretty(done)
    new = None if done == document else data
    return Rewritten(path, kind, records=tally.records, history=tally.history, kept=tally.kept + tally.names, data=new)


def pretty(document: Plain) -> bytes:
    """A document as returns are written."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def _of_text(path: Path, kind: str, data: bytes, erasure: Erasure) -> Rewritten:
    decoded = _decoded(data)
    if decoded is None:
        inside = zip_texts(data)
        if inside is None:
            return Rewritten(path, kind, closed="it is no text: nobody looks into it here")
        return Rewritten(path, kind, holds=any(holds(one, erasure.needles) for one in inside))
    text, encoding = decoded
    new, found = erase_written(text, erasure.needles, erasure.marker)
    if not found:
        return Rewritten(path, kind, holds=holds(data, erasure.needles))
    made = new.encode(encoding)
    return Rewritten(path, kind, records=found, data=made, holds=holds(made, erasure.needles))


def _decoded(data: bytes) -> tuple[str, str] | None:
    """A text and its encoding; ``None`` for what is no text."""
    for mark, encoding in _UTF16.items():
        if data.startswith(mark) and len(data) % 2 == 0:
            return data.decode(encoding, "surrogatepass"), encoding
    if data.startswith((*_BINARY, b"PK\x03\x04")) or _CONTROL.search(data[:8192]):
        return None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "latin-1"


def zip_texts(data: bytes) -> tuple[bytes, ...] | None:
    """The files in a zip file, such as a Word document; ``None`` if it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            small = [info for info in archive.infolist() if info.file_size <= _LARGEST_MEMBER]
            return tuple(archive.read(info) for info in small if not info.flag_bits & 1)
    except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError, ValueError, RuntimeError, binascii.Error):
        return None


def holds(data: bytes, needles: Iterable[Needle], *, deep: int = 2) -> bool:
    """Whether a text is in a file in any form known here, also in an attachment of an email."""
    decoded = _decoded(data)
    wanted = tuple(needles)
    if decoded is None:
        return deep > 0 and any(holds(one, wanted, deep=deep - 1) for one in zip_texts(data) or ())
    text = decoded[0]
    if any(spans_of(reading, wanted) for reading in readings(text)):
        return True
    return deep > 0 and any(holds(one, wanted, deep=deep - 1) for one in _attached(text))


def _attached(text: str) -> Iterator[bytes]:
    for found in _BASE64.finditer(text):
        plain = "".join(found[0].split())
        try:
            yield base64.b64decode(plain + "=" * (-len(plain) % 4))
        except binascii.Error:
            continue


def replace_file(path: Path, data: bytes) -> None:
    """Write the new content of a file in one step.

    Raises:
        WorkspaceError: If that was not possible; the file is as it was.
    """
    write_atomically(path, data)


def remove_file(path: Path) -> None:
    """Take a file away.

    Raises:
        WorkspaceError: If that was not possible.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise write_fault(path, error) from error


def found_in(data: bytes, erasure: Erasure) -> int:
    """How often a file that must stay as it is holds a text, but for ids and words of the program; 0 for not at all."""
    if not may_hold(data, erasure.needles):
        return 0
    try:
        document = parse_json(data, Path())
    except DamagedError:
        return int(holds(data, erasure.needles))
    tally = Tally()
    erased_return(document if isinstance(document, dict) else {"": document}, erasure, tally)
    return tally.records + tally.names


def with_entry(document: Tables, entry: dict[str, Any]) -> bytes:
    """A book with one more line in its history, which says what was done to it, and the next revision."""
    head = document[HEAD][HEAD_ID]
    revision = int(head["revision"]) + 1
    history = {**document.get(HISTORY, {}), str(entry["id"]): {**entry, "revision": revision}}
    return msgspec.json.encode(
        {**document, HEAD: {**document[HEAD], HEAD_ID: {**head, "revision": revision}}, HISTORY: history}
    )


@contextmanager
def all_locked(root: Path, paths: Iterable[Path]) -> Iterator[None]:
    """Keep every other program from saving any of the books meanwhile, and from erasing too.

    Raises:
        WorkspaceError: If another one does not let go in time.
    """
    with ExitStack() as stack:
        stack.enter_context(locked(root / "erase"))
        for path in paths:
            if kind_of(path, root) == RECORD and not is_content(path, root):
                stack.enter_context(locked(path))
        yield
