"""A box to type into, a list that narrows, and a line on what is at the cursor: for finding and for the glossary."""

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Input, Static

from compact_tui.core.text import count
from compact_tui.ui.dialogs.base import Dialog
from compact_tui.ui.typed_ahead import Answer
from compact_tui.ui.widgets.lines import Lines
from compact_tui.ui.widgets.pick_list import PickList, Row


class LookUp(Dialog[Answer]):
    """Typing narrows, arrows move while the cursor stays in the box.

    Args:
        title: What is looked for.
        keys: The last line, which tells the keys.
        noun: What is counted at the foot.
    """

    DEFAULT_CSS = """
    LookUp #found { height: 10; }
    LookUp #about { height: 5; border: none; padding: 0; }
    """

    TYPED_INTO = True

    def __init__(self, title: str, keys: str, noun: str) -> None:
        super().__init__()
        self._title, self._keys, self._noun = title, keys, noun

    def rows(self, text: str) -> tuple[Row, ...]:
        """What is found for a text; everything for none."""
        raise NotImplementedError

    def about(self, row: Row | None) -> str:
        """What stands below the list about a row."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The box, what was found, about the one at the cursor, the keys."""
        with self.frame(self._title):
            yield Input(placeholder="type here", compact=True)
            yield PickList(id="found")
            yield Lines(id="about", classes="")
            yield Static(self._keys, classes="keys", markup=False)

    def on_mount(self) -> None:
        """Offer everything."""
        self._show("")
        self.query_one(Input).focus()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._show(event.value)

    def _show(self, text: str) -> None:
        found = self.query_one("#found", PickList)
        found.show_rows(self.rows(text), "0")
        self.query_one(".dialog").border_subtitle = count(len(found.rows), self._noun)
        self.query_one("#about", Lines).show_lines("", self.about(found.row))

    def on_key(self, event: events.Key) -> None:
        """Arrows move through what was found."""
        steps = {"up": -1, "down": 1, "pageup": -8, "pagedown": 8}
        if event.key in steps:
            event.stop()
            self.query_one("#found", PickList).action_move(steps[event.key])

    @on(PickList.Moved)
    def _moved(self, event: PickList.Moved) -> None:
        event.stop()
        self.query_one("#about", Lines).show_lines("", self.about(event.row))
