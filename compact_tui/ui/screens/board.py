"""One notice board: what belongs on it, what does not and why, and what walks found."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.board_forms import BOARD_FORM, OFF_FORM
from compact_tui.core.board_views import BoardItemLine, BoardPage
from compact_tui.core.days import say_short
from compact_tui.core.walk import NOT_RIGHT
from compact_tui.services import board_items, boards, walks
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class BoardScreen(CompactScreen):
    """What belongs on a board, whose id comes as ``standard``."""

    CSS_PATH = "boards.tcss"
    HELP = """A notice board

What belongs on it follows from whom it is for. x says that something does not belong here, and why, or that
it does again. n walks to this board alone. Below stands what the thing at the cursor must say, and what
walks found.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("walk", "n", "Walk here", "Walk to this board alone", footer=True),
        Command("switch", "x", "Not here …", "It does not belong here, and why; or it does again", footer=True),
        Command("change", "c", "Change …", "Change name, place, order, or whom it is for", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Boards", "Back to the notice boards", footer=True),
        Command("close", "d", "Taken down", "The board was taken down, or hangs again"),
        Command("remove", "delete", "Take away", "Take something of your own from every board"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#items"
    BACK = "boards"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: BoardPage | None = None

    def compose_body(self) -> Iterable[Widget]:
        """What belongs here, then the one at the cursor."""
        yield PickList(id="items", classes="panel")
        yield Lines(id="thing")

    def show(self) -> None:
        """Show the board."""
        view = self._view = self.attempt(boards.show_board, self.standard)
        if view is None:
            return
        board = view.board
        self.query_one(StatusBar).show_what("Notice board", board.name, board.words)
        items = self.query_one("#items", PickList)
        items.border_title = f"{board.name}{f', {board.place}' if board.place else ''}: for {board.audience_words}"
        items.show_rows(tuple(_row(item) for item in view.items))
        self._show_item()

    @property
    def _item(self) -> BoardItemLine | None:
        row, view = self.query_one("#items", PickList).row, self._view
        if row is None or view is None:
            return None
        return next((item for item in view.items if item.id == row.id), None)

    def _show_item(self) -> None:
        item, view = self._item, self._view
        if view is None:
            return
        if item is None:
            self.query_one("#thing", Lines).show_lines("Nothing of the list belongs here", "Press c: whom is it for?")
            return
        about = ", ".join(text for text in (f"look {item.look_words}", item.duty, *item.marks) if text)
        off = (f"Not here: {item.off}",) if item.off else ()
        lines = (*off, *(f"• {point}" for point in item.says), item.why, *_past(view))
        self.query_one("#thing", Lines).show_lines(item.title, *lines, subtitle=about)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_item()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_switch()

    def action_walk(self) -> None:
        """Walk to this board alone."""
        page = self.attempt(walks.begin_walk, [self.standard])
        if page is not None:
            self.go("boardwalk", page.walk, page.board)

    @work
    async def action_switch(self) -> None:
        """Say that the item at the cursor does not belong here, or does again."""
        from compact_tui.ui.dialogs.form import FormDialog

        item = self._item
        if item is None:
            return
        if item.off:
            self._then(self.attempt(board_items.switch_item, self.standard, item.id, on=True))
            return
        typed = await self.app.push_screen_wait(FormDialog(OFF_FORM))
        if typed is not None:
            self._then(self.attempt(board_items.switch_item, self.standard, item.id, typed["reason"]))

    @work
    async def action_change(self) -> None:
        """Change the board."""
        from compact_tui.ui.dialogs.form import FormDialog

        typed = self.attempt(boards.typed_of_board, self.standard)
        if typed is None:
            return
        said = await self.app.push_screen_wait(FormDialog(BOARD_FORM, typed))
        if said is not None:
            self._then(self.attempt(boards.change_board, self.standard, said))

    def action_close(self) -> None:
        """Say that it was taken down, or hangs again."""
        if self._view is not None:
            self._then(self.attempt(boards.close_board, self.standard, closed=not self._view.board.closed))

    def action_remove(self) -> None:
        """Take something of one's own from every board."""
        item = self._item
        if item is not None and not item.own:
            self.notify("This is of the list: x says that it does not belong here.", timeout=4)
        elif item is not None:
            self._then(self.attempt(board_items.remove_own_item, item.id))

    def _then(self, done: object) -> None:
        if done is not None:
            self.show()

    def action_undo(self) -> None:
        """Take back the last change of the boards."""
        self._step(boards.undo_board)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._step(boards.redo_board)


def _row(item: BoardItemLine) -> Row:
    state = "none" if item.off or not item.mark else "wrong" if item.mark in NOT_RIGHT else "done"
    word = "not here" if item.off else item.mark_words
    return Row(item.id, f"{item.title}{' (our own)' if item.own else ''}", state=state, word=word, quiet=bool(item.off))


def _past(view: BoardPage) -> Iterator[str]:
    for past in view.history:
        yield ""
        yield f"{say_short(past.on)}: {past.words}."
        yield from past.not_right
