"""Notice boards: which there are, how each stands, and walking round them."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.board_forms import BOARD_FORM, OWN_FORM, WALK_FILE_FORM
from compact_tui.core.board_views import BoardLine, BoardsPage
from compact_tui.core.days import say_short
from compact_tui.core.errors import CompactError
from compact_tui.core.forms import Form
from compact_tui.services import board_items, boards, walk_exchange, walk_paper, walks
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.posters_here import print_poster
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_CALM = (
    "Walk round your boards: one key for each thing that should hang there. Five minutes a board.",
    "Take down what a notice says, and it is compared with whom to ring, the editions in force and known numbers.",
    "At the end there is a list of what to put right. It works without an audit.",
)
_FIRST = "Usually there are these boards. Press u to begin with all of them, or a to name your own."


class BoardsScreen(CompactScreen):
    """The boards in the order of the walk."""

    CSS_PATH = "boards.tcss"
    HELP = """Notice boards

n walks round all boards, in the order of the list; enter opens the one at the cursor: what belongs on it,
and what walks found. s writes the round sheet to walk with paper; p types it in afterwards, a letter each.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("walk", "n", "Walk", "Walk round the boards, in this order", footer=True),
        Command("go_on", "g", "Go on", "Go on with the walk that was left", footer=True),
        Command("usual", "u", "Usual boards", "Begin with the boards that settings like yours have", footer=True),
        Command("add", "a", "Add …", "Add a board", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
        Command("sheet", "s", "Round sheet", "Write the round sheet, to walk with paper"),
        Command("paper", "p", "Paper …", "Type in a sheet, a row of letters for each board"),
        Command("poster", "r", "Posters …", "Print a poster with your own names and numbers"),
        Command("past", "w", "Walks …", "The walks so far, and what to put right"),
        Command("own", "o", "Our own …", "Add something of your own that must hang"),
        Command("export", "x", "Write a file", "Write boards and walks to a file, for another computer"),
        Command("import", "t", "Take in …", "Take in the boards and walks of a file"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#boards"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: BoardsPage | None = None
        self._done: tuple[str, ...] = ()
        """What was done last, in lines."""

    def compose_body(self) -> Iterable[Widget]:
        """The boards, then how it works."""
        yield PickList(id="boards", classes="panel")
        yield Lines(id="thing")

    def show(self) -> None:
        """Show the boards."""
        view = self._view = self.attempt(boards.list_boards)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Notice boards", view.sentence)
        listed = self.query_one("#boards", PickList)
        listed.border_title = "Notice boards" if view.boards else "Usually there are"
        usual = (Row(one.id, one.name, detail=f"for {one.audience_words}") for one in view.suggested)
        listed.show_rows(tuple(_row(line) for line in view.boards) or tuple(usual), self.standard or None)
        waits = (f"A walk waits, {view.waiting_words}: press g to go on with it.",) if view.waiting else ()
        first = () if view.boards else (_FIRST,)
        between = ("",) if self._done or waits or first else ()
        lines = (*self._done, *waits, *first, *between, *_CALM, "", f"The list: edition {view.list_edition}.")
        self.query_one("#thing", Lines).show_lines("How it works", *lines)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        view = self._view
        if view is not None and view.boards:
            self.go("board", event.row.id)
        elif view is not None and self.attempt(boards.add_suggested, [event.row.id]) is not None:
            self.show()

    @work
    async def action_walk(self) -> None:
        """Walk round all boards; where a walk waits, that one is offered first."""
        from compact_tui.ui.dialogs.choose import Choose

        view = self._view
        if view is not None and view.waiting:
            rows = (Row("on", "Go on with it"), Row("new", "Begin a new walk; the other one is kept as it is"))
            chosen = await self.app.push_screen_wait(Choose(f"A walk waits, {view.waiting_words}", rows))
            if chosen == "on":
                self.go("boardwalk", view.waiting)
            if chosen != "new":
                return
        page = self.attempt(walks.begin_walk)
        if page is not None:
            self.go("boardwalk", page.walk, page.board)

    def action_go_on(self) -> None:
        """Go on with the walk that was left."""
        if self._view is not None and self._view.waiting:
            self.go("boardwalk", self._view.waiting)
        else:
            self.notify("No walk waits: press n to begin one.", timeout=3)

    def action_usual(self) -> None:
        """Begin with the usual boards."""
        if self.attempt(boards.add_suggested) is not None:
            self.show()

    @work
    async def action_add(self) -> None:
        """Add a board."""
        typed = await self._asked(BOARD_FORM)
        made = self.attempt(boards.add_board, typed) if typed is not None else None
        if made is not None:
            self._tell(f"{made.board.name} is added.")

    @work
    async def action_own(self) -> None:
        """Add something of one's own that must hang."""
        typed = await self._asked(OWN_FORM)
        if typed is not None and self.attempt(board_items.add_own_item, typed) is not None:
            self._tell("It is looked at from the next walk on.")

    async def _asked(self, form: Form, typed: dict[str, str] | None = None) -> dict[str, str] | None:
        from compact_tui.ui.dialogs.form import FormDialog

        return await self.app.push_screen_wait(FormDialog(form, typed))

    def _tell(self, *done: str) -> None:
        self._done = done
        self.show()

    def action_sheet(self) -> None:
        """Write the round sheet."""
        written = self.attempt(walk_paper.sheet)
        if written is not None:
            self._tell(written.sentence)

    def action_export(self) -> None:
        """Write boards and walks to a file."""
        written = self.attempt(walk_exchange.export_walks)
        if written is not None:
            self._tell(written.sentence)

    @work
    async def action_import(self) -> None:
        """Take in the boards and walks of a file."""
        typed = await self._asked(WALK_FILE_FORM)
        taken = self.attempt(walk_exchange.import_walks, Path(typed["file"]).expanduser()) if typed else None
        if taken is not None:
            differ = (f"{one.id}, {one.what}: ours {one.ours}; theirs {one.theirs}" for one in taken.conflicts)
            self._tell(taken.sentence, *differ)

    @work
    async def action_paper(self) -> None:
        """Type in a sheet, until it can be taken."""
        form = self.attempt(walk_paper.paper_form_for)
        typed = await self._asked(form) if form is not None else None
        while form is not None and typed is not None:
            try:
                end = walk_paper.enter_form(self.desk, typed)
            except CompactError as error:
                self.notify(f"{error.message} {error.hint}", timeout=8, markup=False)
                typed = await self._asked(form, typed)
            else:
                self.go("walkright", end.walk)
                return

    @work
    async def action_poster(self) -> None:
        """Print a poster."""
        done = await print_poster(self)
        if done:
            self._tell(*done)

    @work
    async def action_past(self) -> None:
        """Choose a walk, to see what to put right."""
        from compact_tui.ui.dialogs.choose import Choose

        found = self.attempt(walks.list_walks)
        if not found:
            self.notify("Nobody has walked yet: press n.", timeout=3)
            return
        rows = tuple(Row(one.id, f"{say_short(one.on)}  {', '.join(one.boards)}", word=one.words) for one in found)
        chosen = await self.app.push_screen_wait(Choose("Which walk?", rows))
        if chosen:
            self.go("walkright", chosen)

    def action_undo(self) -> None:
        """Take back the last change of the boards."""
        self._step(boards.undo_board)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._step(boards.redo_board)


def _row(line: BoardLine) -> Row:
    state = "none" if line.closed else line.state
    where = f"{line.place}; {line.items} items" if line.place else f"{line.items} items"
    return Row(line.id, line.name, str(line.order), state, where, line.words, quiet=line.closed)
