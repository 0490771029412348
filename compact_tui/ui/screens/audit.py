"""The audit as a whole: the standards, each with its state and grade."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.views import StandardPage
from compact_tui.services import audits, grading
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class AuditScreen(CompactScreen):
    """The standards in a list; what the one at the cursor is about stands below."""

    CSS_PATH = "audit.tcss"
    HELP = """The audit

Every standard with how far it has come. enter opens the one at the cursor, u goes to
the next question that waits. / finds a word anywhere.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("open", "enter", "Open", "Open the standard at the cursor", footer=True),
        Command("waiting", "u", "Unanswered", "Next criterion or grade that waits for you", footer=True),
        Command("find", "slash", "Find", "Find a word or jump to a number", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("return", "r", "Return", "See the return", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#standards"

    def compose_body(self) -> Iterable[Widget]:
        """The list, then what the standard at the cursor is about."""
        yield PickList(id="standards", classes="panel")
        yield Lines(id="about")

    def show(self) -> None:
        """Show the standards."""
        first = self.attempt(audits.waiting)
        start = self.standard or (first.standard if first else "")
        page = self.attempt(grading.standard_page, start or "1")
        if page is None:
            return
        self.query_one(StatusBar).show_what(page.title, f"the {page.part_word}s")
        rows = tuple(
            Row(row.id, row.title, str(row.number), row.state, word=row.words, quiet=row.state == "not-started")
            for row in page.rail.rows
        )
        standards = self.query_one("#standards", PickList)
        standards.border_title = f"Which {page.part_word}?"
        standards.border_subtitle = ", ".join(filter(None, (page.rail.total, page.rail.to_confirm)))
        standards.show_rows(rows, page.standard.id)
        self._about(page)

    def _about(self, page: StandardPage) -> None:
        standard = page.standard
        self.query_one("#about", Lines).show_lines(
            f"{standard.number} {standard.title}",
            " ".join(standard.introduction.split()),
            subtitle=standard.counted,
        )

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        page = self.attempt(grading.standard_page, event.row.id)
        if page is not None:
            self.standard = event.row.id
            self._about(page)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.go("standard", event.row.id)

    def action_open(self) -> None:
        """Open the standard at the cursor."""
        self.query_one("#standards", PickList).action_pick()

    def action_return(self) -> None:
        """See the return."""
        self.go("return")

    def action_waiting(self) -> None:
        """Go to the next place that waits."""
        self.standard = ""
        self.go_to_waiting()

    def action_back(self) -> None:
        """Back to Home."""
        self.go("home")
