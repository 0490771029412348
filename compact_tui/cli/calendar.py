"""The year's dates: a file of them for any calendar program."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of, wants_json
from compact_tui.cli.output import print_json, say
from compact_tui.cli.parser import Parser, add_command
from compact_tui.core.text import capitalised

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    parser = add_command(groups, "calendar", run)
    parser.add_argument("--output", metavar="FILE", help="where the .ics file goes, instead of the folder of pages")


def run(args: Namespace) -> int:
    """Write the calendar file and say where; with ``--json`` print the dates, and write only what was named."""
    from compact_tui.services.calendar import calendar, write_calendar

    desk = desk_of(args)
    named = Path(args.output).expanduser() if args.output else None
    if wants_json(args):
        print_json(write_calendar(desk, named).events if named else calendar(desk).events)
        return 0
    view, written = calendar(desk), write_calendar(desk, named)
    for month in view.months:
        say(f"{month.title}:")
        for line in month.lines:
            say(f"  {line.day_word}  {line.what} ({line.kind_word}, {line.when})")
    say(f"{capitalised(view.sentence)}.", written.sentence)
    return 0
