"""The next round from the last: carrying forward, confirming, dismissing, and comparing two rounds."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, tell
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import CompactError, ExitCode, UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.carry_views import CarriedView, WaitingStandard


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the audit."""
    verb = add_verb(
        verbs, "carry", carry, "Begin the next round from the last one.", example="audit carry --cycle 2028-2030"
    )
    verb.add_argument("--from", dest="from_audit", metavar="AUDIT", default="", help="begin from this audit")
    verb.add_argument("--cycle", metavar="TEXT", default="", help="what you call the new round")
    verb.add_argument("--pack", metavar="ID", default="", help="another edition of the pack: its id, file or folder")
    verb = add_verb(
        verbs,
        "confirm",
        confirm,
        "List what was carried and waits, or confirm that it still holds.",
        example="audit confirm --standard 3 --all-of-standard --read",
    )
    verb.add_argument("criterion", nargs="?", default="", metavar="CRITERION", help="its id, or its number such as 3.2")
    verb.add_argument("--standard", metavar="STANDARD", default="", help="print all of a standard that waits")
    verb.add_argument("--summary", action="store_true", help="with --standard: confirm its summary")
    verb.add_argument("--all-of-standard", action="store_true", help="with --standard: confirm all of it")
    verb.add_argument("--read", action="store_true", help="with --all-of-standard: you have read all of it")
    verb = add_verb(
        verbs,
        "dismiss",
        dismiss,
        "Drop a carried answer or summary; it is to be given afresh.",
        example="audit dismiss 3.2",
    )
    verb.add_argument("criterion", nargs="?", default="", metavar="CRITERION", help="its id, or its number such as 3.2")
    verb.add_argument("--standard", metavar="STANDARD", default="", help="drop the carried summary of a standard")
    verb = add_verb(
        verbs,
        "compare",
        compare,
        "Compare two rounds, standard by standard.",
        example="audit compare a-7k2m9xq4 old-return.json",
    )
    verb.add_argument("then", nargs="?", default="", metavar="THEN", help="an audit's id or a return file")
    verb.add_argument("now", nargs="?", default="", metavar="NOW", help="the same; else the newest round")
    verb.add_argument("--page", action="store_true", help="write it as a page to print")
    verb.add_argument("--output", metavar="FILE", default="", help="with --page: where to")


def carry(args: Namespace) -> int:
    """Begin the next round, and say first what went stale and what became of promises."""
    from compact_tui.services.carrying import carry_forward

    view = carry_forward(desk_of(args), {"cycle": args.cycle, "pack": args.pack}, args.from_audit)
    if wants_json(args):
        print_json(view)
        return 0
    say(f"Started audit {view.audit}, {view.cycle}, from {view.from_cycle}. The old one stays as it is.")
    _say_carried(view)
    say("Read what waits, standard by standard: compact-tui audit confirm --standard 1")
    return 0


def _say_carried(view: "CarriedView") -> None:
    from compact_tui.core.carry_views import carried_lines

    say(*carried_lines(view), *(f"{one.sentence}, {one.title}" for one in view.standards))


def confirm(args: Namespace) -> int:
    """List what waits; or confirm one answer, one summary, or a whole standard after it was read."""
    from compact_tui.services import confirming
    from compact_tui.services.carrying import carried

    desk = desk_of(args)
    if args.criterion and args.standard:
        raise UsageError("Name a criterion or a standard, not both.", "Nothing was confirmed.")
    if args.criterion:
        done = confirming.confirm(desk, args.criterion)
        if wants_json(args):
            print_json(done)
        else:
            say(f"Confirmed: {done.number} {done.answer_word}.")
        return 0
    if not args.standard:
        view = carried(desk)
        if wants_json(args):
            print_json(view)
        else:
            _say_carried(view)
        return 0
    shown = confirming.waiting_of(desk, args.standard)
    if args.summary:
        shown = confirming.confirm_summary(desk, args.standard)
    elif args.all_of_standard and args.read:
        shown = confirming.confirm_standard(desk, args.standard, [line.item for line in shown.lines])
    elif args.all_of_standard:
        raise CompactError(
            f"Everything carried in standard {shown.number} is to be read before it is confirmed. Nothing was "
            "confirmed.",
            f"Print it with: compact-tui audit confirm --standard {shown.number} (then add --all-of-standard --read)",
            ExitCode.REFUSED,
        )
    if wants_json(args):
        print_json(shown)
    else:
        _say_waiting(shown)
    return 0


def _say_waiting(shown: "WaitingStandard") -> None:
    from compact_tui.core.carry_views import waiting_lines

    say(f"{shown.number} {shown.title}: {shown.sentence}.")
    for line in shown.lines:
        say("", *waiting_lines(line))
    if shown.lines:
        say(
            "",
            "All of it still holds:",
            f"  compact-tui audit confirm --standard {shown.number} --all-of-standard --read",
        )


def dismiss(args: Namespace) -> int:
    """Drop what was carried to a criterion, or the carried summary of a standard."""
    from compact_tui.services import confirming

    desk = desk_of(args)
    if bool(args.criterion) == bool(args.standard):
        raise UsageError("Name a criterion, or a standard for its summary.", "Nothing was dismissed.")
    if args.criterion:
        done = confirming.dismiss(desk, args.criterion)
        if wants_json(args):
            print_json(done)
        else:
            say(f"Dismissed what was carried to {done.number}. compact-tui audit undo brings it back.")
        return 0
    left = confirming.dismiss_summary(desk, args.standard)
    return tell(args, left, f"Dismissed the carried summary of {left.number}. compact-tui audit undo brings it back.")


def compare(args: Namespace) -> int:
    """Print two rounds beside each other, or write them as a page."""
    from compact_tui.services.comparing import compare_rounds, print_comparison

    desk = desk_of(args)
    if args.page or args.output:
        path = print_comparison(desk, args.then, args.now, args.output)
        if wants_json(args):
            print_json({"page": str(path)})
        else:
            say(f"Written to {path}. Open it with a browser and print it from there.")
        return 0
    view = compare_rounds(desk, args.then, args.now)
    if wants_json(args):
        print_json(view)
        return 0
    say(view.sentence, *view.notes)
    rows = [(one.number, one.title, one.sentence) for one in view.standards]
    table(args, ("No.", "Standard", f"{view.then} -> {view.now}"), rows)
    for one in view.standards:
        say(*(f"{line.number} {line.question}: {line.words}" for line in one.answers))
    return 0
