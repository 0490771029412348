"""What the commands share that take records from one computer to another: a file that is written, and taken in."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.output import tell
from compact_tui.cli.parser import Parser, Verb, add_verb

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.asking_views import RowsTaken
    from compact_tui.core.board_views import WalksTaken


def add_export(verbs: "_SubParsersAction[Parser]", group: str, what: str, run: Verb) -> None:
    """Add the verb that writes records to a file."""
    verb = add_verb(verbs, "export", run, f"Write {what} to a file for another computer.", example=f"{group} export")
    verb.add_argument("--output", metavar="FILE", help="where it goes, instead of the folder of pages")


def add_import(verbs: "_SubParsersAction[Parser]", group: str, what: str, file: str, run: Verb) -> None:
    """Add the verb that takes the records of a file in."""
    text = f"Take in {what} of a file; nothing is taken twice."
    verb = add_verb(verbs, "import", run, text, example=f"{group} import {file}")
    verb.add_argument("file", metavar="FILE", help="the file")
    verb.add_argument("--dry-run", action="store_true", help="only say what would be taken")


def output_of(args: Namespace) -> Path | None:
    """Where a file is to go; ``None`` for the usual folder."""
    return Path(args.output).expanduser() if args.output else None


def tell_taken(args: Namespace, taken: "RowsTaken | WalksTaken", *more: str) -> int:
    """Print what was taken, and where the two computers differ."""
    differing = (f"  {one.id}, {one.what}: ours {one.ours}; theirs {one.theirs}" for one in taken.conflicts)
    return tell(args, taken, taken.sentence, *differing, *more)
