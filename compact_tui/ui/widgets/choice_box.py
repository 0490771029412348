"""One line that holds a choice; enter opens the list to choose from."""

from typing import ClassVar

from rich.cells import set_cell_size
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static


class ChoiceBox(Static, can_focus=True):
    """What was chosen of a few; takes focus like a box for text.

    Args:
        choices: Ids and words.
        chosen: Id of what is chosen; empty for nothing yet.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space,down", "ask", "Choose", show=False)]

    class Asked(Message):
        """The person wants to choose."""

        def __init__(self, box: "ChoiceBox") -> None:
            super().__init__()
            self.box = box

    class Chosen(Message):
        """Something was chosen."""

        def __init__(self, box: "ChoiceBox") -> None:
            super().__init__()
            self.box = box

    def __init__(self, choices: tuple[tuple[str, str], ...], chosen: str = "") -> None:
        super().__init__(markup=False)
        self.choices = choices
        self.chosen = chosen if chosen in dict(choices) else ""

    def on_mount(self) -> None:
        """Show the choice."""
        self.choose(self.chosen, tell=False)

    def choose(self, chosen: str, tell: bool = True) -> None:
        """Take a choice."""
        self.chosen = chosen
        word = dict(self.choices).get(chosen, "")
        self.update(set_cell_size(word, max(len(word), 44)) + "  enter: choose" if word else "enter: choose")
        if tell:
            self.post_message(self.Chosen(self))

    def action_ask(self) -> None:
        """Ask for the list."""
        self.post_message(self.Asked(self))

    def on_click(self, event: events.Click) -> None:
        """A click opens the list too."""
        event.stop()
        self.action_ask()
