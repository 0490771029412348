"""What the command palette offers: everything that can be done here."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

from compact_tui.ui.screens.base import CompactScreen

if TYPE_CHECKING:
    from compact_tui.ui.app import CompactApp


def offered(app: "CompactApp", screen: Screen[Any]) -> Iterable[SystemCommand]:
    """The commands of a screen that apply now, then those of the program; each once."""
    seen = set()
    if isinstance(screen, CompactScreen):
        for command in screen.commands:
            if command.label not in seen and screen.check_action(command.action.partition("(")[0], ()):
                seen.add(command.label)
                action = command.action if command.action.startswith("app.") else f"screen.{command.action}"
                yield SystemCommand(command.label, command.help, partial(app.call_next, app.run_action, action))
    yield SystemCommand("Light or dark", "Change between the dark and the light look", app.action_look)
    if app.session.writer.unsaved():
        yield SystemCommand("Save a copy elsewhere", "Write what could not be saved to another folder", app.action_copy)
    if "Quit" not in seen:
        yield SystemCommand("Quit", "Save and leave", app.action_leave)
