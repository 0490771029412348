"""Something to read: the guide, or what a term means."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from compact_tui.core.guide import Term, guide_lines
from compact_tui.core.text import count
from compact_tui.services.guiding import glossary, guide
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row

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


class GlossaryDialog(Dialog[None]):
    """Type a term; what it means stands below the list."""

    DEFAULT_CSS: ClassVar[str] = """
    GlossaryDialog #terms { height: 10; }
    GlossaryDialog #meaning { height: 6; border: none; padding: 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._terms: tuple[Term, ...] = ()

    def compose(self) -> ComposeResult:
        """The box, the terms, the meaning."""
        with self.frame("What does it mean?"):
            yield Input(compact=True)
            yield PickList(id="terms")
            yield Lines(id="meaning", classes="")
            yield Static("type to narrow  up down choose  esc back", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Offer every term."""
        self._show("")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    def _show(self, text: str) -> None:
        self._terms = glossary(text)
        terms = self.query_one("#terms", PickList)
        rows = tuple(Row(str(at), term.term, word=", ".join(term.also)) for at, term in enumerate(self._terms))
        terms.show_rows(rows, "0")
        self.query_one(".dialog").border_subtitle = count(len(self._terms), "term")
        self._mean()

    def _mean(self) -> None:
        row = self.query_one("#terms", PickList).row
        meaning = self._terms[int(row.id)].meaning if row else "Not in the glossary. Try a shorter word."
        self.query_one("#meaning", Lines).show_lines("", meaning)

    def on_key(self, event: events.Key) -> None:
        """Arrows move through the terms while the cursor stays in the box."""
        steps = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}
        if event.key in steps:
            event.stop()
            self.query_one("#terms", PickList).action_move(steps[event.key])

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._mean()
