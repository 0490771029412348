"""The register: the settings that returns are expected from, taken from a table or by hand, and asking them."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.partnership_forms import ENTRY_FORM, FILTER_FORM, NEW_ENTRY_FORM, REGISTER_FILE_FORM
from compact_tui.services import register, requests_out
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_EMPTY = "The register is empty. Press i to take it from a table, or a to add a setting."


class RegisterScreen(PartnershipPlace):
    """The settings; below, the one at the cursor or what was done last."""

    CSS_PATH = "partnership.tcss"
    HELP = """The register

i takes settings from a CSV file or workbook: you see what would change before anything does, and nothing is ever
removed by a table. a adds one, enter changes the one at the cursor; merged and closed are said there too.
f shows only some. r makes the request for the one at the cursor, l for all that were not asked yet.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("import", "i", "Import …", "Take settings from a CSV file or workbook", footer=True),
        Command("add", "a", "Add …", "Add a setting", footer=True),
        Command("filter", "f", "Filter …", "Show only some settings", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("ask_all", "l", "Ask all", "Make the request for all that were not asked in this round", footer=True),
        Command("back", "escape", "Back", "Back to the partnership's side", footer=True),
        Command("ask_one", "r", "Request", "Make the request for the setting at the cursor"),
        Command("change", "e", "Change …", "Change the setting at the cursor"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#entries"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: register.RegisterView | None = None
        self._filter: dict[str, str] = {"find": "", "sector": ""}
        self._done: tuple[str, ...] = ()
        """What was done last here, to be read."""

    def compose_body(self) -> Iterable[Widget]:
        """The settings, then what is kept of one."""
        yield PickList(id="entries", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the settings that the filter lets through, closed ones too."""
        view = self._view = self.attempt(register.list_register, everyone=True, **self._filter)
        if view is None:
            return
        self.query_one(StatusBar).show_what("The register", view.sentence)
        listed = self.query_one("#entries", PickList)
        listed.border_title = f"Settings ({len(view.entries)})"
        listed.border_subtitle = "only some: f" if any(self._filter.values()) else ""
        rows = (
            Row(one.id, one.name, one.id, word=one.state or one.sector_word, quiet=not one.expected)
            for one in view.entries
        )
        listed.show_rows(tuple(rows))
        self._show_one()

    def _show_one(self) -> None:
        view, row = self._view, self.query_one("#entries", PickList).row
        if view is None:
            return
        about = next((one.about for one in view.entries if row and one.id == row.id), ())
        between = ("",) if self._done else ()
        lines = (*self._done, *between, *(f"{name}: {said}" for name, said in about))
        empty = "None of them: press f." if any(self._filter.values()) else _EMPTY
        self.query_one("#one", Lines).show_lines(row.label if row else "The register", *(lines or (empty,)))

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_change()

    def action_undo(self) -> None:
        """Take back the last change; what was done last is not told any more."""
        self._done = ()
        super().action_undo()

    def _tell(self, *lines: str) -> None:
        self._done = lines
        self.show()

    @work
    async def action_import(self) -> None:
        """Ask for a table, show what it would do, and take it."""
        from compact_tui.ui.dialogs.confirm import Confirm

        typed: dict[str, str] = {}

        def look(desk: Desk, said: dict[str, str]) -> register.RegisterImport:
            typed.update(said)
            return register.import_register(desk, _path(said), dry_run=True)

        view = await self.form_taken(REGISTER_FILE_FORM, look)
        if view is None:
            return
        self._tell(*_told(view))
        if not view.new + view.changed:
            return
        body = f"{view.sentence}\nAll of it is listed below this box. ctrl+z takes it back."
        if await self.app.push_screen_wait(
            Confirm("Take this table?", body, keep="Leave it", act="Take it", letter="t")
        ):
            taken = self.attempt(register.import_register, _path(typed))
            if taken is not None:
                self._tell(f"Taken: {taken.sentence}", *_told(taken)[1:])

    @work
    async def action_add(self) -> None:
        """Add a setting."""
        made = await self.form_taken(NEW_ENTRY_FORM, _added)
        if made is not None:
            self._tell(f"{made.name} is added.")

    @work
    async def action_change(self) -> None:
        """Change the setting at the cursor."""
        row = self.query_one("#entries", PickList).row
        typed = self.attempt(register.typed_entry_of, row.id) if row else None
        if row is None or typed is None:
            return
        made = await self.form_taken(ENTRY_FORM, partial(_changed, row.id), typed)
        if made is not None:
            self._tell(f"{made.name} is changed.")

    @work
    async def action_filter(self) -> None:
        """Show only some settings."""
        typed = await self.form_taken(FILTER_FORM, _as_typed, self._filter)
        if typed is not None:
            self._filter = typed
            self._tell()

    def action_ask_one(self) -> None:
        """Make the request for the setting at the cursor."""
        row = self.query_one("#entries", PickList).row
        if row is not None:
            self._ask([row.id])

    def action_ask_all(self) -> None:
        """Make the requests that were not made yet."""
        self._ask([])

    def _ask(self, names: list[str]) -> None:
        self.make_beside(requests_out.make_requests, names)

    def show_made(self, lines: tuple[str, ...], done: bool) -> None:
        """Show how far it is, or what was made."""
        self._tell(*lines)


def _path(typed: dict[str, str]) -> Path:
    return Path(typed["file"]).expanduser()


def _told(view: register.RegisterImport) -> tuple[str, ...]:
    lines = (line.words for line in view.lines)
    problems = (problem.sentence for problem in view.problems)
    return (view.sentence, *problems, *view.notes, *(line for line in lines if line))


def _added(desk: Desk, typed: dict[str, str]) -> register.EntryView:
    return register.add_entry(desk, typed)


def _changed(entry: str, desk: Desk, typed: dict[str, str]) -> register.EntryView:
    return register.edit_entry(desk, entry, typed)


def _as_typed(desk: Desk, typed: dict[str, str]) -> dict[str, str]:
    return dict(typed)
