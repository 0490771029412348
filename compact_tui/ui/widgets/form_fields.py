"""The fields of a form as widgets, each with its help and, when it cannot be taken, the reason."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from compact_tui.core.forms import Field, Form, parse_field
from compact_tui.ui.dialogs.choose import Choose
from compact_tui.ui.glyphs import glyphs_of
from compact_tui.ui.widgets.choice_box import ChoiceBox
from compact_tui.ui.widgets.pick_list import Row
from compact_tui.ui.widgets.seen_line import SeenLine


class FormField(Vertical):
    """One question, its box, and a line of help or of what is wrong."""

    DEFAULT_CSS: ClassVar[str] = """
    FormField {
        height: auto;
        & > .question { height: 1; }
        & > .help { height: auto; color: $text-quiet; padding: 0 0 0 2; }
        & > .help.-wrong { color: $error; }
        & Input, & ChoiceBox {
            width: 1fr; height: 1; margin: 0; padding: 0 1;
            background: transparent; border: none; border-left: round $border-quiet;
        }
        &:focus-within .question { text-style: bold; }
        & Input:focus, & ChoiceBox:focus { border: none; border-left: heavy $accent; background: $cursor-row; }
    }
    """

    def __init__(self, field: Field, typed: str, watched: bool = True) -> None:
        super().__init__(id=f"field-{field.id}")
        self.field = field
        self._typed = typed
        self._watched = watched and not field.choices

    def compose(self) -> ComposeResult:
        """Question, box, help."""
        yield Static(
            self.field.question + (" (needed)" if self.field.required else ""), classes="question", markup=False
        )
        if self.field.choices:
            yield ChoiceBox(self.field.choices, self._typed)
        else:
            offered = self.field.suggest
            yield Input(
                self._typed,
                select_on_focus=False,
                suggester=SuggestFromList(offered, case_sensitive=False) if offered else None,
            )
        yield Static(self.field.help, classes="help", markup=False)
        if self._watched:
            yield SeenLine()

    def on_mount(self) -> None:
        """Look at what stands in the box at the start."""
        self._look()

    @on(Input.Changed)
    def _look(self) -> None:
        for line in self.query(SeenLine):
            line.watch_text(self.typed)

    @property
    def typed(self) -> str:
        """What the person typed or chose."""
        if self.field.choices:
            return self.query_one(ChoiceBox).chosen
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
        mark = glyphs_of(self)["wrong"]
        line.update(f"{mark} {sentence}" if sentence else self.field.help)
        line.set_class(bool(sentence), "-wrong")

    def take_focus(self) -> None:
        """Put the cursor into the box."""
        self.query_one(ChoiceBox if self.field.choices else Input).focus(scroll_visible=False)

    def on_descendant_focus(self) -> None:
        """Bring question and help into sight with the box."""
        self.call_after_refresh(self.scroll_visible, animate=False)


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
            yield FormField(field, self._start.get(field.id, ""), watched=not self.form.of_us)

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
        self._go_on(event.input)

    def _go_on(self, box: Widget) -> None:
        """From a box to the next, if it can be taken; from the last one on."""
        fields = list(self.query(FormField))
        here = next(at for at, field in enumerate(fields) if box in field.walk_children())
        if fields[here].check():
            return
        if here + 1 < len(fields):
            fields[here + 1].take_focus()
        else:
            self.post_message(self.Done())

    @on(ChoiceBox.Asked)
    def _ask(self, event: ChoiceBox.Asked) -> None:
        event.stop()
        box = event.box
        field = next(field for field in self.query(FormField) if box in field.walk_children())
        rows = tuple(Row(known, word) for known, word in box.choices)

        def take(chosen: str | None) -> None:
            if chosen is not None:
                box.call_next(box.choose, chosen)  # Textual 8.2: a message sent from here would not bubble
                self.call_later(self._go_on, box)

        self.app.push_screen(Choose(field.field.question, rows, box.chosen), take)

    def choose(self, field_id: str, chosen: str) -> None:
        """Put a choice into a field that has none yet."""
        box = self.query_one(f"#field-{field_id}", FormField).query_one(ChoiceBox)
        if not box.chosen and chosen:
            box.choose(chosen, tell=False)
