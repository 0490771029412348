"""Asking for what a command needs, in typed lines on standard error."""

import sys

from compact_tui.core.errors import UsageError
from compact_tui.core.forms import Field
from compact_tui.plain.asking import ask as ask_field
from compact_tui.plain.moving import Ended
from compact_tui.plain.teller import Teller


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
    try:
        return ask_field(Teller(sys.stdin.readline, sys.stderr.write), field, kept)
    except Ended as end:
        raise UsageError("There were no more lines to read.", "Nothing was saved.") from end
