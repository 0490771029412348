"""Packs as workbooks, two editions compared, and a new edition taken into an audit."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, tell
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import ExitCode

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.pack_file_views import PackWritten


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs."""
    verb = add_verb(
        verbs,
        "export",
        export,
        "Write a whole pack to a workbook.",
        example="pack export compact-12 --output ours.xlsx",
    )
    verb.add_argument("pack", nargs="?", default="", metavar="ID", help="its id, or the path of its file or folder")
    verb.add_argument("--output", default="", metavar="FILE", help="the .xlsx file; else one in this folder")
    verb = add_verb(
        verbs,
        "new",
        new,
        "Begin a pack in a workbook of examples.",
        example='pack new --title "Harbour self-assessment"',
    )
    verb.add_argument("--title", required=True, metavar="TITLE", help="what it is called")
    verb.add_argument("--output", default="", metavar="FILE", help="the .xlsx file; else one in this folder")
    verb = add_verb(
        verbs, "import", take, "Take a pack from a workbook into a folder.", example="pack import ours.xlsx --dry-run"
    )
    verb.add_argument("file", metavar="FILE", help="the .xlsx file")
    verb.add_argument("--output", default="", metavar="DIR", help="a new folder; else one named after the pack")
    verb.add_argument("--dry-run", action="store_true", dest="dry_run", help="only check it")
    verb = add_verb(
        verbs, "diff", diff, "Compare two editions of a pack, item by item.", example="pack diff old-pack new-pack"
    )
    verb.add_argument("old", metavar="OLD", help="id, file or folder of the old edition")
    verb.add_argument("new", metavar="NEW", help="id, file or folder of the new one")
    verb = add_verb(
        verbs,
        "migrate",
        migrate,
        "Take a new edition of its pack into an audit in progress.",
        example="pack migrate new-pack --dry-run",
    )
    verb.add_argument("pack", metavar="PACK", help="id, file or folder of the new edition")
    verb.add_argument("--dry-run", action="store_true", dest="dry_run", help="only say what would happen")
    add_verb(verbs, "parked", parked, "List what was said to questions that are not asked now.", example="pack parked")


def export(args: Namespace) -> int:
    """Write a pack to a workbook."""
    from compact_tui.services.pack_files import export_pack

    return _written(args, export_pack(args.pack, args.output))


def new(args: Namespace) -> int:
    """Begin a pack in a workbook."""
    from compact_tui.services.pack_files import new_pack

    return _written(args, new_pack(args.title, desk_of(args).today, args.output))


def _written(args: Namespace, view: "PackWritten") -> int:
    from compact_tui.core.pack_file_views import written_lines

    return tell(args, view, *written_lines(view))


def take(args: Namespace) -> int:
    """Take a pack from a workbook; 1 where there is something to put right."""
    from compact_tui.core.pack_file_views import taken_lines
    from compact_tui.services.pack_files import import_pack

    view = import_pack(args.file, desk_of(args).today, args.output, dry_run=args.dry_run)
    if wants_json(args):
        print_json(view)
    else:
        say(*taken_lines(view))
    return int(ExitCode.PUT_RIGHT if view.errors else ExitCode.DONE)


def diff(args: Namespace) -> int:
    """Compare two editions; 1 where the new one changes a meaning without saying so."""
    from compact_tui.core.edition_views import diff_lines
    from compact_tui.services.pack_files import compare_packs

    found = compare_packs(args.old, args.new)
    if wants_json(args):
        print_json(found)
    else:
        say(*diff_lines(found))
    return int(ExitCode.PUT_RIGHT if found.problems else ExitCode.DONE)


def migrate(args: Namespace) -> int:
    """Show what a new edition would do, or take it."""
    from compact_tui.core.edition_views import edition_lines
    from compact_tui.services.editions import edition_view, take_edition

    desk = desk_of(args)
    view = edition_view(desk, args.pack) if args.dry_run else take_edition(desk, args.pack)
    return tell(args, view, *edition_lines(view))


def parked(args: Namespace) -> int:
    """List what is parked."""
    from compact_tui.core.parked_views import parked_lines
    from compact_tui.services.editions import parked as find_parked

    view = find_parked(desk_of(args))
    return tell(args, view, *parked_lines(view))
