"""Asking for a reason in free text."""

from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static, TextArea

from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.seen_line import SeenLine


class Draft(Struct, frozen=True):
    """What was written, and whether the person meant it to be taken."""

    text: str
    taken: bool


class TextDialog(Dialog[Draft]):
    """A box for a few sentences. Leaving without taking gives the draft back, so that nothing typed is lost.

    Args:
        title: The question.
        body: Why it is asked.
        text: What stands in the box at the start.
        needed: Whether an empty answer is refused.
    """

    DEFAULT_CSS: ClassVar[str] = """
    TextDialog TextArea { height: 5; border: round $border-quiet; background: transparent; }
    TextDialog TextArea:focus { border: heavy $accent; }
    TextDialog #wrong { color: $error; height: auto; }
    """
    TYPED_INTO = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "take", "Save", show=False)]

    def __init__(self, title: str, body: str, text: str = "", needed: bool = True) -> None:
        super().__init__()
        self._title, self._body, self._text, self._needed = title, body, text, needed

    def compose(self) -> ComposeResult:
        """Why, the box, the keys."""
        with self.frame(self._title):
            yield Static(self._body, markup=False)
            yield TextArea(
                self._text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", highlight_cursor_line=False
            )
            yield SeenLine()
            yield Static("", id="wrong", markup=False)
            yield Static("^s save  esc back, nothing changed", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        area = self.query_one(TextArea)
        self.query_one(SeenLine).watch_text(area.text)
        area.move_cursor(area.document.end)
        area.focus()

    @on(TextArea.Changed)
    def _look(self, event: TextArea.Changed) -> None:
        event.stop()
        self.query_one(SeenLine).watch_text(event.text_area.text)

    def action_take(self) -> None:
        """Give back the text, if there is one where it is needed."""
        text = self.query_one(TextArea).text
        if self._needed and not text.strip():
            self.query_one("#wrong", Static).update("A few words are needed here.")
            return
        self.dismiss(Draft(text, True))

    def action_leave(self) -> None:
        """Give back the draft, untaken."""
        self.dismiss(Draft(self.query_one(TextArea).text, False))
