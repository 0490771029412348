"""A second reader: which cases, blind at first; then both side by side, and what they agree on."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.agency_forms import DECIDE_FORM, SECOND_FORM, USUAL_SHARE
from compact_tui.core.agency_views import CaseLine, Difference, SecondView
from compact_tui.services import agency_second
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.record_asking import ask
from compact_tui.ui.screens.agency_place import AgencyPlace, case_row
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class AgencySecondScreen(AgencyPlace):
    """The second reading: its cases until it is finished, then the differences."""

    CSS_PATH = "agency.tcss"
    HELP = """A second reader

b gives a share of the files, by chance, to a second person. They read without seeing what the
first one said. f finishes: then the two stand side by side, with how far they agree. enter at a
difference keeps what you agree on, and why; from then on that counts.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("begin", "b", "Begin …", "Give some of them to a second reader", footer=True),
        Command("open", "enter", "Open", "Read the one at the cursor, or agree on the difference there", footer=True),
        Command("finish", "f", "Finish", "Finish reading: both stand side by side", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the audit", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(c for c in COMMANDS_HERE if c.key != "enter")
    AUTO_FOCUS = "#reads"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: SecondView | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The cases or the differences, then what is to be known."""
        yield PickList(id="reads", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show how far the second reading is."""
        view = self.attempt(agency_second.second, self.audit_id)
        if view is not None:
            self._show_view(view)

    def _show_view(self, view: SecondView) -> None:
        self._view = view
        self.query_one(StatusBar).show_what("Single-agency audit", "a second reader")
        listed = self.query_one("#reads", PickList)
        if view.finished:
            listed.border_title = f"Where the two differ ({len(view.differences)})"
            listed.show_rows(tuple(_difference(one) for one in view.differences))
        else:
            listed.border_title = "What is read a second time"
            listed.show_rows(tuple(_read(line) for line in view.cases), view.next_case or None)
        self._show_one()

    def _show_one(self) -> None:
        view = self._view
        if view is None:
            return
        one = self._at()
        agreed = view.agreement.sentences if view.agreement else ()
        begin = () if view.reading else ("", "Press b to begin.")
        here = _side_by_side(one) if one is not None else ()
        self.query_one("#one", Lines).show_lines(
            "Side by side" if one else "How it stands", *here, view.sentence, *begin, *agreed
        )

    def _at(self) -> Difference | None:
        row = self.query_one("#reads", PickList).row
        view = self._view
        return next((one for one in view.differences if _id(one) == row.id), None) if row and view else None

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Read the case at the cursor, or agree on the difference there."""
        row = self.query_one("#reads", PickList).row
        if row is None or self._view is None:
            self.notify("There is nothing to open here.", timeout=3)
        elif self._view.finished:
            self._decide()
        else:
            self.go("agencyblind", self.audit_id, row.id)

    @work
    async def action_begin(self) -> None:
        """Give some of the cases to a second reader."""

        async def take(typed: dict[str, str]) -> SecondView:
            return agency_second.begin_second(self.desk, self.audit_id, typed)

        kept = await ask(self, SECOND_FORM, take, {"share": USUAL_SHARE})
        if kept is not None:
            self._show_view(kept)

    @work
    async def action_finish(self) -> None:
        """Finish reading, after asking: from then on nothing of it can be changed."""
        from compact_tui.ui.dialogs.confirm import Confirm

        body = "Then the two stand side by side, and what each of them said stays as it is."
        if await self.app.push_screen_wait(
            Confirm("Finish the second reading?", body, keep="Not yet", act="Finish", letter="f")
        ):
            kept = self.attempt(agency_second.finish_second, self.audit_id)
            if kept is not None:
                self._show_view(kept)

    @work
    async def _decide(self) -> None:
        one = self._at()
        if one is None:
            return

        async def take(typed: dict[str, str]) -> SecondView:
            return agency_second.decide(self.desk, self.audit_id, one.case, one.question, typed)

        kept = await ask(self, DECIDE_FORM, take, {"answer": one.agreed or one.first, "note": one.note})
        if kept is not None:
            self._show_view(kept)


def _id(one: Difference) -> str:
    return f"{one.case}@{one.question}"


def _difference(one: Difference) -> Row:
    words = f"agreed: {one.agreed_words}" if one.agreed else f"{one.first_words} / {one.second_words}"
    return Row(_id(one), f"{one.case}  {one.text}", state="done" if one.agreed else "attention", word=words)


def _read(line: CaseLine) -> Row:
    return case_row(line.ref, line)


def _side_by_side(one: Difference) -> tuple[str, ...]:
    agreed = (f"Agreed: {one.agreed_words}. {one.note}".strip(),) if one.agreed else ("enter keeps what you agree on.",)
    return (one.text, f"First: {one.first_words}", f"Second: {one.second_words}", *agreed, "")
