"""What the commands on evidence and on actions share: naming one, what it belongs to, and telling what was done."""

from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import columns, print_json, say, tell
from compact_tui.cli.parser import Parser, Verb, add_verb

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.views import ActionView, EvidenceView
    from compact_tui.services.desk import Desk

    Record = EvidenceView | ActionView


def add_on_one(
    verbs: "_SubParsersAction[Parser]", noun: str, name: str, run: Verb, text: str, more: str = "", *, who: bool = True
) -> Parser:
    """Add a verb that works on one record.

    Args:
        verbs: Where to.
        noun: ``evidence`` or ``action``.
        name: The verb.
        run: What does it.
        text: What it does, as one sentence.
        more: What the example shows after the id.
        who: False where ``--by`` means something else.
    """
    letter = "e" if noun == "evidence" else "t"
    example = f"{noun} {name} {letter}-7k2m9xq4 {more}".strip()
    verb = add_verb(verbs, name, run, text, example=example, who=who)
    verb.add_argument("id", metavar="ID", help=f"its id, as {noun} list shows it")
    return verb


def add_belonging(verb: Parser, help_: str, *, fewer: bool = False) -> None:
    """Add ``--for``, and where a record is changed ``--not-for`` too."""
    verb.add_argument("--for", dest="supports", nargs="+", action="extend", metavar="CRITERION", help=help_)
    if fewer:
        verb.add_argument(
            "--not-for",
            dest="not_supports",
            nargs="+",
            action="extend",
            metavar="CRITERION",
            help="what it no longer belongs to",
        )


def tell_changed(args: Namespace, noun: str, done: str, item: "Record", words: str) -> int:
    """Print what a record is now, or say what was done."""
    if wants_json(args):
        print_json(item)
    else:
        belongs = f" for {', '.join(item.numbers)}" if item.numbers else ""
        say(f"{done} {noun} {item.id}{belongs}: {words}.", "Take it back: compact-tui audit undo")
    return 0


def show_facts(args: Namespace, item: "Record", facts: Iterable[tuple[str, str]]) -> int:
    """Print one record in full."""
    return tell(args, item, *columns([(name, value or "not said") for name, value in facts]))


def remove_one(args: Namespace, noun: str, remove: "Callable[[Desk, str], None]") -> int:
    """Take a record away."""
    remove(desk_of(args), args.id)
    if wants_json(args):
        print_json({"id": args.id})
    else:
        say(f"Removed {noun} {args.id}.", "Bring it back: compact-tui audit undo")
    return 0
