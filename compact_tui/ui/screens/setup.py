"""Saying who the setting is; everything can be changed later."""

from collections.abc import Mapping

from textual import on

from compact_tui.core.setting_forms import SETTING_FORM
from compact_tui.services import settings
from compact_tui.ui.screens.form_place import FormScreen
from compact_tui.ui.widgets.choice_box import ChoiceBox
from compact_tui.ui.widgets.form_fields import FormFields


class SetupScreen(FormScreen):
    """The form about the setting."""

    HELP = """About your setting

Only name and sector are needed to begin; the rest can wait. enter goes to the next field,
ctrl+s saves, escape leaves without saving.
"""
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

    @on(ChoiceBox.Chosen)
    def _follow(self) -> None:
        """The sector usually follows from the kind."""
        fields = self.query_one(FormFields)
        filled = settings.check_setting(fields.typed)
        fields.choose("sector", filled.value("sector"))
