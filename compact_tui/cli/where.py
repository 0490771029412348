"""Where everything is kept."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of
from compact_tui.cli.output import columns, tell
from compact_tui.cli.parser import Parser, add_command

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    add_command(groups, "where", where)


def where(args: Namespace) -> int:
    """Print the folders and files of the workspace."""
    from compact_tui.services.home import where as where_kept

    places = where_kept(desk_of(args))
    return tell(args, places, *columns(list(places.items())))
