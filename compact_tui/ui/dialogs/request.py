"""A partnership's request: read what it would set, then take it or leave it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.widgets import Static

from compact_tui.core.request_opened import RequestView, told_lines
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.lines import Lines

TAKE, BEGIN = "take", "begin"


class RequestDialog(Dialog[str]):
    """What a request would set; ``t`` takes it, ``b`` begins its audit as well, escape leaves everything as it is."""

    DEFAULT_CSS: ClassVar[str] = """
    RequestDialog > .dialog { width: 78; padding: 0 1; }
    RequestDialog #page { height: auto; max-height: 18; border: none; padding: 0; }
    RequestDialog .keys { margin: 0; }
    """

    def __init__(self, view: RequestView) -> None:
        super().__init__()
        self._view = view

    def compose(self) -> ComposeResult:
        """What it would set, then the keys."""
        begin = "b take it and begin the audit  " if self._view.can_start else ""
        with self.frame("Take this request?"):
            yield Lines(id="page", classes="")
            yield Static(f"t take it  {begin}up down read on  esc leave it", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show it."""
        page = self.query_one("#page", Lines)
        page.show_lines("", *told_lines(self._view))
        page.focus()

    def on_key(self, event: events.Key) -> None:
        """The two ways of taking it."""
        if event.key == "t":
            event.stop()
            self.dismiss(TAKE)
        elif event.key == "b" and self._view.can_start:
            event.stop()
            self.dismiss(BEGIN)

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss("")
