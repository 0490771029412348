"""The full-screen program: holds theme, desk and the way between places."""

import contextlib
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar, cast

from msgspec.structs import replace
from textual import on
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from compact_tui.core.errors import CompactError
from compact_tui.services.session import Session, named, prefer, sit_down
from compact_tui.ui.cards import CardsApp
from compact_tui.ui.glyphs import Glyphs
from compact_tui.ui.messages import Go
from compact_tui.ui.screens.home import HomeScreen
from compact_tui.ui.themes import DARK, LIGHT, THEMES
from compact_tui.ui.typed_ahead import TypedAheadApp


class CompactApp(TypedAheadApp, CardsApp):
    """The program.

    Args:
        root: The workspace; ``None`` for the person's usual one.
        ascii_only: For consoles without the full set of glyphs.
        audit: Id of the audit to work on.
        who: Role of the person at the keyboard.
        session: A session that was begun already (tests).
    """

    TITLE = "Compact audit"
    CSS_PATH = ["app.tcss", "screens/home.tcss"]  # Textual 8.2 does not load the sheet of the default screen
    ENABLE_COMMAND_PALETTE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-thin"), (60, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-short"), (30, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", "Quit", show=False)]

    def __init__(
        self, root: Path | None = None, *, ascii_only: bool = False, audit: str = "", who: str = "",
        session: Session | None = None,
    ) -> None:  # fmt: skip
        super().__init__()
        self.animation_level = "none"
        self.session = session or sit_down(
            root, who=who, audit=audit, on_saved=self.hear_saved, on_failed=self.hear_failed
        )
        self.glyphs = Glyphs(ascii_only or self.session.preferences.ascii)
        self.filter_id = "all"
        """Which criteria the person walks through."""
        self.review_filter = "all"
        """Which findings Review shows."""
        self.review_at = ("", 0)
        """The finding that the person went to last from Review, and its row."""
        self.guidance_open: bool | None = None
        """Whether guidance is shown; ``None`` until the person has chosen: then by the height of the window."""

    def on_load(self) -> None:
        """Themes and a quiet end on hang-up, before the first paint.

        The theme is put in place before anything is styled: to set it as one changes it later would have Textual 8.2
        read every sheet and style every widget a second time.
        """
        for theme in THEMES:
            self.register_theme(theme)
        wanted = self.session.preferences.theme
        self.set_reactive(CompactApp.theme, wanted if wanted in self.available_themes else DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        looks = {f"-theme-{self.theme}": True, "-dark-mode": dark, "-light-mode": not dark}
        self.update_classes({**looks, "-ascii": self.glyphs.ascii_only}, update=False)

    def on_mount(self) -> None:
        """A hang-up ends the program as leaving does: everything typed is saved."""
        with contextlib.suppress(NotImplementedError, RuntimeError, AttributeError, ValueError):
            import asyncio

            loop = asyncio.get_running_loop()
            loop.add_signal_handler(signal.SIGTERM, self.asked_to_end)
            loop.add_signal_handler(signal.SIGHUP, self.hang_up)

    def get_default_screen(self) -> Screen[None]:
        """Home is where the program begins."""
        self._sit()
        return HomeScreen(self.session)

    def _sit(self) -> None:
        with contextlib.suppress(CompactError):  # Home tells of a setting that cannot be read
            self.session = replace(self.session, desk=named(self.session.desk))

    @on(Go)
    def _go(self, message: Go) -> None:
        from compact_tui.ui.places import screen_for

        self._sit()
        if message.place == "home":
            while len(self.screen_stack) > 1:
                self.pop_screen()
            home = cast(HomeScreen, self.screen)
            home.session = self.session
            home.desk = self.session.desk
            home.show()
            home.arrived()
            return
        screen = screen_for(message.place, self.session.desk, message.standard, message.criterion)
        screen.field, screen.back_to = message.field, message.back
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    def work_on(self, audit: str, place: str = "home") -> None:
        """Work on one of several audits, beginning at a place."""
        self.session = replace(self.session, desk=replace(self.session.desk, audit_id=audit))
        self.post_message(Go(place))

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Everything that can be done here, for the palette."""
        from compact_tui.ui.palette import offered

        return offered(self, screen)

    def action_help_quit(self) -> None:
        """Ctrl+c, where there is nothing to copy: say how to leave."""
        self.screen.notify(HomeScreen.HOW_TO_LEAVE, timeout=3)

    def action_look(self) -> None:
        """Change between dark and light, and keep it for next time."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
        self.session = prefer(self.session, theme=self.theme)


def run_app(root: Path | None = None, *, ascii_only: bool = False, audit: str = "", who: str = "") -> int:
    """Run the program; returns its exit code (4: something could not be saved)."""
    return CompactApp(root, ascii_only=ascii_only, audit=audit, who=who).run() or 0
