"""Question banks: what there is to ask, how it stands, and the lead's word that it is still right."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.bank_files import TAKE_FORM, WRITE_FORM, taken_lines, written_lines
from compact_tui.core.bank_forms import confirm_form
from compact_tui.core.bank_views import BankLine, BankPage, QuestionLine, bank_lines, question_lines
from compact_tui.core.forms import as_typed
from compact_tui.core.problems import say
from compact_tui.core.text import capitalised, count
from compact_tui.services import bank_exporting, bank_importing, bank_linting, bank_making, bank_pages
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_MOST_SHOWN = 10
"""Lines of what would change that a question shows."""


class BanksScreen(CompactScreen):
    """The banks; with the id of one as ``standard``, its questions. Below stands the one at the cursor in full."""

    CSS_PATH = "banks.tcss"
    HELP = """Question banks

Enter opens a bank; below stands what it rests on, or the question at the cursor in full. Past its
review day a question is still asked, with a mark. When the lead has opened the documents, c confirms
a question or the whole bank, and the mark goes. A draft is asked only once it was confirmed. n begins
a bank of your own, i takes one from a file, w writes the one at the cursor to a file.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("open", "enter", "Open", "Open the bank at the cursor", footer=True),
        Command("confirm", "c", "Confirm …", "The lead has opened the documents, and it is right", footer=True),
        Command("check", "k", "Check", "Check the bank: sources, dates, answers, wording", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("new", "n", "New …", "Begin a bank of your own", footer=True),
        Command("back", "escape", "Back", "One step back", footer=True),
        Command("take", "i", "Take from a file …", "Take a bank from a file into your own banks"),
        Command("write", "w", "Write to a file …", "Write the bank to a file: TOML, JSON, CSV, GIFT, Aiken"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(command for command in COMMANDS_HERE if command.key != "enter")
    AUTO_FOCUS = "#banks"
    BACK = "spot"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._from = standard
        """The bank that was left, so that the cursor is on it again."""

    def compose_body(self) -> Iterable[Widget]:
        """The list, then the one at the cursor."""
        yield PickList(id="banks", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the banks, or the questions of the one that is open."""
        listed = self.query_one("#banks", PickList)
        here = listed.row.id if listed.row else self._from
        if self.standard:
            page = self.attempt(bank_pages.show_bank, self.standard)
            if not isinstance(page, BankPage):
                return
            self.query_one(StatusBar).show_what("Question banks", page.line.title)
            listed.border_title = f"{page.line.title} ({len(page.questions)})"
            listed.border_subtitle = page.line.state
            self._list(tuple(map(_question_row, page.questions)), here)
        else:
            view = self.attempt(bank_pages.list_banks)
            if view is None:
                return
            self.query_one(StatusBar).show_what("Question banks")
            listed.border_title = f"Question banks ({len(view.banks)})"
            listed.border_subtitle = view.figures
            self._list(tuple(map(_bank_row, view.banks)), here)
        self._show_one()

    def _list(self, rows: tuple[Row, ...], here: str) -> None:
        """Show rows, with the cursor where it was or on the first."""
        first = rows[0].id if rows else None
        self.query_one("#banks", PickList).show_rows(rows, here if any(row.id == here for row in rows) else first)

    @property
    def _at(self) -> str:
        row = self.query_one("#banks", PickList).row
        return row.id if row else ""

    def _show_one(self) -> None:
        page = self.attempt(bank_pages.show_bank, self._at) if self._at else None
        one = self.query_one("#one", Lines)
        if page is None:
            one.show_lines("Nothing here yet", "Press n to begin a bank of your own.")
        elif isinstance(page, BankPage):
            one.show_lines(page.line.title, *bank_lines(page), subtitle=f"edition {page.line.edition}")
        else:
            one.show_lines("In full", *question_lines(page), subtitle=page.line.id)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the bank at the cursor; at a question, go to its words below."""
        if self.standard or not self._at:
            self.query_one("#one", Lines).focus()
            return
        self.standard = self._from = self._at
        self.show()

    def action_back(self) -> None:
        """From a bank to all of them, from there one step back."""
        if self.standard:
            self._from, self.standard = self.standard, ""
            self.query_one("#banks", PickList).show_rows(())
            self.show()
        else:
            super().action_back()

    @work
    async def action_confirm(self) -> None:
        """Ask for the day, then confirm what is at the cursor."""
        from compact_tui.ui.dialogs.form import FormDialog

        name, row = self._at, self.query_one("#banks", PickList).row
        if row is None:
            return
        form = confirm_form(row.label)
        typed = await self.app.push_screen_wait(FormDialog(form, as_typed(form, {"checked_on": self.desk.today})))
        view = self.attempt(bank_pages.confirm, name, typed["checked_on"]) if typed else None
        if view is not None:
            self.show()
            self.notify("\n".join((view.sentence, *view.notes[:2])), timeout=6, markup=False)

    def action_check(self) -> None:
        """Say what is to be put right in the bank that is open or at the cursor."""
        found = self.attempt(bank_linting.lint_banks, self.standard or self._at)
        for check in found or ():
            told = [f"{problem.severity.value}: {say(problem)}" for problem in check.problems]
            words = f"{count(check.errors, 'error')}, {count(check.warnings, 'warning')}"
            self.query_one("#one", Lines).show_lines(f"{check.bank}: {words}", *(told or ["Nothing to put right."]))

    @work
    async def action_new(self) -> None:
        """Ask for a bank and its first question."""
        from compact_tui.ui.dialogs.form import FormDialog

        typed = await self.app.push_screen_wait(FormDialog(bank_making.bank_form()))
        made = self.attempt(bank_making.new_bank, typed) if typed else None
        if made is not None:
            self.standard = self._from = made.bank
            self.show()
            self.notify(made.sentence, timeout=8, markup=False)

    @work
    async def action_take(self) -> None:
        """Ask for a file, show what taking it would change, then take it."""
        from compact_tui.ui.dialogs.confirm import Confirm
        from compact_tui.ui.dialogs.form import FormDialog

        typed = await self.app.push_screen_wait(FormDialog(TAKE_FORM))
        seen = self.attempt(bank_importing.import_bank, typed["file"], dry_run=True) if typed else None
        if typed is None or seen is None:
            return
        words = "\n".join(taken_lines(seen)[:_MOST_SHOWN])
        if await self.app.push_screen_wait(
            Confirm("Take this bank?", words, keep="Leave it", act="Take it", letter="t")
        ):
            taken = self.attempt(bank_importing.import_bank, typed["file"])
            if taken is not None:
                self.standard = self._from = taken.bank
                self.show()
                self.notify(taken.sentence, timeout=6, markup=False)

    @work
    async def action_write(self) -> None:
        """Ask for format and file, then write the bank that is open or at the cursor."""
        from compact_tui.ui.dialogs.form import FormDialog

        name = self.standard or self._at
        typed = await self.app.push_screen_wait(FormDialog(WRITE_FORM, {"format": "toml"})) if name else None
        made = self.attempt(bank_exporting.export_bank, name, typed["format"], typed["output"]) if typed else None
        if made is not None:
            self.query_one("#one", Lines).show_lines("Written", *written_lines(made))

    def action_undo(self) -> None:
        """Take back the last confirmation."""
        done = self.attempt(bank_pages.take_back)
        if done is not None:
            self.notify(f"{capitalised(done.what)}.", timeout=4, markup=False)
            self.show()


def _bank_row(line: BankLine) -> Row:
    state = "attention" if line.due_for_review else "done" if line.asked else "none"
    return Row(line.id, line.title, state=state, word=line.state)


def _question_row(line: QuestionLine) -> Row:
    state = "none" if not line.askable else "attention" if line.edition_due else "done"
    return Row(line.id, line.prompt, state=state, word=line.state, quiet=not line.askable)
