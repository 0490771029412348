"""Asking for what a command needs, in typed lines on standard error."""

import sys

from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Field
from compact_tui.plain.asking import ask as ask_field
from compact_tui.plain.moving import Ended, Moved
from compact_tui.plain.teller import Teller


class _Stopped(Exception):  # noqa: N818 (not an error: a person leaves)
    """A person interrupted while a line was read."""


def ask(field: Field, kept: str = "") -> str:
    """Ask for a field until what is typed can be taken.

    Args:
        field: What is asked.
        kept: What an empty line keeps, as a person would type it.

    Returns:
        What was typed, or what was kept.

    Raises:
        UsageError: If there are no more lines to read.
        KeyboardInterrupt: If the person stops it, or wants to be elsewhere: a command has no step back.
    """
    try:
        return ask_field(Teller(_line, sys.stderr.write), field, kept)
    except (_Stopped, Moved) as stop:
        raise KeyboardInterrupt from stop
    except Ended as end:
        raise UsageError("There were no more lines to read.", "Nothing was saved.") from end


def _line() -> str:
    """The next line that is typed; an interruption ends the command at once, and takes no step back."""
    try:
        return sys.stdin.readline()
    except KeyboardInterrupt as stop:
        raise _Stopped from stop
