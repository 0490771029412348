"""Spot checks: asking, what could be asked next, and answers that were heard elsewhere."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli import spot_check_kept, spot_check_results, spot_check_rounds
from compact_tui.cli.common import desk_of, text_of, wants_json
from compact_tui.cli.output import print_json, say, table, talk
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.core.errors import UsageError
from compact_tui.core.spot import LEVELS

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.plain.teller import Teller
    from compact_tui.services.desk import Desk


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the commands."""
    verbs = add_group(groups, "spot-check")
    verb = add_verb(
        verbs,
        "ask",
        ask,
        "Ask a few questions now, in typed lines; a round that was left is gone on with by --round.",
        example='spot-check ask --role "Lunchtime staff"',
    )
    _add_whom(verb, needed=False)
    verb.add_argument("--people", type=int, default=0, metavar="N", help="how many people are asked")
    verb.add_argument("--round", default="", metavar="ID", help="go on with a round that was left")
    verb.add_argument("--self", action="store_true", dest="by_oneself", help="test yourself; nothing is kept")
    verb = add_verb(
        verbs,
        "next",
        next_,
        "See what could be asked next, and why.",
        example="spot-check next --role volunteer --json",
    )
    _add_whom(verb)
    verb = add_verb(
        verbs,
        "record",
        record,
        "Keep one answer that was heard elsewhere.",
        example="spot-check record --role volunteer --question vol-where-is-the-lead --level partial",
    )
    verb.add_argument("--role", required=True, metavar="R", help="role group, or a role such as volunteer")
    verb.add_argument("--question", required=True, metavar="ID", help="the question, as spot-check next shows it")
    verb.add_argument("--level", default="", metavar="L", help=f"{', '.join(known for known, _ in LEVELS)}")
    verb.add_argument(
        "--heard", action="append", default=[], metavar="POINT", help="id of a point or option; several times"
    )
    verb.add_argument("--people", type=int, default=0, metavar="N", help="how many people were asked")
    verb.add_argument("--note", metavar="T", help="a line of note; - reads it from standard input")
    verb.add_argument("--initials", default="", help="whose answer it is, where your notice has initials")
    verb.add_argument("--on", default="", metavar="DATE", help="the day it was asked, if that was not today")
    spot_check_rounds.add_verbs(verbs)
    spot_check_kept.add_verbs(verbs)
    spot_check_results.add_verbs(verbs)


def _add_whom(verb: Parser, *, needed: bool = True) -> None:
    verb.add_argument(
        "--role", required=needed, default="", metavar="R", help="role group, or a role such as volunteer"
    )
    verb.add_argument("--topic", default="", metavar="T", help="only this topic")
    verb.add_argument("--count", type=int, default=3, metavar="N", help="how many questions; 3 where nothing is said")
    verb.add_argument("--seed", type=int, default=None, metavar="S", help="pick the same again")


def next_(args: Namespace) -> int:
    """Print what could be asked next."""
    from compact_tui.services.spot_checks import next_questions

    desk = desk_of(args)
    found = next_questions(desk, args.role, number=args.count, seed=args.seed, topic=args.topic)
    if wants_json(args):
        print_json(found)
    else:
        table(args, ("Question", "Topic", "Kind"), [(one.id, one.topic, one.kind) for one in found])
        for one in found:
            say("", one.prompt, f"  {one.why}")
    return 0


def record(args: Namespace) -> int:
    """Keep one answer."""
    from compact_tui.services.spot_rounds import record as verb

    view = verb(
        desk_of(args),
        args.role,
        args.question,
        args.level,
        heard=args.heard,
        people=args.people,
        note=text_of(args, "note") or "",
        initials=args.initials,
        on=args.on,
    )
    return spot_check_rounds.tell_round(args, view)


def ask(args: Namespace) -> int:
    """Ask a round, or oneself, in typed lines; the talk goes to standard error where data are wanted."""
    from compact_tui.plain.corridor import ask_round
    from compact_tui.plain.everywhere import everywhere
    from compact_tui.plain.moving import Ended, Interrupted, Moved
    from compact_tui.plain.teller import Teller
    from compact_tui.services.spot_rounds import show_round

    desk = desk_of(args)
    write = sys.stderr.write if wants_json(args) else sys.stdout.write
    teller = Teller(sys.stdin.readline, write, ascii_only=bool(getattr(args, "ascii", False)))
    teller.everywhere = everywhere(teller, lambda: desk)
    check = args.round
    try:
        if args.by_oneself:
            return _by_oneself(args, desk, teller)
        check = check or _begun(args, desk)
        end = ask_round(teller, desk, check)
    except (Ended, Interrupted, Moved):
        talk("", "Left. What was heard is kept." if check else "Left. Nothing was kept.")
        if check and show_round(desk, check).round.open:
            talk(f"Go on with: compact-tui spot-check ask --round {check}")
        return 0
    if wants_json(args):
        print_json(show_round(desk, check))
    elif end.follow_up:
        say(f"Kept: {end.follow_up}.")
    return 0


def _begun(args: Namespace, desk: "Desk") -> str:
    """Begin a round, after what staff are told was shown once; its id."""
    from compact_tui.services.spot_checks import begin
    from compact_tui.services.spot_keeping import keeping, tell_staff

    if not args.role:
        raise UsageError("Say whom you ask: --role.", 'Such as --role "Lunchtime staff", or --role volunteer.')
    told = keeping(desk)
    if not told.told:
        talk("What staff are told:", *(f"  {line}" for line in told.lines))
        talk("This is kept as what you tell them. Change it with: compact-tui spot-check keeping", "")
        tell_staff(desk)
    page = begin(desk, args.role, people=args.people, number=args.count, topic=args.topic, seed=args.seed)
    return page.check


def _by_oneself(args: Namespace, desk: "Desk", teller: "Teller") -> int:
    from compact_tui.plain.self_test import ask_oneself

    ask_oneself(teller, desk, number=args.count, seed=args.seed, topic=args.topic, role=args.role)
    return 0
