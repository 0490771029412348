"""The partnership's side: who collects and for which round, whom settings ring, what was changed."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli import (
    partnership_analyse,
    partnership_ask,
    partnership_collect,
    partnership_collected,
    partnership_know,
    partnership_log,
    partnership_read,
    partnership_register,
    partnership_reply,
    partnership_report,
)
from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, tell
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.errors import UsageError
from compact_tui.core.partnership_forms import CONTACT_FORM, PARTNERSHIP_FORM
from compact_tui.core.text import capitalised

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.partnership_views import PartnershipView
    from compact_tui.services.history import Undone

_MODULES = (
    partnership_register,
    partnership_ask,
    partnership_collect,
    partnership_collected,
    partnership_analyse,
    partnership_know,
    partnership_log,
    partnership_report,
    partnership_reply,
    partnership_read,
)
"""Where the other verbs are."""


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the commands."""
    verbs = add_group(groups, "partnership")
    for name, run, text, example in (
        ("start", start, "Begin to collect returns in this workspace.", '--name "The partnership" --area Portsmouth'),
        ("change", change, "Change who collects, the round, the day or the pack.", "--due 2027-03-31"),
    ):
        verb = add_verb(verbs, name, run, text, example=f"partnership {name} {example}")
        add_form(verb, PARTNERSHIP_FORM)
        verb.add_argument("--pack", default="", metavar="ID-or-PATH", help="the audit pack that is asked for")
    add_verb(
        verbs, "about", about, "Say who collects, whom settings ring, and how the round stands.",
        example="partnership about --json",
    )  # fmt: skip
    verb = add_verb(
        verbs,
        "contact-point",
        contact_point,
        "Say whom settings ring, with the day it was checked; add one, change one, take one out.",
        example='partnership contact-point --what lado --name "LADO" --value "023 9200 0003" --checked-on 2026-12-01',
    )
    verb.add_argument("contact", nargs="?", default="", metavar="ID", help="the one to change; left out, a new one")
    add_form(verb, CONTACT_FORM)
    verb.add_argument("--remove", action="store_true", help="take it out")
    for module in _MODULES:
        module.add_verbs(verbs)
    add_verb(verbs, "history", history, "List what was changed, newest first.", example="partnership history")
    add_verb(verbs, "undo", undo, "Take back the last change.", example="partnership undo")
    add_verb(verbs, "redo", redo, "Do again what was taken back.", example="partnership redo")


def start(args: Namespace) -> int:
    """Begin to collect returns."""
    from compact_tui.services.partnership import start_partnership

    return _tell(args, start_partnership(desk_of(args), typed_in(args, PARTNERSHIP_FORM), pack=args.pack))


def change(args: Namespace) -> int:
    """Change what is said of the partnership."""
    from compact_tui.services.partnership import change_partnership

    typed = typed_in(args, PARTNERSHIP_FORM)
    if not (typed or args.pack):
        raise UsageError("Say what to change.", "Such as: --cycle 2028-2030. Nothing was changed.")
    return _tell(args, change_partnership(desk_of(args), typed, pack=args.pack))


def about(args: Namespace) -> int:
    """Print who collects and how the round stands."""
    from compact_tui.services.partnership import show_partnership
    from compact_tui.services.partnership_book import partnership_book

    desk = desk_of(args)
    partnership_book(desk)
    return _tell(args, show_partnership(desk))


def contact_point(args: Namespace) -> int:
    """Add, change, take out or list those whom settings ring."""
    from compact_tui.services.partnership import drop_contact, keep_contact, show_partnership
    from compact_tui.services.partnership_book import partnership_book

    desk, typed = desk_of(args), typed_in(args, CONTACT_FORM)
    if args.remove:
        if not args.contact or typed:
            raise UsageError("--remove needs the id of a contact, and nothing else.", "Nothing was changed.")
        return _tell(args, drop_contact(desk, args.contact))
    if typed or args.contact:
        return _tell(args, keep_contact(desk, typed, args.contact))
    partnership_book(desk)
    return _tell(args, show_partnership(desk))


def _tell(args: Namespace, view: "PartnershipView") -> int:
    if wants_json(args):
        print_json(view)
        return 0
    say(*(f"{name}: {said}" for name, said in view.about if said), "", *view.standing)
    if view.contacts:
        rows = [(one.id, one.what_words, one.name, one.value, one.age) for one in view.contacts]
        table(args, ("Id", "Whom settings ring", "Name", "Number or address", "Age"), rows)
    else:
        say("Nobody is named yet whom settings ring: compact-tui partnership contact-point")
    return 0


def history(args: Namespace) -> int:
    """Print what was changed."""
    from compact_tui.services.partnership import partnership_history

    changes = partnership_history(desk_of(args))
    if wants_json(args):
        print_json(changes)
        return 0
    rows = [(one.when, one.by, one.what, "taken back" if one.undone else "") for one in changes]
    table(args, ("When", "Who", "What", ""), rows)
    return 0


def undo(args: Namespace) -> int:
    """Take back the last change."""
    from compact_tui.services.partnership import undo_partnership

    return _undone(args, undo_partnership(desk_of(args)))


def redo(args: Namespace) -> int:
    """Do again what was taken back."""
    from compact_tui.services.partnership import redo_partnership

    return _undone(args, redo_partnership(desk_of(args)))


def _undone(args: Namespace, done: "Undone") -> int:
    return tell(args, done, f"{capitalised(done.what)}.")
