"""Whom to ring, and where things are: what the Act now card and the spot questions about us need."""

from collections.abc import Mapping

from compact_tui.core.setting_forms import PEOPLE_FORM
from compact_tui.services import settings
from compact_tui.ui.screens.form_place import FormScreen
from compact_tui.ui.widgets.form_fields import FormFields


class PeopleScreen(FormScreen):
    """The form on whom to ring."""

    HELP = """Whom to ring, and where things are

The card "act now" (f9 anywhere) shows these names and numbers. Look each number up today; never
write one from memory. They stay on this computer: no return carries them.
"""
    FORM = PEOPLE_FORM

    def typed(self) -> Mapping[str, str]:
        """What is known."""
        return self.attempt(settings.typed_people) or {}

    def take(self, fields: FormFields) -> bool:
        """Save it, or show what cannot be taken."""
        return fields.check() and self.attempt(settings.set_people, fields.typed) is not None
