"""The register of settings that returns are expected from: taken from a table, changed by hand, listed."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, talk, tell
from compact_tui.cli.parser import Parser, add_subgroup, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.errors import ExitCode, UsageError
from compact_tui.core.partnership_forms import ENTRY_FORM

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.services.register import EntryView, RegisterImport


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the partnership."""
    nouns = add_subgroup(
        verbs, "register", "The settings that returns are expected from.", example="partnership register list"
    )
    verb = add_verb(
        nouns,
        "import",
        import_,
        "Take settings from a CSV file or workbook; nothing is ever removed by it.",
        example="partnership register import settings.csv --dry-run",
    )
    verb.add_argument("file", metavar="FILE", help="a table with a column of ids and one of names")
    verb.add_argument("--dry-run", action="store_true", help="only say what would change")
    verb = add_verb(
        nouns, "list", list_all, "List the settings, and how many are expected.", example="partnership register list"
    )
    verb.add_argument("--sector", default="", metavar="SECTOR", help="only this one")
    verb.add_argument("--find", default="", metavar="TEXT", help="only those whose id or name holds this")
    verb.add_argument("--everyone", action="store_true", help="also those that closed or merged")
    verb = add_verb(
        nouns,
        "add",
        add,
        "Add a setting.",
        example='partnership register add P017 --name "Brolly Primary" --kind primary-school',
    )
    verb.add_argument("entry", metavar="ID", help="its number in your register")
    add_form(verb, ENTRY_FORM)
    verb = add_verb(
        nouns,
        "edit",
        edit,
        "Change a setting; merged and closed are said here too.",
        example="partnership register edit P017 --closed-on 2026-12-31",
    )
    verb.add_argument("entry", metavar="ID", help="its number in your register")
    add_form(verb, ENTRY_FORM)


def import_(args: Namespace) -> int:
    """Take settings from a table; 1 where a row could not be taken."""
    from compact_tui.services.register import import_register

    view = import_register(desk_of(args), Path(args.file).expanduser(), dry_run=args.dry_run)
    if wants_json(args):
        print_json(view)
    else:
        say(view.sentence, *view.notes)
        say(*(line.words for line in view.lines if line.words))
        talk(*(problem.sentence for problem in view.problems))
        say(_outcome(view))
    return int(ExitCode.PUT_RIGHT if view.problems else ExitCode.DONE)


def _outcome(view: "RegisterImport") -> str:
    if not view.done:
        return "Nothing was changed: this was a look."
    if view.problems and not view.new and not view.changed:
        return "Nothing was changed: no row that could be taken says anything new."
    if not view.new and not view.changed:
        return "Nothing was changed: the register says all of it already."
    return "Taken. compact-tui partnership undo reverses it."


def list_all(args: Namespace) -> int:
    """Print the register."""
    from compact_tui.services.register import list_register

    view = list_register(desk_of(args), sector=args.sector, find=args.find, everyone=args.everyone)
    if wants_json(args):
        print_json(view)
        return 0
    rows = [(one.id, one.name, one.sector_word, one.kind_word, one.contact_email, one.state) for one in view.entries]
    if rows:
        table(args, ("Id", "Setting", "Sector", "Kind", "Email", ""), rows)
    say(view.sentence, *(f"  {word}: {number}" for word, number in view.sectors))
    return 0


def add(args: Namespace) -> int:
    """Add a setting."""
    from compact_tui.services.register import add_entry

    return _told(args, add_entry(desk_of(args), {"id": args.entry, **typed_in(args, ENTRY_FORM)}))


def edit(args: Namespace) -> int:
    """Change a setting."""
    from compact_tui.services.register import edit_entry

    typed = typed_in(args, ENTRY_FORM)
    if not typed:
        raise UsageError("Say what to change.", 'Such as: --contact-email "lead@school.example". Nothing was changed.')
    return _told(args, edit_entry(desk_of(args), args.entry, typed))


def _told(args: Namespace, view: "EntryView") -> int:
    saved = f"Saved: {view.id} {view.name}, {view.kind_word or view.sector_word}."
    return tell(args, view, saved, *([view.state] if view.state else []))
