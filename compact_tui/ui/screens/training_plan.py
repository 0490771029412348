"""The training plan: what training is wanted on, why, and what the log has about it."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.training_plan import TrainingPlan
from compact_tui.services import training_plan
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_EMPTY = ("Nothing that was returned or sent in asks for training yet, and the log plans none.",)


class TrainingPlanScreen(PartnershipPlace):
    """The topics, most wanted first; beside them why, and what the log has."""

    CSS_PATH = "learning.tcss"
    BACK = "learninglog"
    HELP = """Training plan

Topics that training is wanted on, most wanted first: from what is weak, what agencies' audits asked for, what staff
do not know, and what the log plans. w writes it as a page to print and as a Word file to change; n says how it was
put together. It quotes agencies: for use inside the partnership.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("write", "w", "Write", "Write it as a page to print and a Word file", footer=True),
        Command("notes", "n", "How", "How the plan was put together", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the log", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#topics"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._plan: TrainingPlan | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The topics, then the one at the cursor."""
        yield PickList(id="topics", classes="panel")
        yield Lines(id="why")

    def show(self) -> None:
        """Show the plan."""
        plan = self._plan = self.attempt(training_plan.training_plan)
        if plan is None:
            return
        self.query_one(StatusBar).show_what(f"Training plan, {plan.cycle}", plan.sentence)
        listed = self.query_one("#topics", PickList)
        listed.border_title = "What training is wanted on, most wanted first"
        listed.show_rows(
            tuple(
                Row(str(one.rank), one.words, state=one.mark, detail=one.named_words, word=one.log_words)
                for one in plan.topics
            )
        )
        self._show_one()

    def _show_one(self) -> None:
        row, why, plan = self.query_one("#topics", PickList).row, self.query_one("#why", Lines), self._plan
        topic = (
            next((one for one in plan.topics if row is not None and str(one.rank) == row.id), None) if plan else None
        )
        if topic is None:
            why.show_lines("Nothing is wanted yet", *_EMPTY)
        else:
            log = tuple(f"In the log: {line}" for line in topic.log)
            why.show_lines(topic.words, *topic.why, *log, subtitle=topic.log_words)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    def action_notes(self) -> None:
        """Say how the plan was put together."""
        if self._plan is not None:
            self.query_one("#why", Lines).show_lines("How this was put together", *self._plan.how)

    def action_write(self) -> None:
        """Write the plan, and say where it is."""
        written = self.attempt(training_plan.write_training_plan)
        if written is not None:
            self.query_one("#why", Lines).show_lines("Written", written.sentence)
