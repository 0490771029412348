"""Erasing a text everywhere: saying which, seeing what would go, and doing it by its own letter."""

import asyncio
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.widgets import Input, Static

from compact_tui.core.erase_views import EraseView, erase_lines
from compact_tui.core.errors import CompactError
from compact_tui.services.desk import Desk
from compact_tui.services.erasing import erase
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.lines import Lines

_ASK = (
    "The words, or a place such as 3.2#note: then all that ever stood there goes.",
    "Case, accents and spaces do not matter. Press enter to see where it stands; nothing is erased yet.",
)
_KEYS_ASK = "enter look  esc back, nothing erased"
_KEYS_LOOKED = "e erase everywhere  up down read on  tab other words  esc back"
_KEYS_HELD = "e erase, those files stay  o those files too  tab other words  esc back"
_KEYS_BOTH = "e erase, and take those files away  up down read on  esc back"
_KEYS_WHY = "enter go on, nothing erased yet  esc back, nothing erased"
_WHY = (
    "Files that came in are kept as they came. To take these away, type why:",
    "it is kept with your name and the day, so that others know why they are gone.",
    "What they hold is in no figures then. They cannot be got back from here.",
)
_KEYS_DONE = "up down read on  esc back to Home"


class EraseDialog(Dialog[bool]):
    """Type the text or the place, look, erase; returns whether anything was erased.

    Args:
        desk: Where, when and who.
        place: What stands in the field at the start, such as ``3.2#note``; it is looked for at once.
    """

    DEFAULT_CSS: ClassVar[str] = """
    EraseDialog > .dialog { width: 80; padding: 0 1; border: double $error; border-title-color: $error; }
    EraseDialog Input { border: none; height: 1; background: $background; }
    EraseDialog #told { height: 16; border: none; padding: 0; margin-top: 1; }
    EraseDialog .keys { margin: 0; }
    """

    def __init__(self, desk: Desk, place: str = "") -> None:
        super().__init__()
        self._desk, self._place = desk, place
        self._looked_for = ""
        """What the lines below are about; only that may be erased."""
        self._held = False
        """Whether files that came in hold it, and it was not said yet that they go."""
        self._because: str | None = None
        """Why they are taken away; ``None`` while they stay."""
        self._asks_why = False
        self._erased = False

    def compose(self) -> ComposeResult:
        """The text, where it stands, the keys."""
        with self.frame("Erase a text everywhere?"):
            yield Input(self._place, placeholder="type here", compact=True)
            yield Lines(id="told", classes="")
            yield Static(_KEYS_ASK, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Begin with the text; a place that was handed over is looked for at once."""
        self._say(_KEYS_ASK, *_ASK)
        self.query_one(Input).focus()
        if self._place:
            self._look(self._place)

    def _say(self, keys: str, *lines: str) -> None:
        self.query_one("#told", Lines).show_lines("", *lines)
        self.query_one(".keys", Static).update(keys)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self._looked_for and event.value != self._looked_for and not self._asks_why:
            self._looked_for, self._because = "", None
            self._say(_KEYS_ASK, *_ASK)

    @on(Input.Submitted)
    def _asked(self, event: Input.Submitted) -> None:
        event.stop()
        if self._asks_why and event.value.strip():
            self._because, self._asks_why = event.value, False
            self.query_one(Input).value = self._looked_for
            self._look(self._looked_for)
        elif not self._erased and not self._asks_why:
            self._because = None
            self._look(event.value)

    @work(exclusive=True)
    async def _look(self, text: str) -> None:
        self._say(_KEYS_ASK, "Looking through every file ...")
        view = await self._attempt(text, dry_run=True)
        if view is None:
            return
        found = bool(view.places or view.originals)
        self._held = bool(view.originals) and not view.originals_go
        if found:
            self._looked_for = text
            self.query_one("#told", Lines).focus()
        keys = _KEYS_HELD if self._held else _KEYS_BOTH if view.originals else _KEYS_LOOKED
        self._say(keys if found else _KEYS_ASK, *erase_lines(view))

    async def on_key(self, event: events.Key) -> None:
        """The letters that erase, or say that files go too; they work only where nothing is being typed."""
        if not self._looked_for or self.query_one(Input).has_focus:
            return
        if event.key == "e":
            event.stop()
            text, self._looked_for = self._looked_for, ""
            self._erase(text)
        elif event.key == "o" and self._held:
            event.stop()
            self._asks_why = True
            self.query_one(Input).value = ""
            self._say(_KEYS_WHY, *_WHY)
            self.query_one(Input).focus()

    @work(exclusive=True)
    async def _erase(self, text: str) -> None:
        self._say(_KEYS_DONE, "Erasing ...")
        view = await self._attempt(text, dry_run=False)
        if view is None:
            return
        self._erased = True
        self.query_one(Input).value = ""
        self.query_one(Input).display = False
        self._say(_KEYS_DONE, *erase_lines(view))
        self.query_one("#told", Lines).focus()

    async def _attempt(self, text: str, *, dry_run: bool) -> EraseView | None:
        try:
            return await asyncio.to_thread(
                erase,
                self._desk,
                text,
                dry_run=dry_run,
                originals=self._because is not None,
                because=self._because or "",
            )
        except CompactError as error:
            self._say(_KEYS_ASK, error.message, error.hint)
            self.query_one(Input).focus()
            return None

    def action_leave(self) -> None:
        """Back; what was erased stays erased."""
        self.dismiss(self._erased)
