"""The return: making it, reading and checking one, and noting what became of it."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli import return_reply
from compact_tui.cli.common import desk_of, text_of, wants_json
from compact_tui.cli.output import print_json, say, talk, tell, width
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.core.errors import UsageError
from compact_tui.core.text import count

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.return_views import ReturnSentView


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the group."""
    verbs = add_group(groups, "return")
    add_verb(verbs, "make", make, "Make the return: a folder with everything to send.", example="return make")
    verb = add_verb(verbs, "show", show, "Show what a return file says.", example="return show a-return.json")
    verb.add_argument("file", metavar="FILE", help="the .json file of a return")
    verb = add_verb(
        verbs,
        "verify",
        verify,
        "Check that a return file is whole and unaltered.",
        example="return verify a-return.json",
    )
    verb.add_argument("file", metavar="FILE", help="the .json file of a return")
    verb = add_verb(
        verbs, "sent", sent, "Note that a return was sent.", example="return sent r-7k2m9xq4 --on 2026-12-04 --by Head"
    )
    verb.add_argument("id", metavar="ID", help="its id, as return make gave it")
    verb.add_argument("--on", required=True, metavar="DATE", help="the day it was sent")
    verb = add_verb(
        verbs, "receipt", receipt, "Note that a receipt came.", example="return receipt r-7k2m9xq4 --on 2026-12-09"
    )
    verb.add_argument("id", metavar="ID-or-FILE", help="its id, as return make gave it, or the receipt's .json file")
    verb.add_argument("--on", default="", metavar="DATE", help="the day the receipt came, with an id")
    verb.add_argument("--ref", default="", metavar="R", help="its number, if it has one")
    return_reply.add_verbs(verbs)


def make(args: Namespace) -> int:
    """Make the return and say where it is."""
    from compact_tui.services.returns import make as make_return

    made = make_return(desk_of(args))
    if wants_json(args):
        print_json(made)
        return 0
    say(f"Return {made.id} was made in {made.folder}", f"Its code: {made.code}")
    if made.warnings:
        say(f"{count(len(made.warnings), 'thing')} a reader would question:")
        say(*(f"  {warning}" for warning in made.warnings))
    say(made.next_step)
    return 0


def show(args: Namespace) -> int:
    """Print what a return file says."""
    from compact_tui.core.report_text import page_lines
    from compact_tui.services.returns import show_file

    view = show_file(Path(args.file), desk_of(args))
    return tell(
        args,
        view,
        *page_lines(view.page, width()),
        *(("",) if view.sign_offs else ()),
        *(s.sentence for s in view.sign_offs),
    )


def verify(args: Namespace) -> int:
    """Check a return file."""
    from compact_tui.services.returns import verify_file

    view = verify_file(Path(args.file))
    if wants_json(args):
        print_json(view)
        return 0
    say(f"{view.setting}, {view.cycle}: return {view.id}", view.sentence, *(s.sentence for s in view.sign_offs))
    if view.unknown:
        talk(f"It also holds {', '.join(view.unknown)}, which this version does not know; a newer one wrote it.")
    return 0


def sent(args: Namespace) -> int:
    """Note that a return was sent."""
    from compact_tui.services.returns import sent as note_sent

    by = (text_of(args, "who") or "").strip()
    if not by:
        raise UsageError("It is not said who sent it.", "Add the role: --by Head. Nothing was noted.")
    view = note_sent(desk_of(args), args.id, args.on, by)
    return _noted(args, view, "When the receipt comes: compact-tui return receipt ID --on DATE")


def receipt(args: Namespace) -> int:
    """Note that a receipt came."""
    from compact_tui.services.receipts_in import take_receipt
    from compact_tui.services.returns import receipt as note_receipt

    if args.id.lower().endswith(".json"):
        if args.on or args.ref:
            raise UsageError("The file of a receipt says the day and number itself.", "Leave out --on and --ref.")
        view = take_receipt(desk_of(args), Path(args.id).expanduser())
    elif not args.on:
        raise UsageError("It is not said when the receipt came.", "Add the day: --on DATE. Nothing was noted.")
    else:
        view = note_receipt(desk_of(args), args.id, args.on, args.ref)
    return _noted(args, view, "Keep the audit alive: compact-tui audit show")


def _noted(args: Namespace, view: "ReturnSentView", then: str) -> int:
    return tell(args, view, f"Noted: return {view.id} {view.sentence}.", then.replace("ID", view.id))
