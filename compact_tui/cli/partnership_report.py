"""Learning reports by commands: the report of a sector, the overview of the city, and good practice."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, width, wrapped
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.errors import UsageError
from compact_tui.core.good_practice import GOOD_PRACTICE_FORM
from compact_tui.core.learning_report import CITY

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.good_practice import PracticeView
    from compact_tui.core.learning_report_views import ReportWritten

_NOTHING = "Nothing was changed."


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the partnership."""
    verb = add_verb(
        verbs,
        "report",
        report,
        "Write the learning report of a sector, or the overview of the city; without either, list them. With --json it "
        "is printed and not written, unless --output or --trace is given.",
        example="partnership report --sector education",
    )
    which = verb.add_mutually_exclusive_group()
    which.add_argument("--sector", default="", metavar="SECTOR", help="the sector, such as early-years")
    which.add_argument("--city", action="store_true", help="the overview of all sectors, on one side")
    which.add_argument("--all", action="store_true", dest="everyone", help="every sector and the overview")
    verb.add_argument(
        "--trace", action="store_true", help="write beside it the returns behind every figure, for inside"
    )
    verb.add_argument("--output", default="", metavar="DIR", help="the folder, instead of the workspace's own")
    verb = add_verb(
        verbs,
        "good-practice",
        practice,
        "List the good practice that reports tell; write one down, change one, take one out.",
        example='partnership good-practice --text "Governors hear from pupils twice a year." --sector education',
    )
    verb.add_argument("practice", nargs="?", default="", metavar="ID", help="the one to change")
    add_form(verb, GOOD_PRACTICE_FORM)
    way = verb.add_mutually_exclusive_group()
    way.add_argument("--again", action="store_true", help="take it over from an earlier round into this one's reports")
    way.add_argument("--remove", action="store_true", help="take it out")


def report(args: Namespace) -> int:
    """Write a report, every report, or list them; with ``--json`` what is in it."""
    from compact_tui.services import learning_reports

    desk, sector = desk_of(args), CITY if args.city else args.sector
    if args.everyone:
        return _written(args, learning_reports.write_reports(desk, output=args.output, trace=args.trace))
    if sector and wants_json(args) and not (args.trace or args.output):
        print_json(learning_reports.show_report(desk, sector, numbered=True))
        return 0
    if sector:
        return _written(args, (learning_reports.write_report(desk, sector, output=args.output, trace=args.trace),))
    if args.trace or args.output:
        raise UsageError("Say which report: --sector SECTOR, --city or --all.", "Nothing was written.")
    view = learning_reports.list_reports(desk)
    if wants_json(args):
        print_json(view)
        return 0
    rows = [(one.sector, one.words, one.returned, one.word, ", ".join(one.files)) for one in view.lines]
    table(args, ("Id", "Report", "Returns", "Written", "Files"), rows)
    say(view.sentence, "Write one: compact-tui partnership report --sector SECTOR, --city or --all")
    say(*(part for note in view.notes for part in wrapped(note, width())))
    return 0


def _written(args: Namespace, made: "tuple[ReportWritten, ...]") -> int:
    if wants_json(args):
        print_json(made)
        return 0
    for one in made:
        say(*one.lines)
    return 0


def practice(args: Namespace) -> int:
    """List good practice, or do one thing to it."""
    from compact_tui.services import good_practice as verbs

    desk, typed = desk_of(args), typed_in(args, GOOD_PRACTICE_FORM)
    if args.remove or args.again:
        if not args.practice or typed:
            way = "--remove" if args.remove else "--again"
            raise UsageError(f"{way} needs the id of an example, and nothing else.", _NOTHING)
        verb = verbs.drop_practice if args.remove else verbs.take_over_practice
        return _practice(args, verb(desk, args.practice))
    if typed:
        return _practice(args, verbs.keep_practice(desk, typed, args.practice))
    if args.practice:
        raise UsageError("Say what to change.", f'Such as: --text "What they do." {_NOTHING}')
    return _practice(args, verbs.list_practice(desk))


def _practice(args: Namespace, view: "PracticeView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    rows = [(one.id, one.sector_word, one.standard_word, one.round_words, one.words) for one in view.lines]
    table(args, ("Id", "Sector", "Standard", "Round", "What they do"), rows)
    for one in view.lines:
        say(*(part for warning in one.warnings for part in wrapped(f"{one.id}: {warning}", width())))
    say(view.sentence)
    if view.older:
        say(f"Take one over into this round: compact-tui partnership good-practice {view.older[0].id} --again")
    return 0
