"""Home: where things stand, what to do next, and one key to each place."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.widget import Widget

from compact_tui.core.came_words import CAME
from compact_tui.core.views import HomeView, NextStepView
from compact_tui.services import home
from compact_tui.services.session import Session, prefer
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.rail_box import RailBox
from compact_tui.ui.widgets.status_bar import StatusBar

WELCOME = (
    "This program takes you through safeguarding in your setting, one question at a time.",
    "Stop when you like: all you write is saved as you write it, in a folder of your own, on this computer.",
    "Nothing leaves this computer unless you send it. There is no account and no network.",
    "F1 is help, ctrl+p finds everything, ctrl+z takes back, escape is one step back.",
    "F2 tells what it is for, in a minute. Press n to begin; press w to hide these lines for good.",
)

_WITHOUT_AUDIT = {"setup", "people", "came", "spot", "banks", "packs", "boards", "agency", "colleagues", "partnership"}
"""Places that need no audit."""


class HomeScreen(CompactScreen):
    """The first thing a person sees."""

    HELP = """Home

Where your audit stands. n takes you to what is next; each other key opens a place.
Everything is saved by itself. ctrl+q leaves; you come back to where you were.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("next", "n", "Next", "Go to what is next", footer=True),
        Command("place('audit')", "a", "Audit", "The audit, standard by standard", footer=True),
        Command("place('return')", "r", "Return", "See the return, make it, say when it was sent", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("place('setup')", "s", "Setting", "About your setting"),
        Command("app.leave", "q,ctrl+q", "Quit", "Save and leave", footer=True, shown_key="^q"),
        Command("place('review')", "v", "Review", "What a reader of the return would question"),
        Command("place('signing')", "g", "Sign-off", "Who signs, what is signed, and what has changed since"),
        Command("place('lasttime')", "l", "Last time", "What each standard was graded last time"),
        Command("first_pass", "f", "First pass", "Choose among the model answers alone, in some twenty minutes"),
        Command("place('together')", "o", "Together", "Type in what a whole-staff event answered"),
        Command("place('evidence')", "e", "Evidence", "All evidence"),
        Command("place('actions')", "t", "Actions", "All actions"),
        Command("place('calendar')", "k", "Calendar", "What is due when, and a file of it for your calendar"),
        Command("place('backups')", "b", "Backups", "The dated copies, and going back to one"),
        Command("place('pages')", "p", "Pages", "Pages to print: the audit on paper, large pages, and others"),
        Command("place('spot')", "i", "Spot checks", "Ask a few questions in the corridor, or test yourself"),
        Command("place('banks')", "", "Question banks", "What can be asked in spot checks, and confirming it"),
        Command("place('boards')", "h", "Notice boards", "Walk round the notice boards, and what to put right"),
        Command("place('agency')", "u", "Single-agency", "Single-agency audits: done and planned, and a new one"),
        Command("place('standing')", "d", "Standing", "What we say beside what is known, shown and seen"),
        Command("place('colleagues')", "x", "Colleagues", "Lend a part to a colleague, and take in what came back"),
        Command("place('partnership')", "j", "The partnership's side", "Collect the returns of settings, and reply"),
        Command("place('carried')", "y", "Last round", "Begin the next round from this one, confirm, and compare"),
        Command("place('came')", "z", "Open what came", f"{CAME}, whatever it is"),
        Command("place('reply')", "", "Reply", "The partnership's reply: read it, act on it, answer it"),
        Command("place('packs')", "", "Audit packs", "The packs, new editions, what is parked, packs as workbooks"),
        Command("place('people')", "m", "Whom to ring", "Whom to ring, and where things are"),
        Command("welcome", "w", "Welcome", "Show or hide the five lines of welcome"),
        Command("choose", "c", "Choose audit", "Choose which audit to work on"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#places"
    AUDIT_FIRST = "Start an audit first: press n."
    HOW_TO_LEAVE = "ctrl+q saves and leaves."

    def __init__(self, session: Session) -> None:
        super().__init__(session.desk)
        self.session = session
        self._view: HomeView | None = None

    def compose_body(self) -> Iterable[Widget]:
        """What next, then where things stand."""
        with Container(classes="body"):
            yield RailBox()
            with Vertical(classes="panels"):
                places = PickList(id="places", classes="panel")
                places.border_title = "What next?"
                yield places
                yield Lines(id="standing")

    def show(self) -> None:
        """Put the view of Home on the screen; at the beginning, what takes long to ask comes after the first paint."""
        first = self._view is None
        view = self.attempt(home.home, self.session.last_here, quick=first)
        if view is None:
            return
        if first:
            self.call_after_refresh(self.show)
        self._view = view
        self.query_one(StatusBar).show_what(view.title, view.setting or "no setting yet")
        rows = tuple(Row(place.id, place.words, place.key, word=place.state) for place in view.places)
        self.query_one("#places", PickList).show_rows(rows)
        self._show_standing(view)
        self.query_one(RailBox).show_rail(view.rail, view.next.standard)
        self.set_class(bool(view.audit), "-with-audit")

    def _show_standing(self, view: HomeView) -> None:
        glyphs = self.program.glyphs
        rail = view.rail
        counted = filter(None, (rail.total, glyphs.bar(rail.done, len(rail.rows)), rail.to_confirm))
        lines = ["  ".join(counted)] if view.audit else []
        lines += view.standing
        lines += [view.who_sentence, *view.also_open, *view.since]
        lines += [f"{glyphs['attention']} {notice}" for notice in view.notices]
        if self.session.notice:
            lines.append(f"{glyphs['attention']} {self.session.notice}")
        if not self.session.preferences.welcome_seen:
            lines += ["", *WELCOME]
        lines += ["", view.wording_note, f"Your files: {view.workspace}"]
        self.query_one("#standing", Lines).show_lines("Where things stand", *lines)

    @on(RailBox.Chosen)
    def _jump(self, event: RailBox.Chosen) -> None:
        event.stop()
        self.go("standard", event.standard)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        actions = {
            "next": self.action_next,
            "choose": self.action_choose,
            "find": self.action_find,
            "firstpass": self.action_first_pass,
        }
        action = actions.get(event.row.id)
        if action is not None:
            action()
        else:
            self.action_place(event.row.id)

    def action_next(self) -> None:
        """Go to what is next."""
        if self._view is not None:
            self._follow(self._view.next)

    def _follow(self, step: NextStepView) -> None:
        if step.place == "start":
            self._start()
        elif step.place == "choose":
            self.action_choose()
        elif step.place in {"sent", "receipt"}:
            self.go("return")
        elif step.place == "done":
            self.go("audit")
        else:
            self.go(step.place, step.standard, step.criterion, back=self._way_back(step.place))

    @work
    async def _start(self) -> None:
        """Ask what the round is called, and start the audit."""
        from compact_tui.core.small_group import start_form
        from compact_tui.services import audits
        from compact_tui.ui.dialogs.form import FormDialog

        usual = {"cycle": audits.usual_cycle(self.desk)}
        form = start_form(self._view.sector if self._view else "")
        typed = await self.app.push_screen_wait(FormDialog(form, usual)) if form.fields else usual
        if typed is not None and self.attempt(audits.start, cycle=typed["cycle"]) is not None:
            self.show()
            self.notify("Your audit is started. Press n for the first question.", timeout=4)

    @work
    async def action_first_pass(self) -> None:
        """Begin the first pass or go on with it; asks only what nobody has said yet."""
        from compact_tui.services import first_pass
        from compact_tui.ui.dialogs.form import FormDialog

        form = self.attempt(first_pass.first_pass_form)
        if form is None:
            return
        typed = await self.app.push_screen_wait(FormDialog(form)) if form.fields else {}
        if typed is not None and self.attempt(first_pass.begin_first_pass, typed) is not None:
            self.go("firstpass")

    @work
    async def action_choose(self) -> None:
        """Choose which audit to work on."""
        from compact_tui.ui.dialogs.choose import Choose

        if self._view is None or len(self._view.audits) < 2:
            self.notify("There is only one audit here.", timeout=3)
            return
        rows = tuple(
            Row(line.id, f"{line.cycle}  ({line.id})", word=f"{line.answered} of {line.criteria} answered")
            for line in self._view.audits
        )
        chosen = await self.app.push_screen_wait(Choose("Which audit?", rows))
        if chosen:
            self.program.work_on(chosen)

    def action_place(self, place: str) -> None:
        """Open a place."""
        if place not in _WITHOUT_AUDIT and not (self._view and self._view.audit):
            self.notify(self.AUDIT_FIRST, timeout=3)
            return
        self.go(place, field="open" if place == "came" else "", back=self._way_back(place))

    @staticmethod
    def _way_back(place: str) -> str:
        """Where escape leads from a place that otherwise goes back to another one than Home."""
        return "home" if place == "reply" else ""

    def action_welcome(self) -> None:
        """Show or hide the welcome, and keep it so."""
        seen = not self.session.preferences.welcome_seen
        self.session = prefer(self.session, welcome_seen=seen)
        self.program.session = self.session
        self.show()

    def action_back(self) -> None:
        """Home is the first place: say how to leave."""
        self.notify(self.HOW_TO_LEAVE, timeout=3)
