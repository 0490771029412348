"""What is due when, month by month, and one key to write it as a file for any calendar program."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.record_views import CalendarLine, CalendarView
from compact_tui.services import calendar
from compact_tui.services.desk import Desk
from compact_tui.services.home_words import whole_here
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class CalendarScreen(CompactScreen):
    """The year's dates."""

    CSS_PATH = "records.tcss"
    HELP = """Calendar

Open actions, evidence to look at again, and the day the return is due, month by month.
w writes them as one file; open that with your calendar program. Opening a newer one later
brings the same dates up to date.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("write", "w", "Write the file", "Write one .ics file for your calendar program", footer=True),
        Command("go_there", "enter", "Go there", "Go to where it is worked on", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(c for c in COMMANDS_HERE if c.key != "enter")
    AUTO_FOCUS = "#dates"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._lines: dict[str, CalendarLine] = {}
        self._written = ""

    def compose_body(self) -> Iterable[Widget]:
        """The dates, then the file."""
        yield PickList(id="dates", classes="panel")
        yield Lines(id="file")

    def show(self) -> None:
        """Show what is due, and where the file is."""
        view = self.attempt(calendar.calendar)
        if view is None:
            return
        self._lines = {f"{line.kind}:{line.id}": line for month in view.months for line in month.lines}
        self.query_one(StatusBar).show_what(whole_here(self.desk), "calendar")
        dates = self.query_one("#dates", PickList)
        dates.border_title = "What is due when"
        dates.border_subtitle = view.sentence
        rows = _rows(view)
        dates.show_rows(rows, rows[1].id if rows and not dates.rows else None)
        there = "There already; w brings it up to date:" if view.there else "w writes these dates as one file:"
        none = "" if view.events else "Nothing has a day yet. Give an action a day, or evidence a day to look again."
        lines = (self._written,) if self._written else (none, there, view.path)
        self.query_one("#file", Lines).show_lines("For your calendar program", *(line for line in lines if line))

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_go_there()

    def action_go_there(self) -> None:
        """Go to the action, the evidence or the setting at the cursor."""
        row = self.query_one("#dates", PickList).row
        line = self._lines.get(row.id) if row is not None else None
        if line is not None:
            self.go(line.place, field=line.id, back="calendar")

    def action_write(self) -> None:
        """Write the file, and say where it is."""
        written = self.attempt(calendar.write_calendar)
        if written is not None:
            self._written = written.sentence
            self.show()


def _rows(view: CalendarView) -> tuple[Row, ...]:
    rows = []
    for month in view.months:
        rows.append(Row(month.title, month.title, quiet=True))
        for line in month.lines:
            state = "attention" if line.late else "none"
            rows.append(Row(f"{line.kind}:{line.id}", line.what, line.day_word, state=state, word=line.when))
    return tuple(rows)
