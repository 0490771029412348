"""What the screens of the audit share: the rail, and jumping along it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget

from compact_tui.core.views import Rail
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.rail_box import RailBox

ON_THE_WAY = (Command("waiting", "u", "Unanswered", "Next criterion or grade that waits for you"),)


class WalkScreen(CompactScreen):
    """A place on the way through the audit."""

    BINDINGS: ClassVar[list[BindingType]] = bindings(ON_THE_WAY)

    @property
    def commands(self) -> tuple[Command, ...]:
        """Those of the screen, of the way, and of everywhere."""
        return (*self.COMMANDS_HERE, *ON_THE_WAY, *super().commands[len(self.COMMANDS_HERE) :])

    def compose_body(self) -> Iterable[Widget]:
        """The rail, then the panels of the place."""
        with Container(classes="body"):
            yield RailBox()
            with Vertical(classes="panels"):
                yield from self.compose_panels()

    def compose_panels(self) -> Iterable[Widget]:
        """The panels of the place."""
        return ()

    def show_rail(self, rail: Rail, line: str = "") -> None:
        """Show the rail with the open standard marked."""
        self.query_one(RailBox).show_rail(rail, self.standard, line)

    @on(RailBox.Chosen)
    def _jump(self, event: RailBox.Chosen) -> None:
        event.stop()
        self.go("standard", event.standard)

    def action_waiting(self) -> None:
        """Go to the next place that waits for an answer or a grade."""
        self.go_to_waiting()
