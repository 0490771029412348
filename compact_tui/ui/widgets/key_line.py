"""The foot of a screen: its keys in the order of use, made from its table of commands."""

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from compact_tui.ui.commands import Command
from compact_tui.ui.glyphs import glyphs_of


class KeyLine(Static):
    """One row of keys; each can be clicked, one that does not apply is greyed, those that do not fit are left out."""

    DEFAULT_CSS: ClassVar[str] = """
    KeyLine {
        dock: bottom; height: 1; background: $panel; color: $foreground; padding: 0 1;
        link-color: $foreground; link-style: none; link-background: transparent;
    }
    """

    def __init__(self, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self._commands = tuple(command for command in commands if command.footer)

    def on_mount(self) -> None:
        """Show the keys."""
        self.show_keys()

    def on_resize(self) -> None:
        """Show those that fit now."""
        self.show_keys()

    def show_keys(self) -> None:
        """Show the keys as they apply now."""
        room = max(self.size.width, 40) - 2
        palette = f"{glyphs_of(self)['palette']}^p palette"
        room -= cell_len(palette) + 1
        line = Content("")
        for command in self._commands:
            key = glyphs_of(self).text(command.key_words)
            label = glyphs_of(self).text(command.label)
            piece = f"{key} {label}  "
            if cell_len(piece.rstrip()) > room:
                break
            room -= cell_len(piece)
            line += self._piece(command, key, label)
        act_now = "f9 Act now  "
        if room >= cell_len(act_now):
            room -= cell_len(act_now)
            act = Content.from_markup("[@click=app.act_now]$words[/]", words=act_now)
        else:
            act = Content("")
        line += Content(" " * max(room + 1, 1))
        self.update(line + act + Content.from_markup("[@click=app.command_palette]$words[/]", words=palette))

    def _piece(self, command: Command, key: str, label: str) -> Content:
        if self.screen.check_action(command.action.partition("(")[0], ()) is None:
            return Content.from_markup("[$text-disabled]$key $label[/]  ", key=key, label=label)
        namespace = "" if command.action.startswith("app.") else "screen."
        markup = f"[$footer-key-foreground b]$key[/] [@click={namespace}{command.action}]$label[/]  "
        return Content.from_markup(markup, key=key, label=label)
