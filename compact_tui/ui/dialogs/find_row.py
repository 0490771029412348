"""Finding a row of the list that is open, by its name or id."""

from textual import on
from textual.widgets import Input

from compact_tui.core.search import holding
from compact_tui.ui.dialogs.look_up import LookUp
from compact_tui.ui.widgets.pick_list import PickList, Row


class FindRowDialog(LookUp[str | None]):
    """Type part of a name or an id; returns the id of the row to go to, or ``None``.

    Args:
        rows: The rows of the list.
    """

    DEFAULT_CSS = """
    FindRowDialog #found { height: 12; }
    FindRowDialog #about { height: 2; }
    """

    def __init__(self, rows: tuple[Row, ...]) -> None:
        super().__init__("Find in this list", "type to narrow  up down choose  enter go  esc back", "row")
        self._all = rows

    def rows(self, text: str) -> tuple[Row, ...]:
        """The rows that hold the words, as they stand in the list."""
        return tuple(self._all[at] for at in holding((f"{r.key} {r.label} {r.id}" for r in self._all), text))

    def about(self, row: Row | None) -> str:
        """The whole row, which may be cut in the list."""
        if row is None:
            return "Nothing found. Try a shorter word."
        return "  ".join(filter(None, (row.key, row.label, row.detail, row.word)))

    @on(Input.Submitted)
    def _go(self, event: Input.Submitted) -> None:
        event.stop()
        row = self.query_one("#found", PickList).row
        if row is not None:
            self.dismiss(row.id)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.dismiss(event.row.id)
