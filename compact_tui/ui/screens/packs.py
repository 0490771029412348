"""Audit packs: those that are here, what a new edition would do to the audit, taking it, and packs as workbooks."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.edition_views import diff_lines, edition_lines
from compact_tui.core.forms import Form
from compact_tui.core.pack_file_views import (
    COMPARE_PACKS_FORM,
    EDITION_FORM,
    EXPORT_PACK_FORM,
    IMPORT_PACK_FORM,
    NEW_PACK_FORM,
    PackTaken,
    PackWritten,
    taken_lines,
    written_lines,
)
from compact_tui.core.parked_views import parked_lines
from compact_tui.services import editions, pack_files, packs
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class PacksScreen(CompactScreen):
    """The packs; below, the one at the cursor, or what was asked for last."""

    CSS_PATH = "packs.tcss"
    HELP = """Audit packs

A pack holds the questions, the scale and the rules. e shows what a new edition would do to your audit,
question by question, and takes it if you say so; ctrl+z brings back what was. k shows what is parked:
said to questions that are not asked now. w writes a pack to a workbook, i takes one from a workbook,
n begins one of your own, d compares two editions. Tab goes to the lines below.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("edition", "e", "Edition …", "See what a new edition would do, then take it", footer=True),
        Command("parked", "k", "Parked", "What was said to questions that are not asked now", footer=True),
        Command("compare", "d", "Compare …", "Compare two editions of a pack", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("write", "w", "Write …", "Write a pack to a workbook", footer=True),
        Command("back", "escape", "Back", "One step back", footer=True),
        Command("take", "i", "Take from a workbook …", "Take a pack from a workbook into a folder"),
        Command("new", "n", "New …", "Begin a pack of your own in a workbook"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#packs"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._lines: dict[str, packs.PackLine] = {}
        """The packs that are listed, by id."""

    def compose_body(self) -> Iterable[Widget]:
        """The list, then the lines."""
        yield PickList(id="packs", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the packs that came with the program."""
        lines = self.attempt(lambda desk: packs.list_packs())
        if lines is None:
            return
        self._lines = {line.id: line for line in lines}
        self.query_one(StatusBar).show_what("Audit packs")
        listed = self.query_one("#packs", PickList)
        listed.border_title = f"Audit packs ({len(lines)})"
        listed.show_rows(tuple(Row(line.id, line.title, word=f"edition {line.edition}") for line in lines))
        self._show_one()

    def _show_one(self) -> None:
        row = self.query_one("#packs", PickList).row
        if row is not None:
            line = self._lines[row.id]
            self._say(line.title, *packs.pack_words(line))

    def _say(self, title: str, *lines: str) -> None:
        self.query_one("#one", Lines).show_lines(title, *lines)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.query_one("#one", Lines).focus()

    @work
    async def action_edition(self) -> None:
        """Ask for a pack, show what it would do, then take it."""
        from compact_tui.ui.dialogs.confirm import Confirm

        typed = await self._ask(EDITION_FORM)
        seen = self.attempt(editions.edition_view, typed["pack"]) if typed else None
        if typed is None or seen is None:
            return
        self._say("What it would do", *edition_lines(seen))
        words = "\n".join((seen.sentence, *seen.notes, "All of it is listed below this box. ctrl+z takes it back."))
        title = f"Take edition {seen.new_edition} into this audit?"
        if await self.app.push_screen_wait(Confirm(title, words, keep="Leave it", act="Take it", letter="t")):
            taken = self.attempt(editions.take_edition, typed["pack"])
            if taken is not None:
                self._say("Taken", *edition_lines(taken))

    def action_parked(self) -> None:
        """Show what is parked."""
        view = self.attempt(editions.parked)
        if view is not None:
            self._say("Parked", *parked_lines(view))

    @work
    async def action_compare(self) -> None:
        """Ask for two packs and compare them."""
        typed = await self._ask(COMPARE_PACKS_FORM)
        found = self.attempt(lambda desk: pack_files.compare_packs(typed["old"], typed["new"])) if typed else None
        if found is not None:
            self._say("Compared", *diff_lines(found))

    @work
    async def action_write(self) -> None:
        """Ask which pack and where to, then write it."""
        row = self.query_one("#packs", PickList).row
        typed = await self._ask(EXPORT_PACK_FORM, {"pack": row.id if row else ""})
        if typed:
            self._written(self.attempt(lambda desk: pack_files.export_pack(typed["pack"], typed["output"])))

    @work
    async def action_new(self) -> None:
        """Ask for a title, then begin a pack."""
        typed = await self._ask(NEW_PACK_FORM)
        if typed:
            self._written(self.attempt(lambda desk: pack_files.new_pack(typed["title"], desk.today, typed["output"])))

    def _written(self, view: PackWritten | None) -> None:
        if view is not None:
            self._say("Written", *written_lines(view))

    @work
    async def action_take(self) -> None:
        """Ask for a workbook, show what is wrong with it or what is in it, then take it."""
        from compact_tui.ui.dialogs.confirm import Confirm

        typed = await self._ask(IMPORT_PACK_FORM)
        if typed is None:
            return

        def take(desk: Desk, *, look: bool) -> PackTaken:
            return pack_files.import_pack(typed["file"], desk.today, typed["output"], dry_run=look)

        seen = self.attempt(take, look=True)
        if seen is None:
            return
        self._say(Path(typed["file"]).name, *taken_lines(seen))
        words = f"{seen.title}, edition {seen.edition}.\nIt goes into the folder {seen.folder}."
        if not seen.errors and await self.app.push_screen_wait(
            Confirm("Take this pack?", words, keep="Leave it", act="Take it", letter="t")
        ):
            taken = self.attempt(take, look=False)
            if taken is not None:
                self._say("Taken", *taken_lines(taken))

    async def _ask(self, form: Form, typed: dict[str, str] | None = None) -> dict[str, str] | None:
        from compact_tui.ui.dialogs.form import FormDialog

        return await self.app.push_screen_wait(FormDialog(form, typed))
