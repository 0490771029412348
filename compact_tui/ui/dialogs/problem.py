"""Telling what went wrong, what is safe, and what to do."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from compact_tui.core.errors import CompactError
from compact_tui.core.text import visible
from compact_tui.ui.dialogs.base import Dialog


class ProblemDialog(Dialog[None]):
    """An error that must be read; its words can be copied."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "Go on", show=False),
        Binding("c", "copy", "Copy", show=False),
    ]

    def __init__(self, error: CompactError, title: str = "That did not work") -> None:
        super().__init__()
        self._error = error
        self._title = title

    def compose(self) -> ComposeResult:
        """What happened, then what to do."""
        with self.frame(self._title):
            yield Static(visible(self._error.message), markup=False)
            if self._error.hint:
                yield Static(f"\n{visible(self._error.hint)}", markup=False)
            yield Static("enter go on  c copy these words", classes="keys", markup=False)

    def action_copy(self) -> None:
        """Copy the words to the clipboard, where the terminal allows it."""
        self.app.copy_to_clipboard(f"{self._error.message}\n{self._error.hint}")
        self.notify("Copied, where your terminal allows it.", timeout=3)
