"""Good practice that learning reports tell: written down without saying where it was seen."""

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from compact_tui.core.good_practice import GOOD_PRACTICE_FORM, PracticeLine, PracticeView
from compact_tui.services import good_practice
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.list_place import ListPlace
from compact_tui.ui.widgets.pick_list import Row
from compact_tui.ui.widgets.status_bar import StatusBar

_EMPTY = (
    "What a setting does well helps the others. Write it in your own words: what they do, and what comes of it.",
    "No setting, place or person is named. Press n to write the first.",
)


class GoodPracticeScreen(ListPlace[PracticeView, PracticeLine]):
    """The good practice, with the one at the cursor in full."""

    BACK = "reports"
    HELP = """Good practice

n writes down good practice for the reports, enter changes the one at the cursor, x takes it out; ctrl+z brings it
back. What was seen in an earlier round is not in this round's reports: a takes it over into them. The name of a
setting is refused. Which return it was seen in can be kept; no report says it.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("add", "n", "New …", "Write down good practice", footer=True),
        Command("change", "e,enter", "Change …", "Change the one at the cursor", footer=True, shown_key="e"),
        Command("drop", "x", "Take out", "Take out the one at the cursor; undo brings it back", footer=True),
        Command("again", "a", "Take over", "Take the one at the cursor over from an earlier round"),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the reports", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    PICK = "change"

    def read(self) -> PracticeView | None:
        """What is written down."""
        return self.attempt(good_practice.list_practice)

    def show_view(self, view: PracticeView) -> None:
        """Show the examples."""
        self.query_one(StatusBar).show_what("Good practice", view.sentence)
        rows = (Row(one.id, one.text, word=one.about, quiet=not one.in_round) for one in view.lines)
        self.list_rows(f"What the reports tell ({len(view.lines)})", rows, {one.id: one for one in view.lines})

    def show_line(self) -> None:
        """The example at the cursor, and what its words may give away."""
        line = self.line
        if line is None:
            self.tell("Nothing is written down yet", *_EMPTY)
        else:
            again = "" if line.in_round else " Press a to take it over."
            rounds = (f"Seen in {line.round_words}.{again}",) if line.cycle else ()
            self.tell(line.standard_word or line.sector_word, line.text, "", *rounds, *line.warnings)

    def action_add(self) -> None:
        """Write down good practice."""
        self.ask(GOOD_PRACTICE_FORM, good_practice.keep_practice, {})

    def action_change(self) -> None:
        """Change the one at the cursor."""
        line = self.line
        typed = self.attempt(good_practice.practice_typed, line.id) if line is not None else None
        if line is not None and typed is not None:
            self.ask(GOOD_PRACTICE_FORM, partial(good_practice.keep_practice, practice_id=line.id), typed)

    def action_again(self) -> None:
        """Take the one at the cursor over into this round."""
        line = self.line
        view = self.attempt(good_practice.take_over_practice, line.id) if line is not None else None
        if view is not None:
            self.show_view(view)

    def action_drop(self) -> None:
        """Take out the one at the cursor."""
        line = self.line
        if line is not None:
            self.dropped(self.attempt(good_practice.drop_practice, line.id), "Taken out.")
