"""Workbooks: standards of the audit as a spreadsheet, and back."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.merge_text import add_choices, choices_in, merge_lines, refuse_unknown_lines
from compact_tui.cli.output import print_json, say, width
from compact_tui.cli.parser import Parser, add_subgroup, add_verb
from compact_tui.core.errors import ExitCode

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.workbook_views import WorkbookTaken


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the noun with its verbs to the group of the audit."""
    nouns = add_subgroup(
        verbs,
        "workbook",
        "Write standards as a spreadsheet to fill in, or take one back.",
        example="audit workbook export --standards 3,5",
    )
    verb = add_verb(
        nouns,
        "export",
        export,
        "Write a workbook (.xlsx) that can be filled in.",
        example='audit workbook export --standards 3,5 --for "HR"',
    )
    verb.add_argument("--standards", default="", metavar="LIST", help="ids or numbers, such as 3,5; else all of them")
    verb.add_argument("--for", dest="lent_to", default="", metavar="ROLE", help="who fills it in; noted as lent")
    verb.add_argument("--due", default="", metavar="DATE", help="the day by which it should be back")
    verb.add_argument("--private", action="store_true", help="with your private notes; never for somebody else")
    verb.add_argument("--output", metavar="FILE", help="where it goes, instead of the folder of what is lent")
    verb = add_verb(
        nouns,
        "import",
        import_,
        "Take a workbook back; ends with 1 while something is left to choose or to put right.",
        example="audit workbook import HR.xlsx --dry-run",
    )
    verb.add_argument("file", metavar="FILE", help="the workbook as it came back")
    add_choices(verb)


def export(args: Namespace) -> int:
    """Write a workbook and print where it is."""
    from compact_tui.services.workbooks import export_workbook

    written = export_workbook(
        desk_of(args),
        [name for name in args.standards.split(",") if name.strip()],
        Path(args.output).expanduser() if args.output else None,
        private=args.private,
        lent_to=args.lent_to,
        due=args.due,
    )
    if wants_json(args):
        print_json(written)
    else:
        say(written.sentence)
    return ExitCode.DONE


def import_(args: Namespace) -> int:
    """Show what a workbook would change, or take it in."""
    from compact_tui.services import workbooks

    desk, path, choices = desk_of(args), Path(args.file).expanduser(), choices_in(args)
    if choices.lines:
        refuse_unknown_lines(choices, workbooks.preview_workbook(desk, path).merge)
    verb = workbooks.preview_workbook if args.dry_run else workbooks.import_workbook
    return _tell(args, verb(desk, path, choices))


def _tell(args: Namespace, taken: "WorkbookTaken") -> int:
    if wants_json(args):
        print_json(taken)
    else:
        say(*merge_lines(taken.merge, width()))
        if taken.backup:
            say("", f"The audit as it was before: {taken.backup}", "To take it back: compact-tui audit undo")
    return ExitCode.DONE if taken.settled else ExitCode.PUT_RIGHT
