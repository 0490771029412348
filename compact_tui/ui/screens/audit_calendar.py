"""The calendar of audits: what agencies did and mean to do, what would be done twice, what nobody looked at."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from compact_tui.core.audit_calendar_views import AuditCalendar, AuditLine
from compact_tui.core.learning_forms import AUDIT_FORM
from compact_tui.services import audit_calendar
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.list_place import ListPlace
from compact_tui.ui.widgets.pick_list import Row
from compact_tui.ui.widgets.status_bar import StatusBar


class AuditCalendarScreen(ListPlace[AuditCalendar, AuditLine]):
    """Audits month by month; beside them the one at the cursor, or what nobody looked at for longest."""

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
    PICK = "change"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: AuditCalendar | None = None

    def read(self) -> AuditCalendar | None:
        """The calendar."""
        return self.attempt(audit_calendar.audit_calendar)

    def show_view(self, view: AuditCalendar) -> None:
        """Show the months."""
        self._view = view
        self.query_one(StatusBar).show_what("Calendar of audits", view.sentence)
        lines = {one.id: one for month in view.months for one in month.audits}
        self.list_rows("Who audits what, and when", _rows(view), lines, "x takes a planned one off")

    def show_line(self) -> None:
        """The audit at the cursor; on a month, what nobody looked at for longest."""
        line = self.line
        if line is not None:
            self.tell(line.title, *line.lines, subtitle=line.state_word)
        else:
            self.action_longest()

    def action_longest(self) -> None:
        """Say which standards nobody looked at for longest."""
        if self._view is not None:
            empty = () if self.lines else ("Press n to plan an audit; those of agencies come in through Collect.", "")
            self.tell("Looked at longest ago, first", *empty, *self._view.longest)

    def action_plan(self) -> None:
        """Plan an audit."""
        self.ask(AUDIT_FORM, audit_calendar.keep_audit, {})

    def action_change(self) -> None:
        """Change the planned audit at the cursor."""
        line = self._planned
        typed = self.attempt(audit_calendar.audit_typed, line.id) if line is not None else None
        if line is not None and typed is not None:
            self.ask(AUDIT_FORM, partial(audit_calendar.keep_audit, audit_id=line.id), typed)

    def action_drop(self) -> None:
        """Take the planned audit at the cursor off the calendar."""
        line = self._planned
        if line is not None:
            self.dropped(self.attempt(audit_calendar.drop_audit, line.id), "Taken off.")

    @property
    def _planned(self) -> AuditLine | None:
        """The audit at the cursor where it is planned here; else says why it cannot be changed."""
        line = self.line
        if line is not None and not line.planned_here:
            self.notify("An agency sent that one in: it is changed there, and sent again.", timeout=4)
            return None
        return line

    def action_write(self) -> None:
        """Write the file, and say where it is."""
        written = self.attempt(audit_calendar.write_audit_calendar)
        if written is not None:
            self.tell("For your calendar program", written.sentence)


def _rows(view: AuditCalendar) -> tuple[Row, ...]:
    rows = []
    for month in view.months:
        rows.append(Row(f"month {month.title}", month.title, quiet=True))
        rows += [Row(one.id, one.title, state=one.mark, detail=one.who, word=one.state_word) for one in month.audits]
    return tuple(rows)
