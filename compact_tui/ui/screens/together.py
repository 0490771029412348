"""Together: what a meeting of everybody answered, typed in criterion by criterion."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.together_views import BLOCKS, TogetherLine, TogetherView
from compact_tui.services import together
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class TogetherScreen(CompactScreen):
    """The criteria of a standard; the one at the cursor with its statement and its newest count."""

    CSS_PATH = "together.tcss"
    HELP = """Together

After a meeting at which everybody said how they see it: enter, then how many gave each answer, and
what you agreed. The answer is kept, and the count as its evidence. Counts only, never names; of
fewer than five answers how they fell is not kept. The large pages for the meeting are under Print.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("count", "enter", "Counts …", "Type in how many gave each answer, and what was agreed", footer=True),
        Command("previous", "p,left,left_square_bracket", "Previous", "The standard before", footer=True),
        Command("next", "n,right,right_square_bracket", "Next", "The standard after", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
        Command("criterion", "a", "Criterion", "Go to this criterion in the audit"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#criteria"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: TogetherView | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The criteria, then the one at the cursor."""
        yield PickList(id="criteria", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the standard."""
        before = self._view.standard if self._view else ""
        view = self._view = self.attempt(together.together, self.standard)
        if view is None:
            return
        self.standard = view.standard
        self.query_one(StatusBar).show_what(view.title, f"together, {view.part_word} {view.position}")
        criteria = self.query_one("#criteria", PickList)
        criteria.border_title = f"{view.number} {view.standard_title}"
        criteria.border_subtitle = view.sentence
        rows = tuple(
            Row(line.criterion, line.question, line.number, "done" if line.counted else "none", word=line.answer_word)
            for line in view.lines
        )
        first = self.criterion or rows[0].id if rows else ""
        criteria.show_rows(rows, first if view.standard != before else None)
        self._show_one()

    @property
    def _at(self) -> TogetherLine | None:
        row = self.query_one("#criteria", PickList).row
        return next((c for c in self._view.lines if c.criterion == row.id), None) if self._view and row else None

    def _show_one(self) -> None:
        one, line = self.query_one("#one", Lines), self._at
        if line is None:
            one.show_lines("Nothing is asked here", "Go on to the next standard: press n.")
            return
        glyphs = self.program.glyphs
        said = f"Answer: {line.answer_word}" + (f", by {line.by}" if line.by else "") if line.answer_word else ""
        bars = [f"{glyphs.bar(part.blocks, BLOCKS)}  {part.words}  {part.word}" for part in line.tally.parts]
        counted = [line.counted, *bars, *([] if bars else [line.tally.sentence])] if line.counted else []
        asked = counted or ["Nobody has been counted here yet. Press enter to type in the counts."]
        one.show_lines(f"{line.number} {line.duty_word}", line.text, "", said or "No answer yet.", "", *asked)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self._count(event.row.id)

    @work
    async def _count(self, criterion: str) -> None:
        """Ask for the counts, and go on to the next criterion."""
        from compact_tui.ui.dialogs.form import FormDialog

        form = self.attempt(together.together_form, criterion)
        typed = self.attempt(together.typed_together, criterion)
        if form is None or typed is None:
            return
        given = await self.app.push_screen_wait(FormDialog(form, typed))
        agreed = self.attempt(together.agree, criterion, given) if given is not None else None
        if agreed is not None:
            self.notify(agreed.tally.sentence, timeout=4, markup=False)
            self.show()

    def action_count(self) -> None:
        """Type in the counts of the criterion at the cursor."""
        self.query_one("#criteria", PickList).action_pick()

    def action_previous(self) -> None:
        """The standard before."""
        if self._view is not None:
            self._turn_to(self._view.previous, f"This is the first {self._view.part_word}.")

    def action_next(self) -> None:
        """The standard after."""
        if self._view is not None:
            self._turn_to(self._view.next, f"This is the last {self._view.part_word}.")

    def _turn_to(self, standard: str, otherwise: str) -> None:
        if standard:
            self.standard, self.criterion = standard, ""
            self.show()
        else:
            self.notify(otherwise, timeout=3)

    def action_criterion(self) -> None:
        """Go to the criterion at the cursor."""
        if self._at is not None:
            self.go("criterion", self.standard, self._at.criterion)
