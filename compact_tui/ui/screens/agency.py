"""Single-agency audits: the register of what is done and planned, and beginning or planning another."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.agency_forms import DROP_AGENCY_FORM
from compact_tui.core.agency_views import AgencyLine, AgencyOverview, Register
from compact_tui.services import agency_audits
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.record_asking import ask
from compact_tui.ui.screens.agency_place import AgencyPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_STATES = {"closed": "done", "dropped": "none", "planned": "none", "started": "current"}


class AgencyScreen(AgencyPlace):
    """The register."""

    CSS_PATH = "agency.tcss"
    BACK = "home"
    HELP = """Single-agency audits

Look at some of your own files, plans or practice, and tell the partnership what you found. n begins
one, p puts one into the register for later, enter opens the one at the cursor. No child is ever
named: the program gives each file a reference, and the list with the names stays on paper.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("new('')", "n", "New …", "Begin a single-agency audit today", footer=True),
        Command("new('later')", "p", "Plan …", "Put one into the register for later", footer=True),
        Command("open", "enter", "Open", "Open the audit at the cursor", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
        Command("drop", "d", "Drop …", "Say that it will not be done, and why; it stays in the register"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(c for c in COMMANDS_HERE if c.key != "enter")
    AUTO_FOCUS = "#audits"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: Register | None = None

    @property
    def audit_id(self) -> str:
        """The audit at the cursor."""
        row = self.query_one("#audits", PickList).row
        return row.id if row is not None else ""

    def compose_body(self) -> Iterable[Widget]:
        """The register, then the audit at the cursor."""
        yield PickList(id="audits", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the register."""
        view = self._view = self.attempt(agency_audits.register)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Single-agency audits", "done and planned")
        listed = self.query_one("#audits", PickList)
        listed.border_title = view.sentence if view.audits else "Single-agency audits"
        listed.show_rows(tuple(_row(line) for line in view.audits), self.standard or None)
        self._show_one()

    def _show_one(self) -> None:
        one = self.query_one("#one", Lines)
        line = next((line for line in self._view.audits if line.id == self.audit_id), None) if self._view else None
        if line is None:
            sentence = self._view.sentence if self._view else ""
            one.show_lines("None yet", sentence, "", "Press n to begin one, p to plan one for later.")
            return
        about = (f"{line.kind_words}, {line.team}" if line.team else line.kind_words, f"{line.when}. {line.state}")
        touches = (f"Standards: {line.standard_words}",) if line.standard_words else ()
        one.show_lines(line.title, *about, *touches)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the audit at the cursor."""
        if self.audit_id:
            self.go("agencyaudit", self.audit_id)

    @work
    async def action_new(self, later: str) -> None:
        """Choose a template, say what it is about, and begin or plan it."""
        from compact_tui.ui.dialogs.choose import Choose

        if self._view is None:
            return
        rows = tuple(Row(one.id, one.title, word=one.kind_words) for one in self._view.templates)
        template = await self.app.push_screen_wait(Choose("What will you look at?", rows))
        asked = self.attempt(agency_audits.form_of_start, template, later=bool(later)) if template else None
        if template is None or asked is None:
            return

        async def take(typed: dict[str, str]) -> AgencyOverview | None:
            if not await self._not_doubled(template, typed):
                return None
            verb = agency_audits.plan if later else agency_audits.start
            return verb(self.desk, template, typed)

        made = await ask(self, asked[0], take, asked[1])
        if made is not None:
            self.go("agencyaudit", made.head.id)

    async def _not_doubled(self, template: str, typed: dict[str, str]) -> bool:
        """Whether to go on, where another audit asks much the same."""
        from compact_tui.ui.dialogs.choose import Choose

        others = agency_audits.doubled(self.desk, template, typed)
        if not others:
            return True
        rows = (Row("no", "Not this one"), Row("yes", "Go on: this one is needed as well"))
        told = tuple(one.sentence for one in others)
        return await self.app.push_screen_wait(Choose("Is this done already?", rows, lines=told)) == "yes"

    @work
    async def action_drop(self) -> None:
        """Say that the audit at the cursor will not be done."""
        audit = self.audit_id
        if not audit:
            return

        async def take(typed: dict[str, str]) -> AgencyOverview:
            return agency_audits.drop(self.desk, audit, typed["reason"])

        if await ask(self, DROP_AGENCY_FORM, take) is not None:
            self.show()


def _row(line: AgencyLine) -> Row:
    state = "attention" if line.waiting and line.status != "started" else _STATES[line.status]
    words = f"{line.when}; {line.state}" if line.state else line.when
    return Row(line.id, line.title, state=state, word=words)
