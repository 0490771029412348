"""The lines of a poster: what each is by the way it begins, and what is filled into it."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

TITLE, HEADING, LARGE, POINT, STEP, ALARM, TEXT = "title", "heading", "large", "point", "step", "alarm", "text"
LINE_KINDS: tuple[tuple[str, str, str], ...] = (
    ("## ", HEADING, "a heading"),
    ("# ", TITLE, "the title, once and first"),
    ("> ", LARGE, "a name or number in large letters"),
    ("- ", POINT, "a point"),
    ("1. ", STEP, "a step; steps are numbered by themselves"),
    ("! ", ALARM, "what to do when there is danger now, in a box"),
)
"""How a line begins, what it is, and what that means; any other line is running text."""
OPTIONAL = "? "
"""Stands in front of a line that is left out where the profile does not say what it needs."""
NUMBER = "number:"
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class PosterLine(Struct, frozen=True):
    """A line as it was written."""

    kind: str
    text: str
    """With its placeholders."""
    optional: bool = False


def poster_line(written: str) -> PosterLine:
    """What a line is, by the way it begins."""
    optional = written.startswith(OPTIONAL)
    bare = written.removeprefix(OPTIONAL)
    for begins, kind, _ in LINE_KINDS:
        if bare.startswith(begins):
            return PosterLine(kind, bare.removeprefix(begins).strip(), optional)
    return PosterLine(TEXT, bare.strip(), optional)


def poster_lines(lines: Sequence[str]) -> tuple[PosterLine, ...]:
    """Every line, in its order."""
    return tuple(poster_line(line) for line in lines)


def placeholders(text: str) -> Iterator[str]:
    """What stands in braces in a text, in its order."""
    for found in PLACEHOLDER.finditer(text):
        yield found.group(1).strip()
