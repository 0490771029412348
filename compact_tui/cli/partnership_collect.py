"""Collecting what settings sent, by commands: taking it in, listing it, saying whose it is, and the letters after."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, progress, say, table, talk, width
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.days import say_short
from compact_tui.core.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.collect_views import Collected, Decided, LettersMade

_STATES = ("current", "superseded", "unmatched", "turned-away", "aside")


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the partnership."""
    _add_collecting(verbs)
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


def _add_collecting(verbs: "_SubParsersAction[Parser]") -> None:
    verb = add_verb(
        verbs,
        "collect",
        collect,
        "Take in what settings sent: folders, returns, mails, mailboxes, archives, workbooks, survey tables.",
        example="partnership collect inbox/",
    )
    verb.add_argument("paths", nargs="*", metavar="PATH", help="files, or folders with everything under them")
    verb.add_argument("--mapping", default="", metavar="FILE", help="what the columns of a survey tool's table are")
    verb.add_argument("--replies", action="store_true", help="write a ready reply for each file that was put aside")
    verb.add_argument(
        "--dealt-with",
        action="append",
        nargs="?",
        const="",
        metavar="FILE",
        help="a file put aside that you dealt with, by name or id: it is not listed any more; --all for every one",
    )
    verb.add_argument("--all", action="store_true", help="with --dealt-with: every file that was put aside")
    verb.add_argument("--rebuild", action="store_true", help="make the index anew from the files that came")
    verb = add_verb(
        verbs,
        "mapping",
        mapping,
        "Write a mapping for a survey tool's table, to fill in.",
        example="partnership mapping survey.toml",
    )
    verb.add_argument("file", metavar="FILE", help="a new .toml file")
    verb.add_argument(
        "--table",
        default="",
        metavar="FILE",
        help="the table: its headings are put in; a mapping that is there is checked",
    )
    verb.add_argument("--variation", default="", metavar="ID", help="as this variation of the pack")


def collect(args: Namespace) -> int:
    """Collect; 1 where something was put aside."""
    from compact_tui.services.collect_index import rebuild_index
    from compact_tui.services.collect_letters import write_replies
    from compact_tui.services.collecting import collect as verb

    desk = desk_of(args)
    if args.dealt_with is not None or args.all:
        return _dealt(args)
    if args.rebuild:
        made = rebuild_index(desk)
        if not args.paths:
            print_json(made) if wants_json(args) else say(made.sentence)
            return 0
        talk(made.sentence)
    if not args.paths or not all(path.strip() for path in args.paths):
        raise UsageError(
            "It is not said what to collect.", "Name files or folders: compact-tui partnership collect inbox/"
        )
    paths = [Path(path).expanduser() for path in args.paths]
    named = Path(args.mapping).expanduser() if args.mapping else None
    view = verb(desk, paths, progress("files", 100), mapping=named)
    replies = write_replies(desk, view.quarantined) if args.replies else None
    if wants_json(args):
        print_json(
            {
                "accepted": view.accepted,
                "duplicates": view.duplicates,
                "superseded": view.superseded,
                "quarantined": [{"file": one.file, "reason": one.reason} for one in view.quarantined],
            }
        )
        if replies is not None:
            talk(replies.sentence)
    else:
        _tell(view, replies)
    return int(ExitCode.PUT_RIGHT if view.quarantined else ExitCode.DONE)


def _dealt(args: Namespace) -> int:
    from compact_tui.services.put_aside import deal_with

    names = [name for name in args.dealt_with or () if name.strip()]
    if args.paths or args.dealt_with is None or bool(names) == args.all:
        raise UsageError("Say --dealt-with FILE, or --dealt-with --all.", "Nothing was changed.")
    view = deal_with(desk_of(args), names)
    print_json(view) if wants_json(args) else say(view.sentence)
    return 0


def _tell(view: "Collected", replies: "LettersMade | None") -> None:
    say(view.sentence)
    for one in view.quarantined:
        say("", f"Put aside: {one.file}", f"  {one.reason}", *([f"  {one.remedy}"] if one.remedy else []))
    if replies is not None:
        say("", replies.sentence)
    elif view.quarantined:
        say("", "To write a ready reply for each, run it again with --replies.")
    if view.unmatched:
        say("", "See whose they could be: compact-tui partnership list --state unmatched")


def mapping(args: Namespace) -> int:
    """Write a mapping to fill in."""
    from compact_tui.services.survey_mappings import write_mapping

    table_file = Path(args.table).expanduser() if args.table else None
    view = write_mapping(desk_of(args), Path(args.file).expanduser(), variation=args.variation, table=table_file)
    print_json(view) if wants_json(args) else say(view.sentence, *view.wrong)
    return int(ExitCode.PUT_RIGHT if view.wrong else ExitCode.DONE)


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
        print_json(taken) if wants_json(args) else _tell(taken, None)
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
