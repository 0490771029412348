"""A table of heat: rows and columns with a cursor on one cell; each cell is a glyph and words, never colour alone."""

from typing import ClassVar

from msgspec import Struct
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from compact_tui.core.text import visible_line
from compact_tui.ui.glyphs import glyphs_of
from compact_tui.ui.widgets.pick_list import fitted

_GOOD_LABEL, _LEAST_LABEL = 18, 7
"""Cells of the label where there is room, and where there is not."""
_LEAST_CELL, _WIDEST_CELL = 13, 22
"""Cells of a column: the least, and the most that its head asks for."""
_FRONT = 4
"""Cells of cursor, glyph and the blanks around."""
_HEADS = 2


class Warm(Struct, frozen=True):
    """A cell."""

    words: str
    brief: str
    """The same where room is scarce."""
    state: str = ""
    """State whose glyph stands before the words; empty for none."""


class WarmRow(Struct, frozen=True):
    """A row with as many cells as there are columns."""

    label: str
    cells: tuple[Warm, ...]


class HeatTable(ScrollView, can_focus=True):
    """Cells to move through in two directions; ``❯`` stands before the one at the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "heat--head",
        "heat--cursor",
        "heat--done",
        "heat--started",
        "heat--attention",
        "heat--none",
    }
    DEFAULT_CSS = """
    HeatTable {
        background: transparent; overflow-x: hidden; scrollbar-size-vertical: 1;
        & > .heat--head { color: $text-quiet; }
        & > .heat--done { color: $success; }
        & > .heat--started { color: $text; }
        & > .heat--attention { color: $warning; }
        & > .heat--none { color: $text-quiet; }
        & > .heat--cursor { text-style: bold; }
        &:focus > .heat--cursor { background: $cursor-row; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1, 0)", "Up", show=False),
        Binding("down,j", "move(1, 0)", "Down", show=False),
        Binding("left,h", "move(0, -1)", "Left", show=False),
        Binding("right,l", "move(0, 1)", "Right", show=False),
        Binding("home", "move(-9999, 0)", "First", show=False),
        Binding("end", "move(9999, 0)", "Last", show=False),
        Binding("enter", "pick", "Pick", show=False),
    ]

    at: reactive[tuple[int, int]] = reactive((0, 0))
    """Row and column of the cursor, from 0."""

    class Moved(Message):
        """The cursor is on another cell."""

    class Picked(Message):
        """The person picked the cell at the cursor."""

    def __init__(self, *, id: str, classes: str = "panel") -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._heads: tuple[tuple[str, str], ...] = ()
        self.rows: tuple[WarmRow, ...] = ()

    def show_table(self, heads: tuple[tuple[str, str], ...], rows: tuple[WarmRow, ...]) -> None:
        """Show a table; the cursor stays where it is as far as there is such a cell.

        Args:
            heads: Two lines above each column.
            rows: The rows.
        """
        self._heads, self.rows = heads, rows
        self.virtual_size = Size(0, len(rows) + _HEADS)
        self.at = self.validate_at(self.at)
        self.refresh(layout=True)

    def validate_at(self, at: tuple[int, int]) -> tuple[int, int]:
        """Stay within the table."""
        row, column = at
        return max(0, min(row, len(self.rows) - 1)), max(0, min(column, len(self._heads) - 1))

    def watch_at(self, before: tuple[int, int], now: tuple[int, int]) -> None:
        """Paint it again, keep the cursor in sight, and say where it is."""
        if before != now:
            self.refresh()
            self.scroll_to_region(Region(0, now[0], 1, _HEADS + 1), animate=False, force=True)
            self.post_message(self.Moved())

    def action_move(self, rows: int, columns: int) -> None:
        """Move the cursor."""
        self.at = (self.at[0] + rows, self.at[1] + columns)

    def action_pick(self) -> None:
        """Pick the cell at the cursor."""
        if self.rows and self._heads:
            self.post_message(self.Picked())

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the cursor picks."""
        label, cell, _ = self._widths()
        at = (event.y + self.scroll_offset.y - _HEADS, (event.x - label) // max(cell, 1))
        if 0 <= at[0] < len(self.rows) and 0 <= at[1] < len(self._heads):
            if at == self.at:
                self.action_pick()
            self.at = at

    def render_line(self, y: int) -> Strip:
        """The two heads stay; rows move under them."""
        label, cell, full = self._widths()
        base, glyphs, width = self.rich_style, glyphs_of(self), self.scrollable_content_region.width
        if y < _HEADS:
            style = base + self.get_component_rich_style("heat--head", partial=True)
            heads = [f" {glyphs.text(visible_line(head[y]))}" for head in self._heads]
            columns = [Segment(fitted(head, cell, glyphs), style) for head in heads]
            return Strip([Segment(" " * label, base), *columns]).adjust_cell_length(width, base)
        at = y - _HEADS + self.scroll_offset.y
        if at >= len(self.rows):
            return Strip.blank(width, base)
        row = self.rows[at]
        segments = [Segment(fitted(f" {glyphs.text(visible_line(row.label))}", label, glyphs), base)]
        for column, one in enumerate(row.cells):
            pointed = self.at == (at, column)
            style = base + self.get_component_rich_style(f"heat--{one.state or 'none'}", partial=True)
            if pointed:
                style += self.get_component_rich_style("heat--cursor", partial=True)
            front = glyphs["cursor"] if pointed else " "
            text = f"{front}{glyphs[one.state]} {glyphs.text(visible_line(one.words if full else one.brief))}"
            segments.append(Segment(fitted(text, cell, glyphs), style))
        return Strip(segments).adjust_cell_length(width, base)

    def _widths(self) -> tuple[int, int, bool]:
        """Cells of the label and of each column, and whether there is room for words in full."""
        columns, width = max(len(self._heads), 1), self.scrollable_content_region.width
        cells = [one for row in self.rows for one in row.cells]
        full = max((_LEAST_CELL, *(len(one.words) + _FRONT for one in cells)))
        headed = max((full, *(min(len(head[0]) + _FRONT, _WIDEST_CELL) for head in self._heads)))
        cell = min(headed, (width - _GOOD_LABEL) // columns)
        if cell >= full:
            return width - cell * columns, cell, True
        brief = max((_LEAST_CELL, *(len(one.brief) + _FRONT for one in cells)))
        cell = min(brief, max(width - _LEAST_LABEL, 0) // columns)
        return width - cell * columns, cell, False
