"""The partnership's reply: read beside the audit, turned into actions, answered."""

from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.reply_views import REPLY_FILE_FORM, ReplyView, answer_form
from compact_tui.core.report_text import page_lines
from compact_tui.services import replies_in
from compact_tui.services.desk import Desk
from compact_tui.services.reply_beside import damaged_replies
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.dialogs.confirm import Confirm
from compact_tui.ui.record_asking import ask
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_NONE_YET = "No reply was opened yet. Press o when one has come."


class ReplyScreen(CompactScreen):
    """What they ask and recommend, then the whole reply."""

    CSS_PATH = "reply.tcss"
    HELP = """The partnership's reply

o opens the file that came. t makes an action of the question or recommendation at the cursor, enter answers it in
words. m makes the answer: a folder with a draft email. Your own grades stay as they are, whatever they write.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("action", "t", "Action", "Make an action of the one at the cursor", footer=True),
        Command("answer", "enter", "Answer …", "Answer the one at the cursor in words", footer=True),
        Command("make", "m", "Make answer", "Make the answer: a folder with a draft email", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the return", footer=True),
        Command("open", "o", "Open …", "Open the file that the partnership sent"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#remarks"
    BACK = "return"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: ReplyView | None = None
        self._all_the_same = ""

    def compose_body(self) -> Iterable[Widget]:
        """The remarks, then the reply."""
        yield PickList(id="remarks", classes="panel")
        yield Lines(id="page")

    def show(self) -> None:
        """Show the newest reply, or how to open one."""
        if not replies_in.has_reply(self.desk):
            self.query_one(StatusBar).show_what("Reply", "none yet")
            self.query_one("#remarks", PickList).border_title = "What they ask"
            damaged = self.attempt(damaged_replies)
            told = (*damaged, "", "Press o to open a reply.") if damaged else (_NONE_YET,)
            self.query_one("#page", Lines).show_lines("Reply", *told)
            return
        self._shown(self.attempt(replies_in.show_reply))

    def _begin_with(self, field: str) -> None:
        """Put the cursor on a remark."""
        listed = self.query_one("#remarks", PickList)
        listed.show_rows(listed.rows, field)

    def _shown(self, view: ReplyView | None) -> None:
        """Show a reply, and keep the one that was shown where there is none."""
        if view is None:
            return
        self._view = view
        self.query_one(StatusBar).show_what(f"Reply of {view.partnership}", view.cycle)
        listed = self.query_one("#remarks", PickList)
        listed.border_title = f"What they say ({len(view.remarks)})"
        listed.show_rows(tuple(Row(one.id, one.words, one.id, one.state, word=one.word) for one in view.remarks))
        self._show_page(view)

    def _show_page(self, view: ReplyView) -> None:
        """The one at the cursor whole, what to know, then the reply."""
        row = self.query_one("#remarks", PickList).row
        chosen = (line for one in view.remarks if row and one.id == row.id for line in (*one.lines, ""))
        made = (view.answer_words, "") if view.answer_words else ()
        lines = page_lines(view.page, max(self.size.width - 6, 40))
        notes = (*view.notes, "") if view.notes else ()
        self.query_one("#page", Lines).show_lines("The reply", *chosen, view.sentence, "", *notes, *made, *lines)

    def on_pick_list_moved(self, event: PickList.Moved) -> None:
        """Show the one at the cursor whole."""
        event.stop()
        if self._view is not None:
            self._show_page(self._view)

    def _remark(self) -> Row | None:
        """The remark at the cursor; says so where no reply was opened."""
        row = self.query_one("#remarks", PickList).row
        if row is None:
            self.notify("Open a reply first: press o.", timeout=3)
        return row

    async def _answered_here(self, view: ReplyView) -> bool:
        """Whether the reply is to a return of ours, or is answered here all the same; asked once."""
        if not view.known and self._all_the_same != view.id:
            body = f"It is to {view.setting}, and that return was not made on this computer. Answer it where it was."
            asked = Confirm("Answer this reply here?", body, keep="Leave it", act="Answer it here", letter="y")
            if await self.app.push_screen_wait(asked):
                self._all_the_same = view.id
        return view.known or self._all_the_same == view.id

    @work
    async def action_action(self) -> None:
        """Make an action of the remark at the cursor."""
        row, view = self._remark(), self._view
        if row is not None and view is not None and await self._answered_here(view):
            done = self.attempt(replies_in.act_on, row.id, view.id)
            self._shown(done)
            if done is not None:
                self.notify("It is in your action plan. ctrl+z takes the action back.", timeout=4)

    def on_pick_list_picked(self, event: PickList.Picked) -> None:
        """Answer the remark that was picked."""
        event.stop()
        self.action_answer()

    @work
    async def action_answer(self) -> None:
        """Answer the remark at the cursor in words; they come back where they could not be kept."""
        row = self._remark()
        view = self._view
        said = next((one for one in view.remarks if row and one.id == row.id), None) if view else None
        if view is None or said is None:
            return
        if not said.asks:
            self.notify("It is a comment: there is nothing to answer.", timeout=4)
            return
        if not await self._answered_here(view):
            return

        async def take(typed: dict[str, str]) -> ReplyView:
            return replies_in.answer_remark(self.desk, said.id, typed["text"], view.id)

        self._shown(await ask(self, answer_form(said.words), take, {"text": said.answer}))

    @work
    async def action_make(self) -> None:
        """Make the answer that is sent."""
        view = self._view
        if view is not None and not await self._answered_here(view):
            return
        made = self.attempt(replies_in.make_answer, view.id if view else "")
        if made is not None:
            self.show()
            self.notify(made.sentence, timeout=6)

    @work
    async def action_open(self) -> None:
        """Open the file that the partnership sent."""

        async def take(typed: dict[str, str]) -> ReplyView:
            return replies_in.open_reply(self.desk, typed["file"])

        self._shown(await ask(self, REPLY_FILE_FORM, take))
