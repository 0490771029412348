"""The learning log: what was found, what is done about it, and whether the next round shows it."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from compact_tui.core.learning_forms import LEARNING_FORM, LEARNT_DONE_FORM, SHOWED_FORM
from compact_tui.core.learning_views import LearningLine, LearningLog
from compact_tui.services import learning_log
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.list_place import ListPlace
from compact_tui.ui.widgets.pick_list import Row
from compact_tui.ui.widgets.status_bar import StatusBar

_EMPTY = (
    "Here stands what was found, what the partnership does about it, and whether it helped.",
    "Press t to see what the figures suggest, or n to write a line yourself.",
)


class LearningLogScreen(ListPlace[LearningLog, LearningLine]):
    """The lines of the log, what waits for somebody first; beside them the one at the cursor."""

    HELP = """Learning log

t shows what the figures and agencies' audits suggest; you choose what comes into the log. n writes a line by
hand, enter changes the one at the cursor. d says that it is done; a round later, s says what that round showed:
the figures of then and now stand beside the line. x takes a line out, ctrl+z brings it back.
p is the training plan, a the calendar of audits.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("offers", "t", "Suggested", "See what the figures suggest, and take it into the log", footer=True),
        Command("add", "n", "New …", "Write a line by hand", footer=True),
        Command("done", "d", "Done …", "Say that what is at the cursor was done", footer=True),
        Command("showed", "s", "Showed …", "Say what the next round showed", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("change", "e,enter", "Change …", "Change the line at the cursor", shown_key="e"),
        Command("drop", "x", "Take out", "Take out the line at the cursor; undo brings it back"),
        Command("plan", "p", "Training plan", "What training is wanted on, and why"),
        Command("audits", "a", "Audits", "What agencies audit, month by month"),
        Command("back", "escape", "Back", "Back to the partnership's side", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    PICK = "change"

    def read(self) -> LearningLog | None:
        """The log."""
        return self.attempt(learning_log.learning_log)

    def show_view(self, view: LearningLog) -> None:
        """Show the lines."""
        self.query_one(StatusBar).show_what("Learning log", view.sentence)
        rows = (Row(one.id, one.finding, one.sector_word, state=one.mark, word=one.state_word) for one in view.lines)
        also = "p training plan, a calendar of audits, x take out"
        self.list_rows(f"What was found ({len(view.lines)})", rows, {one.id: one for one in view.lines}, also)

    def show_line(self) -> None:
        """The line at the cursor in full."""
        line = self.line
        if line is None:
            self.tell("Nothing is in the log yet", *_EMPTY)
        else:
            self.tell(line.standard_word or line.sector_word, *line.lines, subtitle=line.state_word)

    def action_offers(self) -> None:
        """See what the figures suggest."""
        self.go("learningoffers")

    def action_plan(self) -> None:
        """Go to the training plan."""
        self.go("trainingplan")

    def action_audits(self) -> None:
        """Go to the calendar of audits."""
        self.go("auditcalendar")

    def action_add(self) -> None:
        """Write a line by hand."""
        self.ask(LEARNING_FORM, learning_log.keep_learning, {})

    def action_change(self) -> None:
        """Change the line at the cursor."""
        line = self.line
        typed = self.attempt(learning_log.learning_typed, line.id) if line is not None else None
        if line is not None and typed is not None:
            self.ask(LEARNING_FORM, partial(learning_log.keep_learning, line_id=line.id), typed)

    def action_done(self) -> None:
        """Say that what is at the cursor was done."""
        line = self.line
        typed = self.attempt(learning_log.done_typed, line.id) if line is not None else None
        if line is not None and typed is not None:
            self.ask(LEARNT_DONE_FORM, partial(learning_log.note_done, line_id=line.id), typed)

    def action_showed(self) -> None:
        """Say what the next round showed."""
        line = self.line
        if line is not None and not line.done_on:
            self.notify("It is not said yet that this was done: press d first.", timeout=4)
            return
        typed = self.attempt(learning_log.showed_typed, line.id) if line is not None else None
        if line is not None and typed is not None:
            self.ask(SHOWED_FORM, partial(learning_log.note_showed, line_id=line.id), typed)

    def action_drop(self) -> None:
        """Take out the line at the cursor."""
        line = self.line
        if line is not None:
            self.dropped(self.attempt(learning_log.drop_learning, line.id), "Taken out.")
