"""Analysis: a table of heat of standards and sectors, the figures at the cursor, and the way to the returns behind."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.analysis_heat import AnalysisPage, HeatCell, HeatRow
from compact_tui.services import analysing, facts
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.heat_table import HeatTable, Warm, WarmRow
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.status_bar import StatusBar


class AnalysisScreen(PartnershipPlace):
    """Standards down, sectors across; nothing that is suppressed is anywhere on it."""

    CSS_PATH = "partnership_analysis.tcss"
    HELP = """Analysis

Standards down, sectors across. Each cell says how many graded themselves good or better, of how many; small
groups are left out, and what could tell about them. The arrows move; enter shows which returns are behind a
figure, with names: that is for use inside the partnership only. Returns on another audit or edition are never
mixed in: o counts those by themselves.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("behind", "enter", "Returns", "Show the returns behind the figure at the cursor", footer=True),
        Command("audit", "o", "Audit", "Count the next audit that settings returned", footer=True),
        Command("notes", "n", "Notes", "What the figures cover, and what actions are about", footer=True),
        Command("themes", "t", "Themes", "The themes that actions are counted under", footer=True),
        Command("facts", "x", "Tables", "Write every return as flat tables, for use inside"),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the partnership's side", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#heat"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._page: AnalysisPage | None = None
        self._audit = self.criterion.partition("@")[2]

    def compose_body(self) -> Iterable[Widget]:
        """The table, then the figures at the cursor in full."""
        yield HeatTable(id="heat")
        yield Lines(id="figures")

    def show(self) -> None:
        """Show the table."""
        page = self._page = self.attempt(analysing.analyse, audit=self._audit)
        if page is None:
            return
        self.query_one(StatusBar).show_what(page.title, page.sentence)
        heat = self.query_one(HeatTable)
        heat.border_title = page.measure
        heat.show_table(
            tuple((column.word, column.returned) for column in page.columns),
            tuple(
                WarmRow(
                    f"{row.number} {row.short}",
                    tuple(Warm(cell.words, cell.brief, cell.state) for cell in row.cells),
                )
                for row in page.rows
            ),
        )
        self._show_cell()

    def _show_cell(self) -> None:
        found, figures = self._cell, self.query_one("#figures", Lines)
        if found is None:
            figures.show_lines("Nothing to count yet", "No setting is in the register and no return came in.")
        else:
            row, cell, word = found
            figures.show_lines(f"{row.number} {row.title}: {word}", *cell.lines)

    @property
    def _cell(self) -> tuple[HeatRow, HeatCell, str] | None:
        """Row, cell and the sector's word at the cursor."""
        page, (at, column) = self._page, self.query_one(HeatTable).at
        if page is None or not page.columns or not page.rows:
            return None
        return page.rows[at], page.rows[at].cells[column], page.columns[column].word

    @on(HeatTable.Moved)
    def _moved(self, event: HeatTable.Moved) -> None:
        event.stop()
        self._show_cell()

    @on(HeatTable.Picked)
    def _picked(self, event: HeatTable.Picked) -> None:
        event.stop()
        self.action_behind()

    def action_behind(self) -> None:
        """Show the returns behind the figure at the cursor."""
        if self._cell is not None:
            row, cell, _ = self._cell
            self.go("behind", row.standard, f"{cell.sector}@{self._audit}", back="analysis")

    def action_audit(self) -> None:
        """Count the next of the audits that came in."""
        audits = self._page.audits if self._page is not None else ()
        if len(audits) < 2:  # noqa: PLR2004 - nothing to choose from
            self.notify("Every return of this round is on the same audit.", timeout=4)
            return
        at = next(place for place, one in enumerate(audits) if one.chosen)
        self._audit = audits[(at + 1) % len(audits)].id
        self.show()

    def action_notes(self) -> None:
        """Say what the figures cover, and what actions are about."""
        if self._page is not None:
            about = ("What actions are about:", *self._page.themes, "") if self._page.themes else ()
            self.query_one("#figures", Lines).show_lines(
                "Actions, and what the figures cover", *about, *self._page.notes
            )

    def action_themes(self) -> None:
        """Go to the themes."""
        self.go("themes", back="analysis")

    def action_facts(self) -> None:
        """Write flat tables."""
        written = self.attempt(facts.write_facts)
        if written is not None:
            self.query_one("#figures", Lines).show_lines("Written", written.sentence)
