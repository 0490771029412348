"""What commands print: data for programs, lines and columns for people, talk on standard error."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence

import msgspec

from compact_tui.cli.common import wants_json
from compact_tui.core.text import visible, visible_line

_WIDEST = 100
"""Columns of running text that are still easy to read."""


def prepare_streams() -> None:
    """Make printing safe: UTF-8 into files and pipes, and no character that a console cannot show stops a command."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def print_json(value: object) -> None:
    """Print a value in its plain form as one line of JSON."""
    text = msgspec.json.encode(msgspec.to_builtins(value)).decode("utf-8")
    if sys.stdout.isatty() and not text.isprintable():
        text = "".join(char if char.isprintable() else _escaped(char) for char in text)
    sys.stdout.write(f"{text}\n")


def _escaped(char: str) -> str:
    """A character as JSON escapes it, so that it steers no terminal and the data stay the same."""
    units = char.encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def say(*lines: str) -> None:
    """Print lines for a person."""
    for line in lines:
        sys.stdout.write(f"{visible(line)}\n")


def tell(args: Namespace, view: object, *lines: str) -> int:
    """Print a view: as data where that was asked for, else what it says, in lines; 0, as nothing is wrong."""
    if wants_json(args):
        print_json(view)
    else:
        say(*lines)
    return 0


def talk(*lines: str) -> None:
    """Print lines on standard error; empty ones are left out."""
    for line in lines:
        if line:
            sys.stderr.write(f"{visible(line)}\n")


def progress(what: str, every: int) -> Callable[[int, int], bool]:
    """What long work tells how far it is: a line on standard error now and then, where a person sits before it.

    Args:
        what: What is counted, such as ``files``.
        every: After how many of them a line is printed.
    """

    def told(done: int, of: int) -> bool:
        if sys.stderr.isatty() and done and done % every == 0 and done < of:
            talk(f"{done} of {of} {what}")
        return True

    return told


def table(args: Namespace, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print columns: a table on a terminal, plain columns elsewhere and with ``--plain``."""
    cells = [[visible_line(cell) for cell in row] for row in rows]
    if sys.stdout.isatty() and not getattr(args, "plain", False):
        _rich_table(headers, cells, plain_signs=bool(getattr(args, "ascii", False)))
    else:
        sys.stdout.writelines(f"{line}\n" for line in columns([list(headers), *cells]))


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines whose columns stand under each other, two spaces apart."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


def width() -> int:
    """Columns that running text fills: the terminal's, and at most 100."""
    if not sys.stdout.isatty():
        return _WIDEST
    import shutil

    return min(_WIDEST, shutil.get_terminal_size().columns)


def wrapped(text: str, widest: int, indent: str = "") -> list[str]:
    """Running text in lines of at most so many columns, paragraph by paragraph."""
    import textwrap

    lines = []
    for paragraph in text.splitlines():
        lines.extend(textwrap.wrap(paragraph, widest, initial_indent=indent, subsequent_indent=indent))
    return lines


def _rich_table(headers: Sequence[str], rows: Sequence[Sequence[str]], *, plain_signs: bool) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = Table(box=box.ASCII if plain_signs else box.SIMPLE_HEAD, pad_edge=False)
    for header in headers:
        shown.add_column(Text(header))
    for row in rows:
        shown.add_row(*(Text(cell) for cell in row))
    Console(file=sys.stdout, markup=False, highlight=False, emoji=False).print(shown)
