"""The words that ever stood in a field, worked out from the books and returns that know them."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.erase_fields import (
    Field,
    Plain,
    needles_for,
    short_among,
    values_in_return,
    values_in_tables,
)
from compact_tui.core.erasing import Erasure
from compact_tui.core.errors import WorkspaceError
from compact_tui.core.returns import FORMAT
from compact_tui.services.erase_places import Aim
from compact_tui.storage.erasing import document_in, is_book
from compact_tui.storage.reading import read_bytes


def with_words(aim: Aim, paths: Iterable[Path], known: Erasure | None = None) -> Erasure:
    """What is to go; of a field also every text that ever stood in it, for what was made from it.

    Args:
        aim: What a person named.
        paths: The files that may know what stood in the field.
        known: What was found to go before; once a field is empty, no file knows its words any more.
    """
    field = aim.erasure.field
    if field is None:
        return aim.erasure
    before = (one.folded for one in (*known.needles, *known.short)) if known else ()
    values = tuple(chain(before, *(_values(aim, path, field) for path in paths)))
    return replace(aim.erasure, needles=needles_for(values), short=short_among(values))


def _values(aim: Aim, path: Path, field: Field) -> Iterator[str]:
    document = document_at(path)
    if document is None or not belongs(aim, path, document):
        return
    if is_book(document):
        yield from values_in_tables(document, field)
    else:
        yield from values_in_return(document, field)


def document_at(path: Path) -> Plain | None:
    """What a JSON file says; ``None`` if it is not a sound one or cannot be read."""
    try:
        return document_in(read_bytes(path)[0], path)
    except WorkspaceError:
        return None  # said when the file itself is looked through


def belongs(aim: Aim, path: Path, document: Plain) -> bool:
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
