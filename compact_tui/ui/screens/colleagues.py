"""Work with colleagues: lend standards, take in what came back, and open a part that was sent to us."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.copies import CopiesView
from compact_tui.core.errors import CompactError
from compact_tui.core.part_views import LEND_FORM, OPEN_PART_FORM, PART_FILE_FORM, PartLine, PartsView
from compact_tui.services import copies, part_opening, parts, taking_in
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen, Shown
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_GLYPHS = {"late": "attention", "out": "started", "back": "done", "called-off": "not-started"}
_HOW = (
    "Lend standards as a file; your colleague answers in this program, in a spreadsheet or on paper.",
    "When it comes back, you see what would change before anything does. Undo takes all of it back.",
    "This program sends nothing: you send the file yourself.",
)
_EMPTY = "Nothing is lent yet. Press a to lend standards to a colleague."


class ColleaguesScreen(CompactScreen):
    """What is lent, and other copies of our files; below, how it works."""

    CSS_PATH = "colleagues.tcss"
    HELP = """Work with colleagues

a lends standards to a colleague as a file. t takes in what came back: you are shown what is the same,
what only they changed, and what both changed, and choose. o opens a part that somebody sent you.
Copies that a sync program left stand in the list too: enter shows what they hold and merges them.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("lend", "a", "Lend …", "Lend standards to a colleague", footer=True),
        Command("take_in", "t", "Take in …", "Take in a file that came back", footer=True),
        Command("open_part", "o", "Open …", "Open a part that somebody sent you", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("send_back", "s", "Send back", "Make a part that was sent to you ready to send back", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
        Command("call_off", "c", "Call off", "Say that the part at the cursor is not waited for any more"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#lent"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: PartsView | None = None
        self._copies: CopiesView | None = None
        self._done: tuple[str, ...] = ()
        """What was done last here, to be read."""

    def compose_body(self) -> Iterable[Widget]:
        """What is lent, then how it works."""
        yield PickList(id="lent", classes="panel")
        yield Lines(id="how")

    def show(self) -> None:
        """Show what is lent, and other copies of our files."""
        view = self._view = self.attempt(parts.list_parts)
        others = self._copies = self.attempt(copies.list_copies)
        if view is None or others is None:
            return
        self.query_one(StatusBar).show_what("Work with colleagues", view.title)
        lent = self.query_one("#lent", PickList)
        lent.border_title = f"Lent ({len(view.parts)})"
        lent.border_subtitle = view.sentence if view.parts else ""
        found = (Row(one.file, f"Another copy: {one.file}", state="attention") for one in others.copies)
        lent.show_rows((*map(_row, view.parts), *found))
        self._show_how()

    def _show_how(self) -> None:
        view, row = self._view, self.query_one("#lent", PickList).row
        if view is None:
            return
        told = [*self._done, ""] if self._done else []
        told += [view.part_sentence, "Press s to make it ready to send back.", ""] if view.is_part else []
        told += [] if view.parts else [_EMPTY if view.has_audit else view.sentence, ""]
        part = next((one for one in view.parts if row and one.id == row.id), None)
        copy = next((one for one in (self._copies.copies if self._copies else ()) if row and one.file == row.id), None)
        if part is not None:
            told += [
                f"{part.words}, {part.state_words}. {part.form_words}.",
                f"File: {part.file}" * bool(part.file),
                "",
            ]
        if copy is not None:
            told += [f"{copy.file}: {copy.words}.", "Press enter to look at it and merge it.", ""]
        self.query_one("#how", Lines).show_lines("About it", *told, *_HOW)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_how()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        if self._copies is not None and event.row.id in {one.file for one in self._copies.copies}:
            self._merge(event.row.id)
        else:
            self.action_take_in()

    @work
    async def action_lend(self) -> None:
        """Ask what is lent to whom, and write the file."""
        from compact_tui.ui.dialogs.form import FormDialog

        if self._view is None or not self._view.has_audit:
            self.notify(self.AUDIT_FIRST, timeout=3)
            return
        typed: dict[str, str] | None = {"form": "part"}
        while (typed := await self.app.push_screen_wait(FormDialog(LEND_FORM, typed))) is not None:
            made = await self._tried(parts.export_part, typed)
            if made is not None:
                self._tell("Lent, and NOT yet sent.", made.sentence, made.next_step)
                return

    @work
    async def action_take_in(self) -> None:
        """Ask which file came back, and show what it would change."""
        from compact_tui.ui.dialogs.form import FormDialog

        typed: dict[str, str] | None = {}
        while (typed := await self.app.push_screen_wait(FormDialog(PART_FILE_FORM, typed))) is not None:
            if await self._merged(typed["file"]):
                return

    @work
    async def _merge(self, file: str) -> None:
        await self._merged(file)

    async def _merged(self, file: str) -> bool:
        """Show what a file would change, and take it in if that is wanted; whether it could be read."""
        from compact_tui.ui.dialogs.merge import MergeDialog

        view = await self._tried(taking_in.preview_file, file)
        if view is None:
            return False
        look = partial(taking_in.preview_file, self.desk, file)
        done = await self.app.push_screen_wait(MergeDialog(look, partial(taking_in.take_file, self.desk, file), view))
        if done is not None:
            self._tell(done.sentence, *done.notes)
        return True

    @work
    async def action_open_part(self) -> None:
        """Ask for the file that somebody sent, and open it in a folder of its own."""
        from compact_tui.ui.dialogs.form import FormDialog

        typed: dict[str, str] | None = {}
        while (typed := await self.app.push_screen_wait(FormDialog(OPEN_PART_FORM, typed))) is not None:
            opened = await self._tried(part_opening.open_part, typed)
            if opened is not None:
                self._tell(opened.sentence, opened.next_step)
                return

    def action_send_back(self) -> None:
        """Make a part ready to be sent back."""
        made = self.attempt(part_opening.return_part)
        if made is not None:
            self._tell(made.sentence, made.next_step, f"How to send it by hand: {made.read_me_file}")

    def action_call_off(self) -> None:
        """Call off the part at the cursor; undo takes it back."""
        row = self.query_one("#lent", PickList).row
        if row is None or self._view is None or row.id not in {part.id for part in self._view.parts}:
            self.notify("There is no part at the cursor.", timeout=3)
            return
        part = self.attempt(parts.call_off, row.id)
        if part is not None:
            self.notify(f"{part.words}: {part.state_words}. ctrl+z takes it back.", timeout=4, markup=False)
            self.show()

    def _tell(self, *lines: str) -> None:
        """Say what was done, where it stays until something else is done, and show the list as it is now."""
        self._done = lines
        self.show()

    async def _tried(self, verb: Callable[..., Shown], *args: object) -> Shown | None:
        """Call a verb; what goes wrong is told, and read before the form comes back."""
        from compact_tui.ui.dialogs.problem import ProblemDialog

        try:
            return verb(self.desk, *args)
        except CompactError as error:
            await self.app.push_screen_wait(ProblemDialog(error))
            return None


def _row(part: PartLine) -> Row:
    quiet = part.state == "called-off"
    return Row(part.id, part.words, state=_GLYPHS.get(part.state, ""), word=part.state_words, quiet=quiet)
