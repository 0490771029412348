"""In the corridor: one question read aloud, what was heard ticked, the model answer said back, the next."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.asking_views import AskPage, AskRow
from compact_tui.core.spot import FULL, KNEW_WHERE, LEVELS, NOT_YET, PARTIAL
from compact_tui.services import spot_checks
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar
from compact_tui.ui.widgets.words import title

_OWN_WORDS = "Something else …"
_KEYS = {FULL: "f", PARTIAL: "p", NOT_YET: "n", KNEW_WHERE: "k"}
_STATES = {"must-not": "attention", "unsafe": "attention", "wrong": "wrong"}
_WEIGHTS = {
    "must": "needed",
    "should": "adds to it",
    "must-not": "unsafe",
    "right": "right",
    "wrong": "not right",
    "unsafe": "unsafe",
}


class CorridorScreen(CompactScreen):
    """A question of a round. The round's id comes as ``standard``, a question's as ``criterion``."""

    CSS_PATH = "corridor.tcss"
    HELP = """In the corridor

Read the question aloud. space shows what to listen for. Tick what you hear with its key; enter keeps
what that amounts to and goes on. f, p, n, k say it yourself. Say the model answer back to them: that
is how people learn. Nobody fails here; it is "not yet". Each step is saved at once: if you must
run, the round waits for you, and ctrl+z takes back the last step.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("reveal", "space", "Show", "Show what to listen for, and the model answer", footer=True),
        Command("keep", "enter", "Keep", "Keep what was heard and go on", footer=True),
        Command("note", "t", "Note", "Write a line of note", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("flag", "x", "Flag", "Say that this question is not good"),
        Command("back", "escape", "Leave", "Leave; the round can be gone on with", footer=True),
        *(Command(f"level('{level}')", _KEYS[level], word.capitalize(), f"It was: {word}") for level, word in LEVELS),
        Command("why", "w", "Why this one?", "Why this question was picked"),
        Command("previous", "left", "Before", "The question before"),
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#aloud"
    BACK = "spot"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._page: AskPage | None = None
        self._shown: set[str] = set()
        """Questions of which the answer was shown."""

    def compose_body(self) -> Iterable[Widget]:
        """The question; below it, once it is wanted, what to listen for and what to say back."""
        yield Lines(id="aloud")
        yield PickList(id="heard", classes="panel")
        yield Lines(id="back")

    @property
    def _open(self) -> bool:
        """Whether what to listen for is shown."""
        page = self._page
        return page is not None and (page.question in self._shown or bool(page.level))

    def show(self) -> None:
        """Show the question, and what belongs to it once it is wanted."""
        page = self._page = self.attempt(spot_checks.question_page, self.standard, self.criterion)
        if page is None:
            return
        self.criterion = page.question
        bar = self.program.glyphs.bar(page.number, page.of)
        self.query_one(StatusBar).show_what("Spot check", page.group, f"question {page.number} of {page.of} {bar}")
        self.set_class(self._open, "-open")
        for name in ("#heard", "#back"):
            self.query_one(name).set_class(not self._open, "-away")
        aloud = self.query_one("#aloud", Lines)
        topic = f"{page.topic} (asked before)" if page.repeated else page.topic
        below = () if self._open else page.choices
        aloud.show_lines("Read aloud", page.prompt, *(f"\n   {choice}" for choice in below), subtitle=topic)
        if self._open:
            self._show_heard(page)
            self._show_back(page)
        self.query_one("#heard" if self._open else "#aloud").focus()

    def _show_heard(self, page: AskPage) -> None:
        heard = self.query_one("#heard", PickList)
        kept = f"kept: {page.level_words}" if page.level else f"enter keeps: {page.proposed_words}"
        title(heard, page.kind_words.capitalize(), f"unsafe; {kept}" if page.unsafe else kept)
        heard.show_rows(tuple(_row(row) for row in page.rows))

    def _show_back(self, page: AskPage) -> None:
        marks = f" ({'; '.join(page.marks)})" if page.marks else ""
        extra = ('"I would ask the lead" is a good answer here.',) if page.knew_where else ()
        note = (f"Note: {page.note}",) if page.note else ()
        flagged = ("You flagged this question.",) if page.flagged else ()
        source = f"Source: {'; '.join(page.sources)}{marks}"
        lines = (page.answer, *extra, *note, *flagged, "", page.why_it_matters, source)
        self.query_one("#back", Lines).show_lines("Say this back", *lines)

    def on_key(self, event: events.Key) -> None:
        """The key in front of a point or option ticks it; for options it shows the answer as well."""
        page = self._page
        if page is None or not (self._open or page.choices):
            return
        for row in page.rows:
            if event.character == row.key:
                event.stop()
                self._tick(row.id)

    def _tick(self, row_id: str) -> None:
        page = self._page
        if page is None:
            return
        self._shown.add(page.question)
        heard = {row.id: row.heard for row in page.rows}
        heard[row_id] = not heard[row_id]
        points = [name for name, said in heard.items() if said]
        if self.attempt(spot_checks.hear, page.check, page.question, points=points, level="") is not None:
            self.show()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_keep()

    def action_reveal(self) -> None:
        """Show what to listen for; again: tick the one at the cursor."""
        row = self.query_one("#heard", PickList).row
        if self._open and row is not None:
            self._tick(row.id)
        else:
            self._reveal()

    def _reveal(self) -> None:
        if self._page is not None:
            self._shown.add(self._page.question)
            self.show()

    def action_level(self, level: str) -> None:
        """Say what it amounts to, and go on."""
        page = self._page
        if page is None:
            return
        if not self._open:
            self._reveal()
        elif self.attempt(spot_checks.hear, page.check, page.question, level=level) is not None:
            self._go_on()

    def action_keep(self) -> None:
        """Keep what the ticks amount to, and go on."""
        if self._page is not None:
            self.action_level(self._page.level or self._page.proposed)

    def action_why(self) -> None:
        """Say why this question was picked."""
        if self._page is not None:
            self.notify(self._page.why_asked, title="Why this question?", timeout=8, markup=False)

    def _go_on(self) -> None:
        if self._page is not None and self._page.next:
            self.criterion = self._page.next
            self.show()
        else:
            self._finish()

    @work
    async def _finish(self) -> None:
        """Two lines on how it went, and one follow-up."""
        from compact_tui.ui.dialogs.choose import Choose
        from compact_tui.ui.dialogs.text import TextDialog

        end = self.attempt(spot_checks.finish, self.standard)
        if end is None:
            return
        rows = (*(Row(words, words) for words in end.follow_ups), Row(_OWN_WORDS, _OWN_WORDS))
        chosen = await self.app.push_screen_wait(Choose("And now?", rows, lines=end.lines))
        if chosen == _OWN_WORDS:
            draft = await self.app.push_screen_wait(TextDialog("What follows?", "One thing, in a few words."))
            chosen = draft.text if draft.taken else None
        if chosen and self.attempt(spot_checks.finish, self.standard, chosen) is not None:
            self.notify("Kept. Thank them.", timeout=3)
        self.go("spot")

    def action_previous(self) -> None:
        """The question before."""
        if self._page is not None and self._page.previous:
            self.criterion = self._page.previous
            self.show()

    def action_undo(self) -> None:
        """Take back the last step of this round."""
        page = self.attempt(spot_checks.take_back, self.standard)
        if page is not None:
            self.criterion = page.question
            self._shown.add(page.question)
            self.show()

    @work
    async def action_note(self) -> None:
        """Write a line of note."""
        from compact_tui.ui.dialogs.text import TextDialog

        page = self._page
        if page is None:
            return
        words = "What they said, in a few words. No names, and nothing about a child."
        draft = await self.app.push_screen_wait(TextDialog("A line of note", words, page.note, needed=False))
        if draft.taken and self.attempt(spot_checks.hear, page.check, page.question, note=draft.text) is not None:
            self._shown.add(page.question)
            self.show()

    @work
    async def action_flag(self) -> None:
        """Say that this question is not good."""
        from compact_tui.ui.dialogs.text import TextDialog

        page = self._page
        if page is None:
            return
        words = "Wrong, unclear, out of date? It goes to the owner of the bank with your next export."
        draft = await self.app.push_screen_wait(TextDialog("What is wrong with this question?", words, ""))
        if draft.taken and self.attempt(spot_checks.flag, page.check, page.question, draft.text) is not None:
            self.show()


def _row(row: AskRow) -> Row:
    state = _STATES.get(row.kind, "done") if row.heard else "none"
    heard = "heard, " if row.heard else ""
    return Row(row.id, row.words, row.key, state, word=f"{heard}{_WEIGHTS[row.kind]}")
