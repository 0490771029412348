"""Looking at what was changed."""

from textual.app import ComposeResult
from textual.widgets import Static

from compact_tui.core.views import ChangeView
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.pick_list import PickList, Row


class HistoryDialog(Dialog[None]):
    """The changes, newest first."""

    DEFAULT_CSS = "HistoryDialog #changes { height: auto; max-height: 16; }"

    def __init__(self, changes: tuple[ChangeView, ...]) -> None:
        super().__init__()
        self._changes = changes

    def compose(self) -> ComposeResult:
        """The list, then the keys."""
        with self.frame("What was changed, newest first"):
            yield PickList(id="changes")
            yield Static("esc back  then ^z undo, ^y redo", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the changes."""
        rows = tuple(
            Row(change.id, change.what, word=_when(change), state="wrong" if change.undone else "", quiet=change.undone)
            for change in self._changes
        )
        changes = self.query_one("#changes", PickList)
        changes.show_rows(rows)
        changes.focus()


def _when(change: ChangeView) -> str:
    state = "taken back" if change.undone else ""
    return ", ".join(part for part in (state, change.by, change.when) if part)
