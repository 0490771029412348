"""Parts of the audit: lending standards to a colleague, taking them in again, and answering a part oneself."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.merge_text import add_choices, choices_in, merge_lines, refuse_unknown_lines
from compact_tui.cli.output import print_json, say, table, tell, width
from compact_tui.cli.parser import Parser, add_subgroup, add_verb
from compact_tui.core.errors import ExitCode
from compact_tui.core.part_views import FORMS

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_FORM_WORDS = ", ".join(f"{form} ({words[:1].lower()}{words[1:]})" for form, words in FORMS)


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the audit."""
    parts = add_subgroup(
        verbs, "part", "Lend standards to a colleague, and take them in again.", example="audit part list"
    )
    verb = add_verb(
        parts,
        "export",
        export,
        "Lend some standards to a colleague as a file.",
        example='audit part export --standards 3,5 --for "HR" --due 2026-12-10',
    )
    verb.add_argument("--standards", required=True, metavar="LIST", help="ids or numbers, with commas")
    verb.add_argument("--for", dest="lent_to", required=True, metavar="ROLE", help="who answers them: a role or team")
    verb.add_argument("--due", default="", metavar="DAY", help="back by when")
    verb.add_argument("--form", default="part", metavar="FORM", help=_FORM_WORDS)
    verb.add_argument("--output", default="", metavar="FILE", help="where to, instead of the usual folder")
    verb = add_verb(
        parts,
        "import",
        import_,
        "Take in a part that came back; what both changed is left until you choose.",
        example="audit part import part-hr.json --dry-run",
    )
    verb.add_argument("file", metavar="FILE", help="the file that came back")
    add_choices(verb)
    add_verb(parts, "list", list_all, "List what is lent: out, late, back.", example="audit part list")
    verb = add_verb(
        parts, "call-off", call_off, "Say that a part is not waited for any more.", example="audit part call-off p-7k2m"
    )
    verb.add_argument("part", metavar="ID", help="its id, as audit part list shows it")
    verb = add_verb(
        parts,
        "open",
        open_,
        "Open a part that somebody sent you, in a folder of its own.",
        example="audit part open part-hr.json",
    )
    verb.add_argument("file", metavar="FILE", help="the file you were sent")
    verb.add_argument("--folder", default="", metavar="DIR", help="where to, instead of a folder beside the file")
    add_verb(
        parts,
        "return",
        return_,
        "Make a part that was sent to you ready to be sent back.",
        example="audit part return",
    )


def export(args: Namespace) -> int:
    """Lend standards."""
    from compact_tui.services.parts import export_part

    names = ("standards", "lent_to", "due", "form")
    made = export_part(desk_of(args), {name: getattr(args, name) for name in names}, args.output)
    return tell(args, made, made.sentence, made.next_step)


def import_(args: Namespace) -> int:
    """Take in a part, or show what it would change."""
    from compact_tui.services import part_importing

    desk, path, choices = desk_of(args), Path(args.file).expanduser(), choices_in(args)
    if choices.lines:
        refuse_unknown_lines(choices, part_importing.preview_part(desk, path))
    verb = part_importing.preview_part if args.dry_run else part_importing.import_part
    view = verb(desk, path, choices)
    if wants_json(args):
        print_json(view)
    else:
        say(*merge_lines(view, width()))
    return ExitCode.PUT_RIGHT if view.undecided else ExitCode.DONE


def list_all(args: Namespace) -> int:
    """Print what is lent."""
    from compact_tui.services.parts import list_parts

    view = list_parts(desk_of(args))
    if wants_json(args):
        print_json(view)
        return 0
    say(*([view.part_sentence] if view.is_part else []), view.sentence)
    if view.parts:
        rows = [(part.id, part.lent_to, part.numbers, part.form_words, part.state_words) for part in view.parts]
        table(args, ("Id", "For", "Standards", "As", "State"), rows)
    return 0


def call_off(args: Namespace) -> int:
    """Call a part off."""
    from compact_tui.services.parts import call_off as call_off_part

    part = call_off_part(desk_of(args), args.part)
    return tell(
        args, part, f"{part.words}: {part.state_words}.", "If it still comes back, it can be taken in all the same."
    )


def open_(args: Namespace) -> int:
    """Open a part."""
    from compact_tui.services.part_opening import open_part

    opened = open_part(desk_of(args), {"file": args.file, "folder": args.folder})
    return tell(args, opened, opened.sentence, opened.next_step)


def return_(args: Namespace) -> int:
    """Make a part ready to be sent back."""
    from compact_tui.services.part_opening import return_part

    made = return_part(desk_of(args))
    return tell(args, made, made.sentence, made.next_step, f"How to send it by hand: {made.read_me_file}")
