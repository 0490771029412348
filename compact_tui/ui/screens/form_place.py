"""A place that is one form: save and go home, or leave without saving."""

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from compact_tui.core.forms import Form
from compact_tui.services.home_words import whole_here
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.dialogs.confirm import Confirm
from compact_tui.ui.screens.base import CompactScreen
from compact_tui.ui.widgets.form_fields import FormField, FormFields
from compact_tui.ui.widgets.status_bar import StatusBar


class FormScreen(CompactScreen):
    """The fields of a form in a panel."""

    CSS_PATH = "setup.tcss"
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        Command("take", "ctrl+s", "Save", "Save what you typed and go on", footer=True),
        Command("help", "f1", "Help", "Show or hide the help panel", footer=True),
        Command("back", "escape", "Back", "Leave without saving", footer=True),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    AUTO_FOCUS = ""  # the fields begin by themselves; Textual would scroll the first question out of sight
    FORM: ClassVar[Form]

    def typed(self) -> Mapping[str, str]:
        """What the fields hold at the start."""
        raise NotImplementedError

    def take(self, fields: FormFields) -> bool:
        """Save what was typed; whether that was done."""
        raise NotImplementedError

    def compose_body(self) -> Iterable[Widget]:
        """The form in a panel."""
        panel = VerticalScroll(FormFields(self.FORM, self.typed()), classes="panel", can_focus=False)
        panel.border_title = self.FORM.title
        panel.border_subtitle = "enter: next field"
        yield panel

    def show(self) -> None:
        """Name the place; the fields show what they hold."""
        title = self.FORM.title
        self.query_one(StatusBar).show_what(whole_here(self.desk), f"{title[:1].lower()}{title[1:]}")

    @on(FormFields.Done)
    def action_take(self) -> None:
        """Save and go home, or show what cannot be taken."""
        if self.take(self.query_one(FormFields)):
            self.go(self.back_to or self.BACK)

    def _begin_with(self, field: str) -> None:
        """Begin in a field."""
        for box in self.query(f"#field-{field}").results(FormField):
            self.call_after_refresh(box.take_focus)

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
        self.go(self.back_to or self.BACK)
