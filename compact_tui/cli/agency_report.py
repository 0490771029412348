"""Sending a single-agency audit by commands: looking at it, making the folder, and saying when it was sent."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.agency_told import named
from compact_tui.cli.common import desk_of, text_of, wants_json
from compact_tui.cli.output import print_json, say, tell, width
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the single-agency audits."""
    verb = add_verb(
        verbs,
        "report",
        report,
        "Make a folder with everything to send; or only look at it.",
        example="agency-audit report g-7k2m9xq4",
    )
    verb.add_argument("name", nargs="?", default="", metavar="AUDIT", help="its id, where several wait to be sent")
    verb.add_argument("--preview", action="store_true", help="print the page as it would be sent; nothing is written")
    verb = add_verb(
        verbs,
        "sent",
        sent,
        "Note that an audit was sent.",
        example="agency-audit sent g-7k2m9xq4 --on 2026-12-04 --by Head",
    )
    verb.add_argument("name", nargs="?", default="", metavar="AUDIT", help="its id, where several wait to be sent")
    verb.add_argument("--on", required=True, metavar="DATE", help="the day it was sent")


def report(args: Namespace) -> int:
    """Make the folder and say where it is, or print the page."""
    from compact_tui.core.agency_send_views import made_lines
    from compact_tui.services.agency_send import report as make

    if args.preview:
        return _preview(args)
    made = make(desk_of(args), named(args))
    return tell(args, made, *made_lines(made), made.next_step)


def _preview(args: Namespace) -> int:
    from compact_tui.core.report_text import page_lines
    from compact_tui.services.agency_send import preview

    view = preview(desk_of(args), named(args))
    if wants_json(args):
        print_json(view)
        return 0
    say(*page_lines(view.page, width()), "", view.state)
    say(*(f"It cannot be made yet: {said}" for said in view.held_back), *(f"Look again: {w}" for w in view.warnings))
    return 0


def sent(args: Namespace) -> int:
    """Note that it was sent."""
    from compact_tui.services.agency_send import sent as note_sent

    by = (text_of(args, "who") or "").strip()
    if not by:
        raise UsageError("It is not said who sent it.", "Add the role: --by Head. Nothing was noted.")
    view = note_sent(desk_of(args), named(args), args.on, by)
    return tell(args, view, view.sentence)
