"""Finds the line on which a table or key of a TOML text stands, so that a mistake can be shown to its author."""

import re
from collections.abc import Iterator, Mapping

from compact_tui.core.problems import Path

_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"\\]*"|'[^']*')"""
_DOTTED = re.compile(rf"{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*+")
_HEADING = re.compile(r"[ \t]*(?P<open>\[\[?)[ \t]*")
_KEY_END = re.compile(r"[ \t]*=[ \t]*")
_MOST_PARTS = 16


def line_index(text: str) -> Mapping[Path, int]:
    """The line, from 1, of every table and key; nested tables are counted within their parent.

    Tables and keys that are written inside brackets on one line stand where their key stands.
    A text that is not sound TOML gives the lines up to where it can be followed.
    """
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    table: Path = ()
    for number, line in _statements(text):
        heading = _HEADING.match(line)
        if heading:
            names = _names(line, heading.end(), heading=True)
            if names:
                table = _open_table(names, heading["open"] == "[[", counts)
                lines.setdefault(table, number)
                if isinstance(table[-1], int):
                    lines.setdefault(table[:-1], number)
            continue
        stripped = len(line) - len(line.lstrip())
        names = _names(line, stripped)
        for end in range(1, len(names) + 1):
            lines.setdefault((*table, *names[:end]), number)
    return lines


def line_of(lines: Mapping[Path, int], path: Path) -> int:
    """The line of a path, or of the nearest thing around it; 0 when nothing around it is known."""
    for end in range(len(path), 0, -1):
        if path[:end] in lines:
            return lines[path[:end]]
    return 0


def _open_table(names: tuple[str, ...], repeated: bool, counts: dict[Path, int]) -> Path:
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in counts:
            path = (*path, counts[path] - 1)
    path = (*path, names[-1])
    if repeated:
        counts[path] = counts.get(path, 0) + 1
        path = (*path, counts[path] - 1)
    return path


def _names(line: str, start: int, heading: bool = False) -> tuple[str, ...]:
    """The names of a heading or of a dotted key; empty when there is none or it is absurdly deep."""
    found = _DOTTED.match(line, start)
    if found is None or (not heading and not _KEY_END.match(line, found.end())):
        return ()
    names = tuple(name.strip("\"'") for name in re.findall(_NAME, found[0]))
    return names if len(names) <= _MOST_PARTS else ()


_TOKEN = re.compile(r'''"""|\'\'\'|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+'|#[^\n]*+|[\[\]{}]|\n''')
_CLOSING = {'"""': re.compile(r'(?:[^"\\]|\\.|"(?!""))*+"""', re.DOTALL), "'''": re.compile(r"(?:[^']|'(?!''))*+'''")}


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Each line that begins a heading or a key, with its number: not those inside texts and lists."""
    start = at = 0
    number, depth = 1, 0
    fresh = True
    while at < len(text):
        if fresh and start == at:
            end = text.find("\n", at)
            yield number, text[at : end if end >= 0 else len(text)]
        token = _TOKEN.search(text, at)
        if token is None:
            return
        at = token.end()
        match token[0]:
            case '"""' | "'''":
                closing = _CLOSING[token[0]].match(text, at)
                if closing is None:
                    return
                number += closing[0].count("\n")
                at = closing.end()
            case "[" | "{":
                depth += 1
            case "]" | "}":
                depth = max(0, depth - 1)
            case "\n":
                number, start, fresh = number + 1, at, depth == 0
            case _:
                pass
