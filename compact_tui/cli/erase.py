"""Erasing a text, or all that ever stood at a place, from everything that is kept here."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, text_of, wants_json
from compact_tui.cli.confirming import confirmed
from compact_tui.cli.output import print_json, say, tell
from compact_tui.cli.parser import Parser, add_command
from compact_tui.core.erase_views import EraseView, erase_lines
from compact_tui.core.errors import ExitCode

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    command = add_command(groups, "erase", run)
    command.add_argument(
        "wanted",
        metavar="TEXT-OR-PLACE",
        help="the text, whatever its case, accents and apostrophes; - reads it from standard input, so that no "
        "shell remembers it; or a place: 3.2#note, 3#summary, an id of evidence or of an action with #title or #what, "
        "an id of a remark or another record of the partnership with #text and the like",
    )
    command.add_argument("--dry-run", action="store_true", help="only say where it stands")
    command.add_argument(
        "--originals",
        metavar="WHY",
        default=None,
        help="take away, too, the files a partnership collected that hold it, and keep why; "
        "without it they stay as they came and are named",
    )
    command.add_argument("--yes", action="store_true", help="do it without asking; it cannot be undone")


def run(args: Namespace) -> int:
    """Look where it stands, ask, and erase."""
    from compact_tui.services.erasing import erase

    desk, wanted = desk_of(args), text_of(args, "wanted") or ""
    originals, because = args.originals is not None, args.originals or ""
    if not (args.yes or args.dry_run):
        looked = erase(desk, wanted, dry_run=True, originals=originals)
        if not looked.text_erased and not looked.originals:
            tell(args, looked, *_lines(looked))
            return _code(looked)
        confirmed("Nothing was erased.", "Erase it everywhere?", *_lines(looked))
    view = erase(desk, wanted, dry_run=args.dry_run, originals=originals, because=because)
    if wants_json(args):
        print_json(view)
    else:
        say(*_lines(view))
    return _code(view)


def _code(view: EraseView) -> ExitCode:
    return ExitCode.DONE if view.finished else ExitCode.PUT_RIGHT


def _lines(view: EraseView) -> tuple[str, ...]:
    """What is told, with the option for what stays."""
    more = view.originals and not view.originals_go
    return (*erase_lines(view), *(("", "To take those files away as well, add: --originals WHY") if more else ()))
