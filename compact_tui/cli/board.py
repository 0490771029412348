"""Notice boards: which there are, what belongs on each, how one thing is, and files for another computer."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli import board_change, board_poster, board_walk
from compact_tui.cli.common import desk_of, wants_json, warn_beside
from compact_tui.cli.exchange_verbs import add_export, add_import, output_of, tell_taken
from compact_tui.cli.output import print_json, say, table, tell
from compact_tui.cli.parser import Parser, add_group, add_verb
from compact_tui.core.days import say_day
from compact_tui.core.walk import MARKS, NOT_RIGHT

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.board_views import BoardItemLine, BoardsPage


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the commands."""
    verbs = add_group(groups, "board")
    add_verb(verbs, "list", list_, "List the boards and how each stands.", example="board list --json")
    verb = add_verb(
        verbs,
        "show",
        show,
        "Show what belongs on a board, and what walks found there.",
        example='board show "Staff room"',
    )
    verb.add_argument("board", metavar="BOARD", help="its name or id")
    verb = add_verb(
        verbs,
        "check",
        check,
        "Keep how one thing is today; what it says is compared with whom to ring, and the numbers in force.",
        example='board check "Staff room" our-lead wrong --reads "Sam Hill, 0845 671 0271"',
    )
    verb.add_argument("board", metavar="BOARD", help="its name or id")
    verb.add_argument("item", metavar="ITEM", help="id, or the beginning of its title, as board show tells it")
    words = ", ".join(mark for mark, _, _ in MARKS)
    verb.add_argument("mark", metavar="MARK", nargs="?", default="", help=f"{words}; may be left out with --reads")
    verb.add_argument("--reads", metavar="TEXT", help="what it says: name, number, edition, in any order")
    verb.add_argument("--expires", metavar="DATE", help="the day that stands on it as its last")
    verb.add_argument("--note", metavar="T", help="a line of note")
    verb.add_argument("--reason", metavar="T", help="why it is not needed here")
    board_change.add_verbs(verbs)
    board_walk.add_verbs(verbs)
    board_poster.add_verbs(verbs)
    add_export(verbs, "board", "boards and walks", export)
    add_import(verbs, "board", "the boards and walks", "notice-boards-2026-12-03.json", import_)


def list_(args: Namespace) -> int:
    """List the boards."""
    from compact_tui.services.boards import list_boards

    return tell_boards(args, list_boards(desk_of(args)))


def tell_boards(args: Namespace, view: "BoardsPage") -> int:
    """Print the boards: as data, or in words."""
    if wants_json(args):
        print_json(view)
        return 0
    rows = [(one.id, one.name, one.place, one.audience_words, str(one.items), one.words) for one in view.boards]
    if rows:
        table(args, ("Board", "Name", "Where", "For", "Items", "How it stands"), rows)
    else:
        say("There are no boards yet. Usually there are:", *(f"  {one.name}" for one in view.suggested))
        say("Add them with: compact-tui board add --suggested")
    if view.waiting:
        say(f"A walk waits, {view.waiting_words}. Go on with: compact-tui board walk --go-on")
    return 0


def show(args: Namespace) -> int:
    """Show a board."""
    from compact_tui.services.boards import show_board

    view = show_board(desk_of(args), args.board)
    if wants_json(args):
        print_json(view)
        return 0
    board = view.board
    where = f", {board.place}" if board.place else ""
    say(f"{board.id}: {board.name}{where}, for {board.audience_words}. It stands: {board.words}.", "")
    rows = [(one.id, one.title, one.look_words, _now(one)) for one in view.items]
    table(args, ("Item", "What must hang", "Look", "Last look"), rows)
    for past in view.history:
        say("", f"{say_day(past.on)}{f', {past.role}' if past.role else ''}: {past.words}.")
        say(*(f"  {text}" for text in past.not_right))
    return 0


def _now(item: "BoardItemLine") -> str:
    return f"not here: {item.off}" if item.off else item.mark_words


def check(args: Namespace) -> int:
    """Keep how one thing is; 1 where what it says is wrong and nobody has said so."""
    from compact_tui.services.looking import check as verb

    view = verb(
        desk_of(args),
        args.board,
        args.item,
        args.mark,
        reads=args.reads,
        expires=args.expires,
        note=args.note,
        reason=args.reason,
    )
    warn_beside(args, args.note, args.reason)
    item = view.item
    contradicted = item.proposed in NOT_RIGHT and item.mark not in NOT_RIGHT
    if wants_json(args):
        print_json(view)
        return int(contradicted)
    say(f"{view.board_name}: {item.title}. {item.mark_words.capitalize() or 'No mark yet'}.")
    say(*(f"  {sentence}" for sentence in item.found))
    if item.proposed and item.proposed != item.mark:
        say(f"  What it says speaks for: {item.proposed}.")
    return int(contradicted)


def export(args: Namespace) -> int:
    """Write boards and walks to a file."""
    from compact_tui.services.walk_exchange import export_walks

    written = export_walks(desk_of(args), output_of(args))
    return tell(args, written, written.sentence)


def import_(args: Namespace) -> int:
    """Take in boards and walks of a file."""
    from compact_tui.services.walk_exchange import import_walks

    taken = import_walks(desk_of(args), Path(args.file).expanduser(), dry_run=args.dry_run)
    return tell_taken(args, taken)
