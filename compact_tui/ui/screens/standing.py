"""Standing: what we say of each standard beside what staff know, files show and boards show."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.standing_views import StandingRow, StandingView, StandingVoice
from compact_tui.services import standing
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.sharing import ask_sharing
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class StandingScreen(CompactScreen):
    """The standards, what differs most first; the cursor begins on the one it was opened with."""

    CSS_PATH = "standing.tcss"
    HELP = """Standing

What you say of each standard, beside what staff know, files show and boards show. What differs most
stands first; nobody is to blame for a difference, it is where to look. enter opens what explains it; tab
goes to the four lines of the standard. e keeps a line as evidence, with its figures and its day.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("open", "enter", "Open", "Open the place that explains the line at the cursor", footer=True),
        Command("evidence", "e", "Evidence", "Keep the line at the cursor as evidence", footer=True),
        Command("lines", "tab", "Lines", "Go to the four lines of the standard, and back", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("share", "s", "Share …", "Say whether counts of it travel with the return", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#standards"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: StandingView | None = None
        self._said = ""
        """What was done last."""

    def compose_body(self) -> Iterable[Widget]:
        """The standards, the four lines of the one at the cursor, the difference in a sentence."""
        yield PickList(id="standards", classes="panel")
        yield PickList(id="voices", classes="panel", quiet_cursor=True)
        yield Lines(id="because")

    def show(self) -> None:
        """Show the standards."""
        view = self._view = self.attempt(standing.standing)
        if view is None:
            return
        self.query_one(StatusBar).show_what(view.title, view.sentence)
        listed = self.query_one("#standards", PickList)
        listed.border_title = "What we say, beside what is known, shown and seen"
        rows = tuple(Row(row.id, row.short, str(row.number), row.state, word=row.words) for row in view.rows)
        listed.show_rows(rows, None if listed.rows else self.standard or None)
        self._show_one()

    def _show_one(self) -> None:
        row, view = self._row, self._view
        if row is None or view is None:
            return
        voices = self.query_one("#voices", PickList)
        voices.border_title = f"{row.number} {row.title}"
        voices.show_rows(tuple(Row(v.kind, v.title, "", v.state, v.words, v.age) for v in row.voices))
        kept = tuple(f"{v.title}: {v.evidence_words}." for v in row.voices if v.evidence in {"newer", "kept"})
        said = (self._said, "") if self._said else ()
        lines = (*said, row.line.because, *kept, "", view.share_words)
        self.query_one("#because", Lines).show_lines("The difference", *lines)

    @property
    def _row(self) -> StandingRow | None:
        at = self.query_one("#standards", PickList).row
        return next((row for row in self._view.rows if at and row.id == at.id), None) if self._view else None

    @property
    def _voice(self) -> StandingVoice | None:
        """The line at the cursor; from the list of standards, the one that tells most."""
        row, voices = self._row, self.query_one("#voices", PickList)
        if row is None or not voices.has_focus or voices.row is None:
            return row.opens if row else None
        return next(voice for voice in row.voices if voice.kind == voices.row.id)

    @on(PickList.Moved, "#standards")
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._said = ""
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Open the place that explains the line at the cursor."""
        voice = self._voice
        if voice is not None:
            self.go(voice.place, voice.about, back="standing")

    def action_lines(self) -> None:
        """Go on to the next list."""
        self.focus_next()

    def action_evidence(self) -> None:
        """Keep the line at the cursor as evidence."""
        row, voice = self._row, self._voice
        item = self.attempt(standing.standing_evidence, row.id, voice.kind) if row and voice else None
        if item is not None:
            self._said = f"Kept as evidence: {item.title}."
            self.show()

    @work
    async def action_share(self) -> None:
        """Say whether it travels."""
        if await ask_sharing(self):
            self.show()
