"""Asking before something that takes away."""

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from compact_tui.core.text import visible
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.pick_list import PickList, Row


class Confirm(Dialog[bool]):
    """A yes-or-no question whose safe answer has the focus; doing it needs its own letter or a choice.

    Args:
        title: The question.
        body: What follows from it.
        keep: Words of the safe answer.
        act: Words of the other.
        letter: The key that does it.
    """

    def __init__(self, title: str, body: str, *, keep: str = "Keep", act: str = "Delete", letter: str = "d") -> None:
        super().__init__()
        self._title, self._body, self._keep, self._act = title, body, keep, act
        self._letter = letter

    def compose(self) -> ComposeResult:
        """The consequence, then the two answers."""
        with self.frame(self._title):
            yield Static(visible(self._body), markup=False)
            yield PickList(id="answers")

    def on_mount(self) -> None:
        """Focus the safe answer."""
        answers = self.query_one("#answers", PickList)
        answers.show_rows((Row("keep", self._keep, "esc"), Row("act", self._act, self._letter)))
        answers.focus()

    def on_pick_list_picked(self, event: PickList.Picked) -> None:
        """Answer with the row that was picked."""
        self.dismiss(event.row.id == "act")

    def on_key(self, event: events.Key) -> None:
        """The other answer's own letter."""
        if event.key == self._letter:
            event.stop()
            self.dismiss(True)

    def action_leave(self) -> None:
        """Keep everything."""
        self.dismiss(False)
