"""A box for free text that is saved by itself: a second after the last key, and on leaving."""

from typing import ClassVar

from rich.text import Text
from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from compact_tui.core.text import count, word_count

_PAUSE = 1.0
"""Seconds after the last key."""


class TextBox(TextArea):
    """Free text with a word count; posts what was written when the person pauses or leaves."""

    DEFAULT_CSS: ClassVar[str] = """
    TextBox { background: transparent; padding: 0 1; scrollbar-size-vertical: 1; }
    TextBox .text-area--cursor-line { background: transparent; }
    TextBox .text-area--placeholder { color: $text-quiet; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Done", show=False)]

    class Wrote(Message):
        """The person paused or left after writing."""

        def __init__(self, box: "TextBox", text: str, left: bool) -> None:
            super().__init__()
            self.box = box
            self.text = text
            self.left = left
            """The person left the box: this piece of writing is over."""

        @property
        def control(self) -> "TextBox":
            """The box."""
            return self.box

    class Left(Message):
        """The person pressed escape in the box."""

    def __init__(self, *, id: str, classes: str = "panel") -> None:  # noqa: A002
        super().__init__(
            id=id,
            classes=classes,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self._kept = ""
        self._writing = False
        self._timer: Timer | None = None

    def show_text(self, text: str, heading: str, placeholder: str = "") -> None:
        """Show a text that is kept; what the person is writing is never replaced."""
        if self.border_title != heading:
            self.border_title = heading
        if self.placeholder != placeholder:
            self.placeholder = placeholder
        if self._writing or text == self._kept == self.text:
            return
        self._kept = text
        if self.text != text:
            self.load_text(text)
        self._show_count()

    def _show_count(self) -> None:
        words = count(word_count(self.text), "word") if self.text.strip() else ""
        if (self.border_subtitle or "") != words:
            self.border_subtitle = words

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = event.text.replace("\r\n", "\n").replace("\r", "\n")  # then Textual calls TextArea's own

    def get_line(self, line_index: int) -> Text:
        """A line as it is painted: what would steer the terminal is a question mark; the text keeps it."""
        line = self.document.get_line(line_index)
        safe = line if line.isprintable() else "".join(c if c.isprintable() or c == "\t" else "?" for c in line)
        return Text(safe, end="", no_wrap=True)

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._show_count()
        if self.text == self._kept and not self._writing:
            return
        self._writing = True
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self._post)

    def _post(self, left: bool = False) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._writing:
            self._kept = self.text
            self._writing = not left
            self.post_message(self.Wrote(self, self.text, left))

    def hand_over(self) -> str | None:
        """What was written and not yet posted; the writing is over. ``None`` if there is nothing."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        wrote, self._writing = self._writing, False
        self._kept = self.text
        return self.text if wrote else None

    def on_blur(self) -> None:
        """Leaving the box ends this piece of writing."""
        self._post(left=True)

    def action_leave(self) -> None:
        """Go back to where the person came from."""
        self._post(left=True)
        self.post_message(self.Left())
