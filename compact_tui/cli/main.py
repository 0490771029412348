"""Runs one command: finds it, does it, and says in words what went wrong."""

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from importlib import import_module
from typing import TypedDict

from compact_tui.cli.common import at_terminal, can_draw, folder_of, wants_json
from compact_tui.cli.groups import GROUPS
from compact_tui.cli.output import prepare_streams, say, talk
from compact_tui.cli.parser import command_in, not_understood, top_parser, unknown_command
from compact_tui.core.errors import CompactError, ExitCode, FieldError


class Options(TypedDict):
    """What both programs are opened with."""

    ascii_only: bool
    audit: str
    who: str


def main(argv: Sequence[str]) -> int:
    """Run a command.

    Args:
        argv: What was typed after the program's name.

    Returns:
        The exit code.
    """
    args = Namespace()
    try:
        prepare_streams()
        code = _run(list(argv), args)
        sys.stdout.flush()
    except CompactError as error:
        _notices(args)
        talk(_told(error, args), error.hint)
        return int(error.code)
    except KeyboardInterrupt:
        talk("Interrupted. What was saved before stays saved.")
        return int(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        _close_output()
        return int(ExitCode.DONE)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(ExitCode.DONE)
    except Exception as error:
        from compact_tui.cli.fault import report_fault

        talk(*report_fault(error))
        return int(ExitCode.WORKSPACE)
    _notices(args)
    return code


def _run(argv: list[str], args: Namespace) -> int:
    name = command_in(argv)
    if name and name not in GROUPS:
        raise unknown_command(name)
    parser, groups = top_parser()
    if name:
        import_module(f"compact_tui.cli.{GROUPS[name].module}").register(groups)
    _, rest = parser.parse_known_args(argv, args)
    if rest:
        raise not_understood(getattr(args, "parser", parser), rest)
    if getattr(args, "version", False):
        from compact_tui import __version__

        say(f"compact-tui {__version__}")
        return int(ExitCode.DONE)
    return int(args.run(args)) if name else _without_command(args)


def _without_command(args: Namespace) -> int:
    """Open the full-screen or the line by line program; where neither is possible, say where things stand."""
    if not wants_json(args):
        if getattr(args, "plain", False):
            return open_plain(args)
        if at_terminal():
            return open_full_screen(args)
    from compact_tui.cli.status import status

    code = status(args)
    if not wants_json(args):
        say("To start, run compact-tui in a terminal window, or see compact-tui --help.")
    return code


def open_plain(args: Namespace) -> int:
    """Open the line by line program on the workspace asked for."""
    from compact_tui.plain.program import run_plain

    return run_plain(folder_of(args), **_options(args))


def open_full_screen(args: Namespace) -> int:
    """Open the full-screen program on the workspace asked for; the other one where the terminal cannot draw it."""
    if not can_draw():
        talk("This terminal cannot show the full screen, so here is the line by line program (compact-tui --plain).")
        return open_plain(args)
    from compact_tui.ui.app import run_app

    return run_app(folder_of(args), **_options(args))


def _options(args: Namespace) -> Options:
    return {
        "ascii_only": bool(getattr(args, "ascii", False)),
        "audit": getattr(args, "audit_id", ""),
        "who": getattr(args, "who", ""),
    }


def _told(error: CompactError, args: Namespace) -> str:
    """What happened; a field is called what the option of the command is called."""
    if isinstance(error, FieldError):
        return error.under(getattr(args, "flags_of_fields", {}).get(error.field, ""))
    return error.message


def _notices(args: Namespace) -> None:
    """Say what had to be put right on the way, such as a damaged file."""
    desk = getattr(args, "desk", None)
    if desk is not None:
        talk(*desk.shelf.notices)


def _close_output() -> None:
    """Let nothing be written after the reader has gone, not even at the end of the process."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
