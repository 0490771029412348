"""The queue of returns that want reading: why each wants a look, who reads it, sharing out and readers' files."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.merge_words import MergeView
from compact_tui.core.read_forms import (
    ALLOCATE_FORM,
    HAND_OVER_FORM,
    READING_EXPORT_FORM,
    READING_FILE_FORM,
    SECOND_READING_FORM,
    USUAL_SHARE,
)
from compact_tui.core.read_views import QueueView, line_about, queue_lines
from compact_tui.services import allocating, contact_log, read_queue, reading_back, reading_files
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class ReadQueueScreen(PartnershipPlace):
    """The queue; below, the return at the cursor with its reasons."""

    CSS_PATH = "reading.tcss"
    HELP = """Reading

Returns that most want a look stand first, with the reason. Reasons ask for a look; they judge nobody.
enter opens a return beside what was decided about it. a shares out what nobody reads yet; v goes from
reader to reader. w has a share read twice, blind. x gives a reader their returns as a file, i takes in
what came back. c tells what was spoken with settings.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("open", "enter", "Open", "Open the return at the cursor", footer=True),
        Command("allocate", "a", "Share out …", "Share out what nobody reads yet among readers", footer=True),
        Command("reader", "v", "Whose", "Show the next reader's queue, then everybody's again", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("how", "s", "How far", "Say how far every reader is, and how two readings agree", footer=True),
        Command("back", "escape", "Back", "Back to the partnership's side", footer=True),
        Command("hand_over", "h", "Hand over …", "Hand over what a reader has not finished"),
        Command("contacts", "c", "Spoken with", "Say what was spoken with settings, and what was agreed"),
        Command("twice", "w", "Read twice …", "Have a share read a second time, blind"),
        Command(
            "export", "x", "Give as a file …", "Give a reader their returns as a file, or make the one that goes back"
        ),
        Command("take", "i", "Take in a file …", "Take in what a reader decided elsewhere"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#queue"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: QueueView | None = None
        self._reader = ""
        """Whose queue is shown; empty for everybody's."""

    def compose_body(self) -> Iterable[Widget]:
        """The queue, then about the return at the cursor."""
        yield PickList(id="queue", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the queue."""
        view = self._view = self.attempt(read_queue.queue, reader=self._reader)
        if view is None:
            return
        self.query_one(StatusBar).show_what(view.title, view.sentence)
        listed = self.query_one("#queue", PickList)
        listed.border_title = f"{view.reader or 'Every return'} ({len(view.lines)})"
        rows = tuple(
            Row(line.id, line.name, state=line.state, detail=line.why, word=line.reader_words) for line in view.lines
        )
        listed.show_rows(rows, None if listed.rows else self.standard or None)
        self._show_one()

    def _show_one(self) -> None:
        view, row = self._view, self.query_one("#queue", PickList).row
        line = next((one for one in view.lines if row and one.id == row.id), None) if view else None
        if line is not None:
            self.query_one("#one", Lines).show_lines("Why look", *line_about(line))
        elif view is not None:
            self.query_one("#one", Lines).show_lines("How it stands", *queue_lines(view))

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the return at the cursor."""
        row = self.query_one("#queue", PickList).row
        if row is None:
            self.notify("There is nothing to read here.", timeout=3)
        else:
            self.go("reading", row.id)

    def action_reader(self) -> None:
        """Show the queue of the next reader."""
        names = ["", *(line.name for line in self._view.readers)] if self._view else [""]
        at = names.index(self._reader) if self._reader in names else 0
        self._reader = names[(at + 1) % len(names)]
        self.show()

    def action_how(self) -> None:
        """Say how far every reader is."""
        view = self.attempt(read_queue.queue)
        if view is not None:
            self.query_one("#one", Lines).show_lines("How it stands", *queue_lines(view))

    def action_contacts(self) -> None:
        """Say what was spoken with settings."""
        log = self.attempt(contact_log.contact_log)
        if log is not None:
            self.query_one("#one", Lines).show_lines("Spoken with settings", *log.told)

    @work
    async def action_allocate(self) -> None:
        """Ask who reads, and share out."""
        typed = self.attempt(allocating.typed_readers)
        made = await self.form_taken(ALLOCATE_FORM, allocating.allocate, typed) if typed is not None else None
        if made is not None:
            self._told(made.sentence)

    @work
    async def action_hand_over(self) -> None:
        """Ask from whom to whom, and hand over."""
        made = await self.form_taken(HAND_OVER_FORM, allocating.hand_over, {"reader": self._reader})
        if made is not None:
            self._told(made.sentence)

    @work
    async def action_twice(self) -> None:
        """Ask how large a share, and have it read twice."""
        made = await self.form_taken(SECOND_READING_FORM, allocating.read_twice, {"share": USUAL_SHARE})
        if made is not None:
            self._told(made.sentence)

    @work
    async def action_export(self) -> None:
        """Ask whose, and make the file."""
        made = await self.form_taken(READING_EXPORT_FORM, reading_files.export_reading, {"reader": self._reader})
        if made is not None:
            self._told(made.sentence, made.next_step)

    @work
    async def action_take(self) -> None:
        """Ask for a file, show what it would change, and take it in if that is wanted."""
        from compact_tui.ui.dialogs.merge import MergeDialog

        def seen(desk: Desk, typed: dict[str, str]) -> tuple[Path, MergeView]:
            path = Path(typed["file"]).expanduser()
            return path, reading_back.preview_reading(desk, path)

        found = await self.form_taken(READING_FILE_FORM, seen)
        if found is None:
            return
        path, view = found
        look, take = (
            partial(verb, self.desk, path) for verb in (reading_back.preview_reading, reading_back.import_reading)
        )
        done = await self.app.push_screen_wait(MergeDialog(look, take, view))
        if done is not None:
            self._told(done.sentence, *done.notes)

    def _told(self, *lines: str) -> None:
        """Show the queue as it is now, and what was done until the cursor moves."""
        self.show()
        self.query_one("#one", Lines).show_lines("Done", *lines)
