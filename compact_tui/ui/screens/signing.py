"""Sign-off: who signs, the page that is signed, and what has changed since."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.days import say_day
from compact_tui.core.report_text import page_lines
from compact_tui.core.signing_forms import sign_form
from compact_tui.core.signing_views import SignerView, SigningView
from compact_tui.services import signing
from compact_tui.services.desk import Desk
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_GLYPHS = {"same": "done", "changed": "attention", "unclear": "attention", "not-signed": "not-started"}


class SigningScreen(CompactScreen):
    """Each role reads the page and signs for itself."""

    CSS_PATH = "signing.tcss"
    HELP = """Sign-off

Each of these roles signs for itself. Read the page below (space goes on), then press s and say your
name. What you sign is kept with its code. Later changes do not unsay it: c lists them.
p writes the page for those who sign with a pen.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("sign", "s", "Sign", "Sign as the role at the cursor", footer=True),
        Command("read_on", "space", "Read on", "Read on in the page; from its end, back to the top", footer=True),
        Command("changes", "c", "Changes", "What has changed since, or the page again", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("write_page", "p", "Print", "Write the page to print it and sign by pen", footer=True),
        Command("withdraw", "d", "Withdraw", "Take the signature at the cursor back; undo brings it back"),
        Command("back", "escape", "Home", "Back to Home", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = "#signers"

    def __init__(self, desk: Desk, standard: str = "", criterion: str = "") -> None:
        super().__init__(desk, standard, criterion)
        self._view: SigningView | None = None
        self._changes = False
        self._told = ""

    def compose_body(self) -> Iterable[Widget]:
        """Who signs, how it stands, then the page."""
        yield PickList(id="signers", classes="panel")
        yield Lines(id="state")
        yield Lines(id="page")

    @property
    def _signer(self) -> SignerView | None:
        """The role at the cursor."""
        row = self.query_one("#signers", PickList).row
        return self._view.signers[int(row.id)] if self._view and row else None

    def show(self) -> None:
        """Show who signs, and the page of the role at the cursor."""
        signer = self._signer
        view = self.attempt(signing.signing, signer.id if signer else "")
        if view is None:
            return
        first, self._view = self._view is None, view
        self.query_one(StatusBar).show_what(view.title, "sign-off")
        rows = tuple(
            Row(str(at), one.word, state=_GLYPHS[one.state], word=one.state_word) for at, one in enumerate(view.signers)
        )
        here = next((str(at) for at, one in enumerate(view.signers) if one.id == view.signer), None)
        listed = self.query_one("#signers", PickList)
        listed.border_title = "Who signs"
        listed.show_rows(rows, here if first else None)
        self._show_state()
        self._show_page()

    def on_resize(self) -> None:
        """Fit the page to the new width."""
        if self._view is not None:
            self._show_page()

    def _show_state(self) -> None:
        signer, view = self._signer, self._view
        if view is None or signer is None:
            return
        errors = [f"Put right before anyone signs: {error}" for error in view.held_back]
        told = [self._told] if self._told else []
        self.query_one("#state", Lines).show_lines(signer.word, *told, signer.sentence, *errors, *view.notes)

    def _show_page(self) -> None:
        signer, view = self._signer, self._view
        if view is None or signer is None:
            return
        page, bullet = self.query_one("#page", Lines), self.program.glyphs["bullet"]
        if self._changes:
            signed = [f"{bullet} {change.words}" for change in signer.changes] or [signer.sentence]
            sent = [f"{bullet} {change.words}" for change in view.since_sent]
            page.show_lines("What has changed since", f"{signer.word}:", *signed, "", view.sent_sentence, *sent)
        else:
            lines = page_lines(view.page, max(self.size.width - 6, 40))
            page.show_lines(f"The page that is signed, code {view.code}", *lines, subtitle="space reads on", top=False)

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        if self._signer is not None and self._view is not None and self._signer.id != self._view.signer:
            self.show()
            self.query_one("#page", Lines).scroll_home(animate=False)
        self._show_state()

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_sign()

    def action_read_on(self) -> None:
        """Scroll the page on; from its end to the top."""
        page = self.query_one("#page", Lines)
        if page.scroll_offset.y >= page.max_scroll_y:
            page.scroll_home(animate=False)
        else:
            page.scroll_page_down(animate=False)

    def action_changes(self) -> None:
        """Show what has changed, or the page again."""
        self._changes = not self._changes
        self._show_page()
        self.query_one("#page", Lines).scroll_home(animate=False)

    @work
    async def action_sign(self) -> None:
        """Ask for name and day, ask once more, and sign what was shown."""
        from compact_tui.ui.dialogs.confirm import Confirm
        from compact_tui.ui.dialogs.form import FormDialog

        view, signer = self._view, self._signer
        if view is None or signer is None or self.attempt(signing.ready, view.code) is None:
            self.show()
            return
        form = sign_form(signer.word if signer.id else "")
        typed = await self.app.push_screen_wait(FormDialog(form, {"on": say_day(self.desk.today)}))
        if typed is None:
            return
        role = signer.id or typed["role"]
        sure = Confirm(f"{typed['name']}: sign?", view.asked, keep="Not now", act="Sign", letter="s")
        if await self.app.push_screen_wait(sure):
            signed = self.attempt(signing.sign_off, role, typed["name"], typed["on"], expected_code=view.code)
            self._told = signed.next_step if signed else ""
        self.show()

    @work
    async def action_withdraw(self) -> None:
        """Ask, then take the signature back."""
        from compact_tui.ui.dialogs.confirm import Confirm

        signer = self._signer
        if signer is None or not signer.sign_off:
            self.notify("There is no signature here to withdraw.", timeout=3)
            return
        body = (
            f"{signer.name} no longer stands as having signed.\n"
            "Our copy of what was signed stays where it is. Undo (ctrl+z) brings the signature back."
        )
        if await self.app.push_screen_wait(Confirm("Withdraw this signature?", body, act="Withdraw")):
            self.attempt(signing.withdraw, signer.sign_off)
            self._told = ""
            self.show()

    def action_write_page(self) -> None:
        """Write the page to be printed."""
        written = self.attempt(signing.write_head_page)
        if written is not None:
            self._told = written.sentence
            self._show_state()
