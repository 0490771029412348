"""Whether everything works on this computer."""

import os
import shutil
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import can_draw, desk_of, wants_json
from compact_tui.cli.output import columns, print_json, say
from compact_tui.cli.parser import Parser, add_command
from compact_tui.core.errors import ExitCode
from compact_tui.core.text import count

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from compact_tui.services.doctor import Terminal


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    add_command(groups, "doctor", doctor)


def doctor(args: Namespace) -> int:
    """Print what was looked at and what is wrong; 1 if anything is."""
    from compact_tui.services.doctor import examine

    found = examine(desk_of(args), terminal())
    if wants_json(args):
        print_json(found)
    else:
        say(*columns([(check.state, check.name, check.said) for check in found.checks]))
        for check in found.checks:
            if check.remedy:
                say(f"{check.name}: {check.remedy}")
        problems = sum(check.state == "problem" for check in found.checks)
        say("Everything works." if found.well else f"{count(problems, 'problem')} to put right.")
    return int(ExitCode.DONE if found.well else ExitCode.PUT_RIGHT)


def terminal() -> "Terminal":
    """The terminal as this process sees it."""
    from compact_tui.services.doctor import Terminal

    size = shutil.get_terminal_size()
    return Terminal(
        is_terminal=sys.stdin.isatty() and sys.stdout.isatty(),
        columns=size.columns,
        lines=size.lines,
        colours=_colours(),
        encoding=(sys.stdout.encoding or "").lower(),
        draws=can_draw(),
    )


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return "none (NO_COLOR is set)"
    if os.environ.get("COLORTERM", "").lower() in {"truecolor", "24bit"} or "WT_SESSION" in os.environ:
        return "16 million"
    term = os.environ.get("TERM", "").lower()
    if term in {"", "dumb"}:
        return "not known" if not term else "none"
    return "256" if "256" in term else "16"
