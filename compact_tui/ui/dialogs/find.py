"""Finding a word anywhere, or jumping to a standard or criterion by its number."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from compact_tui.core.text import count
from compact_tui.core.views import Hit
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.pick_list import PickList, Row


class FindDialog(Dialog[Hit | None]):
    """Type a word or a number; pick where to go.

    Args:
        search: Gives the hits for what was typed; every place for nothing.
    """

    DEFAULT_CSS: ClassVar[str] = """
    FindDialog #hits { height: 14; }
    FindDialog #excerpt { height: 2; color: $text-quiet; }
    """

    def __init__(self, search: Callable[[str], tuple[Hit, ...]]) -> None:
        super().__init__()
        self._search = search
        self._hits: tuple[Hit, ...] = ()

    def compose(self) -> ComposeResult:
        """The box, the hits, and the words around the one at the cursor."""
        with self.frame("Find a word, or jump to a number such as 3.2"):
            yield Input(compact=True)
            yield PickList(id="hits")
            yield Static(id="excerpt", markup=False)
            yield Static("type to narrow  up down choose  enter go  esc back", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Offer every place."""
        self._show("")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    def _show(self, text: str) -> None:
        self._hits = self._search(text)
        rows = tuple(
            Row(str(at), hit.title, hit.number, word=hit.field if text.strip() else "")
            for at, hit in enumerate(self._hits)
        )
        hits = self.query_one("#hits", PickList)
        hits.show_rows(rows, "0")
        self.query_one(".dialog").border_subtitle = count(len(rows), "place")
        self._excerpt(hits)

    def _excerpt(self, hits: PickList) -> None:
        shown = self._hits[int(hits.row.id)].excerpt if hits.row else "Nothing found. Try a shorter word."
        self.query_one("#excerpt", Static).update(shown)

    def on_key(self, event: events.Key) -> None:
        """Arrows move through the hits while the cursor stays in the box."""
        steps = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}
        if event.key in steps:
            event.stop()
            self.query_one("#hits", PickList).action_move(steps[event.key])

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        self._excerpt(event.pick_list)

    @on(Input.Submitted)
    def _go(self) -> None:
        row = self.query_one("#hits", PickList).row
        if row is not None:
            self.dismiss(self._hits[int(row.id)])

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        self.dismiss(self._hits[int(event.row.id)])
