"""The grade of a standard: what is suggested and why, the model answers, the summary."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from compact_tui.core.reply_beside import first_remark
from compact_tui.core.text import visible
from compact_tui.core.views import LevelView, StandardPage, StandardView
from compact_tui.services import grading
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.writing import WritingScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.says_panel import SaysPanel
from compact_tui.ui.widgets.seen_line import SeenLine
from compact_tui.ui.widgets.status_bar import StatusBar
from compact_tui.ui.widgets.text_box import TextBox
from compact_tui.ui.widgets.words import Words, title


class GradeScreen(WritingScreen):
    """Choose the model answer that fits, and say what is different for children."""

    CSS_PATH = "grade.tcss"
    HELP = """The grade

Read the model answers with the arrows and choose with enter or the number in front. The
suggestion follows from your answers; where you choose another, say why. s writes the summary:
what is different for children here? n goes on to the next standard.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("choose", "enter", "Choose", "Choose the level at the cursor", footer=True),
        Command("summary", "s", "Summary", "Write the summary", footer=True),
        Command("next", "n,right,right_square_bracket", "Next standard", "Go on to the next standard", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the standard", footer=True),
        Command("reason", "w", "Reason", "Say why your grade differs from the suggested one"),
        Command("previous", "p,left,left_square_bracket", "Last criterion", "Back to the last criterion"),
        Command("confirm", "c", "Confirm", "Confirm the provisional grade of the first pass"),
        Command("clear", "backspace", "No grade", "Take the grade away again"),
        Command("reply", "y", "Reply", "The partnership's reply: read it, act on it, answer it"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#levels"
    BACK = "standard"
    BOX = "#summary"
    REST = "#levels"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._page: StandardPage | None = None

    def compose_panels(self) -> Iterable[Widget]:
        """Suggestion and levels; the model answer at the cursor beside the summary."""
        with Vertical(id="choice", classes="panel"):
            yield Words(id="suggestion")
            yield PickList(id="levels")
        yield SaysPanel()
        with Horizontal(id="beside"):
            yield Lines(id="model")
            yield TextBox(id="summary")
        yield SeenLine()

    def show(self) -> None:
        """Show the grade."""
        page = self.attempt(grading.standard_page, self.standard)
        if page is None:
            return
        first, self._page = self._page is None, page
        standard = page.standard
        self.query_one(StatusBar).show_what(page.title, f"grade of standard {standard.number}")
        self.show_rail(page.rail, f"{standard.answered} of {len(standard.criteria)} answered")
        self._show_levels(standard, first)
        self.query_one(SaysPanel).show_standard(standard)
        self._show_model()
        self.query_one("#summary", TextBox).show_text(standard.summary, "Summary (s)", standard.impact_prompt)
        self.look_at_text()

    def _show_levels(self, standard: StandardView, first: bool) -> None:
        panel = self.query_one("#choice", Vertical)
        question = f"{standard.number} {standard.title}: which fits us?"
        title(panel, question, f"grade: {standard.grade_word or 'not graded yet'}")
        suggested = f"Suggested: {standard.suggested_word}. " if standard.suggested_word else ""
        reason = f"Your reason: {' '.join(standard.reason.split())}\n" if standard.reason else ""
        last = f"{standard.last_time}\n" if standard.last_time else ""
        confirm = f"{standard.to_confirm}: c confirms it, or choose another.\n" if standard.to_confirm else ""
        words = confirm + last + reason + f"{suggested}{standard.suggested_because} {standard.step_up}".strip()
        self.query_one("#suggestion", Words).say(self.program.glyphs.text(visible(words)))
        rows = tuple(
            Row(level.id, level.word, str(at), _state(level), level.meaning, _level_word(level))
            for at, level in enumerate(standard.levels, 1)
        )
        start = standard.grade if standard.grade_word else standard.suggested
        self.query_one("#levels", PickList).show_rows(rows, start if first else None)

    def _show_model(self) -> None:
        row = self.query_one("#levels", PickList).row
        if self._page is None or row is None:
            return
        standard = self._page.standard
        level = next(level for level in standard.levels if level.id == row.id)
        steps = [
            line
            for step in standard.next_steps
            if step.from_word == level.word
            for line in (
                "",
                f"From here to {step.to_word}:",
                *(f"{self.program.glyphs['bullet']} {s}" for s in step.steps),
            )
        ]
        self.query_one("#model", Lines).show_lines(level.word, level.model_answer or level.meaning, *steps)

    @on(PickList.Moved, "#levels")
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_model()

    @on(PickList.Picked, "#levels")
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self._choose(event.row.id)

    def on_key(self, event: events.Key) -> None:
        """The number in front of a level chooses it."""
        levels = self.query_one("#levels", PickList)
        if isinstance(self.focused, TextBox):
            return
        for at, row in enumerate(levels.rows):
            if event.character == row.key:
                event.stop()
                levels.cursor = at
                self._choose(row.id)

    def _choose(self, level: str) -> None:
        self.hand_over()
        standard = self.attempt(grading.grade, self.standard, level)
        if standard is not None:
            self.show()
            if standard.suggested_word and standard.grade != standard.suggested and not standard.reason:
                self.action_reason()

    def action_choose(self) -> None:
        """Choose the level at the cursor."""
        self.query_one("#levels", PickList).action_pick()

    def action_confirm(self) -> None:
        """Confirm the provisional grade."""
        if self._page is not None and self._page.standard.provisional:
            self._choose(self._page.standard.grade)
        else:
            self.notify("There is no provisional grade here.", timeout=3)

    @work
    async def action_reason(self) -> None:
        """Ask why the grade differs; a draft that was left is offered again."""
        from compact_tui.ui.dialogs.text import TextDialog

        if self._page is None or not self._page.standard.grade_word or self._page.standard.provisional:
            self.notify("Choose a grade first.", timeout=3)
            return
        standard = self._page.standard
        draft = await self.app.push_screen_wait(
            TextDialog(
                f"Why {standard.grade_word}?",
                f"{standard.grade_word} is kept. Your answers suggest {standard.suggested_word}; a reader will ask why."
                if standard.suggested_word
                else "A sentence for the reader of the return, if you like.",
                self.drafts.get(standard.id, standard.reason),
                needed=False,
            )
        )
        self.drafts[standard.id] = draft.text
        if draft.taken and self.attempt(grading.grade, standard.id, standard.grade, reason=draft.text) is not None:
            self.show()

    def shown_and_kept(self) -> tuple[str, str]:
        """The summary as it was shown last, and as it is kept now."""
        kept = self.attempt(grading.show_standard, self.standard)
        shown = self._page.standard.summary if self._page else ""
        return shown, kept.summary if kept else shown

    def write(self, text: str, change_id: str) -> str | None:
        """Keep the summary."""
        written = self.attempt(grading.summarise, self.standard, text, change_id=change_id)
        return written[1] if written is not None else None

    def _begin_with(self, field: str) -> None:
        """Begin with the summary or the reason."""
        if field == "summary":
            self.action_summary()
        elif field == "reason":
            self.action_reason()

    def action_summary(self) -> None:
        """Write the summary."""
        self.start_writing()

    def action_clear(self) -> None:
        """Take the grade away."""
        if self._page and self._page.standard.grade_word and self.attempt(grading.grade, self.standard, ""):
            self.show()

    def action_reply(self) -> None:
        """Go to the reply; back leads here."""
        if self._page is not None and self._page.standard.partnership_says:
            said = first_remark(self._page.standard.partnership_says)
            self.go("reply", self.standard, field=said, back="grade")
        else:
            self.notify("No reply says anything of this standard.", timeout=3)

    def action_next(self) -> None:
        """The next standard; after the last, the return."""
        if self._page is not None:
            self.go("standard", self._page.next) if self._page.next else self.go("return")

    def action_previous(self) -> None:
        """The last criterion of this standard."""
        if self._page and self._page.standard.criteria:
            self.go("criterion", self.standard, self._page.standard.criteria[-1].id)


def _level_word(level: LevelView) -> str:
    words = ("provisional" if level.provisional else "", "suggested" if level.suggested else "")
    return ", ".join(word for word in words if word)


def _state(level: LevelView) -> str:
    if level.provisional:
        return "attention"
    return "done" if level.chosen else "none"
