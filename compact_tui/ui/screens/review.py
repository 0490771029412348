"""Review: what a reader of the return would question, and the way to mend each."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.review_views import FILTERS, FindingView, ReviewView
from compact_tui.services import review
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_STATES = {"error": "wrong", "warning": "attention", "note": "bullet"}


class ReviewScreen(CompactScreen):
    """The findings, worst first; the one at the cursor in full below."""

    CSS_PATH = "review.tcss"
    HELP = """Review

What a reader of your return would question, worst first. enter goes to the place to mend it;
escape there comes back here. Only errors hold the return back. x sets one aside with a reason,
which travels with the return; u takes it up again.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("mend", "enter", "Go", "Go to the place where it is mended", footer=True),
        Command("set_aside", "x", "Set aside", "Set it aside with a reason that travels with the return", footer=True),
        Command("take_up", "u", "Take up", "Let one that was set aside stand again", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("filter", "f", "Filter", "Show everything, or one kind only", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
        Command("return", "r", "Return", "See the return"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#findings"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: ReviewView | None = None
        self._drafts: dict[str, str] = {}
        """Reasons that were left half-written, by finding."""

    def compose_body(self) -> Iterable[Widget]:
        """The list, then the one at the cursor."""
        yield PickList(id="findings", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show the findings; the cursor stands where it stood last."""
        first = self._view is None
        view = self._view = self.attempt(review.review, self.program.review_filter)
        if view is None:
            return
        self.query_one(StatusBar).show_what(view.title, "review")
        listed = self.query_one("#findings", PickList)
        listed.border_title = "What would a reader ask?"
        listed.border_subtitle = view.sentence if view.filter == "all" else f"{view.filter_words} of {view.sentence}"
        finding, at = self.program.review_at if first else ("", listed.cursor)
        listed.show_rows(tuple(map(_row, view.findings)), finding or None)
        if listed.row is not None and listed.row.id != finding:
            listed.cursor = at
        self._show_one()

    @property
    def _at(self) -> FindingView | None:
        row = self.query_one("#findings", PickList).row
        return next((f for f in self._view.findings if f.id == row.id), None) if self._view and row else None

    def _show_one(self) -> None:
        one, finding = self.query_one("#one", Lines), self._at
        if finding is not None:
            one.show_lines(_place(finding), *_lines(finding))
        elif self._view is not None and self._view.filter != "all":
            one.show_lines("Nothing of this kind", f"Shown: {self._view.filter_words}. Press f for the next kind.")
        else:
            one.show_lines(
                "Nothing to question", "The rules found nothing that a reader would ask about. Press r for the return."
            )

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_mend()

    def action_mend(self) -> None:
        """Go to the place where the finding at the cursor is mended, and come back here on escape."""
        finding = self._at
        if finding is None:
            self.notify("There is nothing here.", timeout=3)
            return
        if finding.place == "review":
            self.notify("Press u to take it up again, then set it aside in other words.", timeout=4)
            return
        self.program.review_at = (finding.id, self.query_one("#findings", PickList).cursor)
        self.go(
            finding.place, finding.standard, finding.criterion, field=finding.record or finding.field, back="review"
        )

    @work
    async def action_set_aside(self) -> None:
        """Ask why it can stand, then set it aside; a draft that was left is offered again."""
        from compact_tui.ui.dialogs.text import TextDialog

        finding = self._at
        if finding is None or finding.firm:
            words = "This cannot be set aside: the return would mislead." if finding else "There is nothing here."
            self.notify(words, timeout=4)
            return
        body = f"{finding.message}\nYour reason travels with the return; the reader sees it."
        draft = await self.app.push_screen_wait(
            TextDialog("Why can it stand?", body, self._drafts.get(finding.id, finding.set_aside))
        )
        self._drafts[finding.id] = draft.text
        if draft.taken and self.attempt(review.set_aside, finding.id, draft.text) is not None:
            self.show()

    def action_take_up(self) -> None:
        """Let the one at the cursor stand again."""
        finding = self._at
        if finding is None or not finding.set_aside:
            self.notify("This was not set aside." if finding else "There is nothing here.", timeout=3)
        elif self.attempt(review.take_up, finding.id) is not None:
            self.show()

    def action_filter(self) -> None:
        """The next kind."""
        ids = [known for known, _ in FILTERS]
        self.program.review_filter = ids[(ids.index(self.program.review_filter) + 1) % len(ids)]
        self.show()

    def action_return(self) -> None:
        """See the return."""
        self.go("return")


def _row(finding: FindingView) -> Row:
    word = "set aside" if finding.set_aside else finding.severity_word
    state = "done" if finding.set_aside else _STATES[finding.severity]
    quiet = bool(finding.set_aside)
    return Row(finding.id, finding.number, state=state, detail=finding.message, word=word, quiet=quiet)


def _place(finding: FindingView) -> str:
    return f"{finding.number} {finding.title}".strip() or finding.rule_words


def _lines(finding: FindingView) -> Iterable[str]:
    yield f"{finding.severity_word.capitalize()}: {finding.message}"
    if finding.seen:
        yield f"In {finding.field_words}: {', '.join(finding.seen)}"
    if finding.set_aside:
        yield f"Set aside: {finding.set_aside}"
    yield ""
    yield finding.remedy
    if finding.field_words and not finding.seen:
        yield f"enter goes to {finding.field_words}."
