"""One field of a book or of a return: which it is, and the texts that ever stood in it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from compact_tui.core.erase_text import SHORTEST, Needle, fold, is_marker

Plain = dict[str, Any]
Tables = dict[str, dict[str, Plain]]

_HISTORY = "history"
_IN_A_RETURN: Mapping[tuple[str, str], str] = {("summaries", "text"): "summary"}
"""What a field of an audit is called in a return, where that differs."""


class Field(Struct, frozen=True):
    """One field of one record of a book."""

    table: str
    id: str
    name: str

    @property
    def in_return(self) -> str:
        """Its name in a return."""
        return _IN_A_RETURN.get((self.table, self.name), self.name)


def is_of(part: Plain, name: str, field: Field) -> bool:
    """Whether a part of a return is the record that a field is of."""
    if field.table == "setting":
        return name == "setting"
    if field.table == "set_asides":
        return name == "set_asides" and field.id.startswith(f"{part.get('rule')}@{part.get('where') or 'audit'}")
    return part.get("id") == field.id


def texts_in(value: object) -> Iterator[str]:
    """Every text of a plain value; not the names of its fields."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts_in(one)


def names_in(value: object) -> Iterator[str]:
    """The name of every field of a plain value, at any depth."""
    if isinstance(value, list | tuple):
        for one in value:
            yield from names_in(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield name
            yield from names_in(one)


def needles_for(values: Iterable[str]) -> tuple[Needle, ...]:
    """Whole texts as what is looked for, longest first; those too short to be told from other words are left out."""
    long = (text for text, letters in _folded(values) if letters >= SHORTEST)
    return tuple(Needle(text) for text in sorted(long, key=lambda text: (-len(text), text)))


def short_among(values: Iterable[str]) -> tuple[Needle, ...]:
    """Those whole texts that are too short to be told from other words, as words of their own."""
    return tuple(Needle(text, whole=True) for text, letters in sorted(_folded(values)) if 0 < letters < SHORTEST)


def _folded(values: Iterable[str]) -> set[tuple[str, int]]:
    """Texts as they are looked for, each with its number of letters and digits."""
    folded = {fold(value).strip() for value in values if not is_marker(value)}
    return {(text, sum(char.isalnum() for char in text)) for text in folded}


def values_of_change(change: Plain, field: Field) -> Iterator[str]:
    """What a change says that a field held before and after it."""
    for edit in change.get("edits", []):
        if (edit.get("table"), edit.get("id")) == (field.table, field.id):
            for side in ("before", "after"):
                yield from texts_in((edit.get(side) or {}).get(field.name))


def values_in_tables(tables: Tables, field: Field) -> Iterator[str]:
    """Everything that ever stood in a field, as far as a book or a page of its history knows."""
    yield from texts_in(tables.get(field.table, {}).get(field.id, {}).get(field.name))
    for change in tables.get(_HISTORY, {}).values():
        yield from values_of_change(change, field)


def values_in_return(document: object, field: Field, name: str = "") -> Iterator[str]:
    """What stands in a field, as far as a return knows."""
    if isinstance(document, list):
        for one in document:
            yield from values_in_return(one, field, name)
    elif isinstance(document, dict):
        if is_of(document, name, field):
            yield from texts_in(document.get(field.in_return))
        for inner, value in document.items():
            yield from values_in_return(value, field, inner)
