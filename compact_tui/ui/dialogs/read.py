"""Something to read: the guide, or what a term means."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from compact_tui.core.guide import Term, guide_lines
from compact_tui.services.guiding import glossary, guide
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.dialogs.look_up import LookUp
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import Row

_WIDTH = 76


class GuideDialog(Dialog[None]):
    """The one-minute guide."""

    DEFAULT_CSS: ClassVar[str] = """
    GuideDialog > .dialog { width: 80; padding: 0 1; }
    GuideDialog #page { height: auto; max-height: 21; border: none; padding: 0; }
    GuideDialog .keys { margin: 0; }
    """

    def compose(self) -> ComposeResult:
        """The guide, then the keys."""
        with self.frame("The Compact audit in one minute"):
            yield Lines(id="page", classes="")
            yield Static("esc back", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the guide."""
        page = self.query_one("#page", Lines)
        page.show_lines("", *guide_lines(guide(), _WIDTH))
        page.focus()


class GlossaryDialog(LookUp[None]):
    """Type a term; what it means stands below the list."""

    def __init__(self) -> None:
        super().__init__("What does it mean?", "type to narrow  up down choose  esc back", "term")
        self._terms: tuple[Term, ...] = ()

    def rows(self, text: str) -> tuple[Row, ...]:
        """A row for each term."""
        self._terms = glossary(text)
        return tuple(Row(str(at), term.term, word=", ".join(term.also)) for at, term in enumerate(self._terms))

    def about(self, row: Row | None) -> str:
        """What the term means."""
        return self._terms[int(row.id)].meaning if row else "Not in the glossary. Try a shorter word."
