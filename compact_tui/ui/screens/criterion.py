"""One criterion: read it, answer it with one key, write what was found."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from compact_tui.core.pack import UNANSWERED
from compact_tui.core.progress import FILTERS
from compact_tui.core.views import AnswerOption, CriterionPage
from compact_tui.services import answering
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.records_here import actions_here, evidence_here
from compact_tui.ui.screens.settling import SettlingScreen
from compact_tui.ui.screens.writing import WritingScreen
from compact_tui.ui.widgets.criterion_panels import QuestionPanel, action_lines, evidence_lines, guidance_lines
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList
from compact_tui.ui.widgets.seen_line import SeenLine
from compact_tui.ui.widgets.status_bar import StatusBar
from compact_tui.ui.widgets.text_box import TextBox


class CriterionScreen(SettlingScreen):
    """The screen that is used sixty times."""

    CSS_PATH = "criterion.tcss"
    HELP = """A criterion

Press the letter of your answer; it is saved at once. enter writes what you found, right or
space goes on. w shows what good looks like, where to look and whom to ask.
v changes to a private note that never leaves this computer. f walks only through those that
are unanswered, open, or musts. c confirms what you said in the last round, d drops it.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("note", "enter", "Note", "Write what you found", footer=True),
        Command("next", "right,space,right_square_bracket", "Next", "The next criterion", footer=True),
        Command("guidance", "w", "Guidance", "What good looks like, where to look, whom to ask", footer=True),
        Command("evidence", "e", "Evidence", "Use evidence that is there already, or add a piece", footer=True),
        Command("action", "a", "Action", "Add an action, or close one from here", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("confirm", "c", "Confirm", "What you said in the last round still holds"),
        Command("drop", "d", "Dismiss", "Drop what was carried from the last round"),
        Command("grade", "g", "Grade", "Go to the grade of this standard"),
        Command("previous", "left,left_square_bracket", "Previous", "The criterion before"),
        Command("private", "v", "Private note", "Change between the note and the private one"),
        Command("filter", "f", "Filter", "Walk through all, unanswered, open, or musts"),
        Command("clear", "backspace", "No answer", "Take the answer away again"),
        Command("back", "escape", "Back", "Back to the standard"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#answers"
    BACK = "standard"
    BOX = "#note"
    REST = "#answers"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._page: CriterionPage | None = None
        self._private = False

    def compose_panels(self) -> Iterable[Widget]:
        """Question and answers; guidance; note, evidence and actions."""
        yield QuestionPanel()
        yield Lines(id="guidance")
        with Horizontal(id="beside"):
            yield TextBox(id="note")
            with Vertical(id="records"):
                yield Lines(id="evidence")
                yield Lines(id="actions")
        yield SeenLine()

    def on_mount(self) -> None:
        """Open guidance as the person had it."""
        self.set_class(bool(self.program.guidance_open), "-guidance")
        self.set_class(self.program.guidance_open is None, "-guidance-by-size")
        super().on_mount()

    def show(self) -> None:
        """Show the criterion."""
        page = self.attempt(answering.criterion_page, self.criterion, self.program.filter_id)
        if page is None:
            return
        moved = self._page is None or self._page.criterion.id != page.criterion.id
        self._page = page
        self.standard = page.standard
        self.query_one(StatusBar).show_what(page.title, page.standard_title)
        shown = "" if page.filter == "all" else f"{page.filter_words}: "
        self.show_rail(page.rail, f"{shown}{page.standard_answered} of {page.standard_criteria} answered")
        self.query_one(QuestionPanel).show_page(page, moved)
        self._show_beside(page)

    def _show_beside(self, page: CriterionPage) -> None:
        criterion, glyphs = page.criterion, self.program.glyphs
        note = self.query_one("#note", TextBox)
        if self._private:
            title = "Private note: never leaves" + (" (a note is there too)" if criterion.note else "")
            note.show_text(criterion.private_note, title, "Only you see this. Press v for the note.")
        else:
            title = "What we found" + (" (v: private note)" if criterion.private_note else "")
            note.show_text(criterion.note, title, "Press enter to write. Name things, never a child.")
        self.look_at_text()
        self.query_one("#evidence", Lines).show_lines(
            f"Evidence ({len(criterion.evidence)})", *evidence_lines(criterion.evidence, glyphs["bullet"])
        )
        self.query_one("#actions", Lines).show_lines(
            f"Actions ({len(criterion.actions)})",
            *action_lines(criterion.actions, glyphs["bullet"], glyphs["attention"]),
        )
        self.query_one("#guidance", Lines).show_lines(
            "What good looks like", *guidance_lines(criterion.guidance, glyphs["bullet"])
        )

    def on_key(self, event: events.Key) -> None:
        """The letters of the answers come from the pack; enter writes while the cursor is on no answer."""
        if self._page is None or isinstance(self.focused, TextBox):
            return
        answers = self.query_one("#answers", PickList)
        if event.key == "enter" and self.focused is answers and answers.row is None:
            event.stop()
            self.action_note()
            return
        for option in self._page.options:
            if event.character == option.key:
                event.stop()
                self._answer(option)

    @on(PickList.Picked, "#answers")
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        if self._page is None:
            return
        option = next(option for option in self._page.options if option.id == event.row.id)
        if option.chosen:
            self.action_note()
        else:
            self._answer(option)

    def _answer(self, option: AnswerOption) -> None:
        self.hand_over()
        if option.needs_reason:
            self._answer_with_reason(option)
        elif self.attempt(answering.answer, self.criterion, option.id) is not None:
            self.show()

    @work
    async def _answer_with_reason(self, option: AnswerOption) -> None:
        """Ask why, then answer; a draft that was left is offered again."""
        from compact_tui.ui.dialogs.text import TextDialog

        here = self.criterion
        reason = self._page.criterion.reason if self._page else ""
        draft = await self.app.push_screen_wait(
            TextDialog(
                f"{option.word}: why?",
                "Whoever reads this sees your reason. One sentence is enough.",
                self.drafts.get(here, reason),
            )
        )
        self.drafts[here] = draft.text
        if draft.taken and self.attempt(answering.answer, here, option.id, reason=draft.text) is not None:
            self.show()

    def shown_and_kept(self) -> tuple[str, str]:
        """The note as it was shown last, and as it is kept now."""
        field = "private_note" if self._private else "note"
        kept = self.attempt(answering.show_criterion, self.criterion)
        shown = getattr(self._page.criterion, field) if self._page else ""
        return shown, getattr(kept, field) if kept else shown

    def write(self, text: str, change_id: str) -> str | None:
        """Keep the note."""
        written = self.attempt(answering.write_note, self.criterion, text, private=self._private, change_id=change_id)
        return written[1] if written is not None else None

    action_note = WritingScreen.start_writing

    def _begin_with(self, field: str) -> None:
        """Begin with the note, the private note or the reason."""
        chosen = next((option for option in self._page.options if option.chosen), None) if self._page else None
        if field == "note":
            self.action_note()
        elif field == "private_note":
            self.action_private()
        elif field == "reason" and chosen is not None and chosen.needs_reason:
            self._answer_with_reason(chosen)

    def action_private(self) -> None:
        """Change between the note and the private one."""
        self.hand_over()
        self._private = not self._private
        self.show()
        if self._private:
            self.action_note()

    def action_guidance(self) -> None:
        """Show or hide guidance, and keep it so while walking."""
        shown = self.query_one("#guidance", Lines).display_now
        self.program.guidance_open = not shown
        self.remove_class("-guidance-by-size")
        self.set_class(not shown, "-guidance")

    def _walk(self, criterion: str) -> None:
        self.hand_over()
        self.criterion = criterion
        self._private = False
        self.query_one("#answers", PickList).focus()
        self.show()

    def action_next(self) -> None:
        """The next criterion, or the grade when the standard is through."""
        if self._page is None:
            return
        if self._page.next:
            self._walk(self._page.next)
        elif self.program.filter_id == "all":
            self.action_grade()
        else:
            self.notify(f"That was the last ({self._page.filter_words}). Press f for another walk.", timeout=4)

    def action_previous(self) -> None:
        """The criterion before."""
        if self._page and self._page.previous:
            self._walk(self._page.previous)
        else:
            self.notify("This is the first.", timeout=2)

    def action_grade(self) -> None:
        """Go to the grade; a pack without levels ends with the whole."""
        if self._page and self._page.gradable:
            self.go("grade", self.standard)
        elif self._page and not self._page.next:
            self.go("return")

    def action_clear(self) -> None:
        """Take the answer away."""
        if (
            self._page
            and self._page.criterion.answer_word
            and self.attempt(answering.answer, self.criterion, UNANSWERED)
        ):
            self.show()

    def _waits(self) -> bool:
        return self._page is not None and bool(self._page.criterion.before)

    def action_filter(self) -> None:
        """The next filter."""
        ids = [known for known, _ in FILTERS]
        self.program.filter_id = ids[(ids.index(self.program.filter_id) + 1) % len(ids)]
        self.notify(f"Walking through {dict(FILTERS)[self.program.filter_id]}.", timeout=3)
        self.show()

    @work
    async def action_evidence(self) -> None:
        """Back this criterion with evidence that is there already, or with a new piece."""
        self.hand_over()
        if await evidence_here(self, self.criterion):
            self.show()

    @work
    async def action_action(self) -> None:
        """Add an action from this criterion, or change one that came from it."""
        self.hand_over()
        if await actions_here(self, self.criterion):
            self.show()
