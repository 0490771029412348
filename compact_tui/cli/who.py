"""Who is at the keyboard."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say
from compact_tui.cli.parser import Parser, add_command

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    command = add_command(groups, "who", who)
    command.add_argument("role", nargs="?", default="", metavar="ROLE", help="your role here; without it, who it is")
    command.add_argument("--initials", default="", metavar="AB", help="your initials, if you like")
    command.add_argument("--nobody", action="store_true", help="forget who was at the keyboard of this computer")


def who(args: Namespace) -> int:
    """Say who is at the keyboard, or show who it is."""
    from compact_tui.services.who import be, be_nobody, who_is

    desk = desk_of(args)
    if args.nobody:
        desk = be_nobody(desk)
    elif args.role or args.initials:
        desk = be(desk, {"role": args.role, "initials": args.initials})
    view = who_is(desk)
    if wants_json(args):
        print_json(view)
    else:
        say(view.sentence)
        if view.known:
            say(f"Has worked here: {'; '.join(view.known)}.")
    return 0
