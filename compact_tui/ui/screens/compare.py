"""Two rounds beside each other, standard by standard."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.compare_page import RETURN_FILE_FORM, CompareView, compared_lines
from compact_tui.services import comparing
from compact_tui.services.desk import Desk
from compact_tui.services.home_words import whole_here
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class CompareScreen(CompactScreen):
    """The standards; below, what changed in the one at the cursor."""

    CSS_PATH = "carried.tcss"
    HELP = """Compare two rounds

A standard a line: its grade then and now, and how many answers changed. What is below belongs to the
standard at the cursor. a chooses another round to compare with, r takes a return file instead, p writes
a page to print. What was asked in one of the rounds only says so, and is never counted as a change.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("choose", "a", "Another round", "Choose the round to compare with", footer=True),
        Command("file", "r", "Return file …", "Compare with a return file", footer=True),
        Command("page", "p", "Page", "Write it as a page to print", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "One step back", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#rows"
    BACK = "carried"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._then = ""
        self._view: CompareView | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The standards, then the lines."""
        yield PickList(id="rows", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the two rounds; where there is one only, say how to come by another."""
        self.query_one(StatusBar).show_what(whole_here(self.desk), "compare two rounds")
        if not self._then and len(self.attempt(comparing.comparable) or ()) < 2:
            self._list("Compare", ())
            self.query_one("#one", Lines).show_lines(
                "Only one round is here", "Press r to compare with a return file, such as that of the last round."
            )
            return
        self._take(self._then)

    def _take(self, then: str) -> None:
        view = self.attempt(comparing.compare_rounds, then)
        if view is None:
            return
        self._then, self._view = then, view
        rows = tuple(Row(one.standard, f"{one.number} {one.title}", word=one.sentence) for one in view.standards)
        self._list(view.sentence, rows)
        self._show_one()

    def _list(self, title: str, rows: tuple[Row, ...]) -> None:
        listed = self.query_one("#rows", PickList)
        listed.border_title = title
        listed.show_rows(rows)

    def _show_one(self) -> None:
        row = self.query_one("#rows", PickList).row
        one = next((s for s in self._view.standards if row and s.standard == row.id), None) if self._view else None
        if one is not None and self._view is not None:
            title = f"{self._view.then}, then {self._view.now}"
            self.query_one("#one", Lines).show_lines(title, *compared_lines(one), "", *self._view.notes)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.query_one("#one", Lines).focus()

    @work
    async def action_choose(self) -> None:
        """Choose the round to compare with."""
        from compact_tui.ui.dialogs.choose import Choose

        rounds = self.attempt(comparing.comparable) or ()
        rows = tuple(Row(one.id, one.words, word=one.id) for one in rounds)
        chosen = await self.app.push_screen_wait(Choose("Compare the newest with which?", rows))
        if chosen:
            self._take(chosen)

    @work
    async def action_file(self) -> None:
        """Compare with a return file."""
        from compact_tui.ui.dialogs.form import FormDialog

        typed = await self.app.push_screen_wait(FormDialog(RETURN_FILE_FORM))
        if typed is not None:
            self._take(typed["file"])

    def action_page(self) -> None:
        """Write it as a page."""
        path = self.attempt(comparing.print_comparison, self._then) if self._view else None
        if path is not None:
            self.notify(f"Written to {path}. Open it with a browser and print it.", timeout=8)
