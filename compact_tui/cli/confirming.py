"""Asking before something large is done: a question at a terminal, ``--yes`` elsewhere."""

import sys

from compact_tui.cli.common import at_terminal
from compact_tui.cli.output import talk
from compact_tui.core.errors import CompactError, ExitCode


def confirmed(nothing: str, question: str, *lines: str) -> None:
    """Show what would happen and ask; only ``yes`` goes on.

    Args:
        nothing: What is said where it is not done: ``Nothing was erased.``
        question: What is asked.
        lines: What would happen.

    Raises:
        CompactError: If the answer is no, or nobody can be asked.
    """
    if not at_terminal():
        raise CompactError(f"This needs to be confirmed. {nothing}", "Look first, then add --yes.", ExitCode.REFUSED)
    talk(*lines)
    sys.stderr.write(f"{question} Type yes to do it: ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() != "yes":
        raise CompactError(nothing, "Everything is as it was.")
