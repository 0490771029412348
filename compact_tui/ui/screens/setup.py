"""Saying who the setting is; everything can be changed later."""

from collections.abc import Iterable
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from compact_tui.core.setting_forms import SETTING_FORM
from compact_tui.services import settings
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.dialogs.confirm import Confirm
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.choice_box import ChoiceBox
from compact_tui.ui.widgets.form_fields import FormFields
from compact_tui.ui.widgets.status_bar import StatusBar


class SetupScreen(CompactScreen):
    """The form about the setting."""

    CSS_PATH = "setup.tcss"
    HELP = """About your setting

Only name and sector are needed to begin; the rest can wait. enter goes to the next field,
ctrl+s saves, escape leaves without saving.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("take", "ctrl+s", "Save", "Save what you typed and go on", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Leave without saving", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = ""  # the fields begin by themselves; Textual would scroll the first question out of sight

    def compose_body(self) -> Iterable[Widget]:
        """The form in a panel."""
        panel = VerticalScroll(
            FormFields(SETTING_FORM, self.attempt(settings.typed_setting) or {}), classes="panel", can_focus=False
        )
        panel.border_title = "About your setting"
        panel.border_subtitle = "enter: next field"
        yield panel

    def show(self) -> None:
        """Name the place; the fields show what they hold."""
        self.query_one(StatusBar).show_what("Compact audit", "about your setting")

    @on(FormFields.Done)
    def action_take(self) -> None:
        """Save and go home, or show what cannot be taken."""
        fields = self.query_one(FormFields)
        filled = settings.check_setting(fields.typed)
        if filled.problems:
            fields.check()
            fields.show_wrong(filled.problems[0].field, filled.problems[0].sentence)
            return
        if self.attempt(settings.set_up, fields.typed) is not None:
            self.go("home")

    @on(ChoiceBox.Chosen)
    def _follow(self) -> None:
        """The sector usually follows from the kind."""
        fields = self.query_one(FormFields)
        filled = settings.check_setting(fields.typed)
        fields.choose("sector", filled.value("sector"))

    def action_back(self) -> None:
        """Leave; ask first when something typed would be lost."""
        self._leave()

    @work
    async def _leave(self) -> None:
        if self.query_one(FormFields).changed:
            leave = await self.app.push_screen_wait(
                Confirm(
                    "Leave without saving?",
                    "What you typed here is not saved yet.",
                    keep="Stay here",
                    act="Leave",
                    letter="l",
                )
            )
            if not leave:
                return
        self.go("home")
