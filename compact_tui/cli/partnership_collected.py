"""What was collected, by commands: listing it, saying whose it is, returns on paper, and the letters after."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, width
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.cli.partnership_collect import tell_collected
from compact_tui.core.days import say_short
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.collect_views import Decided, LettersMade

_STATES = ("current", "superseded", "unmatched", "turned-away", "aside")


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the partnership."""
    verb = add_verb(verbs, "list", list_all, "List the returns that were collected.", example="partnership list")
    verb.add_argument("--sector", default="", metavar="SECTOR", help="only this one")
    verb.add_argument("--cycle", default="", metavar="ROUND", help="only those of this round")
    verb.add_argument("--state", default="", choices=_STATES, metavar="STATE", help=f"one of: {', '.join(_STATES)}")
    verb = add_verb(verbs, "show", show, "Show a return that was collected.", example="partnership show r-7k2m9xq4")
    verb.add_argument("id", metavar="RETURN", help="its id, as partnership list gives it, or that of its setting")
    verb = add_verb(
        verbs,
        "match",
        match,
        "Say which setting a return belongs to, turn it away, or look again after the register changed.",
        example="partnership match r-7k2m9xq4 P017",
    )
    verb.add_argument("id", nargs="?", default="", metavar="RETURN", help="its id")
    verb.add_argument("entry", nargs="?", default="", metavar="SETTING", help="id or name in the register")
    verb.add_argument("--away", action="store_true", help="it belongs to nobody here; it is kept and not counted")
    verb.add_argument("--reason", default="", metavar="TEXT", help="why, in a few words")
    verb.add_argument("--as-before", action="store_true", help="it belongs where you put one of its name last round")
    verb.add_argument("--again", action="store_true", help="look again where every return belongs")
    verb = add_verb(
        verbs,
        "enter",
        enter,
        "Type in a return that came on paper, on the audit's own screens.",
        example="partnership enter P017",
    )
    verb.add_argument("entry", metavar="SETTING", help="id or name in the register")
    verb.add_argument("--take", action="store_true", help="collect what was typed in")
    verb = add_verb(
        verbs,
        "forward",
        forward,
        "Make a draft that passes a return on to another area, under the same id.",
        example="partnership forward --all",
    )
    verb.add_argument("id", nargs="?", default="", metavar="RETURN", help="its id")
    verb.add_argument("area", nargs="?", default="", metavar="AREA", help="one that the setting shares it with")
    verb.add_argument("--all", action="store_true", help="every return of this round that is shared and was not yet")
    verb = add_verb(
        verbs,
        "receipt",
        receipt,
        "Make receipts with a draft each, for every return that has none yet.",
        example="partnership receipt",
    )
    verb.add_argument("ids", nargs="*", metavar="RETURN", help="only these")
    add_verb(verbs, "city", city, "Show what agencies audited, found and plan.", example="partnership city --json")


def list_all(args: Namespace) -> int:
    """Print the returns that were collected."""
    from compact_tui.services.collected import returns_here

    view = returns_here(desk_of(args), sector=args.sector, cycle=args.cycle, state=args.state)
    if wants_json(args):
        print_json(view)
        return 0
    rows = [
        (
            one.id,
            one.entry,
            one.entry_name or one.name,
            one.sector_word,
            one.cycle,
            say_short(one.received_on),
            one.state_words,
        )
        for one in view.returns
    ]
    if rows:
        table(args, ("Return", "Setting", "Name", "Sector", "Round", "Came in", "State"), rows)
    for one in view.returns:
        if one.state == "unmatched":
            could = "; ".join(offer.words for offer in one.offered)
            say("", f"{one.id}: {one.how}", *([f"  It could be: {could}"] if could else []))
    for aside in view.put_aside:
        say("", f"Put aside: {aside.file}", f"  {aside.reason}")
    say(view.sentence)
    return 0


def show(args: Namespace) -> int:
    """Print a return."""
    from compact_tui.core.report_text import page_lines
    from compact_tui.services.collected import show_return

    view = show_return(desk_of(args), args.id)
    print_json(view) if wants_json(args) else say(*page_lines(view.page, width()))
    return 0


def match(args: Namespace) -> int:
    """Say whose a return is."""
    from compact_tui.services.collect_deciding import match_as_before, match_return, rematch, turn_away

    desk = desk_of(args)
    if args.again:
        if args.id or args.away or args.as_before or args.reason:
            raise UsageError("--again looks at every return, and takes nothing else.", "Nothing was changed.")
        return _decided(args, rematch(desk))
    if not args.id or bool(args.entry) + args.away + args.as_before != 1:
        raise UsageError(
            "Say which return, and which setting it belongs to, --as-before or --away.", "Nothing was changed."
        )
    if args.as_before:
        return _decided(args, match_as_before(desk, args.id))
    if args.away:
        return _decided(args, turn_away(desk, args.id, args.reason))
    return _decided(args, match_return(desk, args.id, args.entry, args.reason))


def _decided(args: Namespace, view: "Decided") -> int:
    print_json(view) if wants_json(args) else say(view.sentence)
    return 0


def enter(args: Namespace) -> int:
    """Open the place to type in a return on paper, or collect it."""
    from compact_tui.services.entering import enter as verb
    from compact_tui.services.entering import take_entered

    desk = desk_of(args)
    if args.take:
        taken = take_entered(desk, args.entry)
        print_json(taken) if wants_json(args) else tell_collected(taken)
        return 0
    view = verb(desk, args.entry)
    print_json(view) if wants_json(args) else say(view.sentence, view.next_step)
    return 0


def forward(args: Namespace) -> int:
    """Pass a return on, or every one that is shared."""
    from compact_tui.services.collect_letters import forward as verb
    from compact_tui.services.collect_letters import forward_all

    if bool(args.area) == args.all or bool(args.id) != bool(args.area):
        raise UsageError("Say which return and which area, or --all.", "Nothing was made.")
    return _letters(args, forward_all(desk_of(args)) if args.all else verb(desk_of(args), args.id, args.area))


def receipt(args: Namespace) -> int:
    """Make receipts."""
    from compact_tui.services.collect_letters import make_receipts

    return _letters(args, make_receipts(desk_of(args), args.ids))


def _letters(args: Namespace, view: "LettersMade") -> int:
    print_json(view) if wants_json(args) else say(view.sentence)
    return 0


def city(args: Namespace) -> int:
    """Print the city register."""
    from compact_tui.services.city_register import city_register

    view = city_register(desk_of(args))
    if wants_json(args):
        print_json(view)
        return 0
    say(view.sentence, *(one.sentence for one in view.audits), *(one.sentence for one in view.topics))
    return 0
