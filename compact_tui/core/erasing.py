"""Taking a text, or all that ever stood in one field, out of the plain form of a book or of a return."""

import re
from typing import Any

from msgspec import Struct

from compact_tui.core.erase_fields import (
    Field,
    Plain,
    Tables,
    is_of,
    names_in,
    needles_for,
    texts_in,
    values_of_change,
)
from compact_tui.core.erase_tables import stays
from compact_tui.core.erase_text import Needle, is_marker

OURS = frozenset(
    {
        "id", "criterion", "standard", "answer", "level", "suggested", "kind", "status", "pack", "edition", "variation",
        "wording", "started_on", "at", "made_at", "seen_on", "review_by", "due", "done_on", "on", "code", "sha256",
        "file_on", "digest", "supersedes", "sent_on", "receipt_on", "erased_on", "supports", "rule", "mark", "signer",
        "folder", "return_file", "sector", "nursery", "without", "numbers_checked_on", "table", "verb", "undoes",
        "format", "record", "audit", "made_on", "made_by", "grade", "graded_at", "summary_at", "suggested_when_graded",
        "because", "check", "question", "fact", "topic", "bank", "added_on", "added_level", "told_on", "questions",
        "roles", "checked_on", "way", "month", "points", "counts", "ended_at",
    }
)  # fmt: skip
"""Fields that hold ids, days and words of the pack: nobody types into them, and without them a book does not work."""
_IDS_IN_LISTS = frozenset({"evidence", "actions"})
"""Lists of ids in a return; as tables of records they are looked into."""
_OUR_FORMATS, _OUR_NAME = "compact-", re.compile(r"[a-z][a-z0-9_]*")
"""How the formats of our documents begin, and what the fields in them are called that the program itself names."""
_HEAD, _HISTORY = "head", "history"


class Erasure(Struct, frozen=True):
    """What is to go, and what stands there afterwards."""

    marker: str
    needles: tuple[Needle, ...] = ()
    """Texts to go wherever they stand; with a field, from pages and damaged copies only."""
    short: tuple[Needle, ...] = ()
    """Of a field: texts too short to be erased elsewhere; files made from it that may hold them are only told."""
    field: Field | None = None
    """A field of which all goes that ever stood in it."""

    def text(self, text: str) -> tuple[str, int]:
        """A text without what is to go, and how often it was there."""
        total = 0
        for needle in self.needles:
            text, found = needle.replaced(text, self.marker)
            total += found
        return text, total


class Tally:
    """Counts what was erased, and remembers which records were touched."""

    def __init__(self) -> None:
        self.records = 0
        self.history = 0
        self.touched: set[str] = set()
        """Ids of the records that something was erased from."""
        self.kept = 0
        """How often the text is part of what the program itself needs: an id, a day, the name of a file."""
        self.names = 0
        """How often it is part of the name of a field that somebody gave; it stays, too."""

    @property
    def total(self) -> int:
        """Everything that was erased."""
        return self.records + self.history


def erased_tables(tables: Tables, erasure: Erasure, tally: Tally) -> Tables:
    """The tables of a book, or of a page of its history, without what is to go.

    A finding that was set aside at a place that was touched is no longer set aside.
    """
    done: Tables = {}
    for name, rows in tables.items():
        if name == _HEAD:
            done[name] = rows
        elif name == _HISTORY:
            done[name] = {id_: _change(change, erasure, tally) for id_, change in rows.items()}
        else:
            done[name] = {id_: _record(name, id_, row, erasure, tally) for id_, row in rows.items()}
    if "set_asides" in done:
        kept = {id_: row for id_, row in done["set_asides"].items() if row.get("where") not in tally.touched}
        done["set_asides"] = kept
    return done


def _record(table: str, id_: str, row: Plain, erasure: Erasure, tally: Tally) -> Plain:
    done, number = _fields(table, id_, row, erasure, tally)
    tally.records += number
    if number:
        tally.touched.add(id_)
    return done


def _fields(table: str, id_: str, row: Plain, erasure: Erasure, tally: Tally) -> tuple[Plain, int]:
    done, total = {}, 0
    for name, value in row.items():
        done[name], found = _field(table, id_, name, value, erasure, tally)
        total += found
    return done, total


def _field(table: str, id_: str, name: str, value: Any, erasure: Erasure, tally: Tally) -> tuple[Any, int]:
    field = erasure.field
    if field is not None and (table, id_, name) == (field.table, field.id, field.name):
        return _whole(value, erasure.marker)
    if stays(table, name, OURS):
        _note_kept(value, erasure, tally)
        return value, 0
    if field is not None:
        return value, 0
    _note_names(value, erasure, tally, ours=True)
    return _any(value, erasure)


def _whole(value: Any, marker: str) -> tuple[Any, int]:
    if isinstance(value, list):
        left = [marker] if all(isinstance(one, str) for one in value) else []  # where groups stand, no text may
        return (left, 1) if value and value != left else (value, 0)
    if not isinstance(value, str) or not value or is_marker(value):
        return value, 0
    return marker, 1


def _any(value: Any, erasure: Erasure) -> tuple[Any, int]:
    """Any plain value with every text in it looked through."""
    if isinstance(value, str):
        return erasure.text(value)
    if isinstance(value, list):
        pairs = [_any(one, erasure) for one in value]
        return [one for one, _ in pairs], sum(found for _, found in pairs)
    if isinstance(value, dict):
        done = {name: _any(one, erasure) for name, one in value.items()}
        return {name: one for name, (one, _) in done.items()}, sum(found for _, found in done.values())
    return value, 0


def _note_kept(value: Any, erasure: Erasure, tally: Tally) -> None:
    if erasure.field is not None:
        return
    texts = [one for text in texts_in(value) for one in {text, text.replace("-", " ")}]  # an id made of a name
    tally.kept += sum(bool(needle.spans(text)) for text in texts for needle in erasure.needles)


def _note_names(value: Any, erasure: Erasure, tally: Tally, *, ours: bool) -> None:
    if erasure.field is None:
        names = {name for name in names_in(value) if not (ours and _OUR_NAME.fullmatch(name))}
        tally.names += sum(bool(needle.spans(name)) for name in names for needle in erasure.needles)


def _change(change: Plain, erasure: Erasure, tally: Tally) -> Plain:
    """A change of the history: id and times stay, the words go."""
    done = dict(change)
    edits, total = [], 0
    for edit in change.get("edits", []):
        table, id_ = str(edit.get("table", "")), str(edit.get("id", ""))
        sides = {}
        for side in ("before", "after"):
            row = edit.get(side)
            if isinstance(row, dict):
                sides[side], found = _fields(table, id_, row, erasure, tally)
                total += found
        edits.append({**edit, **sides})
    if "edits" in change:
        done["edits"] = edits
    words = erasure
    if erasure.field is not None:
        words = Erasure(erasure.marker, needles_for(values_of_change(change, erasure.field)))
    for name in ("what", "by"):
        if isinstance(change.get(name), str):
            done[name], found = words.text(change[name])
            total += found
    tally.history += total
    return done


def erased_return(document: Plain, erasure: Erasure, tally: Tally) -> Plain:
    """A return as it stands in a file, without what is to go; its digest stays the old one."""
    done: Plain = {}
    for name, value in document.items():
        done[name] = _part("", name, value, erasure, tally)
    _note_names(document, erasure, tally, ours=str(document.get("format", "")).startswith(_OUR_FORMATS))
    return done


def _part(of: str, name: str, value: Any, erasure: Erasure, tally: Tally) -> Any:
    if stays(of, name, OURS) or (name in _IDS_IN_LISTS and _all_text(value)):
        _note_kept(value, erasure, tally)
        return value
    if isinstance(value, dict):
        return _parts(name, value, erasure, tally)
    if isinstance(value, list):
        return [
            _parts(name, one, erasure, tally) if isinstance(one, dict) else _loose(one, erasure, tally) for one in value
        ]
    return _loose(value, erasure, tally)


def _parts(name: str, part: Plain, erasure: Erasure, tally: Tally) -> Plain:
    done = {inner: _part(name, inner, value, erasure, tally) for inner, value in part.items()}
    field = erasure.field
    if field is not None and is_of(part, name, field) and field.in_return in part:
        done[field.in_return], found = _whole(part[field.in_return], erasure.marker)
        tally.records += found
    return done


def _loose(value: Any, erasure: Erasure, tally: Tally) -> Any:
    if erasure.field is not None:
        return value
    done, found = _any(value, erasure)
    tally.records += found
    return done


def _all_text(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
