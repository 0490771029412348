"""A quiet panel of text lines that can be scrolled."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from compact_tui.core.text import visible


class Lines(VerticalScroll):
    """Text in a panel; takes focus with tab so that it can be scrolled by keys."""

    DEFAULT_CSS: ClassVar[str] = """
    Lines { scrollbar-size-vertical: 1; padding: 0 1; }
    Lines > Static { height: auto; }
    """

    def __init__(self, *, id: str, classes: str = "panel") -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._text = Static(markup=False)
        self._shown = ""

    def compose(self) -> ComposeResult:
        """One text."""
        yield self._text

    @property
    def display_now(self) -> bool:
        """Whether the sheet shows it at this size."""
        return self.display and self.styles.display != "none"

    def show_lines(self, title: str, *lines: str, subtitle: str = "", top: bool = True) -> None:
        """Show lines; those that are empty at the end are dropped."""
        glyphs = self.app.glyphs  # type: ignore[attr-defined]
        text = glyphs.text(visible("\n".join(lines).rstrip()))
        self.border_title = glyphs.text(title)
        self.border_subtitle = glyphs.text(subtitle)
        if text != self._shown:
            self._shown = text
            self._text.update(text)
            if top:
                self.scroll_home(animate=False)
