"""What staff across the city know, by a command."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table
from compact_tui.cli.parser import Parser, add_verb

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verb to the group of the partnership."""
    verb = add_verb(
        verbs,
        "knowledge",
        knowledge,
        "What staff across the city know of each topic, the least known first; few settings are kept back.",
        example="partnership knowledge --sector early-years",
    )
    verb.add_argument("--sector", default="", metavar="SECTOR", help="only this one")


def knowledge(args: Namespace) -> int:
    """Print what staff know."""
    from compact_tui.services.city_knowledge import city_knowledge

    view = city_knowledge(desk_of(args), args.sector)
    if wants_json(args):
        print_json(view)
        return 0
    say(f"{view.title}: {view.sentence}", "")
    table(
        args,
        ("Topic", "Knew", "Standard"),
        [(one.title, one.figure.brief, one.standard_words) for one in view.topics],
    )
    say("")
    table(args, ("Standard", "Knew"), [(one.words, one.figure.brief) for one in view.standards])
    say("", *view.notes, view.never_asked_sentence)
    return 0
