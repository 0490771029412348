"""The help panel beside the work: what this screen is for, and every key that works here."""

from inspect import cleandoc
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from compact_tui.ui.commands import Command
from compact_tui.ui.glyphs import glyphs_of


class HelpBox(VerticalScroll):
    """Help, made from the screen's words and its table of commands."""

    DEFAULT_CSS: ClassVar[str] = """
    HelpBox { split: right; width: 36; height: 1fr; background: $panel; padding: 0 1; scrollbar-size-vertical: 1; }
    HelpBox > Static { height: auto; }
    """

    def __init__(self, words: str, commands: tuple[Command, ...]) -> None:
        super().__init__(id="help")
        self._words = words
        self._commands = commands

    def compose(self) -> ComposeResult:
        """Words, then keys."""
        glyphs = glyphs_of(self)
        paragraphs = cleandoc(self._words).split("\n\n")
        words = "\n".join(" ".join(part.split("\n")) if at else part for at, part in enumerate(paragraphs))
        seen: set[str] = set()
        keys = []
        for command in self._commands:
            named = {command.action, command.key_words} - {""}
            if not seen & named:
                seen |= named
                keys.append(f"{command.key_words:<6} {command.help}")
        keys.append("^p     Everything that can be done here")
        keys.append("^q     Save and leave")
        yield Static(glyphs.text("\n".join([words, "", "Keys here", *keys, "", "f1 hides this."])), markup=False)
