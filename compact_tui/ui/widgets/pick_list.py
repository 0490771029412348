"""A list of one-line rows with a cursor that can be seen without colour."""

from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from compact_tui.core.text import visible_line
from compact_tui.ui.glyphs import Glyphs, glyphs_of


class Row(Struct, frozen=True):
    """A row to pick."""

    id: str
    label: str
    key: str = ""
    """The key that picks it, shown before the label."""
    state: str = ""
    """State whose glyph stands before the label; empty for none."""
    detail: str = ""
    """What it means, in a column of its own after the labels; the first thing to be cut."""
    word: str = ""
    """A word at the right end."""
    quiet: bool = False


class PickList(ScrollView, can_focus=True):
    """Rows to move through and pick from; shows ``❯`` at the cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pick--row",
        "pick--cursor",
        "pick--quiet",
        "pick--word",
        "pick--done",
        "pick--attention",
        "pick--wrong",
    }
    DEFAULT_CSS = """
    PickList {
        height: auto; background: transparent; overflow-x: hidden; scrollbar-size-vertical: 1;
        & > .pick--quiet { color: $text-quiet; }
        & > .pick--word { color: $text-quiet; }
        & > .pick--done { color: $success; }
        & > .pick--attention { color: $warning; }
        & > .pick--wrong { color: $error; }
        &:focus > .pick--cursor { background: $cursor-row; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False),
        Binding("down", "move(1)", "Down", show=False),
        Binding("pageup", "move(-8)", "Page up", show=False),
        Binding("pagedown", "move(8)", "Page down", show=False),
        Binding("home", "move(-9999)", "First", show=False),
        Binding("end", "move(9999)", "Last", show=False),
        Binding("enter", "pick", "Pick", show=False),
    ]

    cursor: reactive[int] = reactive(0)
    """Which row the cursor is on, from 0."""

    class Picked(Message):
        """The person picked a row."""

        def __init__(self, pick_list: "PickList", row: Row) -> None:
            super().__init__()
            self.pick_list = pick_list
            self.row = row

        @property
        def control(self) -> "PickList":
            """The list it was picked from."""
            return self.pick_list

    class Moved(Message):
        """The cursor is on another row."""

        def __init__(self, pick_list: "PickList", row: Row) -> None:
            super().__init__()
            self.pick_list = pick_list
            self.row = row

        @property
        def control(self) -> "PickList":
            """The list whose cursor moved."""
            return self.pick_list

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
        quiet_cursor: bool = False,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._quiet_cursor = quiet_cursor
        self.rows: tuple[Row, ...] = ()
        self._wide_key = 0
        self._wide_label = 0

    def show_rows(self, rows: tuple[Row, ...], cursor: str | None = None) -> None:
        """Show rows; the cursor goes to the row with an id, else stays where it is.

        With an empty id it is on no row until the person moves it.
        """
        at = next((i for i, row in enumerate(rows) if row.id == cursor), self.cursor)
        nowhere = cursor == "" or (at < 0 and bool(self.rows))
        at = -1 if nowhere else max(0, min(at, len(rows) - 1))
        if rows == self.rows and at == self.cursor:
            return
        self.rows = rows
        self._wide_key = max((len(row.key) for row in rows), default=0)
        self._wide_label = max((cell_len(row.label) for row in rows if row.detail), default=0)
        self.set_reactive(PickList.cursor, at)
        size = Size(0, len(rows))
        if size != self.virtual_size:
            self.virtual_size = size
            self.refresh(layout=True)
        self.refresh()
        if len(rows) > self.size.height:
            self.call_after_refresh(self._keep_in_sight)

    @property
    def row(self) -> Row | None:
        """The row at the cursor."""
        return self.rows[self.cursor] if self.rows and self.cursor >= 0 else None

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as rows."""
        return len(self.rows)

    def validate_cursor(self, cursor: int) -> int:
        """Stay on a row, or on none."""
        return max(-1, min(cursor, len(self.rows) - 1))

    def watch_cursor(self, before: int, now: int) -> None:
        """Repaint the two rows concerned, and say where the cursor is."""
        if before == now or now < 0 or not self.rows:
            return
        width = self.size.width
        top = self.scroll_offset.y
        self.refresh(*(Region(0, at - top, width, 1) for at in (before, now) if at >= 0))
        self._keep_in_sight()
        self.post_message(self.Moved(self, self.rows[now]))

    def _keep_in_sight(self) -> None:
        if 0 < self.size.height < len(self.rows) and self.cursor >= 0:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight where a neighbour takes room from the list."""
        self.call_after_refresh(self._keep_in_sight)

    def action_move(self, by: int) -> None:
        """Move the cursor by so many rows; from no row, to the first or the last."""
        if self.cursor < 0:
            self.cursor = len(self.rows) - 1 if by in (-1, 9999) else 0
        else:
            self.cursor = max(0, self.cursor + by)

    def action_pick(self) -> None:
        """Pick the row at the cursor."""
        if self.row is not None:
            self.post_message(self.Picked(self, self.row))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a click on the cursor picks."""
        at = event.y + self.scroll_offset.y
        if 0 <= at < len(self.rows):
            if at == self.cursor:
                self.action_pick()
            self.cursor = at

    def render_line(self, y: int) -> Strip:
        """One row."""
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width  # without the scrollbar, which would cover the last letter
        if at >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        row = self.rows[at]
        glyphs = glyphs_of(self)
        base = self.rich_style
        pointed = at == self.cursor and (self.has_focus or not self._quiet_cursor)
        if pointed:
            base += self.get_component_rich_style("pick--cursor", partial=True)
        front = glyphs["cursor"] if pointed else " "
        key = f"{row.key:<{self._wide_key}}  " if self._wide_key else ""
        state = f"{glyphs[row.state]} " if row.state else ""
        word = f" {visible_line(row.word)} " if row.word else ""
        room = width - 3 - len(key) - len(state) - len(word)
        label = glyphs.text(visible_line(row.label))
        if row.detail:
            label = f"{label:<{self._wide_label}}  {glyphs.text(visible_line(row.detail))}"
        style = base + self.get_component_rich_style("pick--quiet", partial=True) if row.quiet else base
        word_style = base + self.get_component_rich_style("pick--word", partial=True)
        segments = [
            Segment(f" {front} ", base),
            Segment(key, base),
            Segment(state, base + self._state_style(row.state)),
            Segment(fitted(label, room, glyphs), style),
            Segment(glyphs.text(word), word_style),
        ]
        return Strip(segments).adjust_cell_length(width, base)

    def _state_style(self, state: str):  # type: ignore[no-untyped-def]
        name = f"pick--{state}" if state in {"done", "attention", "wrong"} else "pick--row"
        return self.get_component_rich_style(name, partial=True)


def fitted(text: str, room: int, glyphs: Glyphs) -> str:
    """Text in exactly so many cells, cut with an ellipsis where it is longer."""
    if room <= 0:
        return ""
    fitted = set_cell_size(text, room)
    if fitted.rstrip() == text.rstrip():
        return fitted
    dots = glyphs.text("…")
    return set_cell_size(text, max(room - len(dots), 0)) + dots
