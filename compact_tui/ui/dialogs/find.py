"""Finding a word anywhere, or jumping to a standard or criterion by its number."""

from collections.abc import Callable

from textual import on
from textual.widgets import Input

from compact_tui.core.views import Hit
from compact_tui.ui.dialogs.look_up import LookUp
from compact_tui.ui.widgets.pick_list import PickList, Row


class FindDialog(LookUp[Hit | None]):
    """Type a word or a number; pick where to go.

    Args:
        search: Gives the hits for what was typed; every place for nothing.
    """

    DEFAULT_CSS = """
    FindDialog #found { height: 12; }
    FindDialog #about { height: 3; }
    """

    def __init__(self, search: Callable[[str], tuple[Hit, ...]]) -> None:
        keys = "type to narrow  up down choose  enter go  esc back"
        super().__init__("Find a word, or jump to a number such as 3.2", keys, "place")
        self._search = search
        self._hits: tuple[Hit, ...] = ()

    def rows(self, text: str) -> tuple[Row, ...]:
        """A row for each hit."""
        self._hits = self._search(text)
        return tuple(
            Row(str(at), hit.title, hit.number, word=hit.field if text.strip() else "")
            for at, hit in enumerate(self._hits)
        )

    def about(self, row: Row | None) -> str:
        """The words around the hit."""
        return self._hits[int(row.id)].excerpt if row else "Nothing found. Try a shorter word."

    @on(Input.Submitted)
    def _go(self) -> None:
        row = self.query_one("#found", PickList).row
        if row is not None:
            self.dismiss(self._hits[int(row.id)])

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        self.dismiss(self._hits[int(event.row.id)])
