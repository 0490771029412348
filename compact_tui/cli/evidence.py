"""Evidence: adding, listing, showing and removing it."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import columns, print_json, say, table
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.cli.typed import add_form, supports_of, typed_in
from compact_tui.core.days import say_day
from compact_tui.core.errors import UsageError
from compact_tui.core.record_forms import evidence_form
from compact_tui.core.text import count, did_you_mean

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.views import EvidenceView

_FORM = evidence_form(())
"""The questions; the kinds are the pack's, which is not open yet when the command line is read."""


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the group."""
    verbs = add_group(groups, "evidence")
    verb = add_verb(
        verbs,
        "add",
        add,
        "Say what you saw and where it is.",
        example='evidence add --title "Staff list" --kind log --where Office --seen-on 2026-11-20 --for 3.2',
    )
    add_form(verb, _FORM)
    verb.add_argument("--for", dest="supports", nargs="+", action="extend", metavar="CRITERION", help="what it backs")
    add_verb(verbs, "list", list_all, "List all evidence.", example="evidence list --json")
    verb = add_verb(verbs, "show", show, "Show one piece of evidence.", example="evidence show e-7k2m9xq4")
    verb.add_argument("id", metavar="ID", help="its id, as evidence list shows it")
    verb = add_verb(verbs, "remove", remove, "Take a piece of evidence away.", example="evidence remove e-7k2m9xq4")
    verb.add_argument("id", metavar="ID", help="its id, as evidence list shows it")


def add(args: Namespace) -> int:
    """Add a piece of evidence and print its id."""
    from compact_tui.services.records import add_evidence

    typed = typed_in(args, _FORM)
    item = add_evidence(desk_of(args), typed, supports_of(args))
    if wants_json(args):
        print_json({"id": item.id})
    else:
        backs = f" for {', '.join(item.numbers)}" if item.numbers else ""
        say(f"Added evidence {item.id}{backs}: {item.title}.", "See it all: compact-tui evidence list")
    return 0


def list_all(args: Namespace) -> int:
    """Print all evidence."""
    from compact_tui.services.records import list_evidence

    items = list_evidence(desk_of(args))
    if wants_json(args):
        print_json(items)
    elif items:
        rows = [(i.id, ", ".join(i.numbers), i.kind_word, i.title, i.where, say_day(i.seen_on)) for i in items]
        table(args, ("Id", "For", "Kind", "What", "Where", "Seen on"), rows)
        say(f"{count(len(items), 'piece', 'pieces')} of evidence.")
    else:
        say("No evidence yet.", 'Add some: compact-tui evidence add --title "Staff list" --for 3.2')
    return 0


def show(args: Namespace) -> int:
    """Print one piece of evidence."""
    item = _named(args)
    if wants_json(args):
        print_json(item)
        return 0
    facts = (
        ("what", item.title),
        ("for", ", ".join(item.numbers)),
        ("kind", item.kind_word),
        ("where", item.where),
        ("held by", item.held_by),
        ("seen on", say_day(item.seen_on)),
        ("look again by", say_day(item.review_by)),
    )
    say(*columns([(name, value or "not said") for name, value in facts]))
    return 0


def _named(args: Namespace) -> "EvidenceView":
    from compact_tui.services.records import list_evidence

    items = {item.id: item for item in list_evidence(desk_of(args))}
    if args.id not in items:
        hint = did_you_mean(args.id, items) or "compact-tui evidence list shows the ids."
        raise UsageError(f'There is no evidence "{args.id}".', hint)
    return items[args.id]


def remove(args: Namespace) -> int:
    """Take a piece of evidence away."""
    from compact_tui.services.records import remove_evidence

    remove_evidence(desk_of(args), args.id)
    if wants_json(args):
        print_json({"id": args.id})
    else:
        say(f"Removed evidence {args.id}.", "Bring it back: compact-tui audit undo")
    return 0
