"""The return: seen as its reader will see it, made, sent, received."""

from collections.abc import Iterable
from typing import ClassVar

from textual import work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.days import say_day
from compact_tui.core.forms import Form
from compact_tui.core.report_text import page_lines
from compact_tui.core.return_forms import RECEIPT_FORM, SENT_FORM
from compact_tui.core.return_views import ReturnMadeView, ReturnPreview
from compact_tui.core.text import capitalised, count
from compact_tui.core.views import HomeView
from compact_tui.services import home, returns
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.sharing import ask_sharing
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.status_bar import StatusBar


class ReturnScreen(CompactScreen):
    """Preview, then make; afterwards what was written where and how to send it."""

    CSS_PATH = "return_page.tcss"
    HELP = """The return

What you see is what the reader will see. m makes it: a folder with the return, a page to read or
print, and a draft email. Making is not sending: send it yourself, then press s and say when.
o notes the receipt when it comes. You may make it again at any time. d says whether counts of what
staff know, files show and boards show travel with it. y opens the partnership's reply to it.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("make", "m", "Make", "Make the return: a folder with everything to send", footer=True),
        Command("sent", "s", "Sent …", "Say when it was sent, and by whom", footer=True),
        Command("receipt", "o", "Receipt …", "Note the receipt", footer=True),
        Command("reply", "y", "Reply", "The partnership's reply: read it, act on it, answer it", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("preview", "v", "Preview", "See the return again"),
        Command("back", "escape", "Home", "Back to Home", footer=True),
        Command("standing", "d", "Standing …", "Say whether counts of what is known, shown and seen travel with it"),
        Command("review", "e", "Review", "What a reader would question, and what holds the return back"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#page"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._made: ReturnMadeView | None = None
        self._home: HomeView | None = None
        self._preview: ReturnPreview | None = None

    def compose_body(self) -> Iterable[Widget]:
        """Where it stands, then the page."""
        yield Lines(id="state")
        yield Lines(id="page")

    def show(self) -> None:
        """Show where the return stands, and the preview or what was made."""
        view = self._home = self.attempt(home.home, with_places=False)
        preview = self._preview = self.attempt(returns.preview)
        if view is None or preview is None:
            return
        self.query_one(StatusBar).show_what(view.title, "to share" if view.for_ourselves else "the return")
        first = "Nothing is missing." if preview.complete else "Not complete: it will say so in its first line."
        held = [f"{self.program.glyphs['wrong']} {error}" for error in preview.held_back]
        heading = f"Return: {view.return_sentence}"
        standing = f"{capitalised(view.due_sentence)}. {first}"
        if view.for_ourselves:
            heading = "To share, only if you choose"
            standing = f"{' '.join(view.standing)} m makes a copy that you could share."
        self.query_one("#state", Lines).show_lines(
            heading,
            standing,
            f"{preview.standing_words} d changes that.",
            *(("Held back: press e for Review, where it is mended.", *held) if held else ()),
        )
        self._show_page()

    def on_resize(self) -> None:
        """Fit the page to the new width."""
        if self._preview is not None:
            self._show_page()

    def _show_page(self) -> None:
        page = self.query_one("#page", Lines)
        if self._made is not None:
            page.show_lines("Made", *made_lines(self._made, self.program.glyphs["bullet"], self._home))
        elif self._preview is not None:
            lines = page_lines(self._preview.page, max(self.size.width - 6, 40))
            page.show_lines("As the reader will see it", *lines, subtitle="up, down, page keys", top=False)

    def action_make(self) -> None:
        """Make the return."""
        made = self.attempt(returns.make)
        if made is not None:
            self._made = made
            self.show()
            self.query_one("#page", Lines).scroll_home(animate=False)

    def action_reply(self) -> None:
        """The partnership's reply."""
        self.go("reply")

    def action_review(self) -> None:
        """See what a reader would question."""
        self.go("review")

    @work
    async def action_standing(self) -> None:
        """Say whether counts of standing travel with it."""
        if await ask_sharing(self):
            self._made = None  # what was made is not what is seen now
            self.show()

    def action_preview(self) -> None:
        """See the return again."""
        self._made = None
        self.show()
        self.query_one("#page", Lines).scroll_home(animate=False)

    @work
    async def action_sent(self) -> None:
        """Say when it was sent."""
        typed = await self._ask(SENT_FORM, {"on": say_day(self.desk.today), "by": self.desk.who})
        if typed and self._home and self.attempt(returns.sent, self._home.return_id, typed["on"], typed["by"]):
            self._made = None  # what was made says that it is not sent
            self.show()

    @work
    async def action_receipt(self) -> None:
        """Note the receipt."""
        typed = await self._ask(RECEIPT_FORM, {"on": say_day(self.desk.today)})
        if typed and self._home and self.attempt(returns.receipt, self._home.return_id, typed["on"], typed["ref"]):
            self.show()

    async def _ask(self, form: Form, typed: dict[str, str]) -> dict[str, str] | None:
        from compact_tui.ui.dialogs.form import FormDialog

        if self._home is None or not self._home.return_id:
            self.notify("Make the return first: press m.", timeout=3)
            return None
        return await self.app.push_screen_wait(FormDialog(form, typed))


def made_lines(made: ReturnMadeView, bullet: str, view: HomeView | None = None) -> tuple[str, ...]:
    """What was written, and what to do with it."""
    counts = made.counts
    ours = view is not None and view.for_ourselves
    return (
        "Made. Nobody has it but you." if ours else "Made, and NOT yet sent.",
        "",
        f"Folder: {made.folder}",
        *(f"  {bullet} {file.name}  ({_size(file.bytes)})" for file in made.files),
        "",
        f"Code to read out over the phone: {made.code}",
        f"Holds {count(counts.standards, 'standard')}, {count(counts.answered, 'answer')}, "
        f"{count(counts.evidence, 'piece of evidence', 'pieces of evidence')}, {count(counts.actions, 'action')}.",
        "",
        "To share it, if you choose:" if ours else "To send it:",
        "Open the draft email in your mail program (a double click on the .eml file), check the",
        "address, and press send. If it does not open, the read-me-first file says how to do it by hand.",
        "Then come back and press s.",
        "",
        *(f"! {warning}" for warning in made.warnings),
    )


def _size(size: int) -> str:
    return f"{size} bytes" if size < 1024 else f"{size / 1024:.0f} KB"
