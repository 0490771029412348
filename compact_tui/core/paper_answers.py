"""Answers typed in from paper: one a line, a number on the sheet or a question's id, and a level."""

import re
from collections.abc import Mapping, Sequence

from compact_tui.core.spot import FULL, KNEW_WHERE, LEVELS, NOT_YET, PARTIAL
from compact_tui.core.text import clean_line

SHORT: Mapping[str, str] = {"f": FULL, "p": PARTIAL, "n": NOT_YET, "k": KNEW_WHERE}
"""A letter for each level, as on the screen."""
_LINE = re.compile(r"(?P<name>\S+)\s+(?P<level>.+)")


def paper_answers(text: str, sheet: Sequence[str] = ()) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Read answers from paper.

    Args:
        text: One answer a line, or several with a semicolon between.
        sheet: Ids of the questions on the sheet, in their order; empty where each is named by its id.

    Returns:
        Question and level of each answer, and what cannot be read, in sentences that name the line.
    """
    read: dict[str, str] = {}
    wrong = []
    lines = [line for line in (clean_line(part) for part in re.split(r"[\n;]", text)) if line]
    for at, line in enumerate(lines, 1):
        found = _LINE.fullmatch(line)
        level = _level(found["level"]) if found else ""
        if found is None or not level:
            wrong.append(f'Answer {at}, "{line}": write a number or an id, then full, partial, not-yet or knew-where.')
            continue
        name = _question(found["name"], sheet)
        if not name:
            wrong.append(f'Answer {at}, "{line}": there is no such question on this sheet.')
        elif name in read:
            wrong.append(f'Answer {at}, "{line}": this question has an answer already.')
        else:
            read[name] = level
    if not lines:
        wrong.append("There are no answers yet.")
    return tuple(read.items()), tuple(wrong)


def _level(said: str) -> str:
    word = said.casefold()
    for level, words in LEVELS:
        if word in {level, words}:
            return level
    return SHORT.get(word, "")


def _question(name: str, sheet: Sequence[str]) -> str:
    number = name.rstrip(".)")
    if sheet and number.isascii() and number.isdigit():
        at = int(number[:6])
        return sheet[at - 1] if 1 <= at <= len(sheet) else ""
    return name if not sheet or name in sheet else ""
