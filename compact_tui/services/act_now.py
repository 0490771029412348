"""What to do when a child may be at risk, and whom to ring."""

from compact_tui.core.act_now import ActNowCard, act_now_card
from compact_tui.services.books import read_setting
from compact_tui.services.desk import Desk


def act_now(desk: Desk) -> ActNowCard:
    """The card, with the names and numbers of the profile as they are today.

    Raises:
        WorkspaceError: If the profile cannot be read.
    """
    return act_now_card(read_setting(desk), desk.today)
