"""One standard: what it is about, its criteria with their answers, and what they suggest."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.reply_beside import first_remark
from compact_tui.core.views import StandardPage, StandardView
from compact_tui.services import grading
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.walk import WalkScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.says_panel import SaysPanel
from compact_tui.ui.widgets.status_bar import StatusBar


class StandardScreen(WalkScreen):
    """The way into a standard."""

    CSS_PATH = "standard.tcss"
    HELP = """A standard

First what it is about, then its criteria. enter opens the one at the cursor, g is its
grade. The suggestion follows from the answers; the grade is yours.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("open", "enter", "Open", "Open the criterion at the cursor", footer=True),
        Command("grade", "g", "Grade", "Choose the grade of this standard", footer=True),
        Command("next", "n,right_square_bracket", "Next", "The next standard", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("previous", "p,left_square_bracket", "Previous", "The standard before", footer=True),
        Command("back", "escape", "Back", "Back to the list of standards", footer=True),
        Command("reply", "y", "Reply", "The partnership's reply: read it, act on it, answer it"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#criteria"
    BACK = "audit"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._page: StandardPage | None = None

    def compose_panels(self) -> Iterable[Widget]:
        """What it is about, its criteria, and where it stands."""
        yield Lines(id="about")
        yield PickList(id="criteria", classes="panel")
        yield SaysPanel()
        yield Lines(id="stands")

    def show(self) -> None:
        """Show the standard."""
        page = self.attempt(grading.standard_page, self.standard)
        if page is None:
            return
        self._page = page
        standard = page.standard
        self.set_class(standard.state == "not-started", "-new")
        self.query_one(StatusBar).show_what(page.title, f"{page.part_word} {standard.number} of {len(page.rail.rows)}")
        self.show_rail(page.rail, f"{standard.answered} of {len(standard.criteria)} answered")
        self.query_one("#about", Lines).show_lines(
            f"{standard.number} {standard.title}", " ".join(standard.introduction.split())
        )
        self._show_criteria(page, standard)
        self._show_state(standard)

    def _show_criteria(self, page: StandardPage, standard: StandardView) -> None:
        rows = tuple(
            Row(
                criterion.id,
                criterion.question,
                criterion.number,
                state="done" if criterion.answer_word else "not-started",
                word=criterion.answer_word or criterion.duty_word,
            )
            for criterion in standard.criteria
        )
        if standard.levels:
            graded = "done" if standard.grade_word and not standard.provisional else "not-started"
            rows += (Row("grade", "Grade this standard", "g", graded, word=standard.grade_word),)
        criteria = self.query_one("#criteria", PickList)
        criteria.border_title = f"Which {page.question_word}?"
        criteria.border_subtitle = standard.counted
        start = self.criterion or (page.first_open if standard.answered < len(standard.criteria) else "grade")
        criteria.show_rows(rows, start)

    def _show_state(self, standard: StandardView) -> None:
        self.query_one(SaysPanel).show_standard(standard)
        suggested = f"Suggested: {standard.suggested_word}. " if standard.suggested_word else ""
        self.query_one("#stands", Lines).show_lines(
            f"Grade: {standard.grade_word or 'not graded yet'}" if standard.levels else "Where it stands",
            suggested + standard.suggested_because if standard.levels else standard.impact_prompt,
            standard.step_up,
            f"Reason given: {standard.reason}" if standard.reason else "",
            standard.summary,
        )

    @on(PickList.Picked, "#criteria")
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        if event.row.id == "grade":
            self.action_grade()
        else:
            self.go("criterion", self.standard, event.row.id)

    def action_open(self) -> None:
        """Open what is at the cursor."""
        self.query_one("#criteria", PickList).action_pick()

    def action_grade(self) -> None:
        """Go to the grade."""
        if self._page and self._page.standard.levels:
            self.go("grade", self.standard)

    def action_reply(self) -> None:
        """Go to the reply; back leads here."""
        if self._page and self._page.standard.partnership_says:
            said = first_remark(self._page.standard.partnership_says)
            self.go("reply", self.standard, field=said, back="standard")

    def action_next(self) -> None:
        """The next standard."""
        if self._page and self._page.next:
            self.go("standard", self._page.next)

    def action_previous(self) -> None:
        """The standard before."""
        if self._page and self._page.previous:
            self.go("standard", self._page.previous)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grey what leads nowhere."""
        if self._page and (
            (action == "next" and not self._page.next) or (action == "previous" and not self._page.previous)
        ):
            return None
        if self._page and action == "reply" and not self._page.standard.partnership_says:
            return None
        return None if action == "grade" and self._page and not self._page.standard.levels else True
