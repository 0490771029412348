"""The one-minute guide, and what a term means."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import wants_json
from compact_tui.cli.output import print_json, say, width, wrapped
from compact_tui.cli.parser import Parser, add_command
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    command = add_command(groups, "guide", guide)
    command.add_argument("term", nargs="*", metavar="TERM", help="say what this term means, instead of the guide")
    command.add_argument("--output", default="", metavar="FILE", help="write the guide as a page to this file")


def guide(args: Namespace) -> int:
    """Print the guide, or what a term means."""
    from compact_tui.services.guiding import glossary
    from compact_tui.services.guiding import guide as read_guide

    wanted = " ".join(args.term)
    if wanted:
        terms = glossary(wanted)
        if not terms:
            raise UsageError(f'The glossary has no "{wanted}".', "Try a shorter word.")
        if wants_json(args):
            print_json(terms)
        else:
            for term in terms:
                named = f"{term.term} ({', '.join(term.also)})" if term.also else term.term
                say(named, *wrapped(term.meaning, width(), "  "))
        return 0
    if args.output:
        from compact_tui.services.guiding import print_guide

        say(f"Written: {print_guide(args.output)}", "Open it in a browser to read or print it.")
    elif wants_json(args):
        print_json(read_guide())
    else:
        from compact_tui.core.guide import guide_lines

        say(*guide_lines(read_guide(), width()))
    return 0
