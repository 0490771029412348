"""A walk: one board after the other, one key for each thing that hangs there or should."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.board_views import WalkItem, WalkPage
from compact_tui.core.walk import MARKS, MISSING, NOT_NEEDED, NOT_RIGHT, OUT_OF_DATE, THERE, WRONG
from compact_tui.services import looking, walks
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_MORE = (
    Row("read", "What does it say? …", "r"),
    Row("beside", "A note, or the day that stands on it …", "d"),
)


class BoardWalkScreen(CompactScreen):
    """A board of a walk. The walk's id comes as ``standard``, a board's as ``criterion``, an item's as ``field``."""

    CSS_PATH = "boards.tcss"
    HELP = """A walk round the boards

One key says how a thing is: t there and right, o out of date, w wrong, m missing, n not needed here.
The cursor goes on by itself. r takes down what it says, in a word; the program compares it with whom to
ring, the editions in force and the numbers it knows. Leave when you must: the walk waits. ctrl+z takes back.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command(f"mark('{THERE}')", "t", "There", "It is there and right", footer=True),
        Command(f"mark('{OUT_OF_DATE}')", "o", "Old", "It is there and out of date", footer=True),
        Command(f"mark('{WRONG}')", "w", "Wrong", "It is there and wrong", footer=True),
        Command(f"mark('{MISSING}')", "m", "Missing", "It is missing", footer=True),
        Command(f"mark('{NOT_NEEDED}')", "n", "No need", "It is not needed here, and why", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Leave; the walk can be gone on with", footer=True),
        Command("read", "r", "Says …", "Take down what it says, and compare"),
        Command("beside", "d", "Note, day …", "A note, or the day that stands on it as its last"),
        Command("right", "p", "Put right", "What to put right on this board, and on"),
        Command("board('previous')", "left", "Board before", "The board before"),
        Command("board('next')", "right", "Next board", "The next board"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#hangs"
    BACK = "boards"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._page: WalkPage | None = None

    def compose_body(self) -> Iterable[Widget]:
        """What must hang, then the one at the cursor."""
        yield PickList(id="hangs", classes="panel")
        yield Lines(id="thing")

    def show(self) -> None:
        """Show the board, at the item to look at."""
        page = self.attempt(walks.walk_page, self.standard, self.criterion, self.field)
        if page is not None:
            self._show_page(page, page.here)

    def _show_page(self, page: WalkPage, at: str) -> None:
        self._page, self.standard, self.criterion = page, page.walk, page.board
        bar = self.program.glyphs.bar(page.number, page.of)
        self.query_one(StatusBar).show_what("Walk", page.name, f"board {page.number} of {page.of} {bar}")
        hangs = self.query_one("#hangs", PickList)
        hangs.border_title = f"{page.name}{f', {page.place}' if page.place else ''}"
        hangs.border_subtitle = page.looked_words
        hangs.show_rows(tuple(_row(item) for item in page.items), at or None)
        hangs.focus()
        self._show_item()

    @property
    def _item(self) -> WalkItem | None:
        row, page = self.query_one("#hangs", PickList).row, self._page
        if row is None or page is None:
            return None
        return next((item for item in page.items if item.id == row.id), None)

    def _show_item(self) -> None:
        item, panel = self._item, self.query_one("#thing", Lines)
        if item is None:
            panel.show_lines("Nothing of the list belongs on this board", "Press escape, and choose whom it is for.")
            return
        said = (f"It says: {item.reads}",) if item.reads else ()
        speaks = (f"That speaks for: {item.proposed_words}. Enter shows the marks.",) if item.proposed else ()
        ends = (f"The day on it: {item.expires}",) if item.expires else ()
        beside = tuple(f"{name}: {text}" for name, text in (("Note", item.note), ("Why", item.reason)) if text)
        asks = (f"r: {' '.join(item.asks)}",) if item.asks and not item.reads else ()
        old = (f"Out of date when: {'; '.join(item.out_of_date)}",) if item.out_of_date else ()
        lines = (*said, *item.found, *speaks, *ends, *beside, *asks, *(f"• {point}" for point in item.says), *old)
        about = ", ".join(text for text in (item.look_words, *item.marks) if text)
        last = (f"Last time: {item.last}.",) if item.last else ()
        panel.show_lines(item.title, *last, *lines, "", item.why, subtitle=f"look {about}")

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_item()

    def action_mark(self, mark: str) -> None:
        """Say how the thing at the cursor is, and go on."""
        if mark == NOT_NEEDED:
            self._not_needed()
        else:
            self._keep(mark=mark)

    def _keep(self, **said: str) -> None:
        """Keep what was said; a mark goes on to the next thing, and after the last to what is to be put right."""
        item, page = self._item, self._page
        if item is None or page is None:
            return
        kept = self.attempt(looking.look, page.walk, page.board, item.id, **said)
        if kept is None:
            return
        if "mark" in said and not kept.then:
            self.action_right()
        else:
            self._show_page(kept, kept.then if "mark" in said else item.id)

    @on(PickList.Picked)
    @work
    async def _picked(self, event: PickList.Picked) -> None:
        """The marks as rows, for whoever does not use the letters."""
        from compact_tui.ui.dialogs.choose import Choose

        event.stop()
        item = self._item
        if item is None:
            return
        rows = (*(Row(mark, words.capitalize(), letter) for mark, words, letter in MARKS), *_MORE)
        chosen = await self.app.push_screen_wait(
            Choose(item.title, rows, item.mark or item.proposed or THERE, lines=item.found)
        )
        if chosen in {"read", "beside"}:
            self.action_read() if chosen == "read" else self.action_beside()
        elif chosen:
            self.action_mark(chosen)

    @work
    async def _not_needed(self) -> None:
        from compact_tui.core.board_forms import REASON_FORM
        from compact_tui.ui.dialogs.form import FormDialog

        item = self._item
        if item is None:
            return
        typed = await self.app.push_screen_wait(FormDialog(REASON_FORM, {"reason": item.reason or item.last_reason}))
        if typed is not None:
            self._keep(mark=NOT_NEEDED, reason=typed["reason"])

    @work
    async def action_read(self) -> None:
        """Take down what it says, and show what the comparison found."""
        from compact_tui.core.board_forms import reads_form
        from compact_tui.ui.dialogs.form import FormDialog

        item = self._item
        if item is None or not item.asks:
            self.notify("There is nothing to read off here: look whether it hangs.", timeout=4)
            return
        form = reads_form(item.title, item.asks)
        typed = await self.app.push_screen_wait(FormDialog(form, {"reads": item.reads}))
        if typed is not None:
            self._keep(reads=typed["reads"])

    @work
    async def action_beside(self) -> None:
        """A note, or the day that stands on it."""
        from compact_tui.core.board_forms import BESIDE_FORM
        from compact_tui.core.forms import as_typed
        from compact_tui.ui.dialogs.form import FormDialog

        item = self._item
        if item is None:
            return
        kept = as_typed(BESIDE_FORM, {"note": item.note, "expires": item.expires})
        typed = await self.app.push_screen_wait(FormDialog(BESIDE_FORM, kept))
        if typed is not None:
            self._keep(note=typed["note"], expires=typed["expires"])

    def action_board(self, way: str) -> None:
        """The board before, or the next."""
        page = self._page
        other = "" if page is None else page.previous if way == "previous" else page.next
        if other:
            self.criterion, self.field = other, ""
            self.show()

    def action_right(self) -> None:
        """What to put right on this board."""
        self.go("walkright", self.standard, self.criterion)

    def action_undo(self) -> None:
        """Take back the last step of this walk."""
        page = self.attempt(looking.take_back, self.standard)
        if page is not None:
            self._show_page(page, page.here)


def _row(item: WalkItem) -> Row:
    state = "wrong" if item.mark in NOT_RIGHT else "done" if item.mark else "not-started"
    return Row(item.id, item.title, f"{item.number:>2}", state, word=item.mark_words)
