"""A quiet panel of text lines that can be scrolled."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from compact_tui.core.text import visible
from compact_tui.ui.glyphs import glyphs_of
from compact_tui.ui.widgets.words import Words, title


class Lines(VerticalScroll):
    """Text in a panel; takes focus with tab so that it can be scrolled by keys."""

    DEFAULT_CSS: ClassVar[str] = """
    Lines { scrollbar-size-vertical: 1; padding: 0 1; }
    Lines > Words { height: auto; }
    """

    def __init__(self, *, id: str, classes: str = "panel") -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._text = Words()
        self._shown = ""

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._text

    @property
    def display_now(self) -> bool:
        """Whether the sheet shows it at this size."""
        return self.display and self.styles.display != "none"

    def show_lines(self, heading: str, *lines: str, subtitle: str = "", top: bool = True) -> None:
        """Show lines; those that are empty at the end are dropped."""
        glyphs = glyphs_of(self)
        text = glyphs.text(visible("\n".join(lines).rstrip()))
        title(self, glyphs.text(heading), glyphs.text(subtitle))
        if text != self._shown:
            self._shown = text
            self._text.say(text)
            if top:
                self.scroll_home(animate=False)
