"""Whom settings ring, as requests tell them: each with its number and how long ago somebody checked it."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.partnership_forms import CONTACT_FORM
from compact_tui.core.partnership_views import PartnershipView
from compact_tui.core.request_opened import OLD_AFTER
from compact_tui.services import partnership
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_HOW = (
    "Each request carries these names and numbers with the day on which they were checked.",
    f"After {OLD_AFTER} days settings are asked to check a number before they rely on it.",
    "Ring each one before you ask for returns, and change its day here.",
)


class ContactPointsScreen(PartnershipPlace):
    """Names and numbers, the newest day beside each."""

    CSS_PATH = "partnership.tcss"
    HELP = """Whom settings ring

a adds somebody, enter changes the one at the cursor, d takes it out. ctrl+z takes the last change back.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("add", "a", "Add …", "Add somebody whom settings ring", footer=True),
        Command("change", "e", "Change …", "Change the one at the cursor", footer=True),
        Command("drop", "d", "Take out", "Take out the one at the cursor; undo brings it back", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the partnership's side", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#contacts"

    def compose_body(self) -> Iterable[Widget]:
        """The contacts, then how they are used."""
        yield PickList(id="contacts", classes="panel")
        yield Lines(id="how")

    def show(self) -> None:
        """Show the contacts."""
        view = self.attempt(partnership.show_partnership)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Whom settings ring", view.name)
        listed = self.query_one("#contacts", PickList)
        listed.border_title = f"Whom settings ring ({len(view.contacts)})"
        rows = (
            Row(one.id, f"{one.name}: {one.value}", state="attention" if one.old else "done", word=one.age)
            for one in view.contacts
        )
        listed.show_rows(tuple(rows))
        none = () if view.contacts else ("Nobody is named yet. Press a to add the first.", "")
        self.query_one("#how", Lines).show_lines("About it", *none, *_HOW)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_change()

    @work
    async def action_add(self) -> None:
        """Ask for a contact."""
        if await self.form_taken(CONTACT_FORM, partnership.keep_contact) is not None:
            self.show()

    @work
    async def action_change(self) -> None:
        """Change the contact at the cursor."""
        row = self.query_one("#contacts", PickList).row
        typed = self.attempt(partnership.typed_contact, row.id) if row else None
        if row is None or typed is None:
            return
        if await self.form_taken(CONTACT_FORM, partial(_changed, row.id), typed) is not None:
            self.show()

    def action_drop(self) -> None:
        """Take out the contact at the cursor."""
        row = self.query_one("#contacts", PickList).row
        if row is not None and self.attempt(partnership.drop_contact, row.id) is not None:
            self.notify("Taken out. ctrl+z brings it back.", timeout=4)
            self.show()


def _changed(contact: str, desk: Desk, typed: dict[str, str]) -> PartnershipView:
    return partnership.keep_contact(desk, typed, contact)
