"""Making a question bank, taking one from a file, and writing one to a file."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import at_terminal, desk_of, wants_json
from compact_tui.cli.output import print_json, say, talk, tell
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.bank_files import taken_lines, written_lines
from compact_tui.core.bank_forms import BANK_FORM

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs."""
    verb = add_verb(
        verbs,
        "new",
        new,
        "Begin a bank of your own, with a first question or an example.",
        example='bank new --title "Our trips" --owner "Deputy lead" --topic our-setting',
    )
    add_form(verb, BANK_FORM)
    verb = add_verb(
        verbs,
        "import",
        take,
        "Take a bank from a file into your own banks.",
        example="bank import trips.toml --dry-run",
    )
    verb.add_argument("file", metavar="FILE", help="a file that ends with .toml, .json, .csv, .gift or .txt")
    verb.add_argument("--dry-run", action="store_true", dest="dry_run", help="only say what would change")
    verb = add_verb(
        verbs, "export", write, "Write a bank to a file.", example="bank export whistleblowing --format json"
    )
    verb.add_argument("name", metavar="ID", help="id of the bank")
    verb.add_argument("--format", required=True, metavar="FORMAT", help="toml, json, gift, aiken or csv")
    verb.add_argument("--output", default="", metavar="FILE", help="the file to write; else one in this folder")


def new(args: Namespace) -> int:
    """Begin a bank: by options, and by asking for what is missing where a person can be asked."""
    from compact_tui.services.bank_making import bank_form, new_bank

    desk = desk_of(args)
    typed = typed_in(args, BANK_FORM)
    if at_terminal() and not typed:
        from compact_tui.cli.asking import ask

        talk("An empty line leaves a question open. Without a first question the bank begins with an example.")
        for field in bank_form().fields:
            typed[field.id] = ask(field)
    made = new_bank(desk, typed)
    return tell(args, made, made.sentence, "Check it after every change: compact-tui bank lint")


def take(args: Namespace) -> int:
    """Take a bank from a file."""
    from compact_tui.services.bank_importing import import_bank

    view = import_bank(desk_of(args), args.file, dry_run=args.dry_run)
    if wants_json(args):
        print_json(view)
        return 0
    say(*taken_lines(view))
    return 0


def write(args: Namespace) -> int:
    """Write a bank to a file."""
    from compact_tui.services.bank_exporting import export_bank

    made = export_bank(desk_of(args), args.name, args.format, args.output)
    return tell(args, made, *written_lines(made))
