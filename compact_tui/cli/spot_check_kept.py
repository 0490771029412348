"""What is kept of spot checks: what staff are told, and what goes when its time is over."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.exchange_verbs import add_export, add_import, output_of, tell_taken
from compact_tui.cli.output import print_json, say, tell
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.spot_forms import KEEPING_FORM

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.asking_views import Purged


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the spot checks."""
    verb = add_verb(
        verbs,
        "keeping",
        keeping,
        "See or say what staff are told about what is kept.",
        example="spot-check keeping --months 6",
    )
    add_form(verb, KEEPING_FORM)
    verb = add_verb(
        verbs,
        "purge",
        purge,
        "Take out answers older than staff were told, for good; counts stay.",
        example="spot-check purge --dry-run",
    )
    verb.add_argument("--dry-run", action="store_true", help="only say what would go")
    verb = add_verb(
        verbs, "own", own, "Show a person's own answers, or take them out for good.", example="spot-check own JP"
    )
    verb.add_argument("initials", metavar="INITIALS", help="the person's initials")
    verb.add_argument("--remove", action="store_true", help="take them out of everything that is kept")
    verb.add_argument("--dry-run", action="store_true", help="only say what would go")
    add_export(verbs, "spot-check", "all rounds", export)
    add_import(verbs, "spot-check", "the rounds", "spot-checks-2026-12-03.json", import_)


def keeping(args: Namespace) -> int:
    """Say what staff are told, after changing it where something was given."""
    from compact_tui.services import spot_keeping

    desk = desk_of(args)
    typed = typed_in(args, KEEPING_FORM)
    view = spot_keeping.tell_staff(desk, typed) if typed else spot_keeping.keeping(desk)
    if wants_json(args):
        print_json(view)
    else:
        say(*view.lines)
        if not view.told:
            say("", "Nobody has been told yet. It is kept with the first round, or as you say it here.")
    return 0


def purge(args: Namespace) -> int:
    """Take out what is over its time."""
    from compact_tui.services.spot_purge import purge as verb

    return _tell_purged(args, verb(desk_of(args), dry_run=args.dry_run))


def own(args: Namespace) -> int:
    """Show a person's own answers, or take them out."""
    from compact_tui.services.spot_purge import own_rows, remove_own_rows

    desk = desk_of(args)
    if args.remove:
        return _tell_purged(args, remove_own_rows(desk, args.initials, dry_run=args.dry_run))
    view = own_rows(desk, args.initials)
    if wants_json(args):
        print_json(view)
        return 0
    say(view.sentence)
    for one in view.rows:
        say("", one.prompt, f"  {one.level_words}", *((f"  note: {one.note}",) if one.note else ()))
    return 0


def export(args: Namespace) -> int:
    """Write the records to a file."""
    from compact_tui.services.spot_exchange import export_rows

    written = export_rows(desk_of(args), output_of(args))
    return tell(args, written, written.sentence)


def import_(args: Namespace) -> int:
    """Take in the records of a file."""
    from compact_tui.services.spot_exchange import import_rows

    taken = import_rows(desk_of(args), Path(args.file).expanduser(), dry_run=args.dry_run)
    return tell_taken(args, taken, *(f"  Left out: {sentence}" for sentence in taken.left_out))


def _tell_purged(args: Namespace, view: "Purged") -> int:
    return tell(args, view, view.sentence, *(f"  Not reached: {sentence}" for sentence in view.not_reached))
