"""Learning reports: each sector's and the overview of the city, looked at and written by one key."""

from typing import ClassVar

from textual.binding import BindingType

from compact_tui.core.learning_report import report_page
from compact_tui.core.learning_report_views import ReportLine, ReportsView
from compact_tui.core.report_text import page_lines
from compact_tui.services import learning_reports
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.list_place import ListPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class ReportsScreen(ListPlace[ReportsView, ReportLine]):
    """The reports, with the one at the cursor as it would be written."""

    CSS_PATH = "learning_reports.tcss"
    HELP = """Learning reports

Each row is a report: what a sector sent back, what is strong, what to improve and what you will do. Below it stands
as it would be written: enter goes there to read it, escape comes back to the rows. w writes it as a Word file to
change and a page; a Word file that you changed is never overwritten. t writes beside it which returns are behind each
figure, for use inside only. g is good practice, a writes all of them. What the partnership will do comes from the
learning log.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("read", "enter", "Read", "Read the report at the cursor as it would be written", footer=True),
        Command("write", "w", "Write", "Write the report at the cursor as Word file and page", footer=True),
        Command("all", "a", "Write all", "Write every report and the overview", footer=True),
        Command("practice", "g", "Practice", "Write down good practice for the reports", footer=True),
        Command("trace", "t", "With names", "Write it with a list of the returns behind each figure, for inside only"),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the partnership's side", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    PICK = "read"

    def read(self) -> ReportsView | None:
        """The reports, as they would be written now."""
        return self.attempt(learning_reports.list_reports)

    def show_view(self, view: ReportsView) -> None:
        """Show the reports."""
        self.query_one(StatusBar).show_what("Learning reports", view.sentence)
        rows = (Row(one.sector, one.words, state=one.state, detail=one.returned, word=one.word) for one in view.lines)
        self.list_rows(f"Reports of {view.cycle}", rows, {one.sector: one for one in view.lines})

    def on_resize(self) -> None:
        """Fit the words to the new width."""
        if self.lines:
            self.show_line()

    def show_line(self) -> None:
        """The report at the cursor."""
        line = self.line
        if line is not None:
            lines = page_lines(report_page(line.report), max(self.size.width - 6, 40))
            self.tell("As it will be written", *lines)

    def action_read(self) -> None:
        """Go to the report at the cursor, to scroll through it; nothing is written."""
        self.show_line()
        self.query_one("#one", Lines).focus()

    def action_back(self) -> None:
        """From the report to the rows; from there to the partnership's side."""
        if self.query_one("#one", Lines).has_focus:
            self.query_one(PickList).focus()
        else:
            super().action_back()

    def action_write(self) -> None:
        """Write the report at the cursor, and say where it is."""
        self._write(trace=False)

    def action_trace(self) -> None:
        """The same with the returns behind each figure."""
        self._write(trace=True)

    def _write(self, *, trace: bool) -> None:
        line = self.line
        written = self.attempt(learning_reports.write_report, line.sector, trace=trace) if line is not None else None
        if written is not None:
            self.show()
            self.tell("Written", *written.lines)

    def action_all(self) -> None:
        """Write every report."""
        written = self.attempt(learning_reports.write_reports)
        if written is not None:
            self.show()
            self.tell("Written", *(line for one in written for line in (*one.lines, "")))

    def action_practice(self) -> None:
        """Go to good practice."""
        self.go("goodpractice")
