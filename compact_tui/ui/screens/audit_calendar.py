"""The calendar of audits: what agencies did and mean to do, what would be done twice, what nobody looked at."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.audit_calendar_views import AuditCalendar, AuditLine
from compact_tui.core.learning_forms import AUDIT_FORM
from compact_tui.services import audit_calendar
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class AuditCalendarScreen(PartnershipPlace):
    """Audits month by month; beside them the one at the cursor, or what nobody looked at for longest."""

    CSS_PATH = "learning.tcss"
    BACK = "learninglog"
    HELP = """Calendar of audits

Audits that agencies sent in through Collect, and those that are planned, month by month. n plans one, enter changes
one that is planned here, x takes it off. A row marked ! would look at the same as another within six months.
l shows which standards nobody looked at for longest; w writes what is planned for your calendar program.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("plan", "n", "Plan …", "Plan an audit", footer=True),
        Command("change", "e,enter", "Change …", "Change the planned audit at the cursor", shown_key="e", footer=True),
        Command("longest", "l", "Longest", "What nobody looked at for longest", footer=True),
        Command("write", "w", "Write", "Write what is planned for your calendar program", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("drop", "x", "Take off", "Take the planned audit at the cursor off the calendar"),
        Command("back", "escape", "Back", "Back to the log", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#audits"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: AuditCalendar | None = None
        self._lines: dict[str, AuditLine] = {}

    def compose_body(self) -> Iterable[Widget]:
        """The months, then the audit at the cursor."""
        yield PickList(id="audits", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the calendar."""
        view = self.attempt(audit_calendar.audit_calendar)
        if view is not None:
            self._show(view)

    def _show(self, view: AuditCalendar) -> None:
        self._view = view
        self._lines = {one.id: one for month in view.months for one in month.audits}
        self.query_one(StatusBar).show_what("Calendar of audits", view.sentence)
        listed = self.query_one("#audits", PickList)
        listed.border_title = "Who audits what, and when"
        listed.border_subtitle = "x takes a planned one off"
        at = listed.row.id if listed.row is not None else None
        listed.show_rows(_rows(view), at)
        if listed.row is not None and listed.row.id not in self._lines:
            listed.action_move(1)
        self._show_one()

    @property
    def _line(self) -> AuditLine | None:
        row = self.query_one("#audits", PickList).row
        return self._lines.get(row.id) if row is not None else None

    def _show_one(self) -> None:
        line = self._line
        if line is not None:
            self.query_one("#one", Lines).show_lines(line.title, *line.lines, subtitle=line.state_word)
        else:
            self.action_longest()

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_change()

    def action_longest(self) -> None:
        """Say which standards nobody looked at for longest."""
        if self._view is not None:
            empty = () if self._lines else ("Press n to plan an audit; those of agencies come in through Collect.", "")
            self.query_one("#one", Lines).show_lines("Looked at longest ago, first", *empty, *self._view.longest)

    def action_plan(self) -> None:
        """Plan an audit."""
        self._ask(audit_calendar.keep_audit, {})

    def action_change(self) -> None:
        """Change the planned audit at the cursor."""
        line = self._planned
        typed = self.attempt(audit_calendar.audit_typed, line.id) if line is not None else None
        if line is not None and typed is not None:
            self._ask(partial(audit_calendar.keep_audit, audit_id=line.id), typed)

    def action_drop(self) -> None:
        """Take the planned audit at the cursor off the calendar."""
        line = self._planned
        view = self.attempt(audit_calendar.drop_audit, line.id) if line is not None else None
        if view is not None:
            self._show(view)
            self.notify("Taken off. ctrl+z brings it back.", timeout=4)

    @property
    def _planned(self) -> AuditLine | None:
        """The audit at the cursor where it is planned here; else says why it cannot be changed."""
        line = self._line
        if line is not None and not line.planned_here:
            self.notify("An agency sent that one in: it is changed there, and sent again.", timeout=4)
            return None
        return line

    def action_write(self) -> None:
        """Write the file, and say where it is."""
        written = self.attempt(audit_calendar.write_audit_calendar)
        if written is not None:
            self.query_one("#one", Lines).show_lines("For your calendar program", written.sentence)

    @work
    async def _ask(self, verb: Callable[[Desk, Mapping[str, str]], AuditCalendar], typed: Mapping[str, str]) -> None:
        view = await self.form_taken(AUDIT_FORM, verb, typed)
        if view is not None:
            self._show(view)


def _rows(view: AuditCalendar) -> tuple[Row, ...]:
    rows = []
    for month in view.months:
        rows.append(Row(f"month {month.title}", month.title, quiet=True))
        rows += [Row(one.id, one.title, state=one.mark, detail=one.who, word=one.state_word) for one in month.audits]
    return tuple(rows)
