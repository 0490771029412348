"""Asking for the fields of a form."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from compact_tui.core.forms import Form
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.widgets.form_fields import FormFields


class FormDialog(Dialog[dict[str, str] | None]):
    """The fields of a form in a frame; returns what was typed, checked, or ``None``.

    Args:
        form: What is asked.
        typed: What stands in the fields at the start.
    """

    DEFAULT_CSS: ClassVar[str] = "FormDialog .fields { height: auto; max-height: 18; scrollbar-size-vertical: 1; }"
    TYPED_INTO = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "take", "Save", show=False)]
    AUTO_FOCUS = ""  # the fields begin by themselves

    def __init__(self, form: Form, typed: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self._form = form
        self._typed = dict(typed or {})

    def compose(self) -> ComposeResult:
        """The fields, then the keys."""
        with self.frame(self._form.title):
            with VerticalScroll(classes="fields", can_focus=False):
                yield FormFields(self._form, self._typed)
            yield Static("enter next  ^s save  esc back, nothing saved", classes="keys", markup=False)

    @on(FormFields.Done)
    def action_take(self) -> None:
        """Give back what was typed, if all of it can be taken."""
        fields = self.query_one(FormFields)
        if fields.check():
            self.dismiss(fields.typed)
