"""Replying to settings: what was decided on their return, as a file, a page and the draft of an email."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, progress, say, table
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verb to the group of the partnership."""
    verb = add_verb(
        verbs,
        "reply",
        reply,
        "Make the reply to returns; without a setting, say who has one.",
        example="partnership reply --all --report report.html",
    )
    verb.add_argument("names", nargs="*", default=[], metavar="SETTING", help="settings of the register, by id or name")
    verb.add_argument(
        "--all", action="store_true", dest="everyone", help="every return that was read and has no reply yet"
    )
    verb.add_argument("--unread", action="store_true", help="with --all: also those that nobody has finished reading")
    verb.add_argument(
        "--report",
        default="",
        metavar="FILE",
        help="the learning report that goes with it, instead of the newest of the sector that was written",
    )
    verb.add_argument("--no-report", action="store_true", help="make them without a learning report")


def reply(args: Namespace) -> int:
    """Make replies, or list them."""
    from compact_tui.services.replies_out import list_replies, make_replies

    if args.report and args.no_report:
        raise UsageError("Say --report FILE or --no-report, not both.", "Nothing was made.")
    if args.names and args.everyone:
        raise UsageError("Say which settings, or --all.", "Nothing was made.")
    if args.unread and not args.everyone:
        raise UsageError("--unread goes with --all.", "Nothing was made.")
    desk = desk_of(args)
    if not args.names and not args.everyone:
        if args.report or args.no_report:
            raise UsageError("--report and --no-report go with a setting, or with --all.", "Nothing was made.")
        view = list_replies(desk)
        if wants_json(args):
            print_json(view)
            return 0
        say(view.sentence)
        rows = [(one.entry, one.name, one.return_id, one.word, one.answered_on) for one in view.lines]
        table(args, ("Id", "Setting", "Return", "Reply", "Answered"), rows)
        return 0
    told = progress("replies", 20)
    made = make_replies(desk, args.names, told, report=args.report, attach=not args.no_report, unread=args.unread)
    if wants_json(args):
        print_json(made)
        return 0
    say(*made.lines)
    return 0
