"""A walk typed in from its sheet: a row of letters for each board, such as ``t t o w(old number) n(no pool)``."""

import re
from collections.abc import Sequence

from msgspec import Struct

from compact_tui.core.text import clean_line, count
from compact_tui.core.walk import LETTERS, NOT_NEEDED

_PASSED = frozenset("-.")
_LETTER = re.compile(r"\s*(?P<letter>[^\s(),;])\s*(?:\((?P<said>[^)]*)\))?[\s,;]*")


class PaperMark(Struct, frozen=True):
    """What stands on paper at one item."""

    item: str
    mark: str
    note: str = ""
    reason: str = ""


def paper_row(
    text: str, items: Sequence[str], name: str, reasons: dict[str, str] | None = None
) -> tuple[tuple[PaperMark, ...], tuple[str, ...]]:
    """Read one board's row.

    Args:
        text: The letters; ``-`` or ``.`` passes an item over, what stands in brackets is a note or a reason.
        items: Ids of the items, as they are numbered on the sheet.
        name: The board's name, for what cannot be read.
        reasons: Why an item was not needed the last time, by its id: written once is enough.

    Returns:
        The marks, and what cannot be read, in sentences.
    """
    marks: list[PaperMark] = []
    wrong: list[str] = []
    at = number = 0
    line = clean_line(text)
    while at < len(line):
        found = _LETTER.match(line, at)
        if found is None:
            return (), (f'{name}: "{line[at : at + 20]}" cannot be read. Write letters, and brackets that are closed.',)
        at, number = found.end(), number + 1
        letter, said = found["letter"].casefold(), clean_line(found["said"] or "")
        if number > len(items):
            continue
        item = items[number - 1]
        if letter in _PASSED:
            continue
        mark = LETTERS.get(letter, "")
        if not mark:
            wrong.append(f'{name}, number {number}: "{letter}" is not one of {", ".join(LETTERS)} or -.')
        elif mark != NOT_NEEDED:
            marks.append(PaperMark(item, mark, note=said))
        elif said or (reasons or {}).get(item, ""):
            marks.append(PaperMark(item, mark, reason=said or (reasons or {})[item]))
        else:
            wrong.append(f"{name}, number {number}: say why it is not needed, such as n(no pool).")
    if number > len(items):
        wrong.append(f"{name}: there are {count(number, 'letter')} for {count(len(items), 'item')}.")
    return tuple(marks), tuple(wrong)
