"""The returns behind a figure of the analysis, the lowest grade first: with names, for use inside the partnership."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.analysis_behind import BehindView
from compact_tui.core.analysis_heat import ALL
from compact_tui.services import analysing
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class BehindScreen(PartnershipPlace):
    """The settings of one sector, or of all, and their grade of a standard; the criterion is ``sector@audit``."""

    CSS_PATH = "partnership_analysis.tcss"
    BACK = "analysis"
    HELP = """The returns behind a figure

The lowest grade first, with the committee's beside it where there is one. These are names: they are for use
inside the partnership, not for a report.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the analysis", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#returns"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: BehindView | None = None
        self._sector, _, self._audit = self.criterion.partition("@")

    def compose_body(self) -> Iterable[Widget]:
        """The returns, then the one at the cursor."""
        yield PickList(id="returns", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the returns."""
        view = self._view = self.attempt(analysing.behind, self.standard or "1", self._sector or ALL, audit=self._audit)
        if view is None:
            return
        self.query_one(StatusBar).show_what(f"{view.number} {view.title}", view.sector_words)
        listed = self.query_one("#returns", PickList)
        listed.border_title = "Not for publishing: the lowest grade first"
        listed.show_rows(tuple(Row(one.return_id, one.name, state=one.state, word=one.word) for one in view.lines))
        self._show_one()

    def action_back(self) -> None:
        """Back to the audit that was counted."""
        self.go("analysis", self.standard, self.criterion)

    def _show_one(self) -> None:
        row, view = self.query_one("#returns", PickList).row, self._view
        one = next((line for line in view.lines if row and line.return_id == row.id), None) if view else None
        lines = (view.sentence,) if view else ()
        if one is not None:
            lines = (
                f"Their grade: {one.word}. The committee's: {one.moderated or 'none'}.",
                f"Evidence: {one.evidence}. Open actions: {one.actions}. Return {one.return_id}.",
                *lines,
            )
        self.query_one("#one", Lines).show_lines(one.name if one else "Nobody yet", *lines)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()
