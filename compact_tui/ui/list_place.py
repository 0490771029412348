"""A place of the partnership's side that is a list, with the line at its cursor in full beside it."""

from abc import abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Generic, TypeVar

from textual import on, work
from textual.widget import Widget

from compact_tui.core.forms import Form
from compact_tui.services.desk import Desk
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row

View = TypeVar("View")
"""What a service gives to be listed here."""
Line = TypeVar("Line")
"""One line of it."""


class ListPlace(PartnershipPlace, Generic[View, Line]):
    """Rows above, the one at the cursor in full below; a subclass says what is listed and what is told of a line."""

    DEFAULT_CSS = """
    ListPlace {
        & PickList { height: 1fr; min-height: 5; }
        & Lines { height: 1fr; min-height: 5; }
    }
    """
    AUTO_FOCUS = "PickList"
    PICK: ClassVar[str] = ""
    """The action of a picked row; empty where there is none."""

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self.lines: dict[str, Line] = {}

    def compose_body(self) -> Iterable[Widget]:
        """The rows, then the one at the cursor."""
        yield PickList(classes="panel")
        yield Lines(id="one")

    @abstractmethod
    def read(self) -> View | None:
        """What is listed now; ``None`` where it cannot be read, which was said."""

    @abstractmethod
    def show_view(self, view: View) -> None:
        """Show what a verb gave: the bar, the rows, the line at the cursor."""

    @abstractmethod
    def show_line(self) -> None:
        """Show the line at the cursor, or what to do where there is none."""

    def show(self) -> None:
        """Show what is listed now."""
        view = self.read()
        if view is not None:
            self.show_view(view)

    @property
    def line(self) -> Line | None:
        """The line at the cursor."""
        row = self.query_one(PickList).row
        return self.lines.get(row.id) if row is not None else None

    def list_rows(self, title: str, rows: Iterable[Row], lines: Mapping[str, Line], subtitle: str = "") -> None:
        """List rows, the cursor where it was, and show the line at it.

        Args:
            title: What the rows are.
            rows: The rows.
            lines: What stands behind them, by the row's id; a heading has nothing behind it.
            subtitle: What else can be done here.
        """
        self.lines = dict(lines)
        listed = self.query_one(PickList)
        listed.border_title, listed.border_subtitle = title, subtitle
        at = listed.row.id if listed.row is not None else None
        listed.show_rows(tuple(rows), at)
        if self.lines and self.line is None:
            listed.action_move(1)
        self.show_line()

    def tell(self, title: str, *lines: str, subtitle: str = "") -> None:
        """Say something where the line at the cursor stands."""
        self.query_one(Lines).show_lines(title, *lines, subtitle=subtitle)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self.show_line()

    @on(PickList.Picked)
    async def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        if self.PICK:
            await self.run_action(self.PICK)

    @work
    async def ask(self, form: Form, verb: Callable[[Desk, dict[str, str]], View], typed: Mapping[str, str]) -> None:
        """Ask for a form until a verb takes it, and show what it gave."""
        view = await self.form_taken(form, verb, typed)
        if view is not None:
            self.show_view(view)

    def dropped(self, view: View | None, said: str) -> None:
        """Show what is left after a line was taken out, and that it can come back."""
        if view is not None:
            self.show_view(view)
            self.notify(f"{said} ctrl+z brings it back.", timeout=4)
