"""Spot checks: ask a few questions, go on with a round, and see what is kept."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.asking_views import RoundView, SpotPlace
from compact_tui.core.errors import CompactError
from compact_tui.core.spot_forms import whom_form
from compact_tui.services import spot_checks, spot_keeping, spot_place, spot_rounds
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_OFFERED = 9
"""Questions to choose from where a group was asked together."""
_ANSWERS = "One a line: the number on the sheet or the question's id, then f, p, n or k. Such as: 1 f"
_CALM = (
    "Two minutes with one person or a few: read the question aloud, tick what you hear, and say the answer back.",
    "It is kept by role group, never by name. Nobody fails: what is not known yet is told there and then.",
    "Questions that few knew come again sooner; what everybody knows comes again later.",
)


class SpotScreen(CompactScreen):
    """What can be done with spot checks."""

    CSS_PATH = "corridor.tcss"
    HELP = """Spot checks

n asks three questions of a role group. The program picks them: what this group was never asked, or
did not know last time, comes first. It works without an audit. Answers stay on this computer.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("ask", "n", "Ask", "Ask three questions in the corridor", footer=True),
        Command("place('goon')", "g", "Go on", "Go on with the round that was left", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Home", "Back to Home", footer=True),
        Command("place('selftest')", "s", "Test yourself", "Test yourself at the keyboard; nothing is kept"),
        Command("place('counts')", "t", "Together …", "Type in the counts of a group asked together"),
        Command("place('paper')", "p", "Paper …", "Type in answers from paper"),
        Command("place('rounds')", "r", "Rounds", "The rounds so far, and what was remembered later"),
        Command("place('results')", "v", "Results", "What is known, and what not yet: briefings, evidence, pages"),
        Command("place('banks')", "b", "Question banks", "What can be asked, and confirming that it is right"),
        Command("place('keeping')", "k", "What is kept", "What staff are told, for how long, and taking out"),
        Command("place('people')", "m", "Whom to ring", "Whom to ring, and where things are"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#spot"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: SpotPlace | None = None

    def compose_body(self) -> Iterable[Widget]:
        """What can be done, then how it works."""
        yield PickList(id="spot", classes="panel")
        yield Lines(id="how")

    def show(self) -> None:
        """Show what can be done."""
        view = self._view = self.attempt(spot_place.spot_place)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Spot checks", view.sentence)
        spot = self.query_one("#spot", PickList)
        spot.border_title = "What next?"
        spot.show_rows(tuple(Row(line.id, line.words, line.key, word=line.state) for line in view.lines))
        self.query_one("#how", Lines).show_lines("How it works", *_CALM)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_place(event.row.id)

    def action_place(self, place: str) -> None:
        """Go to one of the rows."""
        view = self._view
        if place == "ask":
            self.action_ask()
        elif place == "goon" and view is not None:
            if view.waiting:
                self.go("corridor", view.waiting)
            else:
                self.notify("No round waits: press n to ask.", timeout=3)
        elif place in {"counts", "paper"}:
            self.run_worker(self._counts() if place == "counts" else self._paper())
        else:
            self.go(place, back="spot")

    @work
    async def action_ask(self) -> None:
        """Ask whom, then the questions."""
        from compact_tui.ui.dialogs.form import FormDialog

        view = self._view
        if view is None or not (view.told or await self._tell_first()):
            return
        typed = await self.app.push_screen_wait(FormDialog(whom_form(view.groups), {"group": view.last_group}))
        if typed is None:
            return
        page = self.attempt(spot_checks.begin, typed["group"], people=int(typed["people"] or 0))
        if page is not None:
            self.go("corridor", page.check)

    async def _tell_first(self) -> bool:
        """Show what staff are told, once, before the first question of all."""
        from compact_tui.ui.dialogs.choose import Choose

        kept = self.attempt(spot_keeping.keeping)
        if kept is None:
            return False
        rows = (Row("yes", "We say this to staff: begin"), Row("change", "Say it otherwise …"), Row("no", "Not now"))
        chosen = await self.app.push_screen_wait(Choose("What staff are told", rows, lines=kept.lines))
        if chosen == "change":
            return await self._change_keeping()
        return chosen == "yes" and self.attempt(spot_keeping.tell_staff) is not None

    async def _change_keeping(self) -> bool:
        from compact_tui.core.spot_forms import KEEPING_FORM
        from compact_tui.ui.dialogs.form import FormDialog

        typed = await self.app.push_screen_wait(FormDialog(KEEPING_FORM, self.attempt(spot_keeping.keeping_typed)))
        return typed is not None and self.attempt(spot_keeping.tell_staff, typed) is not None

    async def _counts(self) -> None:
        """Choose a question, then type how many gave each answer."""
        from compact_tui.ui.dialogs.choose import Choose
        from compact_tui.ui.dialogs.form import FormDialog

        view = self._view
        if view is None or not (view.told or await self._tell_first()):
            return
        found = self.attempt(spot_checks.next_questions, view.last_group or view.groups[0], number=_OFFERED)
        rows = tuple(Row(one.id, one.prompt) for one in found or ())
        chosen = await self.app.push_screen_wait(Choose("Which question was put to them?", rows)) if rows else None
        form = self.attempt(spot_rounds.together_form_for, chosen) if chosen else None
        if form is None:
            return
        typed = await self.app.push_screen_wait(FormDialog(form, {"group": view.last_group}))
        if typed is not None:
            self._tell_kept(self.attempt(spot_rounds.answer_together, chosen, typed))

    async def _paper(self) -> None:
        """Ask which sheet and whom, then for the answers, until they can be taken."""
        from compact_tui.ui.dialogs.form import FormDialog
        from compact_tui.ui.dialogs.text import Draft, TextDialog

        view = self._view
        form = self.attempt(spot_rounds.paper_form_for)
        if view is None or form is None:
            return
        typed = await self.app.push_screen_wait(FormDialog(form, self.attempt(spot_rounds.paper_typed)))
        why, draft = _ANSWERS, Draft("", typed is not None)
        while typed is not None and draft.taken:
            draft = await self.app.push_screen_wait(TextDialog("Answers from paper", why, draft.text))
            if not draft.taken:
                return
            try:
                self._tell_kept(spot_rounds.enter_paper(self.desk, typed, draft.text))
                return
            except CompactError as error:
                why = f"{error.message} {error.hint}"

    def _tell_kept(self, view: RoundView | None) -> None:
        if view is not None:
            self.notify(f"{view.round.group}, {view.round.words}.", timeout=4, markup=False)
            self.show()
