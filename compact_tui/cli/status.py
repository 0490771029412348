"""Where things stand and what comes next."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of
from compact_tui.cli.output import tell
from compact_tui.cli.parser import PROGRAM, Parser, add_command
from compact_tui.core.text import count

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.core.views import HomeView

_HOW = {
    "setup": "setup",
    "start": "audit start",
    "choose": "--audit ID status",
    "standard": "audit show {next.standard}",
    "criterion": "audit answer {next.criterion} ANSWER",
    "grade": "audit grade {next.standard} LEVEL",
    "return": "return make",
    "sent": "return sent {return_id} --on DATE --by ROLE",
    "receipt": "return receipt {return_id} --on DATE",
    "pages": "audit print --improvement",
    "colleagues": "audit part return",
    "partnership": "partnership about",
    "done": "audit show",
    "reply": "return open",
    "actions": "action list",
}
"""The command for each place of a next step."""


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    add_command(groups, "status", status)


def status(args: Namespace) -> int:
    """Print where things stand, in five lines."""
    from compact_tui.services.home import home

    view = home(desk_of(args), with_places=False)
    return tell(args, view, *_lines(view))


def _lines(view: "HomeView") -> tuple[str, ...]:
    how = _HOW.get(view.next.place, "").format(next=view.next, return_id=view.return_id)
    who = ", ".join(part for part in (view.setting, view.kind) if part) or "No setting named yet"
    return (
        who,
        f"{view.title}: {_progress(view)}",
        _standing(view),
        f"Next: {view.next.sentence} ({PROGRAM} {how})" if how else f"Next: {view.next.sentence}",
        f"Kept in {view.workspace}",
    )


def _standing(view: "HomeView") -> str:
    if view.for_ourselves or view.is_part:
        return " ".join(view.standing)
    return f"Return: {view.return_sentence}; {view.due_sentence}"


def _progress(view: "HomeView") -> str:
    if not view.audits:
        return "not started"
    if not view.audit:
        ids = ", ".join(f"{line.id} ({line.cycle})" for line in view.audits)
        return f"{count(len(view.audits), 'audit')} here: {ids}"
    return ", ".join(filter(None, (view.rail.sentence, view.rail.to_confirm)))
