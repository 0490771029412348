"""The partnership's side: how the round stands, and a key to each place where its work is done."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.partnership_forms import PARTNERSHIP_FORM
from compact_tui.core.partnership_views import PartnershipView
from compact_tui.services import partnership
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_places import PARTNERSHIP_PLACES
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_FIRST = (
    "Here a partnership asks settings for their returns, collects and reads them, and replies.",
    "No partnership was started in this workspace. Press n to start one.",
    "If you complete the audit for a setting, you need nothing of this: escape leads back.",
)


class PartnershipScreen(PartnershipPlace):
    """The places of the partnership's side, and how the round stands."""

    CSS_PATH = "partnership.tcss"
    BACK = "home"
    HELP = """The partnership's side

Each row is a place, in the order of the year; its key opens it. e changes who collects, the round, the day
and the letter. ctrl+z takes back the last change of the partnership's book, ctrl+r lists the changes.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("start", "n", "Start", "Begin to collect returns in this workspace"),
        Command("change", "e", "Change …", "Change who collects, the round, the day or the letter", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
        *(
            Command(f"place('{place}')", key, words.partition(":")[0], words)
            for place, key, words in PARTNERSHIP_PLACES
        ),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#places"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: PartnershipView | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The places, then how the round stands."""
        yield PickList(id="places", classes="panel")
        yield Lines(id="standing")

    def show(self) -> None:
        """Show the places and how the round stands."""
        view = self._view = self.attempt(partnership.show_partnership)
        if view is None:
            return
        self.query_one(StatusBar).show_what("The partnership's side", view.title if view.started else "")
        places = self.query_one("#places", PickList)
        places.border_title = "What next?"
        start = (Row("start", "Start a partnership in this workspace", "n"),)
        places.show_rows(tuple(Row(one.id, one.words, one.key, word=one.state) for one in view.places) or start)
        told = (*view.standing, "", *(f"{name}: {said}" for name, said in view.about if said))
        self.query_one("#standing", Lines).show_lines("Where things stand", *(told if view.started else _FIRST))

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        if event.row.id == "start":
            self.action_start()
        else:
            self.action_place(event.row.id)

    def action_place(self, place: str) -> None:
        """Open a place."""
        if self._view is None or not self._view.started:
            self.notify("Start a partnership first: press n.", timeout=3)
            return
        asks = place == "came"
        self.go(place, field="open" if asks else "", back="partnership" if asks else "")

    @work
    async def action_start(self) -> None:
        """Ask who collects, and start."""
        if self._view is not None and self._view.started:
            self.notify("A partnership was started here already. Press e to change it.", timeout=4)
            return
        if await self.form_taken(PARTNERSHIP_FORM, partnership.start_partnership) is not None:
            self.show()

    @work
    async def action_change(self) -> None:
        """Change what is said of the partnership."""
        if self._view is None or not self._view.started:
            self.notify("Start a partnership first: press n.", timeout=3)
            return
        typed = self.attempt(partnership.typed_partnership)
        if typed is None:
            return
        if await self.form_taken(PARTNERSHIP_FORM, partnership.change_partnership, typed) is not None:
            self.show()
