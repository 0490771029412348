"""Walking round the notice boards: in typed lines, on paper, and what to put right afterwards."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say, table, talk, tell
from compact_tui.cli.parser import Parser, add_verb
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.board_views import WalkEnd


def add_verbs(verbs: "_SubParsersAction[Parser]") -> None:
    """Add the verbs to the group of the boards."""
    verb = add_verb(
        verbs,
        "walk",
        walk,
        "Walk round the boards now, in typed lines: a letter for each thing.",
        example='board walk "Staff room"',
    )
    verb.add_argument("boards", metavar="BOARD", nargs="*", help="only these, by name or id")
    verb.add_argument("--go-on", action="store_true", help="go on with the walk that was left")
    verb.add_argument("--undo", action="store_true", help="take back the last step of the walk that was left")
    verb.add_argument("--role", default="", metavar="ROLE", help="who walks, as a role")
    add_verb(verbs, "walks", walks_, "List the walks, newest first.", example="board walks")
    verb = add_verb(
        verbs, "right", right, "See what a walk found, and what to put right.", example="board right --plan"
    )
    verb.add_argument("walk", metavar="WALK", nargs="?", default="", help="its id; else the newest walk")
    verb.add_argument("--board", default="", metavar="BOARD", help="only this board")
    verb.add_argument("--plan", action="store_true", help="put what is left on the action plan of the audit")
    verb.add_argument("--look", default="", metavar="LOOK", help="with --plan: only this line, by its id")
    verb.add_argument("--end", action="store_true", help="end the walk")
    verb = add_verb(
        verbs,
        "sheet",
        sheet,
        "Write the round sheet of the next walk: A4, tick boxes, the shortest way.",
        example="board sheet",
    )
    verb.add_argument("boards", metavar="BOARD", nargs="*", help="only these, by name or id")
    verb.add_argument("--output", default="", metavar="FILE", help="where it goes, instead of the folder of pages")
    verb = add_verb(
        verbs,
        "paper",
        paper,
        "Type in a sheet: a board, then its row of letters.",
        example='board paper "Staff room" "t t o w(old number) - n(no pool)" --on 2026-12-01',
    )
    verb.add_argument(
        "rows", metavar="BOARD LETTERS", nargs="+", help="t there, o out of date, w wrong, m missing, n not"
    )
    verb.add_argument("--on", default="", metavar="DATE", help="the day, if that was not today")
    verb.add_argument("--role", default="", metavar="ROLE", help="who walked, as a role")


def walk(args: Namespace) -> int:
    """Walk in typed lines; the talk goes to standard error where data are wanted."""
    from compact_tui.plain.board_walk import walk_round
    from compact_tui.plain.everywhere import everywhere
    from compact_tui.plain.moving import Ended, Interrupted, Moved
    from compact_tui.plain.teller import Teller
    from compact_tui.services.walk_right import walk_end
    from compact_tui.services.walks import begin_walk, walk_page

    desk = desk_of(args)
    write = sys.stderr.write if wants_json(args) else sys.stdout.write
    teller = Teller(sys.stdin.readline, write, ascii_only=bool(getattr(args, "ascii", False)))
    teller.everywhere = everywhere(teller, lambda: desk)
    if args.undo:
        return _undo(args)
    begun = walk_page(desk) if args.go_on else begin_walk(desk, args.boards, role=args.role)
    try:
        walk_round(teller, desk, begun.walk)
    except (Ended, Interrupted, Moved):
        talk("", "Left. What was looked at is kept.", "Go on with: compact-tui board walk --go-on")
    if wants_json(args):
        print_json(walk_end(desk, begun.walk))
    return 0


def _undo(args: Namespace) -> int:
    from compact_tui.services.looking import take_back
    from compact_tui.services.walks import walk_page

    desk = desk_of(args)
    page = take_back(desk, walk_page(desk).walk)
    return tell(args, page, f"Taken back: {page.name}. {page.looked_words}.")


def walks_(args: Namespace) -> int:
    """List the walks."""
    from compact_tui.services.walks import list_walks

    found = list_walks(desk_of(args))
    if wants_json(args):
        print_json(found)
        return 0
    rows = [(one.id, one.on, ", ".join(one.boards), one.words, "to go on with" if one.open else "") for one in found]
    if rows:
        table(args, ("Walk", "Day", "Boards", "How it was", ""), rows)
    else:
        say("Nobody has walked yet. Begin with: compact-tui board walk")
    return 0


def right(args: Namespace) -> int:
    """Say what to put right; plan it, or end the walk, where that is asked for."""
    from compact_tui.services.walk_right import finish_walk, newest_end, plan_right, walk_end

    desk = desk_of(args)
    end = walk_end(desk, args.walk, args.board) if args.walk else newest_end(desk, args.board)
    if args.plan:
        end = plan_right(desk, end.walk, args.look, args.board)
    if args.end:
        end = finish_walk(desk, end.walk)
    return _tell_end(args, end)


def sheet(args: Namespace) -> int:
    """Write the round sheet."""
    from compact_tui.services.walk_paper import sheet as verb

    written = verb(desk_of(args), args.boards, args.output)
    return tell(args, written, written.sentence)


def paper(args: Namespace) -> int:
    """Keep a walk from paper."""
    from compact_tui.services.walk_paper import enter_paper

    if len(args.rows) % 2:
        raise UsageError("A board and its letters come in pairs.", 'Such as: board paper "Staff room" "t t o w"')
    rows = dict(zip(args.rows[::2], args.rows[1::2], strict=True))
    return _tell_end(args, enter_paper(desk_of(args), rows, args.on, args.role))


def _tell_end(args: Namespace, end: "WalkEnd") -> int:
    from compact_tui.plain.board_walk import right_lines

    return tell(
        args,
        end,
        f"{end.heading}. {end.sentence}",
        *right_lines(end.lines),
        *((end.plan_words,) if end.plan_words else ()),
    )
