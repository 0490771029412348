"""The card "a child may be at risk"."""

from argparse import Namespace
from typing import TYPE_CHECKING

from compact_tui.cli.common import desk_of
from compact_tui.cli.output import tell, width
from compact_tui.cli.parser import Parser, add_command
from compact_tui.core.act_now import act_now_lines

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(groups: "_SubParsersAction[Parser]") -> None:
    """Add the command."""
    add_command(groups, "act-now", act_now)


def act_now(args: Namespace) -> int:
    """Print the card."""
    from compact_tui.services.act_now import act_now as card_now

    card = card_now(desk_of(args))
    return tell(args, card, *act_now_lines(card, width()))
