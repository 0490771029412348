"""Replies to settings: which return has one, making them, and what settings answered."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.partnership_forms import SENT_FORM
from compact_tui.core.requests_made import NotedView
from compact_tui.services import replies_out, requests_out
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_HOW = (
    "A reply is a folder with a file for the setting's program, a page, and the draft of an email.",
    "It holds the receipt, your view of grades, what you asked and recommended, and where the sector stands.",
    "What settings answer comes in through Collect, and stands beside the question it answers.",
)


class RepliesScreen(PartnershipPlace):
    """The returns of the round, each with how far its reply is."""

    CSS_PATH = "partnership.tcss"
    HELP = """Replies

d makes a reply to each return that has none, enter one to the setting at the cursor, also where it has one.
s says that what was made has been sent. The setting opens it in its own program; its answer comes through Collect.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("all", "d", "Reply to all", "Make a reply to each return that has none", footer=True),
        Command("sent", "s", "Sent …", "Say that what was made has been sent", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the partnership's side", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#replies"

    def compose_body(self) -> Iterable[Widget]:
        """The returns, then how replies go."""
        yield PickList(id="replies", classes="panel")
        yield Lines(id="about")

    def show(self) -> None:
        """Show the returns and how replies go."""
        self._list()
        self.query_one("#about", Lines).show_lines("About it", *_HOW)

    def _list(self) -> None:
        view = self.attempt(replies_out.list_replies)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Replies", view.sentence)
        listed = self.query_one("#replies", PickList)
        listed.border_title = f"Returns ({len(view.lines)})"
        listed.show_rows(tuple(Row(one.entry, one.name, one.entry, one.state, word=one.word) for one in view.lines))

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.make_beside(replies_out.make_replies, [event.row.id])

    def action_all(self) -> None:
        """Make a reply to each return that has none."""
        self.make_beside(replies_out.make_replies, [])

    def show_made(self, lines: tuple[str, ...], done: bool) -> None:
        """Show how far it is, or what was made."""
        if done:
            self._list()
        self.query_one("#about", Lines).show_lines("Made", *lines)

    @work
    async def action_sent(self) -> None:
        """Say that what was made has been sent."""
        noted = await self.form_taken(SENT_FORM, _sent)
        if noted is not None:
            self.show()
            self.notify(f"{noted.sentence} ctrl+z takes it back.", timeout=4)


def _sent(desk: Desk, typed: dict[str, str]) -> NotedView:
    return requests_out.note_sent(desk, on=typed["on"])
