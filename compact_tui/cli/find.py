"""Finding words in an audit."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, text_of, wants_json
from compact_tui.cli.output import print_json, say, table
from compact_tui.cli.parser import Parser, add_command
from compact_tui.core.errors import UsageError
from compact_tui.core.text import count

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    command = add_command(groups, "find", find)
    command.add_argument("words", nargs="+", metavar="TEXT", help="words that must all be there")


def find(args: Namespace) -> int:
    """Print every place that holds all the words."""
    from compact_tui.services.audits import find as find_in

    args.text = " ".join(args.words)
    text = (text_of(args, "text") or "").strip()
    if not text:
        raise UsageError("There is nothing to look for.", "Give a word: compact-tui find referees.")
    hits = find_in(desk_of(args), text)
    if wants_json(args):
        print_json(hits)
    elif hits:
        table(args, ("Number", "Found in", "Text"), [(hit.number, hit.field, hit.excerpt) for hit in hits])
        say(f"{count(len(hits), 'place')} found.")
    else:
        say(f'Nothing holds "{text}". Fewer or shorter words find more.')
    return 0
