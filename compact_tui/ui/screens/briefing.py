"""A briefing of five minutes on a topic, to read and to print."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.spot_briefing import BriefingView, briefing_lines
from compact_tui.services import spot_pages, spot_results
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.status_bar import StatusBar


class BriefingScreen(CompactScreen):
    """The briefing; the standard is the id of its topic, empty for the one that wants it most."""

    CSS_PATH = "spot_results.tcss"
    BACK = "results"
    HELP = """Five minutes together

Say the question, wait, hear a few, then read the answer out and talk about two more questions.
w writes it as one side of paper, l writes its question as a slide; any browser opens and prints
them. Nothing is sent anywhere.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("write", "w", "Write it", "Write it as a page to print", footer=True),
        Command("slide", "l", "Slide", "Write its question as a slide for everybody", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the results", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#briefing"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: BriefingView | None = None
        self._written = ""

    def compose_body(self) -> Iterable[Widget]:
        """The briefing."""
        yield Lines(id="briefing")

    def show(self) -> None:
        """Show the briefing, and where its page is."""
        view = self._view = self.attempt(spot_results.briefing, self.standard)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Spot checks", "briefing")
        heading, *lines = briefing_lines(view)
        written = ("", self._written) if self._written else ()
        self.query_one("#briefing", Lines).show_lines(heading, *lines, *written, top=not self._written)

    def action_write(self) -> None:
        """Write the page, and say where it is."""
        made = self.attempt(spot_pages.briefing_page, self.standard)
        if made is not None:
            self._tell(made.sentence)

    def action_slide(self) -> None:
        """Write the slide, and say where it is."""
        made = self.attempt(spot_pages.slide, self._view.question) if self._view else None
        if made is not None:
            self._tell(made.sentence)

    def _tell(self, sentence: str) -> None:
        self._written = sentence
        self.show()
        self.query_one("#briefing", Lines).scroll_end(animate=False)
