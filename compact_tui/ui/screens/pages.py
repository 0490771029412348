"""Pages to print: what there is, how each looks, and one key to write it as a file."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.page_views import PageLine, PagesView
from compact_tui.core.report_text import page_lines
from compact_tui.services import print_pages
from compact_tui.services.desk import Desk
from compact_tui.services.home_words import whole_here
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class PagesScreen(CompactScreen):
    """The pages that can be printed, with the one at the cursor below."""

    CSS_PATH = "pages.tcss"
    HELP = """Pages to print

Each page is written as a file that any browser opens and prints; nothing is sent anywhere. Enter
or w writes the page at the cursor and says where it is. The same page of the same day is written
anew; no other file is touched. tab goes to the words below, to scroll them.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("write", "w,enter", "Write it", "Write the page at the cursor as a file to print", footer=True),
        Command("choose", "c", "Which part …", "Choose which standard the large pages are about", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#pages"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: PagesView | None = None
        self._lines: dict[str, PageLine] = {}

    def compose_body(self) -> Iterable[Widget]:
        """The pages, then the one at the cursor."""
        yield PickList(id="pages", classes="panel")
        yield Lines(id="page")

    def show(self) -> None:
        """Show what can be printed."""
        view = self._view = self.attempt(print_pages.pages)
        if view is None:
            return
        self._lines = {line.id: line for line in view.pages}
        self.query_one(StatusBar).show_what(whole_here(self.desk), "pages to print")
        listed = self.query_one("#pages", PickList)
        listed.border_title = f"What can be printed ({len(view.pages)})"
        listed.show_rows(tuple(Row(line.id, line.words, word=line.sides_words) for line in view.pages))
        self._show_page()

    def on_resize(self) -> None:
        """Fit the words to the new width."""
        if self._view is not None:
            self._show_page()

    def _at_cursor(self) -> PageLine | None:
        row = self.query_one("#pages", PickList).row
        return self._lines.get(row.id) if row is not None else None

    def _show_page(self) -> None:
        line = self._at_cursor()
        if line is None or self._view is None:
            return
        page = self.attempt(print_pages.page, line.id, self._which(line))
        if page is not None:
            lines = page_lines(page, max(self.size.width - 6, 40))
            self.query_one("#page", Lines).show_lines("As it will be printed", line.about, "", *lines)

    def _which(self, line: PageLine) -> str:
        """The standard that a page is about: the one chosen, else the first."""
        if not line.asks_standard or self._view is None:
            return ""
        return self.standard or self._view.standards[0].id

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_page()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_write()

    @work
    async def action_write(self) -> None:
        """Write the page at the cursor, and say where it is; ask first which standard where that matters."""
        line = self._at_cursor()
        if line is None or (line.asks_standard and not await self._choose()):
            return
        written = self.attempt(print_pages.print_page, line.id, self._which(line))
        if written is not None:
            self.query_one("#page", Lines).show_lines("Written", written.sentence)

    @work
    async def action_choose(self) -> None:
        """Choose which standard the large pages are about."""
        await self._choose()

    async def _choose(self) -> bool:
        from compact_tui.ui.dialogs.choose import Choose

        if self._view is None:
            return False
        rows = tuple(Row(choice.id, choice.words) for choice in self._view.standards)
        chosen = await self.app.push_screen_wait(Choose("Large pages for which part?", rows, self.standard))
        if chosen:
            self.standard = chosen
            self._show_page()
        return bool(chosen)
