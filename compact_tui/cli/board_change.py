"""Changing notice boards: adding, changing, taking down, and what belongs on them."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.cli.typed import add_form, typed_in
from compact_tui.core.board_forms import BOARD_FORM, OWN_FORM
from compact_tui.core.errors import UsageError
from compact_tui.core.text import capitalised

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.board_views import BoardPage


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the boards."""
    verb = add_verb(
        verbs,
        "add",
        add,
        "Add a board, or the usual ones of your sector.",
        example='board add --name "Staff room" --audience staff',
    )
    add_form(verb, BOARD_FORM)
    verb.add_argument(
        "--suggested", nargs="*", metavar="ID", help="the usual boards; some of them by id, all where none is named"
    )
    verb = add_verb(
        verbs, "change", change, "Change a board.", example='board change "Staff room" --place "by the kettle"'
    )
    verb.add_argument("board", metavar="BOARD", help="its name or id")
    add_form(verb, BOARD_FORM)
    verb = add_verb(verbs, "close", close, "Say that a board was taken down.", example='board close "Staff room"')
    verb.add_argument("board", metavar="BOARD", help="its name or id")
    verb.add_argument("--again", action="store_true", help="it hangs again")
    verb = add_verb(
        verbs,
        "item",
        item,
        "Say that something does not belong on a board here, or does again.",
        example='board item "Staff room" phones --off "We have no pool."',
    )
    verb.add_argument("board", metavar="BOARD", help="its name or id")
    verb.add_argument("item", metavar="ITEM", help="id, or the beginning of its title")
    way = verb.add_mutually_exclusive_group(required=True)
    way.add_argument("--off", metavar="REASON", help="it does not belong here, and why")
    way.add_argument("--on", action="store_true", help="it belongs here again")
    verb = add_verb(
        verbs,
        "own",
        own,
        "Add something of your own that must hang, or take it away.",
        example='board own --title "Our walking bus" --audience visitors',
    )
    add_form(verb, OWN_FORM)
    verb.add_argument("--remove", metavar="ID", default="", help="take this one away")
    add_verb(verbs, "undo", undo, "Take back the last change of the boards.", example="board undo")
    add_verb(verbs, "redo", redo, "Do again what was taken back last.", example="board redo")


def add(args: Namespace) -> int:
    """Add a board, or the usual ones."""
    from compact_tui.cli.board import tell_boards
    from compact_tui.services.boards import add_board, add_suggested

    if args.suggested is not None:
        return tell_boards(args, add_suggested(desk_of(args), args.suggested))
    typed = typed_in(args, BOARD_FORM)
    if not typed:
        raise UsageError("Say what the board is called.", "Such as --name Office --audience staff; or --suggested.")
    return _tell(args, add_board(desk_of(args), typed))


def change(args: Namespace) -> int:
    """Change a board; without an option show it as it would be typed."""
    from compact_tui.services.boards import change_board, typed_of_board

    typed = typed_in(args, BOARD_FORM)
    if not typed:
        known = typed_of_board(desk_of(args), args.board)
        if wants_json(args):
            print_json(known)
        else:
            say(*(f"{name}: {text}" for name, text in known.items()))
        return 0
    return _tell(args, change_board(desk_of(args), args.board, typed))


def close(args: Namespace) -> int:
    """Take a board down, or hang it again."""
    from compact_tui.services.boards import close_board

    return _tell(args, close_board(desk_of(args), args.board, closed=not args.again))


def item(args: Namespace) -> int:
    """Switch an item off or on."""
    from compact_tui.services.board_items import switch_item

    return _tell(args, switch_item(desk_of(args), args.board, args.item, args.off or "", on=args.on))


def own(args: Namespace) -> int:
    """Add or take away something of one's own."""
    from compact_tui.cli.board import tell_boards
    from compact_tui.services.board_items import add_own_item, remove_own_item

    if args.remove:
        return tell_boards(args, remove_own_item(desk_of(args), args.remove))
    return tell_boards(args, add_own_item(desk_of(args), typed_in(args, OWN_FORM)))


def undo(args: Namespace) -> int:
    """Take back the last change of the boards."""
    from compact_tui.services.boards import undo_board

    return _tell_undone(args, undo_board(desk_of(args)).what)


def redo(args: Namespace) -> int:
    """Do it again."""
    from compact_tui.services.boards import redo_board

    return _tell_undone(args, redo_board(desk_of(args)).what)


def _tell_undone(args: Namespace, what: str) -> int:
    if wants_json(args):
        print_json({"what": what})
    else:
        say(f"{capitalised(what)}.")
    return 0


def _tell(args: Namespace, view: "BoardPage") -> int:
    if wants_json(args):
        print_json(view)
    else:
        board = view.board
        say(f"{board.id}: {board.name}, for {board.audience_words}, {board.items} items: {board.words}.")
    return 0
