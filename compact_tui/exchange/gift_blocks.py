"""A GIFT file cut into blocks: what stands between blank lines, with the comments and the category that hold for it."""

import re
from collections.abc import Iterator
from itertools import dropwhile

from msgspec import Struct

from compact_tui.exchange.gift_text import one_line

CATEGORY = "$CATEGORY:"
COMMENT = "//"
NOTE = "compact:"
"""Begins a comment in which this program keeps what GIFT has no place for."""
_IN_COMMENT = re.compile(r"\[(id|tag):((?:[^\]\\]|\\.)*+)(\]|\\?$)")
"""What has no end is matched up to the end of the line, so that it is looked at once only."""
_BACKSLASHED = re.compile(r"\\(.)")
_CONTEXT = re.compile(r"(?:\$\w+\$|top)?")
_TO_BACKSLASH = re.compile(r"[\\\]]")


class Block(Struct, frozen=True):
    """What stands between two blank lines."""

    line: int
    """Of its first words, counted from 1."""
    text: str
    """Without comments and category; a line that was one is empty, so that lines can be counted."""
    category: tuple[str, ...] = ()
    """Parts of the path that holds here."""
    id: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""
    """What this program noted, as JSON."""
    note_line: int = 0


def blocks(lines: list[str]) -> Iterator[Block]:
    """The blocks of a file in their order; those of comments only have an empty text."""
    category: tuple[str, ...] = ()
    held: list[str] = []
    for number, line in enumerate((*lines, ""), start=1):
        if line.strip():
            held.append(line)
        elif held:
            block = _block(held, number - len(held), category)
            category = block.category
            yield block
            held = []


def _block(held: list[str], first: int, category: tuple[str, ...]) -> Block:
    kept: list[str] = []
    name, note, note_line, start = "", "", first, 0
    tags: list[str] = []
    for at, line in enumerate(held):
        words = line.strip()
        if words.startswith(COMMENT):
            said = words[len(COMMENT) :].strip()
            if said.startswith(NOTE):
                note, note_line = said[len(NOTE) :], first + at
            else:
                found = [one for one in _IN_COMMENT.finditer(said) if one[3] == "]"]
                name = name or next((_value(one) for one in found if one[1] == "id"), "")
                tags += [_value(one) for one in found if one[1] == "tag"]
        elif words.startswith(CATEGORY) and not start:
            category = category_parts(words[len(CATEGORY) :])
        else:
            start = start or first + at
            kept.append(line)
            continue
        if start:
            kept.append("")
    return Block(start or first, "\n".join(kept), category, name, tuple(tags), note, note_line)


def _value(found: re.Match[str]) -> str:
    return _BACKSLASHED.sub(r"\1", found[2])


def category_parts(path: str) -> tuple[str, ...]:
    """The names in a path of categories; ``//`` is a slash within a name, context and ``top`` are left out."""
    halves = one_line(path).replace("//", "\x00").split("/")
    parts = [part.strip().replace("\x00", "/") for part in halves]
    return tuple(part for part in dropwhile(_CONTEXT.fullmatch, parts) if part)


def category_line(*names: str) -> str:
    """The line that puts what follows it into a category of the course."""
    parts = [name.replace("/", "//") for word in names if (name := one_line(word))]
    return f"{CATEGORY} " + "/".join(("$course$", "top", *parts))


def comment_value(what: str, value: str) -> str:
    """An id or a tag as it stands in a comment."""
    return f"[{what}:{_TO_BACKSLASH.sub(lambda found: chr(92) + found[0], one_line(value))}]"
