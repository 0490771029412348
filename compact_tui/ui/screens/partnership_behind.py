"""The returns behind a figure of the analysis, the lowest grade first: with names, for use inside the partnership."""

from typing import ClassVar

from textual.binding import BindingType

from compact_tui.core.analysis_behind import BehindLine, BehindView
from compact_tui.core.analysis_heat import ALL
from compact_tui.services import analysing
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.list_place import ListPlace
from compact_tui.ui.widgets.pick_list import Row
from compact_tui.ui.widgets.status_bar import StatusBar


class BehindScreen(ListPlace[BehindView, BehindLine]):
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

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: BehindView | None = None
        self._sector, _, self._audit = self.criterion.partition("@")

    def read(self) -> BehindView | None:
        """The returns behind the figure."""
        return self.attempt(analysing.behind, self.standard or "1", self._sector or ALL, audit=self._audit)

    def show_view(self, view: BehindView) -> None:
        """Show the returns."""
        self._view = view
        self.query_one(StatusBar).show_what(f"{view.number} {view.title}", view.sector_words)
        rows = (Row(one.return_id, one.name, state=one.state, word=one.word) for one in view.lines)
        lines = {one.return_id: one for one in view.lines}
        self.list_rows("Not for publishing: the lowest grade first", rows, lines)

    def action_back(self) -> None:
        """Back to the audit that was counted."""
        self.go("analysis", self.standard, self.criterion)

    def show_line(self) -> None:
        """The grades of the return at the cursor."""
        one = self.line
        lines = (self._view.sentence,) if self._view else ()
        if one is not None:
            lines = (
                f"Their grade: {one.word}. The committee's: {one.moderated or 'none'}.",
                f"Evidence: {one.evidence}. Open actions: {one.actions}. Return {one.return_id}.",
                *lines,
            )
        self.tell(one.name if one else "Nobody yet", *lines)
