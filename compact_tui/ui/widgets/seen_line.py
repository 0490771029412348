"""A quiet line beside a text that could identify a child; gone when the text is mended."""

from typing import ClassVar

from compact_tui.services.review import warning_beside
from compact_tui.services.session import Session
from compact_tui.ui.glyphs import glyphs_of
from compact_tui.ui.widgets.words import Words


class SeenLine(Words):
    """Says what a text looks like it holds, and never what; it stops nobody from going on."""

    DEFAULT_CSS: ClassVar[str] = """
    SeenLine { display: none; height: auto; color: $warning; padding: 0 1; }
    SeenLine.-seen { display: block; }
    """

    def __init__(self) -> None:
        super().__init__("", classes="seen")
        self._watched = ""

    def watch_text(self, text: str) -> None:
        """Look at a text as it stands now."""
        if text == self._watched:
            return
        self._watched = text
        session = getattr(self.app, "session", None)
        warning = warning_beside(session.desk, text) if isinstance(session, Session) else ""
        glyphs = glyphs_of(self)
        self.set_class(bool(warning), "-seen")
        self.say(glyphs.text(f"{glyphs['attention']} {warning}") if warning else "")
