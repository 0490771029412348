"""Evidence: adding, changing, listing, showing and removing it, and looking after its files."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import at_terminal, desk_of, wants_json, warn_beside
from compact_tui.cli.output import print_json, say, table, talk
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
from compact_tui.core.errors import ExitCode
from compact_tui.core.record_forms import evidence_form
from compact_tui.core.text import count

if TYPE_CHECKING:
    from argparse import _SubParsersAction

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
    add_belonging(verb, "what it backs")
    verb = add_verb(
        verbs, "list", list_all, "List all evidence, and the evidence ladder.", example="evidence list --json"
    )
    verb.add_argument("--ladder", action="store_true", help="which rungs of the evidence ladder have something")
    add_on_one(verbs, "evidence", "show", show, "Show one piece of evidence.")
    verb = add_on_one(verbs, "evidence", "edit", edit, "Change a piece of evidence.", "--where Office --for 3.2 4.1")
    add_form(verb, _FORM)
    add_belonging(verb, "what it backs as well", fewer=True)
    add_on_one(verbs, "evidence", "seen", seen, "Say that you saw it again today.")
    add_on_one(verbs, "evidence", "remove", remove, "Take a piece of evidence away.")
    verb = add_verb(
        verbs,
        "verify",
        verify,
        "Look whether the files of the evidence changed, were moved or are gone.",
        example="evidence verify --take",
    )
    verb.add_argument("id", metavar="ID", nargs="?", default="", help="only this piece")
    verb.add_argument("--take", action="store_true", help="take new places and contents as they are now")


def add(args: Namespace) -> int:
    """Add a piece of evidence and print its id."""
    from compact_tui.services.records import add_evidence

    typed = typed_in(args, _FORM)
    item = add_evidence(desk_of(args), typed, criteria_of(args))
    warn_beside(args, *typed.values())
    if wants_json(args):
        print_json({"id": item.id})
    else:
        backs = f" for {', '.join(item.numbers)}" if item.numbers else ""
        say(f"Added evidence {item.id}{backs}: {item.title}.", "See it all: compact-tui evidence list")
    return 0


def list_all(args: Namespace) -> int:
    """Print all evidence, or its ladder."""
    from compact_tui.services.records import evidence_page, list_evidence

    if args.ladder:
        return _ladder(args)
    items = list_evidence(desk_of(args))
    if wants_json(args):
        print_json(items)
    elif items:
        rows = [(i.id, ", ".join(i.numbers), i.kind_word, i.title, i.where, say_day(i.seen_on)) for i in items]
        table(args, ("Id", "For", "Kind", "What", "Where", "Seen on"), rows)
        say(f"{count(len(items), 'piece', 'pieces')} of evidence.")
        page = evidence_page(desk_of(args))
        say(*(line for line in (page.ladder.line, page.ladder.next) if line))
    else:
        say("No evidence yet.", 'Add some: compact-tui evidence add --title "Staff list" --for 3.2')
    return 0


def _ladder(args: Namespace) -> int:
    from compact_tui.services.records import evidence_page

    page = evidence_page(desk_of(args))
    if wants_json(args):
        print_json({"ladder": page.ladder, "standards": page.standards})
    elif page.ladder.rungs:
        headers = ("Standard", *(rung.word for rung in page.ladder.rungs))
        found = (page.ladder, *page.standards)
        table(args, headers, [(ladder.title, *(rung.words for rung in ladder.rungs)) for ladder in found])
        say(*(line for line in (page.ladder.elsewhere, page.ladder.next) if line))
    else:
        say("This audit has no evidence ladder.")
    return 0


def show(args: Namespace) -> int:
    """Print one piece of evidence."""
    from compact_tui.services.records import show_evidence

    item = show_evidence(desk_of(args), args.id)
    facts = (
        ("what", item.title),
        ("for", ", ".join(item.numbers)),
        ("kind", item.kind_word),
        ("where", item.where),
        ("held by", item.held_by),
        ("seen on", say_day(item.seen_on)),
        ("look again by", say_day(item.review_by)),
        ("file", item.file_words),
    )
    return show_facts(args, item, facts)


def edit(args: Namespace) -> int:
    """Change a piece of evidence."""
    from compact_tui.services.records import edit_evidence

    typed = typed_in(args, _FORM)
    item = edit_evidence(desk_of(args), args.id, typed, more=criteria_of(args), fewer=criteria_of(args, "not_supports"))
    warn_beside(args, *typed.values())
    return tell_changed(args, "evidence", "Changed", item, item.title)


def seen(args: Namespace) -> int:
    """Say that a piece of evidence was seen again today."""
    from compact_tui.services.records import seen_again

    item = seen_again(desk_of(args), args.id)
    again = f", look again by {say_day(item.review_by)}" if item.review_by else ""
    return tell_changed(args, "evidence", "Seen today:", item, f"{item.title}{again}")


def remove(args: Namespace) -> int:
    """Take a piece of evidence away."""
    from compact_tui.services.records import remove_evidence

    return remove_one(args, "evidence", remove_evidence)


def verify(args: Namespace) -> int:
    """Look after the files of the evidence; with ``--take``, take them as they are now."""
    from compact_tui.services.records import take_files
    from compact_tui.services.records import verify as look

    def told(at: int, of: int) -> None:
        if at_terminal():
            talk(f"checking {at} of {of}")

    desk = desk_of(args)
    found = look(desk, args.id, told)
    taken = take_files(desk, found) if args.take else 0
    if taken:
        found = look(desk, args.id, told)
    if wants_json(args):
        print_json(found)
    else:
        if found.files:
            table(args, ("Id", "What", "State", "About"), [(f.id, f.title, f.word, f.sentence) for f in found.files])
        say(found.sentence)
        if taken:
            say(f"Took {count(taken, 'file')} as now.", "Take it back: compact-tui audit undo")
        elif found.to_take:
            say("If that is right, take them as they are now: compact-tui evidence verify --take")
    return ExitCode.DONE if found.same else ExitCode.PUT_RIGHT
