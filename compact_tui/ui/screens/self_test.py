"""Testing oneself: choose until it is right; nothing is kept unless one says so at the end."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.self_test import SelfAnswer, SelfQuestion, SelfTest, Tried
from compact_tui.services import self_test as verbs
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar
from compact_tui.ui.widgets.words import title

_WORDS = {"done": "right", "wrong": "not this", "current": "chosen", "none": ""}


class SelfTestScreen(CompactScreen):
    """One question after another, each until it is right."""

    CSS_PATH = "corridor.tcss"
    HELP = """Test yourself

Choose with the letter in front, or with the arrows and enter. Where several are right, choose them
all, then press enter. A question said aloud: answer to yourself, press space, and tick what you said.
Nothing is kept unless you say so at the end.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("look", "enter", "Choose, next", "Choose; when it is right, go on", footer=True),
        Command("tick", "space", "Tick", "Tick the one at the cursor", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Leave", "Leave; nothing is kept", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#heard"
    BACK = "spot"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._test: SelfTest | None = None
        self._at = 0
        self._ticked: tuple[str, ...] = ()
        self._open = False
        """Whether the points of a question said aloud are shown."""
        self._states: dict[str, str] = {}
        """How options that were tried turned out."""
        self._tried: Tried | None = None
        self._answers: tuple[SelfAnswer, ...] = ()

    def compose_body(self) -> Iterable[Widget]:
        """The question, its options, and what comes of a try."""
        yield Lines(id="aloud")
        yield PickList(id="heard", classes="panel")
        yield Lines(id="back")

    def show(self) -> None:
        """Make the test where there is none yet, and show where it stands."""
        if self._test is None:
            self._test = self.attempt(verbs.self_test)
        question = self._question
        if question is None or self._test is None:
            return
        bar = self.program.glyphs.bar(question.number, question.of)
        where = f"question {question.number} of {question.of} {bar}"
        self.query_one(StatusBar).show_what("Test yourself", where, f"seed {self._test.seed}")
        self.set_class(True, "-open")
        self.query_one("#aloud", Lines).show_lines(question.topic, question.prompt)
        heard = self.query_one("#heard", PickList)
        title(heard, question.how, "")
        shown = question.rows if self._open or not question.spoken else ()
        heard.show_rows(tuple(self._row(row.id, row.words, row.key) for row in shown))
        self._show_back(question)
        heard.focus()

    @property
    def _question(self) -> SelfQuestion | None:
        return self._test.questions[self._at] if self._test else None

    def _row(self, row_id: str, words: str, key: str) -> Row:
        state = self._states.get(row_id) or ("current" if row_id in self._ticked else "none")
        return Row(row_id, words, key, state, word=_WORDS[state])

    def _show_back(self, question: SelfQuestion) -> None:
        back, tried = self.query_one("#back", Lines), self._tried
        if tried is None:
            hidden = question.spoken and not self._open
            back.show_lines("Take your time", "space shows the answer." if hidden else "Nothing is kept.")
            return
        marks = f" ({'; '.join(question.marks)})" if question.marks else ""
        source = f"Source: {'; '.join(question.sources)}{marks}"
        answer = (question.answer, "", question.why_it_matters, source) if tried.right else ()
        go_on = "enter goes on." if tried.right else ""
        back.show_lines(tried.sentence, *tried.feedback, *answer, subtitle=go_on)

    def on_key(self, event: events.Key) -> None:
        """The key in front of an option chooses it, or ticks it where several can be."""
        question = self._question
        for row in question.rows if question else ():
            if event.character == row.key and not (self._tried and self._tried.right):
                event.stop()
                self._choose(row.id)

    def _choose(self, row_id: str) -> None:
        question = self._question
        if question is None or (question.spoken and not self._open):
            return
        if question.several or question.spoken:
            left = tuple(name for name in self._ticked if name != row_id)
            self._ticked = left if row_id in self._ticked else (*self._ticked, row_id)
            self._states.pop(row_id, None)
            self.show()
        else:
            self._ticked = (row_id,)
            self._look()

    def action_tick(self) -> None:
        """Show the answer of a question said aloud; else tick the one at the cursor."""
        question, row = self._question, self.query_one("#heard", PickList).row
        if question is not None and question.spoken and not self._open:
            self._open = True
            self.show()
        elif row is not None and not (self._tried and self._tried.right):
            self._choose(row.id)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_look()

    def action_look(self) -> None:
        """Look whether it is right; when it is, go on."""
        question, row = self._question, self.query_one("#heard", PickList).row
        if question is None:
            return
        if self._tried is not None and self._tried.right:
            self._go_on()
        elif question.spoken and not self._open:
            self.action_tick()
        elif question.several or question.spoken:
            self._look()
        elif row is not None:
            self._choose(row.id)

    def _look(self) -> None:
        question = self._question
        tried = self.attempt(verbs.try_answer, question.question, self._ticked) if question else None
        if question is None or tried is None or not (self._ticked or question.spoken):
            return
        if all(answer.question != question.question for answer in self._answers):
            self._answers = (*self._answers, SelfAnswer(question=question.question, chosen=self._ticked))
        self._tried = tried
        if not question.spoken and (tried.right or not question.several):
            self._states.update(dict.fromkeys(self._ticked, "done" if tried.right else "wrong"))
        self.show()

    def _go_on(self) -> None:
        if self._test is None:
            return
        if self._at + 1 < len(self._test.questions):
            self._at += 1
            self._ticked, self._states, self._tried, self._open = (), {}, None, False
            self.show()
        else:
            self._finish()

    @work
    async def _finish(self) -> None:
        """How it went, and whether it is kept."""
        from compact_tui.ui.dialogs.choose import Choose

        result = self.attempt(verbs.self_result, self._test, self._answers)
        if result is None or self._test is None:
            return
        rows = (Row("no", "Keep nothing"), Row("yes", f"Keep it, with no name: {self._test.role}"))
        chosen = await self.app.push_screen_wait(Choose("How it went", rows, lines=result.lines))
        if chosen == "yes" and self.attempt(verbs.keep_self_test, self._test, self._answers) is not None:
            self.notify("Kept.", timeout=3)
        self.go("spot")
