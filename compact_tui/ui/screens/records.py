"""All evidence, and all actions, as simple lists."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.days import say_short
from compact_tui.core.forms import Form
from compact_tui.core.record_forms import ACTION_FORM
from compact_tui.core.views import ActionView, EvidenceView
from compact_tui.services import records
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

Record = EvidenceView | ActionView


class RecordsScreen(CompactScreen):
    """A list of records with the one at the cursor below."""

    CSS_PATH = "records.tcss"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("add", "a", "Add", "Add one", footer=True),
        Command("go_there", "enter", "Go there", "Go to the criterion it belongs to", footer=True),
        Command("remove", "d", "Delete", "Take the one at the cursor away; undo brings it back", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[:1] + COMMANDS_HERE[2:])
    AUTO_FOCUS = "#records"
    NOUN: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._records: dict[str, Record] = {}

    def compose_body(self) -> Iterable[Widget]:
        """The list, then the one at the cursor."""
        yield PickList(id="records", classes="panel")
        yield Lines(id="one")

    def read(self) -> tuple[Record, ...]:
        """The records to list."""
        raise NotImplementedError

    def row(self, record: Record) -> Row:
        """A record as a row."""
        raise NotImplementedError

    def lines(self, record: Record) -> tuple[str, ...]:
        """A record in full."""
        raise NotImplementedError

    def form(self) -> Form | None:
        """What is asked for a new one."""
        raise NotImplementedError

    ADD: Callable[..., Record]
    REMOVE: Callable[..., None]

    def show(self) -> None:
        """Show the list."""
        self._records = {record.id: record for record in self.read()}
        self.query_one(StatusBar).show_what("Compact audit", self.NOUN)
        listed = self.query_one("#records", PickList)
        listed.border_title = f"{self.NOUN[:1].upper()}{self.NOUN[1:]} ({len(self._records)})"
        listed.show_rows(tuple(self.row(record) for record in self._records.values()))
        self._show_one()

    def _show_one(self) -> None:
        row = self.query_one("#records", PickList).row
        one = self.query_one("#one", Lines)
        if row is None:
            one.show_lines("Nothing here yet", self.EMPTY)
        else:
            one.show_lines("In full", *self.lines(self._records[row.id]))

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_go_there()

    def action_go_there(self) -> None:
        """Go to the first criterion it belongs to."""
        row = self.query_one("#records", PickList).row
        supports = self._records[row.id].supports if row else ()
        if supports:
            self.go(*records.place_of(self.desk, supports[0]))
        else:
            self.notify("It belongs to no criterion." if row else "There is nothing here yet.", timeout=3)

    @work
    async def action_add(self) -> None:
        """Ask for a new one."""
        from compact_tui.ui.dialogs.form import FormDialog

        form = self.form()
        typed = await self.app.push_screen_wait(FormDialog(form)) if form else None
        if typed is not None and self.attempt(type(self).ADD, typed, ()) is not None:
            self.show()

    @work
    async def action_remove(self) -> None:
        """Ask, then take it away."""
        from compact_tui.ui.dialogs.confirm import Confirm

        row = self.query_one("#records", PickList).row
        if row is None:
            self.notify("There is nothing here yet.", timeout=3)
            return
        body = f'"{row.label}" goes from the audit.\nUndo (ctrl+z) brings it back.'
        if await self.app.push_screen_wait(Confirm("Delete this?", body)):
            self.attempt(type(self).REMOVE, row.id)
            self.show()


def _numbers(record: Record) -> str:
    return ", ".join(record.numbers) or "no criterion yet"


class EvidenceScreen(RecordsScreen):
    """All evidence."""

    HELP = """Evidence

What you saw that supports your answers. Add it at a criterion (press e there) and it is tied to
that criterion. Name things, never a child.
"""
    NOUN = "evidence"
    EMPTY = "Evidence is best added where you answer: open a criterion and press e. Or press a here."
    ADD = staticmethod(records.add_evidence)
    REMOVE = staticmethod(records.remove_evidence)

    def read(self) -> tuple[Record, ...]:
        """The evidence."""
        return self.attempt(records.list_evidence) or ()

    def row(self, record: Any) -> Row:
        """A piece of evidence as a row."""
        return Row(record.id, record.title, word=f"{say_short(record.seen_on)}  {_numbers(record)}")

    def lines(self, record: Any) -> tuple[str, ...]:
        """A piece of evidence in full."""
        return _said(
            {
                "What": record.title,
                "Kind": record.kind_word,
                "Where": record.where,
                "Held by": record.held_by,
                "Seen on": say_short(record.seen_on),
                "Look again by": say_short(record.review_by),
                "Supports": _numbers(record),
            }
        )

    def form(self) -> Form | None:
        """What is asked about evidence."""
        return self.attempt(records.form_of_evidence)


class ActionsScreen(RecordsScreen):
    """All actions."""

    HELP = """Actions

What someone will do by a date, overdue first. Add it at a criterion (press a there) and it is
tied to that criterion.
"""
    NOUN = "actions"
    EMPTY = "Actions are best added where you answer: open a criterion and press a. Or press a here."
    ADD = staticmethod(records.add_action)
    REMOVE = staticmethod(records.remove_action)

    def read(self) -> tuple[Record, ...]:
        """The actions, overdue first."""
        return self.attempt(records.list_actions) or ()

    def row(self, record: Any) -> Row:
        """An action as a row."""
        late = "overdue, " if record.overdue else ""
        state = "attention" if record.overdue else ("done" if record.status == "done" else "none")
        return Row(record.id, record.what, state=state, word=f"{late}{say_short(record.due)}  {_numbers(record)}")

    def lines(self, record: Any) -> tuple[str, ...]:
        """An action in full."""
        return _said(
            {
                "What": record.what,
                "Who": record.who,
                "By": say_short(record.due),
                "State": "overdue" if record.overdue else record.status,
                "What happened": record.outcome,
                "From": _numbers(record),
            }
        )

    def form(self) -> Form | None:
        """What is asked about an action."""
        return ACTION_FORM


def _said(facts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"{name}: {value}" for name, value in facts.items() if value)
