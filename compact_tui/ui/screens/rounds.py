"""Rounds of spot checks so far: what was heard, and what a person remembered later."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.asking_views import HeardLine, RoundLine, RoundView
from compact_tui.core.days import say_short
from compact_tui.services import spot_rounds
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar


class RoundsScreen(CompactScreen):
    """The rounds, newest first; the one at the cursor below."""

    CSS_PATH = "records.tcss"
    HELP = """Rounds so far

Enter goes on with a round that was left. l adds what a person remembered later (sign and review):
the first answer stays as it is, and both are shown. tab goes to the words below, to scroll them.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("open", "enter", "Go on", "Go on with the round at the cursor, where it was left", footer=True),
        Command("later", "l", "Later …", "Add what a person remembered later", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the spot checks", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(c for c in COMMANDS_HERE if c.key != "enter")
    AUTO_FOCUS = "#rounds"
    BACK = "spot"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._rounds: tuple[RoundLine, ...] = ()

    def compose_body(self) -> Iterable[Widget]:
        """The rounds, then the one at the cursor."""
        yield PickList(id="rounds", classes="panel")
        yield Lines(id="round")

    def show(self) -> None:
        """Show the rounds."""
        self._rounds = self.attempt(spot_rounds.list_rounds) or ()
        self.query_one(StatusBar).show_what("Spot checks", "rounds so far")
        listed = self.query_one("#rounds", PickList)
        listed.border_title = f"Rounds ({len(self._rounds)})"
        listed.show_rows(tuple(_row(line) for line in self._rounds), self.standard or None)
        self._show_round()

    def _at(self) -> RoundView | None:
        row = self.query_one("#rounds", PickList).row
        return self.attempt(spot_rounds.show_round, row.id) if row is not None else None

    def _show_round(self) -> None:
        view, panel = self._at(), self.query_one("#round", Lines)
        if view is None:
            panel.show_lines("No rounds yet", "Press escape, then n, to ask the first three questions.")
            return
        line = view.round
        follow = ("", f"What follows: {line.follow_up}") if line.follow_up else ()
        heard = [part for one in view.heard for part in ("", *_heard_lines(one))]
        panel.show_lines(f"{line.group}, {line.way_words}", f"{line.words}.", *heard, *follow)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._show_round()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Go on with the round at the cursor."""
        view = self._at()
        if view is not None and view.round.open:
            self.go("corridor", view.round.id)
        elif view is not None:
            self.notify("This round is ended. l adds what was remembered later.", timeout=4)

    @work
    async def action_later(self) -> None:
        """Add what a person remembered later to one of the answers."""
        from compact_tui.ui.dialogs.choose import Choose
        from compact_tui.ui.dialogs.form import FormDialog

        view, form = self._at(), self.attempt(spot_rounds.later_form_for)
        if view is None or form is None or not view.heard:
            return
        rows = tuple(Row(one.id, one.prompt, word=one.level_words) for one in view.heard)
        chosen = await self.app.push_screen_wait(Choose("More was remembered of which?", rows))
        typed = await self.app.push_screen_wait(FormDialog(form)) if chosen else None
        if typed is not None and self.attempt(spot_rounds.add_later, chosen, typed) is not None:
            self._show_round()


def _row(line: RoundLine) -> Row:
    state = "attention" if line.open else "done"
    word = f"{line.answered} of {line.questions}, to go on with" if line.open else line.words
    return Row(line.id, line.group, say_short(line.on), state, word=word)


def _heard_lines(one: HeardLine) -> tuple[str, ...]:
    unsafe = "; something unsafe was heard" if one.unsafe else ""
    signed = f" ({one.initials})" if one.initials else ""
    counts = ", ".join(f"{many} {name}" for name, many in one.counts)
    later = f"Later, {say_short(one.added_on)}: {one.added}" if one.added else ""
    level = f" ({one.added_level_words})" if one.added_level_words else ""
    note = (f"Note: {one.note}",) if one.note else ()
    return (one.prompt, f"{one.level_words or counts}{unsafe}{signed}", *note, *((f"{later}{level}",) if later else ()))
