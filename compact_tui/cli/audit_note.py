"""Writing the note beside a criterion, or the private one that never leaves."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, text_of, wants_json, warn_beside
from compact_tui.cli.output import print_json, say
from compact_tui.cli.parser import Parser, add_verb

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verb to the group of the audit."""
    verb = add_verb(
        verbs, "note", note, "Write the note beside a criterion.", example='audit note 3.2 "Ask Bo" --private'
    )
    verb.add_argument("criterion", metavar="CRITERION", help="its id, or its number such as 3.2")
    verb.add_argument("text", metavar="TEXT", help="the whole note; - reads it from standard input")
    verb.add_argument("--private", action="store_true", help="the private note, which never leaves this computer")


def note(args: Namespace) -> int:
    """Write the note."""
    from compact_tui.services.answering import write_note

    text = text_of(args, "text") or ""
    view, _ = write_note(desk_of(args), args.criterion, text, private=args.private)
    warn_beside(args, text)
    if wants_json(args):
        print_json(view)
        return 0
    which = "Private note" if args.private else "Note"
    kept = view.private_note if args.private else view.note
    say(f"{which} {'kept' if kept else 'taken away'} for {view.number} {view.question}")
    return 0
