"""The bar at the top: what is open on the left, when it was saved on the right."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal

from compact_tui.core.text import visible_line
from compact_tui.ui.glyphs import glyphs_of
from compact_tui.ui.widgets.words import Words


class StatusBar(Horizontal):
    """One row: what · whose, and the state of saving, which is never pushed off."""

    DEFAULT_CSS: ClassVar[str] = """
    StatusBar {
        dock: top; height: 1; background: $panel; color: $foreground;
        & > #what { width: 1fr; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & > #saved {
            width: auto; max-width: 70%; padding: 0 1; color: $text-quiet; text-wrap: nowrap; text-overflow: ellipsis;
        }
        & > #saved.-failed { color: $error; text-style: bold; }
    }
    """

    def compose(self) -> ComposeResult:
        """Two texts."""
        yield Words(id="what")
        yield Words(id="saved")

    def show_what(self, *parts: str) -> None:
        """Say what is open."""
        between = glyphs_of(self).text(" · ")
        self.query_one("#what", Words).say(between.join(visible_line(part) for part in parts if part))

    def show_saved(self, words: str, failed: bool = False) -> None:
        """Say how saving stands."""
        saved = self.query_one("#saved", Words)
        saved.say(words)
        saved.set_class(failed, "-failed")
