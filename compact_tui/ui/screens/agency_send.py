"""The completed template as the partnership will see it: made, sent, and said when."""

from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.agency_send_views import AgencyMade, AgencyPreview, made_lines
from compact_tui.core.days import say_day
from compact_tui.core.report_text import page_lines
from compact_tui.core.return_forms import SENT_FORM
from compact_tui.services import agency_send
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.record_asking import ask
from compact_tui.ui.screens.agency_place import AgencyPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.status_bar import StatusBar


class AgencySendScreen(AgencyPlace):
    """Preview, then make; afterwards what was written where and how to send it."""

    CSS_PATH = "agency.tcss"
    HELP = """Sending it

What you see is what the reader will see. m makes a folder with the template as a page and a Word
file, your own report and a draft email with all of them. Making is not sending: send it yourself,
then press s and say when. You may make it again at any time.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("make", "m", "Make", "Make a folder with everything to send", footer=True),
        Command("sent", "s", "Sent …", "Say when it was sent, and by whom", footer=True),
        Command("preview", "v", "Preview", "See it again", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the audit", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#page"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._preview: AgencyPreview | None = None
        self._made: AgencyMade | None = None

    def compose_body(self) -> Iterable[Widget]:
        """Where it stands, then the page."""
        yield Lines(id="state")
        yield Lines(id="page")

    def show(self) -> None:
        """Show where it stands, and the preview or what was made."""
        view = self._preview = self.attempt(agency_send.preview, self.audit_id)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Single-agency audit", view.title, "to send")
        glyphs = self.program.glyphs
        held = tuple(f"{glyphs['wrong']} {said}" for said in view.held_back)
        seen = tuple(f"{glyphs['attention']} {said}" for said in view.warnings)
        then = "Send it, then press s and say when." if view.made else "Press m to make it."
        first = then if view.ready else "It cannot be made yet:"
        self.query_one("#state", Lines).show_lines("Where it stands", view.state, first, *held, *seen)
        self._show_page()

    def on_resize(self) -> None:
        """Fit the page to the new width."""
        if self._preview is not None:
            self._show_page()

    def _show_page(self) -> None:
        page = self.query_one("#page", Lines)
        if self._made is not None:
            page.show_lines("Made", *made_lines(self._made))
        elif self._preview is not None:
            lines = page_lines(self._preview.page, max(self.size.width - 6, 40))
            page.show_lines("As the partnership will see it", *lines, subtitle="up, down, page keys", top=False)

    def action_make(self) -> None:
        """Make the folder."""
        made = self.attempt(agency_send.report, self.audit_id)
        if made is not None:
            self._made = made
            self.show()
            self.query_one("#page", Lines).scroll_home(animate=False)

    def action_preview(self) -> None:
        """See it again."""
        self._made = None
        self.show()
        self.query_one("#page", Lines).scroll_home(animate=False)

    @work
    async def action_sent(self) -> None:
        """Say when it was sent."""
        if self._preview is None or not self._preview.made:
            self.notify("Make it first: press m.", timeout=3)
            return

        async def take(typed: dict[str, str]) -> object:
            return agency_send.sent(self.desk, self.audit_id, typed["on"], typed["by"])

        if await ask(self, SENT_FORM, take, {"on": say_day(self.desk.today), "by": self.desk.who}) is not None:
            self._made = None  # what was made says that it is not sent
            self.show()
