"""All actions: what is late comes first; say that one is done, drop it, or open it again."""

from typing import ClassVar

from textual import work
from textual.binding import BindingType

from compact_tui.core.days import say_short
from compact_tui.core.record_forms import DONE_FORM, DROP_FORM
from compact_tui.core.views import ActionView
from compact_tui.services import records
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.record_asking import ask_action, ask_to_close
from compact_tui.ui.screens.records import RecordsScreen, numbers_words, said
from compact_tui.ui.widgets.pick_list import Row


class ActionsScreen(RecordsScreen[ActionView]):
    """All actions."""

    HELP = """Actions

What someone will do by a date, overdue first. x says that it is done and what happened; p drops
it with a reason; o opens it again. One action may come from several criteria (c).
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("add", "a", "Add", "Add one", footer=True),
        Command("edit", "e", "Edit", "Change the one at the cursor", footer=True),
        Command("done", "x", "Done", "It is done: say what happened", footer=True),
        Command("belongs", "c", "Criteria", "Tick the criteria that it came from", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
        Command("go_there", "enter", "Go there", "Go to the criterion it belongs to"),
        Command("drop", "p", "Drop", "It will not be done: say why"),
        Command("reopen", "o", "Open again", "It is not done after all"),
        Command("remove", "d", "Delete", "Take the one at the cursor away; undo brings it back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(c for c in COMMANDS_HERE if c.key != "enter")
    NOUN = "actions"
    EMPTY = "Actions are best added where you answer: open a criterion and press a. Or press a here."
    BELONGS_TITLE = "Which criteria did it come from?"
    belongs = staticmethod(records.action_belongs)
    keep_belonging = staticmethod(records.action_from)
    remove_one = staticmethod(records.remove_action)

    def read(self) -> tuple[ActionView, ...]:
        """The actions, overdue first."""
        return self.attempt(records.list_actions) or ()

    def row(self, record: ActionView) -> Row:
        """An action as a row."""
        state = "attention" if record.overdue else ("done" if record.status == "done" else "none")
        if record.status == "open":
            when = f"{'overdue, ' if record.overdue else ''}{say_short(record.due)}"
        else:
            when = record.state_word
        return Row(record.id, record.what, state=state, word=f"{when}  {numbers_words(record)}")

    def lines(self, record: ActionView) -> tuple[str, ...]:
        """An action in full."""
        return said(
            {
                "What": record.what,
                "Who": record.who,
                "By": record.due_words,
                "State": record.state_word,
                "What happened": record.outcome,
                "From": numbers_words(record),
            }
        )

    async def ask(self, record_id: str = "") -> ActionView | None:
        """Ask for a new action, or for changes of one."""
        return await ask_action(self, record_id)

    @work
    async def action_done(self) -> None:
        """Ask what happened, and close it."""
        record = self._open_one()
        if record is not None and await ask_to_close(self, DONE_FORM, record, records.do_action):
            self.show()

    @work
    async def action_drop(self) -> None:
        """Ask why, and drop it."""
        record = self._open_one()
        if record is not None and await ask_to_close(self, DROP_FORM, record, records.drop_action):
            self.show()

    def _open_one(self) -> ActionView | None:
        record = self.record
        if record is not None and record.status != "open":
            self.notify(f"It is {record.state_word} already. Press o to open it again, e to change it.", timeout=4)
            return None
        return record

    def action_reopen(self) -> None:
        """Open the one at the cursor again."""
        record = self.record
        if record is not None and record.status == "open":
            self.notify("It is open.", timeout=3)
        elif record is not None and self.attempt(records.reopen_action, record.id) is not None:
            self.show_record(record.id)
