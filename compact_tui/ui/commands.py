"""A command is declared once; key, footer, palette and help are made from it."""

from collections.abc import Iterable

from msgspec import Struct
from textual.binding import Binding, BindingType


class Command(Struct, frozen=True):
    """Something a person can do on a screen."""

    action: str
    """Name of the action method, without ``action_``."""
    key: str
    """Textual's name of the key; several separated by commas, the first is shown; empty for the palette only."""
    label: str
    """One or two words for the footer."""
    help: str
    """What it does, for the palette and the help panel."""
    footer: bool = False
    """Shown at the foot of the screen, in the order of the table."""
    shown_key: str = ""
    """How the key is written where that differs from its name."""

    @property
    def key_words(self) -> str:
        """The key as the footer writes it."""
        return self.shown_key or _words(self.key.split(",")[0])


_NAMES = {
    "escape": "esc",
    "slash": "/",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left": "←",
    "right": "→",
}


def _words(key: str) -> str:
    if key.startswith("ctrl+"):
        return f"^{key[5:]}"
    return _NAMES.get(key, key)


def bindings(commands: Iterable[Command]) -> list[BindingType]:
    """Textual's bindings of a table of commands."""
    return [
        Binding(command.key, command.action, command.label, show=command.footer, tooltip=command.help)
        for command in commands
        if command.key
    ]


EVERYWHERE = (
    Command("help", "f1,question_mark", "Help", "Show or hide the help panel", shown_key="f1"),
    Command("back", "escape", "Back", "One step back; nothing is lost"),
    Command("undo", "ctrl+z", "Undo", "Take back the last change, also after a restart"),
    Command("redo", "ctrl+y", "Redo", "Do again what was taken back"),
    Command("find", "slash,j,ctrl+f", "Find", "Find a word or jump to a standard or criterion", shown_key="/"),
    Command(
        "app.act_now",
        "f9,exclamation_mark",
        "Act now",
        "A child may be at risk: what to do, whom to ring",
        shown_key="f9",
    ),
    Command("app.who", "f4", "Who", "Say who is at the keyboard now"),
    Command("app.glossary", "ctrl+g", "Glossary", "What a term means"),
    Command("app.guide", "f2", "Guide", "The audit in one minute"),
    Command("history", "ctrl+r", "History", "What was changed, newest first"),
    Command("app.erase", "", "Erase a text everywhere …", "Take a text out of everything that is kept; for good"),
    Command("app.save_now", "ctrl+s", "Save now", "Everything is saved by itself; this tries again after a failure"),
)
"""Commands of every screen; they stand in the palette and in the help."""

FIND_IN_LIST = Command("find", "slash,j,ctrl+f", "Find", "Find a row of this list by its name or id", shown_key="/")
"""What stands for finding in the audit where there is a list of settings or returns, and no audit."""
