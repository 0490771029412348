"""Good practice that learning reports tell: written down without saying where it was seen."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.good_practice import GOOD_PRACTICE_FORM, PracticeLine, PracticeView
from compact_tui.services import good_practice
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_EMPTY = (
    "What a setting does well helps the others. Write it in your own words: what they do, and what comes of it.",
    "No setting, place or person is named. Press n to write the first.",
)


class GoodPracticeScreen(PartnershipPlace):
    """The good practice, with the one at the cursor in full."""

    CSS_PATH = "learning_reports.tcss"
    BACK = "reports"
    HELP = """Good practice

n writes down good practice for the reports, enter changes the one at the cursor, x takes it out; ctrl+z brings it
back. The name of a setting is refused. Which return it was seen in can be kept; no report says it.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("add", "n", "New …", "Write down good practice", footer=True),
        Command("change", "e,enter", "Change …", "Change the one at the cursor", footer=True, shown_key="e"),
        Command("drop", "x", "Take out", "Take out the one at the cursor; undo brings it back", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the reports", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#practice"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._lines: dict[str, PracticeLine] = {}

    def compose_body(self) -> Iterable[Widget]:
        """The examples, then the one at the cursor."""
        yield PickList(id="practice", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show what is written down."""
        view = self.attempt(good_practice.list_practice)
        if view is not None:
            self._show(view)

    def _show(self, view: PracticeView) -> None:
        self._lines = {one.id: one for one in view.lines}
        self.query_one(StatusBar).show_what("Good practice", view.sentence)
        listed = self.query_one("#practice", PickList)
        listed.border_title = f"What the reports tell ({len(view.lines)})"
        at = listed.row.id if listed.row is not None else None
        listed.show_rows(tuple(Row(one.id, one.words, word=one.sector_word) for one in view.lines), at)
        self._show_one()

    @property
    def _line(self) -> PracticeLine | None:
        row = self.query_one("#practice", PickList).row
        return self._lines.get(row.id) if row is not None else None

    def _show_one(self) -> None:
        line, one = self._line, self.query_one("#one", Lines)
        if line is None:
            one.show_lines("Nothing is written down yet", *_EMPTY)
        else:
            one.show_lines(line.standard_word or line.sector_word, line.text, "", *line.warnings)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_change()

    @work
    async def action_add(self) -> None:
        """Write down good practice."""
        view = await self.form_taken(GOOD_PRACTICE_FORM, good_practice.keep_practice)
        if view is not None:
            self._show(view)

    @work
    async def action_change(self) -> None:
        """Change the one at the cursor."""
        line = self._line
        typed = self.attempt(good_practice.practice_typed, line.id) if line is not None else None
        if line is not None and typed is not None:
            keep = partial(good_practice.keep_practice, practice_id=line.id)
            view = await self.form_taken(GOOD_PRACTICE_FORM, keep, typed)
            if view is not None:
                self._show(view)

    def action_drop(self) -> None:
        """Take out the one at the cursor."""
        line = self._line
        view = self.attempt(good_practice.drop_practice, line.id) if line is not None else None
        if view is not None:
            self._show(view)
            self.notify("Taken out. ctrl+z brings it back.", timeout=4)
