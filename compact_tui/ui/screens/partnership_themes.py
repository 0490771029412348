"""The themes that actions of settings are counted under, with the words that make an action one of them."""

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widget import Widget

from compact_tui.core.action_themes import THEME_FORM
from compact_tui.services import themes
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.partnership_here import PartnershipPlace
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row
from compact_tui.ui.widgets.status_bar import StatusBar

_HOW = (
    "An action belongs to every theme of which it uses a word; the beginning of a word is enough.",
    "An action can belong to several, or to none. Changing a theme changes no return.",
)


class ThemesScreen(PartnershipPlace):
    """The themes and their words."""

    CSS_PATH = "partnership_analysis.tcss"
    BACK = "analysis"
    HELP = """Themes

What settings plan is counted under these themes. enter changes the one at the cursor, a adds one, d takes it
out; ctrl+z takes the last change back.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("change", "enter", "Change …", "Change the theme at the cursor", footer=True),
        Command("add", "a", "Add …", "Add a theme", footer=True),
        Command("drop", "d", "Take out", "Take out the theme at the cursor; undo brings it back", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Back to the analysis", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE[1:])
    AUTO_FOCUS = "#themes"

    def compose_body(self) -> Iterable[Widget]:
        """The themes, then how they work."""
        yield PickList(id="themes", classes="panel")
        yield Lines(id="how")

    def show(self) -> None:
        """Show the themes."""
        view = self.attempt(themes.list_themes)
        if view is None:
            return
        self.query_one(StatusBar).show_what("Themes of actions", view.sentence)
        listed = self.query_one("#themes", PickList)
        listed.border_title = "What actions are about"
        listed.show_rows(tuple(Row(one.id, one.word, detail=", ".join(one.terms)) for one in view.themes))
        self.query_one("#how", Lines).show_lines("How it is counted", *_HOW)

    @on(PickList.Picked)
    def _picked(self, event: PickList.Picked) -> None:
        event.stop()
        self.action_change()

    @work
    async def action_change(self) -> None:
        """Change the theme at the cursor."""
        row = self.query_one("#themes", PickList).row
        typed = self.attempt(themes.theme_typed, row.id) if row else None
        if row is not None and typed is not None:
            keep = partial(themes.keep_theme, theme_id=row.id)
            if await self.form_taken(THEME_FORM, keep, typed) is not None:
                self.show()

    @work
    async def action_add(self) -> None:
        """Add a theme."""
        if await self.form_taken(THEME_FORM, themes.keep_theme) is not None:
            self.show()

    def action_drop(self) -> None:
        """Take out the theme at the cursor."""
        row = self.query_one("#themes", PickList).row
        if row is not None and self.attempt(themes.drop_theme, row.id) is not None:
            self.show()
