"""Actions: adding, changing, closing, listing and removing them."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, text_of, wants_json, warn_beside
from compact_tui.cli.output import print_json, say, table
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.cli.record_verbs import (
    add_belonging,
    add_on_one,
    remove_one,
    show_facts,
    tell_changed,
)
from compact_tui.cli.typed import add_form, criteria_of, typed_in
from compact_tui.core.days import say_day
from compact_tui.core.record_forms import ACTION_FORM, DONE_FORM, DROP_FORM, action_edit_form
from compact_tui.core.text import count

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_FLAGS = {"due": "--by", "who": "--who"}
_PLACES = {"who": "doer"}
"""``--who`` is who does it; who is at the keyboard is kept apart."""
_EDIT_FORM = action_edit_form()


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
    add_form(verb, ACTION_FORM, _FLAGS, _PLACES)
    add_belonging(verb, "what it mends")
    add_verb(verbs, "list", list_all, "List all actions, overdue ones first.", example="action list --json")
    add_on_one(verbs, "action", "show", show, "Show one action.")
    verb = add_on_one(verbs, "action", "edit", edit, "Change an action.", "--by 2027-01-15", who=False)
    add_form(verb, _EDIT_FORM, _FLAGS, _PLACES)
    add_belonging(verb, "what it mends as well", fewer=True)
    verb = add_on_one(
        verbs, "action", "done", done, "Say that it is done, and what happened.", '--outcome "Both rang back"'
    )
    add_form(verb, DONE_FORM)
    verb = add_on_one(
        verbs, "action", "drop", drop, "Say that it will not be done, and why.", '--reason "Not needed now"'
    )
    add_form(verb, DROP_FORM)
    add_on_one(verbs, "action", "reopen", reopen, "Open it again.")
    add_on_one(verbs, "action", "remove", remove, "Take an action away.")


def add(args: Namespace) -> int:
    """Add an action and print its id."""
    from compact_tui.services.records import add_action

    typed = typed_in(args, ACTION_FORM, _PLACES)
    item = add_action(desk_of(args), typed, criteria_of(args))
    warn_beside(args, *typed.values())
    if wants_json(args):
        print_json({"id": item.id})
    else:
        source = f" for {', '.join(item.numbers)}" if item.numbers else ""
        say(f"Added action {item.id}{source}: {item.what}.")
        if item.overdue:
            say(f"Its day has passed already, so it counts as overdue: {item.due_words}.")
        say("See them all: compact-tui action list")
    return 0


def list_all(args: Namespace) -> int:
    """Print all actions."""
    from compact_tui.services.records import list_actions

    items = list_actions(desk_of(args))
    if wants_json(args):
        print_json(items)
    elif items:
        rows = [(i.id, ", ".join(i.numbers), i.state_word, say_day(i.due), i.who, i.what) for i in items]
        table(args, ("Id", "For", "State", "By", "Who", "What"), rows)
        say(f"{count(len(items), 'action')}.")
    else:
        say("No actions yet.", 'Add one: compact-tui action add --what "Ring both referees" --who Head --by 2026-12-18')
    return 0


def show(args: Namespace) -> int:
    """Print one action."""
    from compact_tui.services.records import show_action

    item = show_action(desk_of(args), args.id)
    facts = (
        ("what", item.what),
        ("for", ", ".join(item.numbers)),
        ("who", item.who),
        ("by", item.due_words),
        ("state", item.state_word),
        ("what happened", item.outcome),
    )
    return show_facts(args, item, facts)


def edit(args: Namespace) -> int:
    """Change an action."""
    from compact_tui.services.records import edit_action

    typed = typed_in(args, _EDIT_FORM, _PLACES)
    item = edit_action(desk_of(args), args.id, typed, more=criteria_of(args), fewer=criteria_of(args, "not_supports"))
    warn_beside(args, *typed.values())
    return tell_changed(args, "action", "Changed", item, item.what)


def done(args: Namespace) -> int:
    """Say that an action is done."""
    from compact_tui.services.records import do_action

    outcome = text_of(args, "outcome")
    item = do_action(desk_of(args), args.id, outcome, text_of(args, "on") or "")
    warn_beside(args, outcome)
    return tell_changed(args, "action", "Done:", item, item.what)


def drop(args: Namespace) -> int:
    """Say that an action will not be done."""
    from compact_tui.services.records import drop_action

    reason = text_of(args, "reason") or ""
    item = drop_action(desk_of(args), args.id, reason)
    warn_beside(args, reason)
    return tell_changed(args, "action", "Dropped", item, item.what)


def reopen(args: Namespace) -> int:
    """Open an action again."""
    from compact_tui.services.records import reopen_action

    item = reopen_action(desk_of(args), args.id)
    return tell_changed(args, "action", "Open again:", item, item.what)


def remove(args: Namespace) -> int:
    """Take an action away."""
    from compact_tui.services.records import remove_action

    return remove_one(args, "action", remove_action)
