"""Backups: the dated copies, what going back to one would change, and going back."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.backup_views import BackupLine, BackupsView, RestoredView, preview_lines
from compact_tui.services import backups
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class BackupsScreen(CompactScreen):
    """The copies, newest first; below, what would change if the one at the cursor were restored."""

    CSS_PATH = "backups.tcss"
    HELP = """Backups

A copy is made before the first change of each day, and before anything large. Below the list stands
what going back to the copy at the cursor would change. r goes back to it; how it is now is copied
first, and ctrl+z brings it back. Returns that were made and signatures stay as they are.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("restore", "r", "Go back to it …", "Go back to the copy at the cursor, after a question", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("undo", "ctrl+z", "Undo", "Take back going back", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#copies"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: BackupsView | None = None
        self._told: dict[str, tuple[str, ...]] = {}
        """What each copy would change, as far as that was looked at."""
        self._restored: RestoredView | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The list, then what would change."""
        yield PickList(id="copies", classes="panel")
        yield Lines(id="change")

    def show(self) -> None:
        """Show the copies."""
        view = self._view = self.attempt(backups.list_backups)
        if view is None:
            return
        self._told.clear()
        self.query_one(StatusBar).show_what("Backups")
        copies = self.query_one("#copies", PickList)
        copies.border_title = "To which day?"
        copies.border_subtitle = view.sentence
        here = copies.row.id if copies.row else None
        copies.show_rows(tuple(map(_row, view.backups)), here)
        self._show_change()

    @property
    def _at(self) -> BackupLine | None:
        row = self.query_one("#copies", PickList).row
        return next((one for one in self._view.backups if one.id == row.id), None) if self._view and row else None

    def _show_change(self) -> None:
        panel, line = self.query_one("#change", Lines), self._at
        if line is None:
            panel.show_lines("No copies yet", self._view.sentence if self._view else "")
        elif not line.readable:
            panel.show_lines(line.day_words, line.state_words, "Choose another copy; this one is left as it is.")
        else:
            panel.show_lines(f"{line.day_words}, made {line.why_words}", *self._lines_of(line))

    def _lines_of(self, line: BackupLine) -> tuple[str, ...]:
        if line.id not in self._told:
            view = self.attempt(backups.show_backup, line.id)
            self._told[line.id] = tuple(preview_lines(view)) if view is not None else ()
        return self._told[line.id]

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_change()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.query_one("#change", Lines).focus()

    @work
    async def action_restore(self) -> None:
        """Ask, then go back to the copy at the cursor."""
        from compact_tui.ui.dialogs.confirm import Confirm

        line = self._at
        if line is None or not line.readable:
            self.notify("This copy cannot be read." if line else "There is no copy yet.", timeout=3)
            return
        body = f"{line.book_words}: {self._lines_of(line)[0]}\nHow it is now is copied first; ctrl+z brings it back."
        title = f"Go back to the copy of {line.day_words}?"
        if await self.app.push_screen_wait(Confirm(title, body, keep="Stay", act="Go back", letter="g")):
            done = self.attempt(backups.restore, line.id)
            if done is not None:
                self._restored = done
                self.notify(f"{done.sentence} ctrl+z takes it back.", timeout=4, markup=False)
                self.show()

    def action_undo(self) -> None:
        """Take back going back; for what has no undo of its own, by its copy of just before."""
        done = self._restored
        if done is None or done.undoable or not done.present:
            super().action_undo()
            return
        self._restored = None
        back = self.attempt(backups.restore, done.present)
        if back is not None:
            self.notify(back.sentence, timeout=4, markup=False)
            self.show()


def _row(line: BackupLine) -> Row:
    state = "" if line.readable else "wrong"
    word = f"{line.size_words}, {line.state_words}" if not line.readable else line.size_words
    return Row(line.id, f"{line.day_words}  {line.book_words}", state=state, detail=line.why_words, word=word)
