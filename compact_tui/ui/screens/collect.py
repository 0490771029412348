"""Collecting what settings sent: taking it in, what was put aside, whose it is, and the letters after."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.collect_forms import AWAY_FORM, ENTER_FORM, FORWARD_FORM, MATCH_FORM, aside_lines
from compact_tui.core.collect_views import Collected, PutAside, ReturnLine, ReturnsView
from compact_tui.core.days import say_short
from compact_tui.core.report_text import page_lines
from compact_tui.services import collect_deciding, collect_letters, collected, entering
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.taking_in_here import TakingInPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar
from compact_tui.ui.widgets.words import Words

_WIDTH = 74
_STATES = {"current": "done", "superseded": "none", "unmatched": "attention", "turned-away": "none"}


class CollectScreen(TakingInPlace):
    """What was put aside and what waits for a person, or every return; below, the one at the cursor."""

    CSS_PATH = "collect.tcss"
    HELP = """Collect

a takes in a file or a folder: returns, mails, mailboxes, archives, workbooks. escape stops; running it again
goes on and counts nothing twice. enter says whose a return is, s that it goes where you put one of its name last
round, t turns one away. w writes a reply for each file that was put aside; x says that you dealt with one, and it is
listed no more. p makes a receipt for each return. l lists every return. Nothing is ever sent from here.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("collect", "a", "Take in …", "Take in a file or folder that settings sent", footer=True),
        Command("match", "enter", "Whose …", "Say whose the return at the cursor is, or read it", footer=True),
        Command("as_before", "s", "As last round", "Say that it belongs where one of its name did last round"),
        Command("away", "t", "Turn away …", "Turn the return at the cursor away", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Stop collecting, or back to the partnership's side", footer=True),
        Command("replies", "w", "Replies", "Write a reply for each file that was put aside"),
        Command("dealt_with", "x", "Dealt with", "Say that you dealt with the file put aside at the cursor"),
        Command("all", "l", "All", "List every return and file put aside, or only what waits"),
        Command("receipts", "p", "Receipts", "Make a receipt for each return that has none"),
        Command("enter_paper", "e", "On paper …", "Type in a return that came on paper, or collect it"),
        Command("forward", "f", "Pass on …", "Pass the return at the cursor on to another area"),
        Command("forward_all", "o", "Pass all on", "Make a draft for each return that is shared with another area"),
        Command("again", "g", "Look again", "Look again whose the returns are, after the register changed"),
        Command("city", "y", "City", "What agencies audited and found, and what staff know"),
        Command("mapping", "m", "Mapping …", "Write a mapping for a survey tool's table"),
        Command("rebuild", "n", "Index", "Make the index anew from the files that came"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(c for c in COMMANDS_HERE if c.key != "enter")
    AUTO_FOCUS = "#returns"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: ReturnsView | None = None
        self._aside: tuple[PutAside, ...] = ()
        self._all = False
        self._said = ""
        """What was done last, told until the cursor moves on."""

    def compose_body(self) -> Iterable[Widget]:
        """How many are here, the list, then the one at the cursor."""
        yield Words(id="here")
        yield PickList(id="returns", classes="panel")
        yield Lines(id="one")

    def show(self) -> None:
        """Show what waits, or every return."""
        view = self._view = self.attempt(
            collected.returns_here, state="" if self._all else "unmatched", just_now=self._aside
        )
        if view is None:
            return
        self.query_one(StatusBar).show_what("Collect")
        listed = self.query_one("#returns", PickList)
        listed.border_title = "Every return, and what was put aside" if self._all else "Put aside, or of nobody yet"
        listed.border_subtitle = ""
        self.query_one("#here", Words).say(view.sentence)
        rows = tuple(
            Row(f"aside {at}", one.file, state="wrong", word="put aside") for at, one in enumerate(self._put_aside)
        )
        returns = tuple(_row(line) for line in view.returns)
        listed.show_rows((*rows, *returns) if self._aside and not self._all else (*returns, *rows))
        self._show_one()

    @property
    def _put_aside(self) -> tuple[PutAside, ...]:
        """What was put aside, just now or earlier, and waits."""
        return self._view.put_aside if self._view else ()

    def file_at(self, row: str) -> str:
        """Id of the file put aside in a row; its name where it is listed only now."""
        return (one := self._put_aside[int(row.removeprefix("aside "))]).id or one.file

    @property
    def _line(self) -> ReturnLine | None:
        row = self.query_one("#returns", PickList).row
        return next((one for one in self._view.returns if one.id == row.id), None) if row and self._view else None

    def _show_one(self) -> None:
        panel, line = self.query_one("#one", Lines), self._line
        row = self.query_one("#returns", PickList).row
        said = (self._said, "") if self._said else ()
        if line is not None:
            offers = tuple(f"It could be: {offer.words}" for offer in line.offered)
            again = ("s says so again.",) if line.as_last_round else ()
            typed = (f"Typed {line.typed_from}",) if line.typed_from else ()
            made, came = say_short(line.made_on), say_short(line.received_on)
            about = f"Return {line.id}, made {made}, came in {came}: {line.state_words}."
            how = f"Matched {line.how}." if line.entry else line.how
            panel.show_lines(line.entry_name or line.name, *said, about, how, *offers, *again, *typed)
        elif row is not None:
            one = self._put_aside[int(row.id.removeprefix("aside "))]
            told = aside_lines(one.file, one.reason, one.remedy)
            panel.show_lines(
                "Put aside", *said, *told, "w writes a reply for each of them; x: you dealt with this one."
            )
        else:
            panel.show_lines("Nothing waits", *said, "a takes in a file or folder. l lists all that is here.")

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self._said = ""
        self._show_one()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_match()

    def took_in(self, view: Collected) -> None:
        """Note what was taken in, and what was put aside by it."""
        self._aside, self._said = view.quarantined, view.sentence

    @work
    async def action_match(self) -> None:
        """Say whose the return at the cursor is; one that is matched is read."""
        line = self._line
        if line is None:
            self.notify("Move to a return first; l lists every one.", timeout=3)
            return
        if line.state in {"current", "superseded"}:
            page = self.attempt(collected.show_return, line.id)
            if page is not None:
                self.query_one("#one", Lines).show_lines(line.entry_name, *page_lines(page.page, _WIDTH))
            return

        def take(desk: Desk, typed: dict[str, str]) -> object:
            return collect_deciding.match_return(desk, line.id, typed["entry"], typed.get("reason", ""))

        offered = {"entry": line.offered[0].entry} if line.offered else {}
        if await self.form_taken(MATCH_FORM, take, offered) is not None:
            self.show()

    @work
    async def action_away(self) -> None:
        """Turn the return at the cursor away, with a reason."""
        line = self._line
        if line is None:
            self.notify("Move to a return first.", timeout=3)
            return

        def take(desk: Desk, typed: dict[str, str]) -> object:
            return collect_deciding.turn_away(desk, line.id, typed["reason"])

        if await self.form_taken(AWAY_FORM, take) is not None:
            self.show()

    @work
    async def action_forward(self) -> None:
        """Pass the return at the cursor on."""
        line = self._line
        if line is None:
            self.notify("Move to a return first; l lists every one.", timeout=3)
            return

        def take(desk: Desk, typed: dict[str, str]) -> str:
            return collect_letters.forward(desk, line.id, typed["area"]).sentence

        told = await self.form_taken(FORWARD_FORM, take)
        if told is not None:
            self.tell(told)

    @work
    async def action_enter_paper(self) -> None:
        """Type in a return on paper, or collect what was typed."""

        def take(desk: Desk, typed: dict[str, str]) -> str:
            if typed["what"] == "take":
                return entering.take_entered(desk, typed["entry"]).sentence
            view = entering.enter(desk, typed["entry"])
            return f"{view.sentence}\n{view.next_step}"

        told = await self.form_taken(ENTER_FORM, take, {"what": "type"})
        if told is not None:
            self.show()
            self.query_one("#one", Lines).show_lines("On paper", *told.split("\n"))

    def action_replies(self) -> None:
        """Write a reply for each file that was put aside."""
        earlier = self._view.put_aside if self._view else ()
        made = self.attempt(collect_letters.write_replies, self._aside or earlier)
        if made is not None:
            self.tell(made.sentence)

    def action_all(self) -> None:
        """List every return, or only what waits."""
        self._all = not self._all
        self.show()

    def tell(self, sentence: str) -> None:
        """Say what was done, below, until the cursor moves on."""
        self._said = sentence
        self._show_one()


def _row(line: ReturnLine) -> Row:
    return Row(line.id, line.entry_name or line.name, state=_STATES[line.state], word=line.state_words)
