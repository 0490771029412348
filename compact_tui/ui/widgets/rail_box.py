"""The progress rail: a column of standards where there is room, one line where there is not."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from compact_tui.core.views import Rail
from compact_tui.ui.glyphs import glyphs_of
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.words import Words, title


class RailBox(Vertical):
    """Every standard with its state; the one that is open is marked."""

    DEFAULT_CSS: ClassVar[str] = """
    RailBox {
        height: 1;
        & > #rail-line { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & > #rail-list { display: none; }
    }
    """

    class Chosen(Message):
        """The person chose a standard on the rail."""

        def __init__(self, standard: str) -> None:
            super().__init__()
            self.standard = standard

    def __init__(self) -> None:
        super().__init__(classes="rail")
        self._shown: tuple[Rail, str, str] | None = None

    def compose(self) -> ComposeResult:
        """A line and a list; the sheet shows one of them."""
        yield Words(id="rail-line")
        yield PickList(id="rail-list", quiet_cursor=True)

    def show_rail(self, rail: Rail, current: str, line: str = "") -> None:
        """Show the rail; does nothing when it is shown already.

        Args:
            rail: The rail.
            current: Id of the standard that is open; empty for none.
            line: What the one-line look says about it, such as ``2 of 5 answered``.
        """
        if self._shown == (rail, current, line):
            return
        self._shown = (rail, current, line)
        glyphs = glyphs_of(self)
        open_row = next((row for row in rail.rows if row.id == current), None)
        name = f"{glyphs['current']} {open_row.number} {open_row.short}" if open_row else ""
        beside = rail.to_confirm or glyphs.bar(rail.done, len(rail.rows))
        self.query_one("#rail-line", Words).say("   ".join(part for part in (name, line, rail.total, beside) if part))
        title(self, ": ".join(filter(None, (rail.heading, rail.to_confirm))), rail.total)
        rows = tuple(
            Row(
                id=row.id,
                label=f"{row.number} {row.short}",
                state="current" if row.id == current else row.state,
                word=row.word,
                quiet=row.state == "not-started" and row.id != current,
            )
            for row in rail.rows
        )
        self.query_one("#rail-list", PickList).show_rows(rows, current)

    @on(PickList.Picked)
    def _choose(self, event: PickList.Picked) -> None:
        event.stop()
        self.post_message(self.Chosen(event.row.id))

    @on(PickList.Moved)
    def _keep(self, event: PickList.Moved) -> None:
        event.stop()
