"""Asking settings for their returns, reminding those that have not sent theirs, and noting what was sent."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, progress, say, table, talk, tell
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.days import say_short
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.chase_views import ChaseView
    from compact_tui.core.requests_made import MadeView


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the partnership."""
    verb = add_verb(
        verbs,
        "request",
        request,
        "Make the request, its page and an email draft for settings.",
        example="partnership request --all",
    )
    verb.add_argument("names", nargs="*", default=[], metavar="ID", help="settings of the register, by id or name")
    verb.add_argument("--all", action="store_true", dest="everyone", help="all that were not asked in this round yet")
    verb = add_verb(
        verbs,
        "chase",
        chase,
        "Say who has not returned, by sector and days late; make reminders.",
        example="partnership chase --remind",
    )
    verb.add_argument("names", nargs="*", default=[], metavar="ID", help="with --remind: only these, late or not")
    verb.add_argument("--remind", action="store_true", help="make a reminder for each that is late")
    verb.add_argument("--log", action="store_true", help="list what was made and sent, newest first")
    verb = add_verb(
        verbs, "sent", sent, "Say that requests and reminders were sent.", example="partnership sent --on 2026-12-03"
    )
    verb.add_argument("names", nargs="*", default=[], metavar="ID", help="only those to these settings")
    verb.add_argument("--on", default="", metavar="DATE", help="the day; left out, today")


def request(args: Namespace) -> int:
    """Make requests."""
    from compact_tui.services.requests_out import make_requests

    if bool(args.names) == args.everyone:
        raise UsageError("Say which settings, or --all.", "Nothing was made. compact-tui partnership register list")
    return _tell_made(args, make_requests(desk_of(args), args.names, progress("requests", 20)))


def chase(args: Namespace) -> int:
    """Print who has not returned, or make reminders."""
    from compact_tui.services.chasing import chase as verb
    from compact_tui.services.requests_out import make_reminders

    if args.names and not args.remind:
        raise UsageError("Settings are named with --remind only.", "Nothing was made.")
    desk = desk_of(args)
    if args.remind:
        return _tell_made(args, make_reminders(desk, args.names, progress("reminders", 20)))
    view = verb(desk)
    if wants_json(args):
        print_json(view)
    elif args.log:
        _tell_log(args, view)
    else:
        _tell_chase(args, view)
    return 0


def _tell_chase(args: Namespace, view: "ChaseView") -> None:
    say(view.sentence)
    if view.sectors:
        sectors = [
            (one.word, str(one.expected), str(one.returned), f"{one.percent} %", str(one.late)) for one in view.sectors
        ]
        table(args, ("Sector", "Expected", "Returned", "", "Late"), sectors)
    if view.awaited:
        say("")
        rows = [(one.sector_word, one.id, one.name, one.words, one.email) for one in view.awaited]
        table(args, ("Sector", "Id", "Not returned", "How it stands", "Email"), rows)
    if view.rate:
        say("")
        days = [(say_short(one.day), str(one.came), str(one.returned), f"{one.percent} %") for one in view.rate]
        table(args, ("By the end of", "Came", "So far", "Of expected"), days)


def _tell_log(args: Namespace, view: "ChaseView") -> None:
    rows = [(say_short(one.made_on), one.kind, one.entry, one.name, one.sent_words, one.folder) for one in view.log]
    table(args, ("Made", "What", "Id", "Setting", "Sent", "Folder"), rows)


def sent(args: Namespace) -> int:
    """Note what was sent."""
    from compact_tui.services.requests_out import note_sent

    view = note_sent(desk_of(args), args.names, args.on)
    return tell(args, view, view.sentence)


def _tell_made(args: Namespace, view: "MadeView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    say(view.sentence, *(f"  {line.entry} {line.name}: {line.folder}" for line in view.made), *view.passed)
    talk(*view.notes)
    say(*([view.next_step] if view.next_step else []))
    return 0
