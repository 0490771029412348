"""The evidence ladder of the whole audit and of each standard."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from compact_tui.core.ladder import LadderView
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.glyphs import Glyphs, glyphs_of
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row


def rung_lines(ladder: LadderView, glyphs: Glyphs) -> tuple[str, ...]:
    """A ladder as lines, one for each rung."""
    return tuple(
        f"{glyphs['done'] if rung.reached else glyphs['not-started']} {rung.word}: {rung.words}"
        for rung in ladder.rungs
    )


class LadderDialog(Dialog[None]):
    """The ladders in a list; the one at the cursor rung by rung below.

    Args:
        ladders: That of the whole audit first.
    """

    DEFAULT_CSS: ClassVar[str] = """
    LadderDialog #ladders { height: auto; max-height: 9; }
    LadderDialog #rungs { height: 10; border: none; padding: 0; margin-top: 1; }
    LadderDialog .keys { margin: 0; }
    """

    def __init__(self, ladders: tuple[LadderView, ...]) -> None:
        super().__init__()
        self._ladders = ladders

    def compose(self) -> ComposeResult:
        """The list, the rungs, the keys."""
        with self.frame("How near to a child does the evidence come?"):
            yield PickList(id="ladders")
            yield Lines(id="rungs", classes="")
            yield Static("up down choose  esc back  It is shown, never scored.", classes="keys", markup=False)

    def on_mount(self) -> None:
        """Show the ladders."""
        rows = tuple(Row(str(at), ladder.title, word=ladder.missing) for at, ladder in enumerate(self._ladders))
        listed = self.query_one("#ladders", PickList)
        listed.show_rows(rows)
        listed.focus()
        self._show(rows[0])

    def on_pick_list_moved(self, event: PickList.Moved) -> None:
        """Show the one at the cursor."""
        event.stop()
        self._show(event.row)

    def _show(self, row: Row) -> None:
        ladder = self._ladders[int(row.id)]
        lines = (*rung_lines(ladder, glyphs_of(self)), ladder.elsewhere, ladder.next and f"Next: {ladder.next}")
        self.query_one("#rungs", Lines).show_lines("", *(line for line in lines if line))
