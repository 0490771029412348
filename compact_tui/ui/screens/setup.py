"""Saying who the setting is; everything can be changed later."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType

from compact_tui.core.request_opened import REQUEST_FORM
from compact_tui.core.setting_forms import SETTING_FORM
from compact_tui.core.small_group import WHICH_FORM
from compact_tui.services import audits, requests, settings
from compact_tui.ui.commands import Command, bindings
from compact_tui.ui.dialogs.confirm import Confirm
from compact_tui.ui.screens.form_place import FormScreen
from compact_tui.ui.widgets.choice_box import ChoiceBox
from compact_tui.ui.widgets.form_fields import FormFields


class SetupScreen(FormScreen):
    """The form about the setting."""

    HELP = """About your setting

Only name and sector are needed to begin; the rest can wait. enter goes to the next field,
ctrl+s saves, escape leaves without saving. f3 asks four plain questions and says which is yours:
the full audit, or the short one for small groups. f6 opens a request that your partnership sent.
"""
    COMMANDS_HERE: ClassVar[tuple[Command, ...]] = (
        FormScreen.COMMANDS_HERE[0],
        Command("which", "f3,w", "Which is ours?", "Four questions that say which tool is yours", footer=True),
        *FormScreen.COMMANDS_HERE[1:],
        Command("request", "f6", "Open a request", "A file from your partnership: see what it sets, then take it"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(COMMANDS_HERE)
    FORM = SETTING_FORM

    def typed(self) -> Mapping[str, str]:
        """What is known about the setting."""
        return self.attempt(settings.typed_setting) or {}

    def take(self, fields: FormFields) -> bool:
        """Save it, or show what cannot be taken."""
        filled = settings.check_setting(fields.typed)
        if filled.problems:
            fields.check()
            fields.show_wrong(filled.problems[0].field, filled.problems[0].sentence)
            return False
        return self.attempt(settings.set_up, fields.typed) is not None

    @work
    async def action_which(self) -> None:
        """Ask which tool is ours, and offer to choose it here."""
        from compact_tui.ui.dialogs.form import FormDialog

        typed = await self.app.push_screen_wait(FormDialog(WHICH_FORM))
        tool = self.attempt(audits.which_tool, typed) if typed is not None else None
        if tool is None:
            return
        glyphs = self.program.glyphs
        asks = (f"{glyphs['bullet']} {line.words}: {line.state_word}" for line in tool.obliges)
        body = "\n".join((tool.sentence, *tool.notes, "", "What asks for the full audit:", *asks))
        choose = Confirm(f"{tool.title}?", glyphs.text(body), keep="I choose myself", act="Take this one", letter="t")
        if await self.app.push_screen_wait(choose):
            fields = self.query_one(FormFields)
            if tool.kind:
                fields.choose("kind", tool.kind)
            fields.choose("sector", tool.sector)
            self.notify(tool.next_step, timeout=4)

    @work
    async def action_request(self) -> None:
        """Open a partnership's request, show what it would set, then take it."""
        from compact_tui.ui.dialogs.form import FormDialog
        from compact_tui.ui.dialogs.request import BEGIN, RequestDialog

        typed = await self.app.push_screen_wait(FormDialog(REQUEST_FORM))
        view = self.attempt(requests.show_request, typed["file"]) if typed is not None else None
        if typed is None or view is None:
            return
        wish = await self.app.push_screen_wait(RequestDialog(view))
        taken = self.attempt(requests.take_request, typed["file"], begin=wish == BEGIN) if wish else None
        if taken is not None:
            self.notify(taken.sentence, timeout=6)
            self.go("home")

    @on(ChoiceBox.Chosen)
    def _follow(self) -> None:
        """The sector usually follows from the kind."""
        fields = self.query_one(FormFields)
        filled = settings.check_setting(fields.typed)
        fields.choose("sector", filled.value("sector"))
