"""Other ways into the audit: a first pass, and answering together."""

from typing import TYPE_CHECKING

from compact_tui.cli.parser import Parser

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the audit."""
