"""All evidence: see it again, say what it backs, look after its files, and see where the ladder leads."""

from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.days import say_short
from compact_tui.core.record_views import EvidencePage
from compact_tui.core.views import EvidenceView
from compact_tui.services import records
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.dialogs.ladder import rung_lines
from compact_tui.ui.record_asking import ask_evidence
from compact_tui.ui.screens.records import RecordsScreen, numbers_words, said
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import Row

_IN_A_ROW = 3
"""Rungs that stand beside each other in 80 columns."""


class EvidenceScreen(RecordsScreen[EvidenceView]):
    """All evidence, with the ladder."""

    HELP = """Evidence

What you saw that supports your answers; one piece may back many criteria (c). Name things,
never a child. s says that you saw it again today. v looks whether its files changed.
The ladder shows how near to a child your evidence comes; it is never scored.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("add", "a", "Add", "Add a piece", footer=True),
        Command("edit", "e", "Edit", "Change the one at the cursor", footer=True),
        Command("seen", "s", "Seen today", "You saw it again today: its days move on", footer=True),
        Command("belongs", "c", "Criteria", "Tick the criteria that it backs", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
        Command("go_there", "enter", "Go there", "Go to the criterion it belongs to"),
        Command("files", "v", "Check files", "Look whether files changed, moved or are gone"),
        Command("ladder", "l", "Ladder", "The evidence ladder of each standard"),
        Command("remove", "d", "Delete", "Take the one at the cursor away; undo brings it back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(c for c in COMMANDS_HERE if c.key != "enter")
    NOUN = "evidence"
    EMPTY = "Evidence is best added where you answer: open a criterion and press e. Or press a here."
    BELONGS_TITLE = "Which criteria does it back?"
    belongs = staticmethod(records.evidence_backs)
    keep_belonging = staticmethod(records.back_with_evidence)
    remove_one = staticmethod(records.remove_evidence)

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._page: EvidencePage | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The list, the one at the cursor, the ladder."""
        yield from super().compose_body()
        yield Lines(id="ladder")

    def read(self) -> tuple[EvidenceView, ...]:
        """The evidence."""
        self._page = self.attempt(records.evidence_page)
        return self._page.items if self._page else ()

    def show(self) -> None:
        """Show the list, and the ladder where the pack has one."""
        super().show()
        ladder = self._page.ladder if self._page else None
        panel = self.query_one("#ladder", Lines)
        panel.display = bool(ladder and ladder.rungs)
        if ladder is not None:
            rungs = rung_lines(ladder, self.program.glyphs)
            rows = ("   ".join(rungs[at : at + _IN_A_ROW]) for at in range(0, len(rungs), _IN_A_ROW))
            below = f"Next: {ladder.next}" if ladder.next else ladder.elsewhere
            panel.show_lines("The evidence ladder (l: each standard)", *rows, below)

    def row(self, record: EvidenceView) -> Row:
        """A piece of evidence as a row."""
        seen = f"seen {say_short(record.seen_on)}" if record.seen_on else ""
        late = "look again" if record.review_late else ""
        state = "attention" if record.review_late else "none"
        word = f"{', '.join(part for part in (late, seen) if part)}  {numbers_words(record)}"
        return Row(record.id, record.title, state=state, word=word)

    def lines(self, record: EvidenceView) -> tuple[str, ...]:
        """A piece of evidence in full."""
        return said(
            {
                "What": record.title,
                "Kind": record.kind_word + (f" (on the ladder: {record.rung_word})" if record.rung_word else ""),
                "Where": record.where,
                "Held by": record.held_by,
                "Seen on": say_short(record.seen_on),
                "Look again by": say_short(record.review_by) + (", that has passed" if record.review_late else ""),
                "Supports": numbers_words(record),
                "File": record.file_words,
            }
        )

    async def ask(self, record_id: str = "") -> EvidenceView | None:
        """Ask for a new piece, or for changes of one."""
        return await ask_evidence(self, record_id)

    def action_seen(self) -> None:
        """Say that the one at the cursor was seen again today."""
        record = self.record
        seen = self.attempt(records.seen_again, record.id) if record is not None else None
        if seen is None:
            return
        again = f"; look again by {say_short(seen.review_by)}" if seen.review_by else ""
        self.notify(f"Seen today{again}.", timeout=3)
        self.show_record(seen.id)

    @work
    async def action_files(self) -> None:
        """Look after the files, and take them as they are now if the person says so."""
        from compact_tui.ui.dialogs.files import FilesDialog

        items = self.attempt(records.files_to_check)
        if items is None:
            return
        seen = await self.app.push_screen_wait(FilesDialog(items))
        if seen is not None:
            taken = self.attempt(records.take_files, seen)
            if taken is not None:
                self.notify("Taken as now. Undo (ctrl+z) brings back what was kept before.", timeout=4)
            self.show()

    def action_ladder(self) -> None:
        """The ladder of each standard."""
        from compact_tui.ui.dialogs.ladder import LadderDialog

        if self._page is not None and self._page.ladder.rungs:
            self.app.push_screen(LadderDialog((self._page.ladder, *self._page.standards)))
        else:
            self.notify("This audit has no evidence ladder.", timeout=3)
