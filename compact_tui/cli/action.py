"""Actions: adding, listing and removing them."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.cli.typed import add_form, supports_of, typed_in
from compact_tui.core.days import say_day
from compact_tui.core.record_forms import ACTION_FORM
from compact_tui.core.text import count

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the group."""
    verbs = add_group(groups, "action")
    verb = add_verb(
        verbs,
        "add",
        add,
        "Say what will be done, by whom and by when.",
        example='action add --what "Ring both referees" --who Head --by 2026-12-18 --for 3.2',
        who=False,
    )
    add_form(verb, ACTION_FORM, {"due": "--by", "who": "--who"}, {"who": "doer"})
    verb.add_argument("--for", dest="supports", nargs="+", action="extend", metavar="CRITERION", help="what it mends")
    add_verb(verbs, "list", list_all, "List all actions, overdue ones first.", example="action list --json")
    verb = add_verb(verbs, "remove", remove, "Take an action away.", example="action remove t-7k2m9xq4")
    verb.add_argument("id", metavar="ID", help="its id, as action list shows it")


def add(args: Namespace) -> int:
    """Add an action and print its id."""
    from compact_tui.services.records import add_action

    typed = typed_in(args, ACTION_FORM, {"who": "doer"})
    item = add_action(desk_of(args), typed, supports_of(args))
    if wants_json(args):
        print_json({"id": item.id})
    else:
        source = f" for {', '.join(item.numbers)}" if item.numbers else ""
        say(f"Added action {item.id}{source}: {item.what}.", "See them all: compact-tui action list")
    return 0


def list_all(args: Namespace) -> int:
    """Print all actions."""
    from compact_tui.services.records import list_actions

    items = list_actions(desk_of(args))
    if wants_json(args):
        print_json(items)
    elif items:
        rows = [
            (i.id, ", ".join(i.numbers), "overdue" if i.overdue else i.status, say_day(i.due), i.who, i.what)
            for i in items
        ]
        table(args, ("Id", "For", "State", "By", "Who", "What"), rows)
        say(f"{count(len(items), 'action')}.")
    else:
        say("No actions yet.", 'Add one: compact-tui action add --what "Ring both referees" --who Head --by 2026-12-18')
    return 0


def remove(args: Namespace) -> int:
    """Take an action away."""
    from compact_tui.services.records import remove_action

    remove_action(desk_of(args), args.id)
    if wants_json(args):
        print_json({"id": args.id})
    else:
        say(f"Removed action {args.id}.", "Bring it back: compact-tui audit undo")
    return 0
