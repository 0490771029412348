"""What is kept of spot checks: what staff are told, taking out, and records to and from another computer."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.spot_forms import FILE_FORM, INITIALS_FORM, KEEPING_FORM
from compact_tui.services import spot_exchange, spot_keeping, spot_purge
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_ROWS = (
    Row("change", "Change what staff are told …", "c"),
    Row("purge", "Take out answers whose time is over …", "o"),
    Row("own", "A person asks for their own answers …", "p"),
    Row("export", "Write all rounds to a file, for another computer", "w"),
    Row("import", "Take in the rounds of a file …", "t"),
)


class KeepingScreen(CompactScreen):
    """What staff are told, and what can be done about it."""

    CSS_PATH = "records.tcss"
    HELP = """What is kept

Answers are kept by role group, for as long as you tell staff; then only counts stay. Taking out goes
through every copy of this folder and cannot be undone. Files you handed to others you must see to yourself.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("do('change')", "c", "Change …", "Change what staff are told", footer=True),
        Command("do('purge')", "o", "Take out …", "Take out answers whose time is over", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the spot checks", footer=True),
        Command("do('own')", "p", "Own answers …", "Show a person's own answers, or take them out"),
        Command("do('export')", "w", "Write a file", "Write all rounds to a file"),
        Command("do('import')", "t", "Take in …", "Take in the rounds of a file"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#acts"
    BACK = "spot"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._done: tuple[str, ...] = ()
        """What was done last, in lines."""

    def compose_body(self) -> Iterable[Widget]:
        """What can be done, then what staff are told."""
        yield PickList(id="acts", classes="panel")
        yield Lines(id="told")

    def show(self) -> None:
        """Show what staff are told."""
        view = self.attempt(spot_keeping.keeping)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Spot checks", "what is kept")
        acts = self.query_one("#acts", PickList)
        acts.border_title = "What is kept"
        acts.show_rows(_ROWS)
        heading = "What staff are told" if view.told else "What staff would be told"
        between = ("",) if self._done else ()
        self.query_one("#told", Lines).show_lines(heading, *self._done, *between, *view.lines)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_do(event.row.id)

    @work
    async def action_do(self, act: str) -> None:
        """Do one of the rows, and say what came of it."""
        acts = {
            "change": self._change,
            "purge": self._purge,
            "own": self._own,
            "export": self._export,
            "import": self._import,
        }
        done = await acts[act]()
        if done:
            self._done = done
            self.show()

    async def _change(self) -> tuple[str, ...]:
        from compact_tui.ui.dialogs.form import FormDialog

        typed = await self.app.push_screen_wait(FormDialog(KEEPING_FORM, self.attempt(spot_keeping.keeping_typed)))
        kept = self.attempt(spot_keeping.tell_staff, typed) if typed is not None else None
        return ("Kept. Tell your staff.",) if kept is not None else ()

    async def _purge(self) -> tuple[str, ...]:
        found = self.attempt(spot_purge.purge, dry_run=True)
        if found is None or not found.files:
            return (found.sentence,) if found else ()
        if not await self._sure("Take these answers out for good?", found.sentence):
            return ()
        done = self.attempt(spot_purge.purge)
        return (done.sentence, *done.not_reached) if done else ()

    async def _own(self) -> tuple[str, ...]:
        from compact_tui.ui.dialogs.form import FormDialog

        typed = await self.app.push_screen_wait(FormDialog(INITIALS_FORM))
        own = self.attempt(spot_purge.own_rows, typed["initials"]) if typed is not None else None
        if own is None:
            return ()
        lines = tuple(f"{one.prompt} {one.level_words}. {one.note}".strip() for one in own.rows)
        if not own.rows or not await self._sure("Take them out for good?", "\n".join((own.sentence, *lines))):
            return (own.sentence, *lines)
        done = self.attempt(spot_purge.remove_own_rows, own.initials)
        return (done.sentence, *done.not_reached) if done else ()

    async def _sure(self, question: str, body: str) -> bool:
        from compact_tui.ui.dialogs.confirm import Confirm

        body = f"{body} This cannot be undone."
        return await self.app.push_screen_wait(Confirm(question, body, keep="Keep them", act="Take them out"))

    async def _export(self) -> tuple[str, ...]:
        written = self.attempt(spot_exchange.export_rows)
        return (written.sentence,) if written else ()

    async def _import(self) -> tuple[str, ...]:
        from compact_tui.ui.dialogs.form import FormDialog

        typed = await self.app.push_screen_wait(FormDialog(FILE_FORM))
        if typed is None:
            return ()
        taken = self.attempt(spot_exchange.import_rows, Path(typed["file"]).expanduser())
        if taken is None:
            return ()
        differ = (f"{one.id}, {one.what}: ours {one.ours}; theirs {one.theirs}" for one in taken.conflicts)
        return (taken.sentence, *differ, *(f"Left out: {sentence}" for sentence in taken.left_out))
