"""Printing pages of the audit."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, tell
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_PAGES = (
    ("--blank", "blank", "the whole audit on paper, to fill in"),
    ("--head", "head", "the page to sign"),
    ("--inspection", "inspection", "the inspection pack"),
    ("--improvement", "improvement", "what we do next, on one side; for an audit without grades"),
    ("--support", "support", "what we need help with, and whom to ask"),
    ("--act-now", "act-now", 'the card "a child may be at risk"'),
    ("--report", "report", "the report"),
)
"""Option, id of the page, what it is."""


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the audit."""
    verb = add_verb(
        verbs,
        "print",
        print_one,
        "Write a page to print, or list what can be printed.",
        example="audit print --blank --guided",
    )
    for flag, page, words in _PAGES:
        verb.add_argument(flag, dest="pages", action="append_const", const=page, help=words)
    verb.add_argument("--guided", action="store_true", help="with --blank: with help on every question")
    verb.add_argument("--together", metavar="STANDARD", default="", help="large pages of a standard, for a meeting")
    verb.add_argument("--output", metavar="FILE", default="", help="where to, instead of the usual folder")


def print_one(args: Namespace) -> int:
    """Write the page that was asked for, or list the pages."""
    from compact_tui.services.print_pages import pages, print_page

    asked = _asked(args)
    if not asked:
        view = pages(desk_of(args))
        if wants_json(args):
            print_json(view)
        else:
            table(args, ("Page", "Paper", "What for"), [(p.words, p.sides_words, p.about) for p in view.pages])
            say("Print one: compact-tui audit print --blank (--help lists the options)")
        return 0
    printed = print_page(desk_of(args), asked, args.together, args.output)
    return tell(args, printed, printed.sentence)


def _asked(args: Namespace) -> str:
    """Id of the page that the options ask for; empty when they ask for none."""
    asked = [*(args.pages or ()), *(["together"] if args.together else [])]
    if args.guided and asked != ["blank"]:
        raise UsageError("--guided goes with --blank only.", "Nothing was written.")
    if len(asked) > 1:
        raise UsageError("One page at a time can be printed.", "Nothing was written. Ask for one, then for the next.")
    if args.output and not asked:
        raise UsageError("It is not said which page.", "compact-tui audit print lists them. Nothing was written.")
    return "blank-guided" if args.guided else "".join(asked)
