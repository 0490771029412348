"""Opening a file that came by email, whatever it is: what is in it, and one key that does what is to be done."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.came import CAME_FORM, CameDone, CameLine, CamePreview, CameView, merged_words
from compact_tui.core.came_words import CAME
from compact_tui.core.merge_values import Choices
from compact_tui.core.merge_words import MergeView
from compact_tui.core.text import capitalised
from compact_tui.services import came, partnership
from compact_tui.services.desk import Desk
from compact_tui.services.history import redo, undo
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.record_asking import ask
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_HOW = (
    "Save what came with the email, or the whole email (.eml, .msg), somewhere on this computer. Then press o and "
    "paste its path. You are told what it is; what would change your work is shown before it does.",
    "",
    "It may be a reply, a receipt or a request of your partnership, a part of an audit, a workbook, a question bank, "
    "or what another computer asked or saw. On the partnership's computer it may be a return, an answer, or what a "
    "reader decided.",
)


class CameScreen(CompactScreen):
    """What came in the file, then about the one at the cursor."""

    CSS_PATH = "came.tcss"
    HELP = """A file that came by email

o asks for the file, or for the whole email. Each thing that came in it is a row: enter takes the one at the cursor,
or shows first what it would change. What belongs on another computer is told, and left as it is.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("open", "o", "Open …", "Say which file came", footer=True),
        Command("take", "enter", "Take …", "Take the one at the cursor; once taken, go to where it is", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "One step back", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#came"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: CameView | None = None
        self._done: dict[str, CameDone] = {}

    def compose_body(self) -> Iterable[Widget]:
        """What came, then about it."""
        yield PickList(id="came", classes="panel")
        yield Lines(id="about")

    def show(self) -> None:
        """Show what came, or how to say which file it is."""
        view = self._view
        self.query_one(StatusBar).show_what(CAME, view.file if view else "")
        listed = self.query_one("#came", PickList)
        listed.border_title = "What came"
        listed.border_subtitle = view.sentence if view and len(view.lines) > 1 else ""
        listed.show_rows(tuple(self._row(line) for line in view.lines) if view else ())
        self._show_one()

    def _row(self, line: CameLine) -> Row:
        now = self._done.get(line.id, line)
        label = capitalised(line.words)
        return Row(line.id, label, state=now.state, detail=line.name, word=now.word)

    @property
    def _at(self) -> CameLine | None:
        row = self.query_one("#came", PickList).row
        return next((line for line in self._view.lines if row and line.id == row.id), None) if self._view else None

    def _show_one(self) -> None:
        line, about = self._at, self.query_one("#about", Lines)
        if line is None:
            about.show_lines("How it works", *((self._view.sentence, "") if self._view else ()), *_HOW)
            return
        done = self._done.get(line.id)
        if done is not None:
            on = ("", "Press enter to go to where it is.") if done.place else ()
            on = ("", "Press enter to choose.") if done.waits else on
            about.show_lines(line.name, done.sentence, *done.lines, *on)
        else:
            about.show_lines(line.name, line.sentence, "", line.next_step)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_take()

    def _begin_with(self, field: str) -> None:
        """Ask for the file at once."""
        self.action_open()

    @work
    async def action_open(self) -> None:
        """Ask which file came; where there is one thing in it that is opened here, go on with it."""

        async def look(typed: dict[str, str]) -> CameView:
            return came.look_at_came(self.desk, typed["file"])

        view = await ask(self, CAME_FORM, look)
        if view is None:
            return
        self._view, self._done = view, {}
        self.show()
        if len(view.lines) == 1 and view.lines[0].way:
            self.action_take()

    @work
    async def action_take(self) -> None:
        """Take the one at the cursor; where it was taken before, go there."""
        line = self._at
        if line is None or self._view is None:
            self.action_open()
            return
        if line.id in self._done and not self._done[line.id].waits:
            if self._done[line.id].place:
                self.go(self._done[line.id].place)
            return
        if not line.way:
            self.notify("It is not opened here. Below stands where.", timeout=4)
            return
        opened = self._view
        preview = self.attempt(came.preview_came, opened.file, line.id, seen=opened.sha256) if line.looked_at else None
        if preview is None and line.looked_at:
            return
        done = await self._asked(opened, line, preview) if preview else self._take(opened, line)
        if done is not None:
            self._done[line.id] = done
            self.show()

    def _take(self, opened: CameView, line: CameLine, *, begin: bool = False) -> CameDone | None:
        return self.attempt(came.take_came, opened.file, line.id, begin=begin, seen=opened.sha256)

    async def _asked(self, opened: CameView, line: CameLine, preview: CamePreview) -> CameDone | None:
        """Show what it would do, and take it if that is wanted."""
        if preview.merge is not None:
            return await self._merged(opened, line, preview.merge)
        if preview.request is not None:
            from compact_tui.ui.dialogs.request import BEGIN, RequestDialog

            wish = await self.app.push_screen_wait(RequestDialog(preview.request))
            return self._take(opened, line, begin=wish == BEGIN) if wish else None
        from compact_tui.ui.dialogs.confirm import Confirm

        body = "\n".join(preview.lines)
        asked = Confirm(f"Take it? {preview.title}", body, keep="Leave it", act="Take it", letter="t")
        return self._take(opened, line) if await self.app.push_screen_wait(asked) else None

    async def _merged(self, opened: CameView, line: CameLine, view: MergeView) -> CameDone | None:
        """Show what would change, and take it in if that is wanted."""
        from compact_tui.ui.dialogs.merge import MergeDialog

        def look(choices: Choices) -> MergeView:
            return came.preview_came(self.desk, opened.file, line.id, choices, seen=opened.sha256).merge or view

        def take(choices: Choices) -> MergeView:
            return came.take_came(self.desk, opened.file, line.id, choices, seen=opened.sha256).merge or view

        done = await self.app.push_screen_wait(MergeDialog(look, take, view))
        return merged_words(done, line.place) if done else None

    def action_undo(self) -> None:
        """Take back the last change of the side that one came from."""
        self._step(partnership.undo_partnership if self.back_to == "partnership" else undo)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._step(partnership.redo_partnership if self.back_to == "partnership" else redo)
