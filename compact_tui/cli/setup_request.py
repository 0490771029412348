"""Opening a partnership's request: shown first, then taken."""

from argparse import Namespace

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say
from compact_tui.cli.parser import Parser


def add_options(command: Parser) -> None:
    """Add the options to the command."""
    command.add_argument("--request", metavar="FILE", default="", help="open a request of your partnership")
    command.add_argument("--dry-run", action="store_true", help="with --request: only show what it would set")
    command.add_argument("--yes", action="store_true", help="with --request: take it without being asked")
    command.add_argument("--begin", action="store_true", help="with --request: begin the audit that it asks for too")


def request(args: Namespace) -> int:
    """Show what a request would set, then take it."""
    from compact_tui.cli.confirming import confirmed
    from compact_tui.core.request_opened import told_lines
    from compact_tui.services.requests import show_request, take_request

    desk = desk_of(args)
    view = show_request(desk, args.request)
    if not args.dry_run:
        if not args.yes:
            confirmed("Nothing was taken.", "Take this request?", *told_lines(view))
        view = take_request(desk, args.request, begin=args.begin)
    if wants_json(args):
        print_json(view)
    elif view.taken:
        say(view.sentence, *(f"Note: {line}" for line in view.warnings))
        say("What comes next: compact-tui status")
    else:
        say(*told_lines(view), "Take it with: compact-tui setup --request FILE --yes (add --begin to begin the audit)")
    return 0
