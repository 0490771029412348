"""What the lists of evidence and of actions share: a list with the one at the cursor in full below."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Generic, TypeVar

from textual import on, work
from textual.widget import Widget

from compact_tui.core.record_views import BelongsView
from compact_tui.core.text import capitalised
from compact_tui.core.views import ActionView, EvidenceView
from compact_tui.services import records
from compact_tui.services.desk import Desk
from compact_tui.services.home_words import whole_here
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

Record = TypeVar("Record", EvidenceView, ActionView)


class RecordsScreen(CompactScreen, Generic[Record]):
    """A list of records; opened with the id of one as the field to begin with, the cursor is on that one."""

    CSS_PATH = "records.tcss"
    AUTO_FOCUS = "#records"
    NOUN: ClassVar[str] = ""
    EMPTY: ClassVar[str] = ""
    BELONGS_TITLE: ClassVar[str] = ""
    belongs: ClassVar[Callable[..., tuple[BelongsView, ...]]]
    keep_belonging: ClassVar[Callable[..., EvidenceView | ActionView]]
    remove_one: ClassVar[Callable[..., None]]

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._records: dict[str, Record] = {}
        self._wanted = ""

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

    async def ask(self, record_id: str = "") -> Record | None:
        """Ask for a new record, or for changes of one."""
        raise NotImplementedError

    def show(self) -> None:
        """Show the list; the cursor stays where it is, or goes to the record that is wanted."""
        self._records = {record.id: record for record in self.read()}
        self.query_one(StatusBar).show_what(whole_here(self.desk), self.NOUN)
        listed = self.query_one("#records", PickList)
        listed.border_title = f"{capitalised(self.NOUN)} ({len(self._records)})"
        listed.show_rows(tuple(self.row(record) for record in self._records.values()), self._wanted or None)
        self._wanted = ""
        self._show_one()

    def show_record(self, record_id: str) -> None:
        """Show the list with the cursor on a record."""
        self._wanted = record_id
        self.show()

    def _begin_with(self, field: str) -> None:
        """Put the cursor on a record."""
        if field in self._records:
            self.show_record(field)

    @property
    def record(self) -> Record | None:
        """The record at the cursor; says so when there is none."""
        row = self.query_one("#records", PickList).row
        if row is None:
            self.notify("There is nothing here yet.", timeout=3)
        return self._records[row.id] if row else None

    def _show_one(self) -> None:
        row = self.query_one("#records", PickList).row
        one = self.query_one("#one", Lines)
        if row is None:
            one.show_lines("Nothing here yet", self.EMPTY)
        else:
            one.show_lines("In full", *self.lines(self._records[row.id]))

    @on(PickList.Moved, "#records")
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked, "#records")
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_go_there()

    def action_go_there(self) -> None:
        """Go to the first criterion it belongs to."""
        record = self.record
        if record is not None and record.supports:
            self.go(*records.place_of(self.desk, record.supports[0]))
        elif record is not None:
            self.notify("It belongs to no criterion. Press c to say which.", timeout=3)

    @work
    async def action_add(self) -> None:
        """Ask for a new one."""
        kept = await self.ask()
        if kept is not None:
            self.show_record(kept.id)

    @work
    async def action_edit(self) -> None:
        """Change the one at the cursor."""
        record = self.record
        if record is not None and await self.ask(record.id) is not None:
            self.show_record(record.id)

    @work
    async def action_belongs(self) -> None:
        """Tick the criteria that the one at the cursor belongs to."""
        from compact_tui.ui.dialogs.belongs import TickDialog

        record = self.record
        rows = self.attempt(type(self).belongs, record.id) if record is not None else None
        if record is None or rows is None:
            return
        ticked = await self.app.push_screen_wait(TickDialog(self.BELONGS_TITLE, rows))
        if ticked is not None and self.attempt(type(self).keep_belonging, record.id, ticked) is not None:
            self.show_record(record.id)

    @work
    async def action_remove(self) -> None:
        """Ask, then take it away."""
        from compact_tui.ui.dialogs.confirm import Confirm

        record = self.record
        if record is None:
            return
        body = f'"{self.row(record).label}" goes from the audit.\nUndo (ctrl+z) brings it back.'
        if await self.app.push_screen_wait(Confirm("Delete this?", body)):
            self.attempt(type(self).remove_one, record.id)
            self.show()


def numbers_words(record: EvidenceView | ActionView) -> str:
    """What a record belongs to, in a few words."""
    return ", ".join(record.numbers) or "no criterion yet"


def said(facts: Mapping[str, str]) -> tuple[str, ...]:
    """Facts as lines; those with nothing to say are left out."""
    return tuple(f"{name}: {value}" for name, value in facts.items() if value)
