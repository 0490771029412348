"""What every dialog shares: a double frame, a question as title, the safe answer in focus."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical

from compact_tui.ui.sizes import fit_window
from compact_tui.ui.typed_ahead import Answer, TypedAheadDialog


class Dialog(TypedAheadDialog[Answer]):
    """A question in a frame; escape gives the safe answer."""

    DEFAULT_CSS: ClassVar[str] = """
    Dialog {
        align: center middle; background: $background 60%;
        & > .dialog {
            width: 76; max-width: 100%; height: auto; max-height: 100%; padding: 0 2;
            border: double $accent; border-title-color: $accent; border-title-style: bold; background: $panel;
        }
        & .keys { height: 1; margin-top: 1; color: $text-quiet; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False),
        Binding("f9", "app.act_now", "Act now", show=False),
    ]

    def on_compose(self) -> None:
        """Look as the window's size wants it from the first paint on."""
        fit_window(self)

    def frame(self, title: str) -> Vertical:
        """The frame that holds the dialog."""
        box = Vertical(classes="dialog")
        box.border_title = title
        return box

    def action_leave(self) -> None:
        """The safe answer: nothing happens."""
        self.dismiss(None)
