"""The training plan: what training is wanted on, why, and what the log has about it."""

from typing import ClassVar

from textual.binding import BindingType

from compact_tui.core.training_plan import TrainingPlan, TrainingTopic
from compact_tui.services import training_plan
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.list_place import ListPlace
from compact_tui.ui.widgets.pick_list import Row
from compact_tui.ui.widgets.status_bar import StatusBar

_EMPTY = ("Nothing that was returned or sent in asks for training yet, and the log plans none.",)


class TrainingPlanScreen(ListPlace[TrainingPlan, TrainingTopic]):
    """The topics, most wanted first; beside them why, and what the log has."""

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

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._plan: TrainingPlan | None = None

    def read(self) -> TrainingPlan | None:
        """The plan."""
        return self.attempt(training_plan.training_plan)

    def show_view(self, view: TrainingPlan) -> None:
        """Show the topics."""
        self._plan = view
        self.query_one(StatusBar).show_what(f"Training plan, {view.cycle}", view.sentence)
        rows = (
            Row(str(one.rank), one.words, state=one.mark, detail=one.named_words, word=one.log_words)
            for one in view.topics
        )
        lines = {str(one.rank): one for one in view.topics}
        self.list_rows("What training is wanted on, most wanted first", rows, lines)

    def show_line(self) -> None:
        """Why training is wanted on the topic at the cursor."""
        topic = self.line
        if topic is None:
            self.tell("Nothing is wanted yet", *_EMPTY)
        else:
            log = tuple(f"In the log: {line}" for line in topic.log)
            self.tell(topic.words, *topic.why, *log, subtitle=topic.log_words)

    def action_notes(self) -> None:
        """Say how the plan was put together."""
        if self._plan is not None:
            self.tell("How this was put together", *self._plan.how)

    def action_write(self) -> None:
        """Write the plan, and say where it is."""
        written = self.attempt(training_plan.write_training_plan)
        if written is not None:
            self.tell("Written", *written.lines)
