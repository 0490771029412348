"""Findings that the figures and agencies' audits suggest: one key takes one into the log, none is taken by itself."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.learning_views import Offer, Offers
from compact_tui.services import learning_offers
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_EMPTY = (
    "No sector stands out in what is shown: too few returns are in, or nothing in them is weak.",
    "Press escape to go back to the log; n there writes a line by hand.",
)


class LearningOffersScreen(PartnershipPlace):
    """The findings, what has most reasons first; beside them the figures of the one at the cursor."""

    CSS_PATH = "learning.tcss"
    BACK = "learninglog"
    HELP = """Suggested findings

Each row is a standard that stands out in a sector, or what an agency's audit found; its figures stand below.
t or enter takes the one at the cursor into the log; there you say what the partnership will do. What the log has
already is marked. Groups of few settings are kept back here too.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("take", "t,enter", "Take", "Take the finding at the cursor into the log", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the log", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#offers"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._offers: dict[str, Offer] = {}

    def compose_body(self) -> Iterable[Widget]:
        """The findings, then the figures of the one at the cursor."""
        yield PickList(id="offers", classes="panel")
        yield Lines(id="why")

    def show(self) -> None:
        """Show the findings."""
        view = self.attempt(learning_offers.suggest_findings)
        if view is not None:
            self._show(view)

    def _show(self, view: Offers) -> None:
        self._offers = {one.id: one for one in view.offers}
        self.query_one(StatusBar).show_what(f"Suggested findings of {view.cycle}", view.sentence)
        listed = self.query_one("#offers", PickList)
        listed.border_title = "What the figures suggest"
        listed.show_rows(
            tuple(
                Row(one.id, one.words, state="done" if one.taken else "not-started", word=one.taken)
                for one in view.offers
            )
        )
        self._show_one()

    def _show_one(self) -> None:
        row, why = self.query_one("#offers", PickList).row, self.query_one("#why", Lines)
        offer = self._offers.get(row.id) if row is not None else None
        if offer is None:
            why.show_lines("Nothing stands out yet", *_EMPTY)
        else:
            why.show_lines(offer.words, *offer.reasons, subtitle=offer.taken)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Take the finding at the cursor into the log."""
        row = self.query_one("#offers", PickList).row
        view = self.attempt(learning_offers.take_finding, row.id) if row is not None else None
        if view is not None:
            self._show(view)
            self.notify("In the log. Say there what the partnership will do.", timeout=4)
