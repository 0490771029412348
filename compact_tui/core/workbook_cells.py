"""What a person typed into a cell, as it is kept; or why it cannot be."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from compact_tui.core.days import parse_day
from compact_tui.core.pack import UNANSWERED, AuditPack, numbered
from compact_tui.core.record import Record
from compact_tui.core.text import clean, clean_line, nearest
from compact_tui.core.workbook import STATES, Column

_SHORT_YEAR = re.compile(r"(.*\D)(\d{2})")
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?$")
_SERIAL = re.compile(r"\d{5}")
_FIRST_DAY = date(1899, 12, 30)
"""Day 0 of spreadsheets."""
_APART = re.compile(r"[,;\n]+|\s+and\s+|\s+&\s+|(?<=\d)\s+(?=\d)")
_MARKS = re.compile(r"[\s.,;:!?\"'\u2018\u2019\u201c\u201d_-]+")
_SHOWN = 60


class Reading:
    """Reads the cells of one audit's workbook in the words of its pack."""

    def __init__(self, pack: AuditPack) -> None:
        self._offered: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
            ("answers", "answer"): tuple((kind.id, kind.word) for kind in pack.answer),
            ("grades", "level"): tuple((level.id, level.word) for level in pack.level),
            ("evidence", "kind"): tuple((kind.id, kind.word) for kind in pack.evidence_kind),
            ("actions", "status"): STATES,
        }
        self._items = {str(standard.number): standard.id for standard in pack.standard}
        for standard in pack.standard:
            self._items |= {number: criterion.id for number, criterion in numbered(standard)}
        self._ids = set(self._items.values())

    def value(self, table: str, field: str, column: Column, text: str, before: Record | None) -> object:
        """What is kept of a cell.

        Args:
            table: Where the record stands.
            field: The field.
            column: The column of the cell.
            text: What was read.
            before: The record as it was lent; ``None`` for a new one.

        Raises:
            ValueError: With a sentence for the person.
        """
        if column.kind == "choice":
            return self._choice(table, field, clean_line(text), before)
        if column.kind == "day":
            return day_in_cell(text)
        if column.kind == "items":
            return self._supports(text, before)
        return clean(text) if column.kind == "text" else clean_line(text)

    def _choice(self, table: str, field: str, text: str, before: Record | None) -> str:
        nothing = UNANSWERED if field == "answer" else STATES[0][0] if field == "status" else ""
        if not text:
            return nothing
        offered = self._offered[table, field]
        known = {folded(name): kept for kept, word in offered for name in (kept, word)}
        kept = str(getattr(before, field, ""))
        found = known.get(folded(text), kept if text == kept else "")
        if found:
            return found
        words = [word for _, word in offered]
        raise ValueError(_not_one_of(text, words, {folded(word): word for word in words}))

    def _supports(self, text: str, before: Record | None) -> tuple[str, ...]:
        kept: tuple[str, ...] = getattr(before, "supports", ())
        named = [part.strip().rstrip(".").strip() for part in _APART.split(text)]
        return tuple(dict.fromkeys(self._item(name, kept) for name in named if name))

    def _item(self, name: str, kept: tuple[str, ...]) -> str:
        if name in kept or name in self._ids:
            return name
        if name.lower() in self._ids:
            return name.lower()
        if name in self._items:
            return self._items[name]
        near = nearest(name.lower(), self._ids)
        also = f' Did you mean "{near}"?' if near else " Numbers stand in the sheets of the parts, such as 1.2."
        raise ValueError(f'"{name[:_SHOWN]}" is not a number of this audit.{also}')


def _not_one_of(text: str, words: list[str], plain: dict[str, str]) -> str:
    near = plain.get(nearest(folded(text), plain), "")
    also = f'Did you mean "{near}"?' if near else f"Choose one of: {', '.join(words)}."
    return f'"{text[:_SHOWN]}" is not one of the words here. {also}'


def folded(text: str) -> str:
    """Words without case, marks and doubled spaces, for comparing headers, questions and answers."""
    return _MARKS.sub(" ", text.casefold()).strip()


def day_in_cell(text: str) -> str:
    """A day as people and spreadsheets write it: ``3/12/26``, ``3-Dec-2026``, a count of days, with a time or not.

    Raises:
        ValueError: With a sentence for the person.
    """
    line = _TIME.sub("", clean_line(text))
    if not line:
        return ""
    if _SERIAL.fullmatch(line):
        return (_FIRST_DAY + timedelta(days=int(line))).isoformat()
    if re.search(r"[a-z]", line, re.IGNORECASE):
        line = re.sub(r"^[a-z]+day,?\s+", "", line.replace("-", " ").replace(",", " "), flags=re.IGNORECASE)
    short = _SHORT_YEAR.fullmatch(line)
    if short and not re.match(r"\d{4}-", line):
        line = f"{short[1]}20{short[2]}"
    try:
        return parse_day(line)
    except ValueError:
        return parse_day(text)


def first_of(texts: Iterable[str]) -> str:
    """The first text that is not empty, short enough to be named."""
    return next((clean_line(text)[:_SHOWN] for text in texts if text.strip()), "")
