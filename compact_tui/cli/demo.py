"""A made-up school half-way through its audit, to look at and to practise on."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import at_terminal, desk_of, wants_json
from compact_tui.cli.output import print_json, say
from compact_tui.cli.parser import Parser, add_command
from compact_tui.core.errors import UsageError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_NAME = "Compact audit demo"


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    command = add_command(groups, "demo", demo)
    command.add_argument("folder", nargs="?", metavar="DIR", help="an empty or new folder for it")
    command.add_argument("--partnership", action="store_true", help="a partnership with what its settings sent instead")
    command.add_argument("--settings", metavar="N", default="", help="with --partnership: how many settings (200)")
    command.add_argument("--seed", metavar="S", default="", help="with --partnership: which ones (1)")
    command.add_argument("--no-open", action="store_true", help="only make it; do not open the full-screen program")


def demo(args: Namespace) -> int:
    """Make the demonstration, say where it is, and open it where there is a terminal."""
    from compact_tui.services.demo import demo as make_demo

    folder = Path(args.folder).expanduser().absolute() if args.folder else _new_folder(args)
    args.workspace = str(folder)
    if args.partnership:
        return _partnership(args)
    if args.settings or args.seed:
        raise UsageError("--settings and --seed belong to --partnership.", "Nothing was made.")
    make_demo(desk_of(args))
    if wants_json(args):
        print_json({"folder": str(folder)})
        return 0
    say(f"A made-up school is in {folder}.", f'Open it any time: compact-tui --workspace "{folder}"')
    if args.no_open or getattr(args, "plain", False) or not at_terminal():
        return 0
    from compact_tui.cli.main import open_full_screen

    return open_full_screen(args)


def _partnership(args: Namespace) -> int:
    from compact_tui.services.demo_partnership import SETTINGS, demo_partnership

    made = demo_partnership(
        desk_of(args),
        settings=_number("--settings", args.settings or str(SETTINGS)),
        seed=_number("--seed", args.seed or "1"),
    )
    if wants_json(args):
        print_json(made)
        return 0
    say(
        made.sentence,
        f'Collect them: compact-tui --workspace "{made.folder}" partnership collect "{made.inbox}"',
        f'The round before: compact-tui --workspace "{made.folder}" partnership collect "{made.last_round}"',
    )
    return 0


def _number(option: str, typed: str) -> int:
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 9):
        raise UsageError(f'{option} needs a whole number, and "{typed[:20]}" is none.', "Nothing was made.")
    return int(typed)


def _new_folder(args: Namespace) -> Path:
    """A folder beside the usual workspace that holds nothing yet."""
    beside = desk_of(args).workspace.root.parent
    number = 1
    while True:
        folder = beside / (_NAME if number == 1 else f"{_NAME} {number}")
        if not folder.exists():
            return folder
        number += 1
