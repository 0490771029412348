"""The card "a child may be at risk": what to do now, and whom to ring."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from compact_tui.core.act_now import ActNowCard, act_now_lines
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.lines import Lines

_WIDTH = 74


class ActNowDialog(Dialog[None]):
    """The card; nothing can be typed into it."""

    DEFAULT_CSS: ClassVar[str] = """
    ActNowDialog > .dialog { width: 80; padding: 0 1; border: double $error; border-title-color: $error; }
    ActNowDialog #card { height: auto; max-height: 21; border: none; padding: 0; }
    ActNowDialog .keys { margin: 0; }
    """

    def __init__(self, card: ActNowCard) -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        """The card, then the keys."""
        with self.frame(self._card.title):
            yield Lines(id="card", classes="")
            yield Static("up down read on  esc back", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the card."""
        card = self.query_one("#card", Lines)
        card.show_lines("", *act_now_lines(self._card, _WIDTH))
        card.focus()
