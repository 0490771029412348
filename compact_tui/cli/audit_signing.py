"""Signing the audit, and what it was graded last time."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, tell
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.last_time import LastTimeView
    from compact_tui.core.signing_views import SigningView


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the audit."""
    verb = add_verb(
        verbs,
        "sign-off",
        sign_off,
        "Sign the audit, or list who has signed it.",
        example='audit sign-off --role head --name "A. Light"',
    )
    verb.add_argument("--role", metavar="ROLE", default="", help="who signs: an id or words that the list shows")
    verb.add_argument("--name", metavar="NAME", help="the person's name")
    verb.add_argument("--on", metavar="DATE", default="", help="the day, if it is not today")
    verb.add_argument("--code", metavar="CODE", default="", help="sign only if this is still the code of what stands")
    verb.add_argument("--changes", action="store_true", help="list what has changed since it was signed and sent")
    verb.add_argument("--withdraw", action="store_true", help="take back the signature of --role")
    verb = add_verb(
        verbs,
        "last-time",
        last_time,
        "Say what a standard was graded last time, or list it.",
        example="audit last-time 3 good --cycle 2024-2026",
    )
    verb.add_argument("standard", nargs="?", default="", metavar="STANDARD", help="its id or number")
    verb.add_argument("level", nargs="?", default="", metavar="LEVEL", help="its level then; not-asked if it was not")
    verb.add_argument("--cycle", default="", metavar="TEXT", help="what that round was called, such as 2024-2026")
    verb.add_argument("--clear", action="store_true", help="take it back, for one standard or for all")


def sign_off(args: Namespace) -> int:
    """Sign, withdraw, or list who has signed."""
    from compact_tui.services import signing

    if args.withdraw:
        if not args.role:
            raise UsageError("It is not said whose signature.", "Add the role: --role head. Nothing was changed.")
        return _show(args, signing.withdraw(desk_of(args), args.role))
    if args.name is None and not args.on and not args.code and (args.changes or not args.role):
        return _show(args, signing.signing(desk_of(args), args.role))
    if not args.role:
        raise UsageError("It is not said who signs.", "Add the role: --role head. Nothing was signed.")
    signed = signing.sign_off(desk_of(args), args.role, args.name or "", args.on, expected_code=args.code)
    return tell(args, signed, signed.sentence, f"What was shown is kept in {signed.folder}", signed.next_step)


def _show(args: Namespace, view: "SigningView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    say(view.sentence, f"The code of what stands now: {view.code}")
    if args.changes:
        for signer in view.signers:
            say("", f"{signer.word}: {signer.sentence}", *(f"  {change.words}" for change in signer.changes))
        say("", view.sent_sentence, *(f"  {change.words}" for change in view.since_sent))
    else:
        rows = [(s.id or "-", s.word, s.name or "-", s.on or "-", s.code or "-", s.state_word) for s in view.signers]
        table(args, ("Id", "Role", "Name", "Day", "Code", "State"), rows)
    say(*(f"Must be put right before anyone signs: {error}" for error in view.held_back), *view.notes)
    return 0


def last_time(args: Namespace) -> int:
    """Say what a standard was graded last time, or list it."""
    from compact_tui.services import last_time as verbs

    desk = desk_of(args)
    if args.clear:
        return _show_last(args, verbs.clear_last(desk, args.standard))
    if args.standard and not args.level:
        raise UsageError("It is not said which level it had.", "Write it after the standard, such as: last-time 3 good")
    if args.standard:
        return _show_last(args, verbs.set_last(desk, args.standard, args.level, args.cycle))
    return _show_last(args, verbs.name_last_round(desk, args.cycle) if args.cycle else verbs.last_time(desk))


def _show_last(args: Namespace, view: "LastTimeView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    rows = [(str(x.number), x.title, x.word or "-", x.now_word or "-", x.change or "-") for x in view.lines]
    table(args, ("Number", "Standard", "Last time", "Now", "Change"), rows)
    say(f"Last time{f' ({view.cycle})' if view.cycle else ''}: {view.sentence}.")
    return 0
