"""A return beside what was decided about it: the setting's words left, the committee's right."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from compact_tui.core.read_forms import CONTACT_NOTE_FORM, PLAN_FORM, REMARK_FORM, moderate_form
from compact_tui.core.read_views import ReadingView, StandardBeside
from compact_tui.services import contact_log, moderating, reading_page
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class ReadingScreen(PartnershipPlace):
    """The standards; below, theirs and ours side by side, or one behind the other in a narrow window."""

    CSS_PATH = "reading.tcss"
    BACK = "readqueue"
    HELP = """Reading a return

Above are the standards: the setting's own grade, with the committee's behind it where that differs.
m gives the committee's grade with a reason; nothing of the setting's is changed. r says, asks or
recommends something, p decides about the action plan, c notes contact. In a narrow window t turns
between theirs and ours. g writes down good practice that was seen here. d says that the return is read,
n goes to the next one.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("moderate", "m", "Grade …", "Say the committee's grade of this standard", footer=True),
        Command("remark", "r", "Remark …", "Comment, ask or recommend", footer=True),
        Command("turn", "t", "Turn", "Turn between the setting's words and ours", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("done", "d", "Read", "Say that this return is read, or open it again", footer=True),
        Command("next", "n", "Next", "Go to the next return of the queue", footer=True),
        Command("plan", "p", "Plan …", "Accept the action plan, or send it back"),
        Command("contact", "c", "Contact …", "Note what was said with the setting"),
        Command("practice", "g", "Good practice …", "Write down good practice seen here, for learning reports"),
        Command("drop", "z", "Take back …", "Take back a remark by its number"),
        Command("back", "escape", "Back", "Back to the queue"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#standards"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: ReadingView | None = None

    @property
    def reading(self) -> str:
        """Id of the return, with ``#2`` for a second reading."""
        return self.standard

    def compose_body(self) -> Iterable[Widget]:
        """The standards, then theirs and ours."""
        yield PickList(id="standards", classes="panel")
        with Horizontal(id="sides"):
            yield Lines(id="theirs")
            yield Lines(id="ours")

    def show(self) -> None:
        """Show the return."""
        self._put(self.attempt(reading_page.reading_page, self.reading))

    def _put(self, view: ReadingView | None) -> None:
        if view is None:
            return
        self._view = view
        blind = ", second reading" if view.second else ""
        self.query_one(StatusBar).show_what(f"{view.name}{blind}", "read" if view.done_on else "")
        listed = self.query_one("#standards", PickList)
        listed.border_title = f"Standards ({len(view.standards)})"
        whole = Row("whole", "The return as a whole", state="attention" if view.reasons else "none")
        each = (Row(one.id, one.title, one.number, one.state, word=one.word) for one in view.standards)
        listed.show_rows((whole, *each))
        self._show_one()

    @property
    def _at(self) -> StandardBeside | None:
        row = self.query_one("#standards", PickList).row
        return next((one for one in self._view.standards if row and one.id == row.id), None) if self._view else None

    def _show_one(self) -> None:
        view, one = self._view, self._at
        if view is None:
            return
        theirs, ours = self.query_one("#theirs", Lines), self.query_one("#ours", Lines)
        turn = ("t: theirs" if self.has_class("-ours") else "t: ours") if self.has_class("-narrow") else ""
        if one is None:
            reasons = tuple(f"- {reason.words}" for reason in view.reasons)
            plan = ("", f"Actions ({len(view.plan)})", *(f"- {line}" for line in view.plan))
            theirs.show_lines("The setting", *view.told, *reasons, *plan, subtitle=turn)
            ours.show_lines("The committee", view.plan_words, *view.whole, *view.contacts, subtitle=turn)
        else:
            theirs.show_lines(f"The setting: {one.own_word}", *one.theirs, subtitle=turn)
            ours.show_lines("The committee", *one.ours, subtitle=turn)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_moderate()

    def action_turn(self) -> None:
        """Turn between the setting's words and ours, where there is room for one of the two."""
        if not self.has_class("-narrow"):
            self.notify("Both stand side by side here.", timeout=3)
            return
        self.toggle_class("-ours")
        self._show_one()

    @work
    async def action_moderate(self) -> None:
        """Ask for the committee's grade."""
        view, one = self._view, self._at
        if view is None or one is None:
            self.notify("Move to a standard first.", timeout=3)
            return

        def take(desk: Desk, typed: dict[str, str]) -> ReadingView:
            return moderating.moderate(desk, self.reading, one.id, typed["level"], typed["reason"])

        typed = {"level": one.moderated or one.own if one.own in dict(view.levels) else "", "reason": one.reason}
        self._put(await self.form_taken(moderate_form(view.levels), take, typed))

    @work
    async def action_remark(self) -> None:
        """Ask what is said to the setting."""
        one = self._at

        def take(desk: Desk, typed: dict[str, str]) -> ReadingView:
            return moderating.remark(desk, self.reading, typed)

        self._put(await self.form_taken(REMARK_FORM, take, {"kind": "comment", "standard": one.number if one else ""}))

    @work
    async def action_plan(self) -> None:
        """Ask what becomes of the plan."""

        def take(desk: Desk, typed: dict[str, str]) -> ReadingView:
            return moderating.decide_plan(desk, self.reading, typed)

        self._put(await self.form_taken(PLAN_FORM, take))

    @work
    async def action_contact(self) -> None:
        """Ask what was said with the setting."""
        entry = self._view.entry if self._view else ""

        def take(desk: Desk, typed: dict[str, str]) -> object:
            return contact_log.note_contact(desk, entry, typed)

        if await self.form_taken(CONTACT_NOTE_FORM, take) is not None:
            self.show()

    @work
    async def action_practice(self) -> None:
        """Write down good practice seen in this return, at the standard of the cursor."""
        from compact_tui.core.good_practice import GOOD_PRACTICE_FORM, PracticeView
        from compact_tui.services import good_practice

        view, one = self._view, self._at
        if view is None:
            return

        def take(desk: Desk, typed: dict[str, str]) -> PracticeView:
            return good_practice.keep_practice(desk, typed)

        seen = {"standard": one.number if one else "", "return_id": view.return_id}
        if await self.form_taken(GOOD_PRACTICE_FORM, take, seen) is not None:
            self.notify("Written down for the learning reports. No report says where it was seen.", timeout=4)

    @work
    async def action_drop(self) -> None:
        """Ask which remark, and take it back."""
        from compact_tui.core.read_forms import REMARK_NUMBER_FORM

        def take(desk: Desk, typed: dict[str, str]) -> ReadingView:
            return moderating.drop_remark(desk, typed["number"])

        self._put(await self.form_taken(REMARK_NUMBER_FORM, take))

    def action_done(self) -> None:
        """Say that it is read, or open it again."""
        if self._view is not None:
            done = self.attempt(moderating.finish_reading, self.reading, again=bool(self._view.done_on))
            self._put(done)
            if done is not None:
                self.notify(done.sentence, timeout=5)

    def action_next(self) -> None:
        """Go to the next return of the queue."""
        if self._view is None or not self._view.next:
            self.notify("That was the last of the queue.", timeout=3)
        else:
            self.go("reading", self._view.next)
