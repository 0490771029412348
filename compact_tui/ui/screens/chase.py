"""Who has not returned: by sector and days late, reminders to send, what was sent, and how many answered by when."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.chase_views import ChaseView
from compact_tui.core.partnership_forms import SENT_FORM
from compact_tui.core.requests_made import NotedView
from compact_tui.services import chasing, requests_out
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class ChaseScreen(PartnershipPlace):
    """The settings whose return has not come; below, the round by sector, or what was done last."""

    CSS_PATH = "partnership.tcss"
    HELP = """Chase

The list is by sector, the latest first. d makes a reminder for each that is late, enter for the one at the cursor:
a draft email in a folder of its own, with the request in it. s says that what was made has been sent; g lists it.
v goes back to the figures: who has answered, by sector and by day.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("remind", "d", "Remind all", "Make a reminder for each that is late", footer=True),
        Command("sent", "s", "Sent …", "Say that what was made has been sent", footer=True),
        Command("log", "g", "Log", "What was made and sent in this round", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("figures", "v", "Figures", "Who has answered, by sector and by day", footer=True),
        Command("back", "escape", "Back", "Back to the partnership's side", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#awaited"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: ChaseView | None = None

    def compose_body(self) -> Iterable[Widget]:
        """Who is awaited, then the figures."""
        yield PickList(id="awaited", classes="panel")
        yield Lines(id="figures")

    def show(self) -> None:
        """Show who is awaited, and the figures."""
        self._list()
        self.action_figures()

    def _list(self) -> None:
        view = self._view = self.attempt(chasing.chase)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Chase", view.sentence)
        listed = self.query_one("#awaited", PickList)
        listed.border_title = f"Not returned ({len(view.awaited)})"
        rows = (
            Row(one.id, one.name, one.id, "attention" if one.days_late else "none", one.sector_word, one.short)
            for one in view.awaited
        )
        listed.show_rows(tuple(rows))

    def action_figures(self) -> None:
        """Show the round by sector and by day."""
        view, row = self._view, self.query_one("#awaited", PickList).row
        if view is not None:
            here = tuple(f"{one.name}: {one.words}." for one in view.awaited if row and one.id == row.id)
            self.query_one("#figures", Lines).show_lines("The round", *here, *(("",) if here else ()), *view.lines)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self.action_figures()

    def action_log(self) -> None:
        """Show what was made and sent."""
        if self._view is not None:
            lines = self._view.log_lines or ("Nothing was made in this round yet.",)
            self.query_one("#figures", Lines).show_lines("Made and sent, newest first", *lines)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self._remind([event.row.id])

    def action_remind(self) -> None:
        """Make a reminder for each that is late."""
        self._remind([])

    def _remind(self, names: list[str]) -> None:
        self.make_beside(requests_out.make_reminders, names)

    def show_made(self, lines: tuple[str, ...], done: bool) -> None:
        """Show how far it is, or what was made."""
        if done:
            self._list()
        self.query_one("#figures", Lines).show_lines("Reminders", *lines)

    @work
    async def action_sent(self) -> None:
        """Say that what was made has been sent."""
        noted = await self.form_taken(SENT_FORM, _sent)
        if noted is not None:
            self.show()
            self.notify(f"{noted.sentence} ctrl+z takes it back.", timeout=4)


def _sent(desk: Desk, typed: dict[str, str]) -> NotedView:
    return requests_out.note_sent(desk, on=typed["on"])
