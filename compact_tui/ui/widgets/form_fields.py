"""The fields of a form as widgets, each with its help and, when it cannot be taken, the reason."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Select, Static

from compact_tui.core.forms import Field, Form, parse_field


class FormField(Vertical):
    """One question, its box, and a line of help or of what is wrong."""

    DEFAULT_CSS: ClassVar[str] = """
    FormField {
        height: auto;
        & > .question { height: 1; }
        & > .help { height: auto; color: $text-quiet; padding: 0 0 0 2; }
        & > .help.-wrong { color: $error; }
        & Input, & Select { width: 1fr; margin: 0; }
    }
    """

    def __init__(self, field: Field, typed: str) -> None:
        super().__init__(id=f"field-{field.id}")
        self.field = field
        self._typed = typed

    def compose(self) -> ComposeResult:
        """Question, box, help."""
        yield Static(self.field.question + (" (needed)" if self.field.required else ""), classes="question", markup=False)
        if self.field.choices:
            ids = [known for known, _ in self.field.choices]
            options = [(word, known) for known, word in self.field.choices]
            value = self._typed if self._typed in ids else Select.NULL
            yield Select(options, value=value, prompt="Choose (enter opens the list)", compact=True)
        else:
            yield Input(self._typed, compact=True, select_on_focus=False)
        yield Static(self.field.help, classes="help", markup=False)

    @property
    def typed(self) -> str:
        """What the person typed or chose."""
        if self.field.choices:
            value = self.query_one(Select).value
            return value if isinstance(value, str) else ""
        return self.query_one(Input).value

    def check(self) -> str:
        """Show what is wrong with what was typed; returns the sentence, empty when it can be taken."""
        try:
            parse_field(self.field, self.typed)
        except ValueError as error:
            self.show_wrong(str(error))
            return str(error)
        self.show_wrong("")
        return ""

    def show_wrong(self, sentence: str) -> None:
        """Show what is wrong; empty shows the help again."""
        line = self.query_one(".help", Static)
        mark = self.app.glyphs["wrong"]  # type: ignore[attr-defined]
        line.update(f"{mark} {sentence}" if sentence else self.field.help)
        line.set_class(bool(sentence), "-wrong")

    def take_focus(self) -> None:
        """Put the cursor into the box."""
        self.query_one(Select if self.field.choices else Input).focus()


class FormFields(Vertical):
    """All the fields of a form; enter goes to the next, and from the last one on."""

    DEFAULT_CSS: ClassVar[str] = "FormFields { height: auto; }"

    class Done(Message):
        """The person pressed enter in the last field."""

    def __init__(self, form: Form, typed: Mapping[str, str]) -> None:
        super().__init__()
        self.form = form
        self._start = dict(typed)

    def compose(self) -> ComposeResult:
        """One after another."""
        for field in self.form.fields:
            yield FormField(field, self._start.get(field.id, ""))

    def on_mount(self) -> None:
        """Begin in the first field."""
        self.call_after_refresh(self.query(FormField).first().take_focus)

    @property
    def typed(self) -> dict[str, str]:
        """What was typed, by field."""
        return {field.field.id: field.typed for field in self.query(FormField)}

    @property
    def changed(self) -> bool:
        """Whether anything differs from what was there at the start."""
        return any(value != self._start.get(name, "") for name, value in self.typed.items())

    def check(self) -> bool:
        """Show what cannot be taken and go to the first such field; whether all can be."""
        wrong = [field for field in self.query(FormField) if field.check()]
        if wrong:
            wrong[0].take_focus()
        return not wrong

    def show_wrong(self, field_id: str, sentence: str) -> None:
        """Show what is wrong with a field and go there."""
        field = self.query_one(f"#field-{field_id}", FormField)
        field.show_wrong(sentence)
        field.take_focus()

    @on(Input.Submitted)
    def _next(self, event: Input.Submitted) -> None:
        event.stop()
        fields = list(self.query(FormField))
        here = next(i for i, field in enumerate(fields) if event.input in field.walk_children())
        if fields[here].check():
            return
        if here + 1 < len(fields):
            fields[here + 1].take_focus()
        else:
            self.post_message(self.Done())

    @on(Select.Changed)
    def _chosen(self, event: Select.Changed) -> None:
        event.stop()
        for field in self.query(FormField):
            if event.select in field.walk_children() and field.typed:
                field.check()
