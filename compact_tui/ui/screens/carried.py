"""What was carried from the round before: what went stale, and confirming what still holds."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.carry_views import (
    CARRY_FORM,
    CarriedView,
    WaitingLine,
    WaitingStandard,
    carried_lines,
    waiting_lines,
)
from compact_tui.services import carrying, confirming
from compact_tui.services.desk import Desk
from compact_tui.services.home_words import whole_here
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class CarriedScreen(CompactScreen):
    """The standards in which something waits; or one of them, with all that waits in it."""

    CSS_PATH = "carried.tcss"
    HELP = """Carried from the round before

What you said last time counts for nothing until you confirm it. enter opens a standard. There, c says
that the answer at the cursor still holds, d drops it, and w confirms all of the standard, once the cursor
was on each. enter opens the question itself, to answer it afresh. s begins the next round, y compares.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("confirm", "c", "Confirm", "The answer at the cursor still holds", footer=True),
        Command("whole", "w", "All of it", "All that waits in this standard still holds", footer=True),
        Command("drop", "d", "Dismiss", "Drop what was carried; answer afresh", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("compare", "y", "Compare", "Compare this round with another"),
        Command("back", "escape", "Back", "One step back", footer=True),
        Command("carry", "s", "Next round …", "Begin the next round from this one"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#rows"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: CarriedView | None = None
        self._shown: WaitingStandard | None = None
        self._read: set[str] = set()
        """Ids of what the cursor was on."""

    def compose_body(self) -> Iterable[Widget]:
        """The rows, then the lines."""
        yield PickList(id="rows", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the standards, or what waits in one."""
        if self.standard:
            self._show_standard()
            return
        view = self._view = self.attempt(carrying.carried)
        if view is None:
            return
        self.query_one(StatusBar).show_what(view.title, "carried from the round before")
        rows = tuple(Row(one.standard, f"{one.number} {one.title}", word=one.sentence) for one in view.standards)
        self._list(f"To confirm ({view.waiting})", rows)
        self.query_one("#one", Lines).show_lines("What came over", *carried_lines(view))

    def _show_standard(self) -> None:
        shown = self._shown = self.attempt(confirming.waiting_of, self.standard)
        if shown is None:
            return
        self.query_one(StatusBar).show_what(whole_here(self.desk), f"{shown.number} {shown.title}")
        rows = tuple(Row(line.item, f"{line.number} {line.question}", word=line.kind) for line in shown.lines)
        self._list(shown.sentence, rows)
        self._show_one()

    def _list(self, title: str, rows: tuple[Row, ...]) -> None:
        listed = self.query_one("#rows", PickList)
        listed.border_title = title
        listed.show_rows(rows)

    def _here(self) -> WaitingLine | None:
        row = self.query_one("#rows", PickList).row
        lines = self._shown.lines if self._shown else ()
        return next((line for line in lines if row is not None and line.item == row.id), None)

    def _show_one(self) -> None:
        line = self._here()
        told = self.query_one("#one", Lines)
        if line is None:
            told.show_lines("Nothing waits here", "Everything carried in this standard is settled. escape goes back.")
            return
        self._read.add(line.item)
        told.show_lines("Does it still hold?", *waiting_lines(line))

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        if self.standard:
            self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        line = self._here()
        if not self.standard:
            self.go("carried", event.row.id)
        elif line is not None and line.kind == "answer":
            self.go("criterion", self.standard, line.item)
        elif line is not None:
            self.go("standard", self.standard)

    def action_confirm(self) -> None:
        """The answer or summary at the cursor still holds."""
        line = self._here()
        if line is None:
            self._say_where()
            return
        verb = confirming.confirm if line.kind == "answer" else confirming.confirm_summary
        if self.attempt(verb, line.item) is not None:
            self.show()

    def action_drop(self) -> None:
        """Drop what is at the cursor."""
        line = self._here()
        if line is None:
            self._say_where()
            return
        verb = confirming.dismiss if line.kind == "answer" else confirming.dismiss_summary
        if self.attempt(verb, line.item) is not None:
            self.notify("Dismissed. ctrl+z brings it back.", timeout=3)
            self.show()

    def action_whole(self) -> None:
        """All that waits in this standard still holds, once it was read."""
        if self._shown is None or not self._shown.lines:
            self._say_where()
        elif self.attempt(confirming.confirm_standard, self.standard, self._read) is not None:
            self.notify("All of it is confirmed. ctrl+z takes it back.", timeout=3)
            self.show()

    def _say_where(self) -> None:
        self.notify("Open a standard first: enter." if not self.standard else "Nothing waits here.", timeout=3)

    @work
    async def action_carry(self) -> None:
        """Ask what the next round is called, and begin it."""
        from compact_tui.ui.dialogs.form import FormDialog

        usual = self.attempt(carrying.offered_carry)
        typed = await self.app.push_screen_wait(FormDialog(CARRY_FORM, usual)) if usual is not None else None
        begun = self.attempt(carrying.carry_forward, typed) if typed is not None else None
        if begun is not None:
            self.program.work_on(begun.audit, "carried")

    def action_compare(self) -> None:
        """Compare with another round."""
        self.go("compare")

    def action_back(self) -> None:
        """From a standard to all of them; from there to Home."""
        self.go(self.back_to or ("carried" if self.standard else self.BACK))
