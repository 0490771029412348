"""The dated copies of the books: seeing them, seeing what going back would change, and going back."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.confirming import confirmed
from compact_tui.cli.output import print_json, say, table, tell, width, wrapped
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.core.backup_views import preview_lines

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the group."""
    verbs = add_group(groups, "backup")
    add_verb(verbs, "list", list_all, "List the copies that are there, newest first.", example="backup list")
    verb = add_verb(
        verbs,
        "show",
        show,
        "Show what would change if a copy were restored.",
        example="backup show 2026-12-03/setting",
    )
    verb.add_argument("id", metavar="ID", help="its id, as backup list gives it")
    verb = add_verb(
        verbs,
        "restore",
        restore,
        "Go back to a copy; undo brings back what was there.",
        example="backup restore 2026-12-03/setting --yes",
    )
    verb.add_argument("id", metavar="ID", help="its id, as backup list gives it")
    verb.add_argument("--yes", action="store_true", help="do it without asking")


def list_all(args: Namespace) -> int:
    """Print the copies."""
    from compact_tui.services.backups import list_backups

    view = list_backups(desk_of(args))
    if wants_json(args):
        print_json(view)
        return 0
    if view.backups:
        rows = [(one.id, one.book_words, one.why_words, one.size_words, one.state_words) for one in view.backups]
        table(args, ("Id", "Of", "Made", "Size", "State"), rows)
    say(view.sentence)
    return 0


def show(args: Namespace) -> int:
    """Print what would change."""
    from compact_tui.services.backups import show_backup

    view = show_backup(desk_of(args), args.id)
    if wants_json(args):
        print_json(view)
    else:
        for line in preview_lines(view):
            say(*(wrapped(line.strip(), width(), line[: len(line) - len(line.lstrip())]) or ("",)))
    return 0


def restore(args: Namespace) -> int:
    """Show what would change, ask, and go back."""
    from compact_tui.services import backups

    desk = desk_of(args)
    if not args.yes:
        view = backups.show_backup(desk, args.id)
        confirmed("Nothing was restored.", "Go back to this copy?", *preview_lines(view))
    done = backups.restore(desk, args.id)
    return tell(args, done, done.sentence, *((done.undo,) if done.undo else ()))
