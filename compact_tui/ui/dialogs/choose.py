"""Choosing one of a few things."""

from textual.app import ComposeResult
from textual.widgets import Static

from compact_tui.core.text import visible
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.pick_list import PickList, Row


class Choose(Dialog[str | None]):
    """A list to pick from; returns the id of the row, or ``None``.

    Args:
        title: The question.
        rows: What can be chosen.
        cursor: The row to begin at; empty for the first.
        lines: What is told before the rows.
    """

    DEFAULT_CSS = """
    Choose #rows { height: auto; max-height: 16; }
    Choose #told { height: auto; margin-bottom: 1; }
    """

    def __init__(self, title: str, rows: tuple[Row, ...], cursor: str = "", *, lines: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._title, self._rows, self._cursor, self._lines = title, rows, cursor, lines

    def compose(self) -> ComposeResult:
        """The rows, then the keys."""
        with self.frame(self._title):
            if self._lines:
                yield Static(visible("\n".join(self._lines)), id="told", markup=False)
            yield PickList(id="rows")
            yield Static("enter choose  esc back", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the rows."""
        rows = self.query_one("#rows", PickList)
        rows.show_rows(self._rows, self._cursor or None)
        rows.focus()

    def on_pick_list_picked(self, event: PickList.Picked) -> None:
        """Give back the row that was picked."""
        self.dismiss(event.row.id)
