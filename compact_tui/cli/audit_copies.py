"""Other copies of our files, such as those that a sync program leaves: listing and merging them."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.merge_text import add_choices, choices_in, merge_lines, refuse_unknown_lines
from compact_tui.cli.output import print_json, say, table, width
from compact_tui.cli.parser import Parser, add_subgroup, add_verb
from compact_tui.core.errors import ExitCode

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the audit."""
    copies = add_subgroup(
        verbs,
        "copies",
        "List other copies of your files, or merge one.",
        example="audit copies",
        run=list_all,
    )
    verb = add_verb(
        copies,
        "merge",
        merge,
        "Merge another copy of one of your files into it; what both changed is left until you choose.",
        example='audit copies merge "audits/2026-2028-a-1 (1).json" --dry-run',
    )
    verb.add_argument("file", metavar="FILE", help="the copy, as audit copies lists it, or any path")
    add_choices(verb)


def list_all(args: Namespace) -> int:
    """Print the copies that are here."""
    from compact_tui.services.copies import list_copies

    view = list_copies(desk_of(args))
    if wants_json(args):
        print_json(view)
        return 0
    say(view.sentence)
    if view.copies:
        table(args, ("Copy", "Of", "What it holds"), [(one.file, one.book, one.words) for one in view.copies])
        say('See what one would change: compact-tui audit copies merge "FILE" --dry-run')
    return 0


def merge(args: Namespace) -> int:
    """Merge a copy, or show what it would change."""
    from compact_tui.services import copies

    desk, path, choices = desk_of(args), Path(args.file), choices_in(args)
    if choices.lines:
        refuse_unknown_lines(choices, copies.preview_copy(desk, path))
    view = (copies.preview_copy if args.dry_run else copies.merge_copy)(desk, path, choices)
    if wants_json(args):
        print_json(view)
    else:
        say(*merge_lines(view, width()))
    return ExitCode.PUT_RIGHT if view.undecided else ExitCode.DONE
