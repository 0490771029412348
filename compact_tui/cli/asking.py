"""Asking by typed lines: one question a line, choices numbered, nothing redrawn."""

import sys

from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Field, parse_field
from compact_tui.core.text import visible, visible_line


def ask(field: Field, kept: str = "") -> str:
    """Ask for a field until what is typed can be taken.

    Args:
        field: What is asked.
        kept: What an empty line keeps, as a person would type it.

    Returns:
        What was typed, or what was kept.

    Raises:
        UsageError: If there are no more lines to read.
    """
    _write(f"\n{field.question}\n")
    if field.help:
        _write(f"  {field.help}\n")
    for number, (_, words) in enumerate(field.choices, 1):
        _write(f"  {number}. {words}\n")
    while True:
        typed = _line(field, kept)
        if not typed and kept:
            return kept
        chosen = _chosen(field, typed)
        try:
            parse_field(field, chosen)
        except ValueError as error:
            _write(f"  {error}\n")
        else:
            return chosen


def _line(field: Field, kept: str) -> str:
    now = dict(field.choices).get(kept, kept)
    _write(f"[{visible_line(now)}] > " if now else "> ")
    line = sys.stdin.readline()
    if not line:
        raise UsageError("There were no more lines to read.", "Nothing was saved.")
    return line.strip()


def _chosen(field: Field, typed: str) -> str:
    """What was typed, with the number of a choice turned into its id."""
    if field.choices and typed.isdecimal() and 1 <= int(typed) <= len(field.choices):
        return field.choices[int(typed) - 1][0]
    return typed


def _write(text: str) -> None:
    sys.stderr.write(visible(text))
    sys.stderr.flush()
