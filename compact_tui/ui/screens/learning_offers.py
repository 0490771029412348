"""Findings that the figures and agencies' audits suggest: one key takes one into the log, none is taken by itself."""

from typing import ClassVar

from textual.binding import BindingType

from compact_tui.core.learning_views import Offer, Offers
from compact_tui.services import learning_offers
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.list_place import ListPlace
from compact_tui.ui.widgets.pick_list import Row
from compact_tui.ui.widgets.status_bar import StatusBar

_EMPTY = (
    "No sector stands out in what is shown: too few returns are in, or nothing in them is weak.",
    "Press escape to go back to the log; n there writes a line by hand.",
)


class LearningOffersScreen(ListPlace[Offers, Offer]):
    """The findings, what has most reasons first; beside them the figures of the one at the cursor."""

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
    PICK = "take"

    def read(self) -> Offers | None:
        """The findings."""
        return self.attempt(learning_offers.suggest_findings)

    def show_view(self, view: Offers) -> None:
        """Show the findings."""
        self.query_one(StatusBar).show_what(f"Suggested findings of {view.cycle}", view.sentence)
        rows = (
            Row(one.id, one.words, state="done" if one.taken else "not-started", word=one.taken) for one in view.offers
        )
        self.list_rows("What the figures suggest", rows, {one.id: one for one in view.offers})

    def show_line(self) -> None:
        """The figures behind the finding at the cursor."""
        offer = self.line
        if offer is None:
            self.tell("Nothing stands out yet", *_EMPTY)
        else:
            self.tell(offer.words, *offer.reasons, subtitle=offer.taken)

    def action_take(self) -> None:
        """Take the finding at the cursor into the log."""
        offer = self.line
        view = self.attempt(learning_offers.take_finding, offer.id) if offer is not None else None
        if view is not None:
            self.show_view(view)
            self.notify("In the log. Say there what the partnership will do.", timeout=4)
