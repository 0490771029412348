"""The first pass: one standard a page, its model answers, and one key that chooses and goes on."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget

from compact_tui.core.first_pass import FirstPassResult, FirstPassView
from compact_tui.services import first_pass
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar
from compact_tui.ui.widgets.words import title


class FirstPassScreen(CompactScreen):
    """Read the model answers, choose the one that fits, go on; at the end what it came to."""

    CSS_PATH = "first_pass.tcss"
    HELP = """The first pass

One page for each standard, about a minute and a half each. The arrows show one model answer after
the other; the number in front, or enter, chooses it and goes on. Choose what fits today, not what
you hope for. What you choose is provisional: it is never sent. You may leave at any time.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("choose", "enter", "Choose", "Choose the model answer at the cursor and go on", footer=True),
        Command("previous", "p,left,left_square_bracket", "Back a page", "The standard before", footer=True),
        Command("next", "n,right,right_square_bracket", "Skip", "Go on without choosing", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("result", "r", "Result", "What it came to so far, weakest first", footer=True),
        Command("back", "escape", "Home", "Leave; everything chosen is kept", footer=True),
        Command("full", "a", "Full audit", "Go to this standard in the full audit"),
        Command("clear", "backspace", "No level", "Take the level of this standard back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#levels"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: FirstPassView | None = None
        self._result: FirstPassResult | None = None

    def compose_body(self) -> Iterable[Widget]:
        """The levels, and the model answer at the cursor in full."""
        with Vertical(id="choice", classes="panel"):
            yield PickList(id="levels")
        yield Lines(id="models")

    def show(self) -> None:
        """Show the standard, or what the pass came to."""
        if self._result is not None:
            self._show_result()
            return
        before = self._view.standard if self._view else ""
        view = self._view = self.attempt(first_pass.first_pass, self.standard)
        if view is None:
            return
        self.standard = view.standard
        self.query_one(StatusBar).show_what(view.title, f"first pass, {view.left_words}")
        title(self.query_one("#choice"), f"{view.number} {view.standard_title}: which fits us today?", view.position)
        rows = tuple(
            Row(level.id, level.word, level.key, "done" if level.chosen else "none", level.meaning)
            for level in view.levels
        )
        levels = self.query_one("#levels", PickList)
        levels.show_rows(rows, (view.chosen or view.levels[0].id) if view.standard != before else None)
        self._show_model()

    def _show_model(self) -> None:
        row, view = self.query_one("#levels", PickList).row, self._view
        if view is None or row is None:
            return
        level = next(level for level in view.levels if level.id == row.id)
        self.query_one("#models", Lines).show_lines(
            level.word, level.model_answer, "", view.standing, "", view.introduction, subtitle=view.left_words
        )

    def _show_result(self) -> None:
        result = self._result = self.attempt(first_pass.first_pass_result)
        if result is None:
            return
        self.query_one(StatusBar).show_what(result.title, "first pass, what it came to")
        title(self.query_one("#choice"), "Weakest first", result.sentence)
        rows = tuple(
            Row(
                line.standard,
                f"{line.number} {line.title}",
                state="attention" if line.weak else "none",
                word=line.words,
            )
            for line in result.lines
        )
        self.query_one("#levels", PickList).show_rows(rows, result.begin or rows[0].id)
        self.query_one("#models", Lines).show_lines(
            "And now?", result.begin_sentence, "", result.note, "", "enter opens the standard in the full audit."
        )

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        if self._result is None:
            self._show_model()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        if self._result is not None:
            self.go("standard", event.row.id)
        else:
            self._choose(event.row.id)

    def on_key(self, event: events.Key) -> None:
        """The number in front of a model answer chooses it."""
        if self._result is not None or not event.character:
            return
        for row in self.query_one("#levels", PickList).rows:
            if event.character == row.key:
                event.stop()
                self._choose(row.id)

    def _choose(self, level: str) -> None:
        view = self.attempt(first_pass.choose_first, self.standard, level)
        if view is not None:
            self._turn_to(view.waiting)

    def _turn_to(self, standard: str) -> None:
        """Turn to a standard; with none left, to what the pass came to."""
        self._result = None
        if standard:
            self.standard = standard
        else:
            self._result = self.attempt(first_pass.first_pass_result)
        self.show()

    def action_choose(self) -> None:
        """Choose the model answer at the cursor."""
        self.query_one("#levels", PickList).action_pick()

    def action_previous(self) -> None:
        """The standard before; from the result, the last page."""
        if self._result is not None:
            self._turn_to(self.standard)
        elif self._view and self._view.previous:
            self._turn_to(self._view.previous)
        else:
            self.notify("This is the first page.", timeout=3)

    def action_next(self) -> None:
        """The standard after, whether chosen or not; after the last, the result."""
        if self._view is not None and self._result is None:
            self._turn_to(self._view.next)

    def action_result(self) -> None:
        """What it came to so far."""
        self._turn_to("")

    def action_full(self) -> None:
        """Go to this standard in the full audit."""
        row = self.query_one("#levels", PickList).row
        self.go("standard", row.id if self._result is not None and row else self.standard)

    def action_clear(self) -> None:
        """Take the level back."""
        if self._result is None and self.attempt(first_pass.choose_first, self.standard, "") is not None:
            self.show()
