"""Last time: what each standard was graded then, typed in from an old return."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.last_time import LastTimeView
from compact_tui.core.signing_forms import CYCLE_FORM
from compact_tui.services import last_time
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class LastTimeScreen(CompactScreen):
    """A row for each standard, a key for each level."""

    CSS_PATH = "last_time.tcss"
    HELP = """Last time's grades

Take your old return, on paper or on screen. At each standard press the number of the level it had
then; the cursor goes on by itself. 0 means that it was not asked then. So the first report
already shows what has changed.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("choose", "enter", "Level …", "Choose the level from a list", footer=True),
        Command("clear", "backspace", "Take away", "Take away what was typed in at the cursor", footer=True),
        Command("name_round", "n", "Round …", "Say what that round was called", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#standards"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: LastTimeView | None = None
        self._asked = False

    def compose_body(self) -> Iterable[Widget]:
        """The standards, then what the keys mean."""
        yield PickList(id="standards", classes="panel")
        yield Lines(id="levels")

    def show(self) -> None:
        """Show what was typed in."""
        view = self.attempt(last_time.last_time)
        if view is None:
            return
        self._view = view
        self.query_one(StatusBar).show_what(view.title, "last time")
        listed = self.query_one("#standards", PickList)
        listed.border_title = f"Last time{f' ({view.cycle})' if view.cycle else ''}: {view.sentence}"
        rows = tuple(
            Row(
                line.standard,
                f"{line.number} {line.title}",
                state="done" if line.word else "not-started",
                word=line.sentence,
            )
            for line in view.lines
        )
        listed.show_rows(rows)
        keys = "  ".join(f"{option.key} {option.word}" for option in view.options)
        self.query_one("#levels", Lines).show_lines("What was it graded then?", keys)

    def on_key(self, event: events.Key) -> None:
        """The number of a level, or 0."""
        options = self._view.options if self._view else ()
        for option in options:
            if event.character == option.key:
                event.stop()
                self._say(option.id)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_choose()

    @work
    async def action_choose(self) -> None:
        """Choose the level from a list."""
        from compact_tui.ui.dialogs.choose import Choose

        if self._view is not None:
            rows = tuple(Row(option.id, option.word) for option in self._view.options)
            chosen = await self.app.push_screen_wait(Choose("What was it graded then?", rows))
            if chosen:
                self._say(chosen)

    def _say(self, level: str) -> None:
        """Keep a level and go on; what the round was called is asked once."""
        row = self.query_one("#standards", PickList).row
        if row is None or self._view is None:
            return
        if self._view.cycle or self._asked:
            self._keep(row.id, level)
        else:
            self._asked = True
            self._ask_and_keep(row.id, level)

    @work
    async def _ask_and_keep(self, standard: str, level: str) -> None:
        self._keep(standard, level, await self._ask_round() or "")

    def _keep(self, standard: str, level: str, cycle: str = "") -> None:
        if self.attempt(last_time.set_last, standard, level, cycle) is not None:
            self.show()
            self.query_one("#standards", PickList).action_move(1)

    async def _ask_round(self) -> str | None:
        from compact_tui.ui.dialogs.form import FormDialog

        called = self._view.cycle if self._view else ""
        typed = await self.app.push_screen_wait(FormDialog(CYCLE_FORM, {"cycle": called}))
        return typed["cycle"] if typed is not None else None

    @work
    async def action_name_round(self) -> None:
        """Say what that round was called."""
        if self._view is None or not self._view.typed:
            self.notify("Type in a grade first; then say what the round was called.", timeout=3)
            return
        cycle = await self._ask_round()
        if cycle is not None and self.attempt(last_time.name_last_round, cycle) is not None:
            self.show()

    def action_clear(self) -> None:
        """Take away what was typed in at the cursor."""
        row = self.query_one("#standards", PickList).row
        if row is not None and self.attempt(last_time.clear_last, row.id) is not None:
            self.show()
