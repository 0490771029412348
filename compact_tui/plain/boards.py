"""Notice boards in typed lines: which there are, what belongs on each, walking, paper, and files."""

from collections.abc import Iterator
from pathlib import Path

from compact_tui.core.board_forms import BOARD_FORM, OFF_FORM, OWN_FORM, WALK_FILE_FORM
from compact_tui.core.board_views import BoardItemLine, BoardPage, BoardsPage
from compact_tui.core.days import say_day
from compact_tui.core.text import capitalised
from compact_tui.plain.asking import ask_form
from compact_tui.plain.board_walk import right_lines
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, BACK, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import board_items, boards, walk_exchange, walk_paper, walk_right, walks
from compact_tui.services.desk import Desk

_HELP = (
    "Walk round your notice boards: one letter says how each thing is. What a notice says is compared with",
    "whom to ring, the editions in force and the numbers that are known. It works without an audit.",
)


def boards_place(teller: Teller, visit: Visit) -> Step:
    """Say the boards, and what can be done."""
    view = boards.list_boards(visit.desk)
    chosen = choose(teller, Menu(heading=f"Notice boards: {view.sentence}.", choices=_choices(view), help=_HELP))
    if chosen == "suggested":
        teller.kept(f"{boards.add_suggested(visit.desk).sentence.capitalize()}.")
    elif chosen == "walk":
        return Step(place="boardwalk", standard=walks.begin_walk(visit.desk).walk)
    elif chosen == "goon":
        return Step(place="boardwalk", standard=view.waiting)
    elif chosen in {"add", "own", "paper", "import"}:
        return _ask(teller, visit.desk, chosen)
    elif chosen == "sheet":
        teller.say(walk_paper.sheet(visit.desk).sentence)
    elif chosen == "export":
        teller.say(walk_exchange.export_walks(visit.desk).sentence)
    elif chosen == "posters":
        return Step(place="posters")
    elif chosen == "walks":
        return _walks(teller, visit.desk)
    elif chosen in {"undo", "redo"}:
        done = (boards.undo_board if chosen == "undo" else boards.redo_board)(visit.desk)
        teller.kept(f"{capitalised(done.what)}.")
    else:
        return Step(place="board", standard=chosen)
    return AGAIN


def _choices(view: BoardsPage) -> tuple[Choice, ...]:
    names = ", ".join(one.name for one in view.suggested)
    return (
        *((Choice("suggested", "Begin with the usual boards", names),) if view.suggested else ()),
        *((Choice("goon", "Go on with the walk", view.waiting_words),) if view.waiting else ()),
        *((Choice("walk", "Walk round the boards"),) if view.boards else ()),
        *(Choice(one.id, one.name, one.words) for one in view.boards),
        Choice("add", "Add a board"),
        *((Choice("sheet", "Write the round sheet, to walk with paper"),) if view.boards else ()),
        *((Choice("paper", "Type in a sheet"),) if view.boards else ()),
        Choice("posters", "Posters to hang up"),
        Choice("walks", "Walks so far, and what to put right"),
        Choice("own", "Add something of your own that must hang"),
        Choice("export", "Write boards and walks to a file", quiet=True),
        Choice("import", "Take in the walks of a file", quiet=True),
        Choice("undo", "Take back the last change of the boards", quiet=True),
        Choice("redo", "Do it again", quiet=True),
    )


def _ask(teller: Teller, desk: Desk, what: str) -> Step:
    if what == "add":
        made = ask_form(teller, BOARD_FORM, {}, lambda typed: boards.add_board(desk, typed))
        teller.kept(f"{made.board.name} is added.")
    elif what == "own":
        ask_form(teller, OWN_FORM, {}, lambda typed: board_items.add_own_item(desk, typed))
        teller.kept("It is looked at from the next walk on.")
    elif what == "paper":
        form = walk_paper.paper_form_for(desk)
        end = ask_form(teller, form, {}, lambda typed: walk_paper.enter_form(desk, typed))
        teller.say("", end.sentence, *right_lines(end.lines))
        teller.kept()
    else:

        def take(typed: dict[str, str]) -> None:
            taken = walk_exchange.import_walks(desk, Path(typed["file"]).expanduser())
            differ = (f"{one.id}, {one.what}: ours {one.ours}; theirs {one.theirs}" for one in taken.conflicts)
            teller.say(taken.sentence, *differ)

        ask_form(teller, WALK_FILE_FORM, {}, take)
    return AGAIN


def _walks(teller: Teller, desk: Desk) -> Step:
    found = walks.list_walks(desk)
    if not found:
        teller.say("", "Nobody has walked yet.")
        return AGAIN
    rows = tuple(Choice(one.id, f"{say_day(one.on)}, {', '.join(one.boards)}", one.words) for one in found)
    end = walk_right.walk_end(desk, choose(teller, Menu(heading="Walks so far", choices=rows, help=_HELP)))
    teller.pages((f"{end.heading}. {end.sentence}", *right_lines(end.lines), end.plan_words))
    if end.can_plan and any(not line.action for line in end.lines):
        choices = (Choice("plan", "Put it on the action plan"), Choice("no", "Back to the boards"))
        if choose(teller, Menu(heading="And now?", choices=choices)) == "plan":
            teller.kept(walk_right.plan_right(desk, end.walk).plan_words)
    return AGAIN


def board_place(teller: Teller, visit: Visit) -> Step:
    """Say one board, named as ``standard``: what belongs on it, and what walks found."""
    view = boards.show_board(visit.desk, visit.here.standard)
    teller.pages(_lines(view))
    choices = (
        Choice("walk", "Walk to this board"),
        Choice("change", "Change it"),
        Choice("off", "Something does not belong here, or does again"),
        *((Choice("own", "Take something of your own away"),) if any(one.own for one in view.items) else ()),
        Choice("close", "It hangs again" if view.board.closed else "It was taken down"),
        Choice("back", "The list of boards"),
    )
    chosen = choose(teller, Menu(heading=f"{view.board.name}. What next?", choices=choices, help=_HELP))
    if chosen == "walk":
        return Step(place="boardwalk", standard=walks.begin_walk(visit.desk, [view.board.id]).walk)
    if chosen == "back":
        return BACK
    _change(teller, visit.desk, view, chosen)
    return AGAIN


def _change(teller: Teller, desk: Desk, view: BoardPage, what: str) -> None:
    board = view.board.id
    if what == "change":
        typed = boards.typed_of_board(desk, board)
        ask_form(teller, BOARD_FORM, typed, lambda said: boards.change_board(desk, board, said), about=board)
        teller.kept("Changed.")
    elif what == "close":
        boards.close_board(desk, board, closed=not view.board.closed)
        teller.kept("It hangs again." if view.board.closed else "It is taken down; what was found there stays.")
    elif what == "own":
        item = _which(teller, tuple(one for one in view.items if one.own), "Take away which?")
        board_items.remove_own_item(desk, item)
        teller.kept("Taken away.")
    else:
        item = _which(teller, view.items, "Which?")
        if any(one.id == item and one.off for one in view.items):
            board_items.switch_item(desk, board, item, on=True)
            teller.kept("It belongs here again.")
        else:
            ask_form(
                teller,
                OFF_FORM,
                {},
                lambda said: board_items.switch_item(desk, board, item, said["reason"]),
                about=item,
            )
            teller.kept("It is not looked at here any more.")


def _which(teller: Teller, items: tuple[BoardItemLine, ...], question: str) -> str:
    rows = tuple(Choice(one.id, one.title, f"not here, {one.off}" if one.off else one.mark_words) for one in items)
    return choose(teller, Menu(heading=question, choices=rows))


def _lines(view: BoardPage) -> Iterator[str]:
    board = view.board
    yield ""
    yield f"{board.name}{f', {board.place}' if board.place else ''}: for {board.audience_words}. {board.words}."
    for number, one in enumerate((one for one in view.items if not one.off), 1):
        yield f"{number}. {one.title}{f': {one.mark_words}' if one.mark_words else ''}"
    for one in view.items:
        if one.off:
            yield f"Not here: {one.title}. {one.off}"
    for past in view.history:
        yield f"{say_day(past.on)}: {past.words}."
        yield from (f"  {text}" for text in past.not_right)
