"""What the screens with a box for free text share: saving it while it is written, once for each piece of writing."""

from typing import ClassVar

from textual import on

from compact_tui.services.desk import Desk
from compact_tui.ui.screens.walk import WalkScreen
from compact_tui.ui.widgets.pick_list import PickList
from compact_tui.ui.widgets.seen_line import SeenLine
from compact_tui.ui.widgets.text_box import TextBox


class WritingScreen(WalkScreen):
    """A place with one box for free text beside a list."""

    BOX: ClassVar[str] = ""
    """Selector of the box."""
    REST: ClassVar[str] = ""
    """Selector of the list that has the focus when nobody writes."""

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._change_id = ""
        """The change that this piece of writing is; empty between two pieces."""
        self.drafts: dict[str, str] = {}
        """Reasons that were left half-written, by what they are about."""

    def shown_and_kept(self) -> tuple[str, str]:
        """The text as this screen showed it last, and as it is kept now."""
        raise NotImplementedError

    def write(self, text: str, change_id: str) -> str | None:
        """Have the text kept; gives the id to go on with, or ``None`` when it could not be."""
        raise NotImplementedError

    def _write(self, text: str) -> None:
        shown, kept = self.shown_and_kept()
        if kept != shown:
            self.notify("Someone else changed the same words. Yours stand; theirs are in the history (^r).", timeout=4)
        change_id = self.write(text, self._change_id)
        if change_id is not None:
            self._change_id = change_id
            self.show()

    def look_at_text(self) -> None:
        """Say beside the box what in it could identify a child."""
        self.query_one(SeenLine).watch_text(self.query_one(self.BOX, TextBox).text)

    @on(TextBox.Wrote)
    def _wrote(self, event: TextBox.Wrote) -> None:
        event.stop()
        self._write(event.text)
        if event.left:
            self._change_id = ""

    @on(TextBox.Left)
    def _left(self, event: TextBox.Left) -> None:
        event.stop()
        self.query_one(self.REST, PickList).focus()

    def hand_over(self) -> None:
        """Save what is being written."""
        for box in self.query(self.BOX).results(TextBox):
            text = box.hand_over()
            if text is not None:
                self._write(text)
        self._change_id = ""

    def start_writing(self) -> None:
        """Put the cursor at the end of the text."""
        box = self.query_one(self.BOX, TextBox)
        box.focus()
        box.move_cursor(box.document.end)
