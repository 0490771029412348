"""What a walk found to put right, of one board or of all: each an action with one key."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.board_views import RightLine, WalkEnd
from compact_tui.services import walk_right
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class WalkRightScreen(CompactScreen):
    """The list of a walk. Its id comes as ``standard``, a board's as ``criterion``; empty for the whole walk."""

    CSS_PATH = "boards.tcss"
    HELP = """What to put right

a puts the line at the cursor on the action plan of your audit, under the standard it belongs to, due within
two weeks; l puts all of them there. Without an audit the list is kept with the walk. n goes on to the next
board, and after the last one ends the walk.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("plan", "a", "Action", "Put the line at the cursor on the action plan", footer=True),
        Command("plan_all", "l", "All", "Put all lines on the action plan", footer=True),
        Command("on", "n", "Go on", "Go on to the next board; after the last, end the walk", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Boards", "Back to the notice boards", footer=True),
        Command("walk", "w", "The board again", "Back to the board, to look again"),
        Command("finish", "f", "End the walk", "End the walk; what nobody looked at is left"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#right"
    BACK = "boards"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._end: WalkEnd | None = None

    def compose_body(self) -> Iterable[Widget]:
        """What to put right, then the line at the cursor."""
        yield PickList(id="right", classes="panel")
        yield Lines(id="thing")

    def show(self) -> None:
        """Show what to put right."""
        end = self.attempt(walk_right.walk_end, self.standard, self.criterion)
        if end is not None:
            self._show_end(end)

    def _show_end(self, end: WalkEnd) -> None:
        self._end = end
        self.query_one(StatusBar).show_what("Walk", "what to put right")
        right = self.query_one("#right", PickList)
        right.border_title = end.heading
        right.show_rows(tuple(_row(line) for line in end.lines) or (Row("on", "Go on", "n"),))
        self._show_line()

    @property
    def _line(self) -> RightLine | None:
        row = self.query_one("#right", PickList).row
        if row is None or self._end is None:
            return None
        return next((line for line in self._end.lines if line.look == row.id), None)

    def _show_line(self) -> None:
        end, line = self._end, self._line
        if end is None:
            return
        because = line.because if line else ()
        further = "n: the next board" if end.next_board else "n: end the walk"
        words = (*because, "") if because else ()
        heading = f"{line.title}: {line.mark_words}" if line else "How it was"
        plan = (end.plan_words,) if end.plan_words else ()
        self.query_one("#thing", Lines).show_lines(heading, *words, end.sentence, *plan, subtitle=further)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_line()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        if self._line is None:
            self.action_on()
        else:
            self.action_plan()

    def action_plan(self) -> None:
        """Put the line at the cursor on the action plan."""
        line = self._line
        if line is not None and line.action:
            self.notify("It is on the action plan.", timeout=3)
        elif line is not None:
            self._plan(line.look)

    def action_plan_all(self) -> None:
        """Put all lines on the action plan."""
        self._plan("")

    def _plan(self, look: str) -> None:
        end = self.attempt(walk_right.plan_right, self.standard, look, self.criterion)
        if end is not None:
            self._show_end(end)
            self.notify("On the action plan, due within two weeks.", timeout=3)

    def action_on(self) -> None:
        """Go on to the next board; after the last, end the walk."""
        end = self._end
        if end is not None and end.next_board:
            self.go("boardwalk", self.standard, end.next_board)
        else:
            self.action_finish()

    def action_walk(self) -> None:
        """Back to the board."""
        self.go("boardwalk", self.standard, self.criterion)

    def action_finish(self) -> None:
        """End the walk."""
        end = self.attempt(walk_right.finish_walk, self.standard)
        if end is not None:
            self.notify(f"The walk is ended. {end.sentence}", timeout=4, markup=False)
            self.go("boards")


def _row(line: RightLine) -> Row:
    word = "on the plan" if line.action else line.standard_words
    return Row(line.look, line.what, state="done" if line.action else "attention", word=word)
