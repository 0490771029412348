"""What every command shares: its desk, its options, and text that may come from standard input."""

import os
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from compact_tui.services.desk import Desk

LONGEST_INPUT = 1_000_000
"""Bytes of the longest text that is taken from standard input."""


def desk_of(args: Namespace) -> "Desk":
    """The desk that the options ask for; kept with them, so that its notices can be said at the end."""
    from compact_tui.services.desk import desk_at
    from compact_tui.services.who import remembered

    desk = desk_at(folder_of(args), who=getattr(args, "who", ""))
    if not desk.who:
        desk = msgspec.structs.replace(desk, who=remembered(desk.workspace.root))
    args.desk = msgspec.structs.replace(desk, audit_id=getattr(args, "audit_id", ""))
    return args.desk  # type: ignore[no-any-return]


def warn_beside(args: Namespace, *texts: str | None) -> None:
    """Say, beside what is printed, what in texts just kept could identify a child or patient; it stops nobody."""
    from compact_tui.cli.output import talk
    from compact_tui.services.review import warning_beside

    desk: Desk = args.desk
    talk(*dict.fromkeys(warning_beside(desk, text) for text in texts if text))


def folder_of(args: Namespace) -> Path | None:
    """The workspace asked for; ``None`` means the usual one.

    Raises:
        UsageError: If an empty name was given.
    """
    named: str | None = getattr(args, "workspace", None)
    if named is None:
        return None
    if not named.strip():
        raise UsageError("--workspace needs the name of a folder.", "Leave the option out for the usual folder.")
    return Path(named).expanduser().absolute()


def wants_json(args: Namespace) -> bool:
    """Whether data was asked for."""
    return bool(getattr(args, "json", False))


def at_terminal() -> bool:
    """Whether a person sits at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def can_draw() -> bool:
    """Whether the terminal can draw a full screen: not one that calls itself ``dumb`` or ``unknown``."""
    return os.environ.get("TERM", "").lower() not in {"dumb", "unknown"}


def text_of(args: Namespace, name: str) -> str | None:
    """The text given for an option, with ``-`` read from standard input; ``None`` when it was not given.

    Raises:
        UsageError: If two texts are to be read from standard input, or it holds no text.
    """
    given: str | None = getattr(args, name, None)
    if given != "-":
        return given
    if getattr(args, "input_taken", ""):
        raise UsageError(
            f"Standard input can be one text only, and is {args.input_taken} already.", "Write the other one out."
        )
    args.input_taken = name
    return _standard_input()


def _standard_input() -> str:
    if sys.stdin.isatty():
        sys.stderr.write("Type the text, then end with Ctrl+D (Windows: Ctrl+Z and Enter).\n")
    data = sys.stdin.buffer.read(LONGEST_INPUT + 1)
    if len(data) > LONGEST_INPUT:
        raise UsageError("The text on standard input is longer than a million bytes.", "Nothing was changed.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(
            "What came on standard input is not UTF-8 text.", "Save it as UTF-8 and try again. Nothing was changed."
        ) from error
