"""Posters to hang up, by commands."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import ExitCode

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verb to the group of the boards."""
    verb = add_verb(
        verbs,
        "poster",
        poster,
        "Write a poster, or all those of a board, with your names and numbers; or list the posters.",
        example="board poster our-lead",
    )
    verb.add_argument("name", metavar="POSTER", nargs="?", default="", help="a poster or a board; left out, lists them")
    verb.add_argument("--blank", action="store_true", help="leave a line to write on for what is not known yet")
    verb.add_argument("--output", metavar="FILE", default="", help="where to, instead of the usual folder")


def poster(args: Namespace) -> int:
    """Write a poster; 1 where something has to be said first."""
    from compact_tui.services.posters import poster as verb

    if not args.name:
        return _list(args)
    made = verb(desk_of(args), args.name, blank=args.blank, output=args.output)
    if wants_json(args):
        print_json(made)
    else:
        say(made.sentence, *made.notes)
        if made.missing and not made.page:
            options = " ".join(f"--{one.field.replace('_', '-')} TEXT" for one in made.missing)
            say(f"Say it with: compact-tui people {options}", "Or leave lines for a pen with: --blank")
    return ExitCode.DONE if made.page else ExitCode.PUT_RIGHT


def _list(args: Namespace) -> int:
    from compact_tui.services.posters import posters

    view = posters(desk_of(args))
    if wants_json(args):
        print_json(view)
        return 0
    table(
        args,
        ("Poster", "What it is", "For", "State"),
        [(one.id, one.title, one.audience_words, one.state) for one in view.posters],
    )
    say(view.sentence)
    return 0
