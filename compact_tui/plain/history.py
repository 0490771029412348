"""What was changed, newest first; undo and redo."""

from compact_tui.core.text import count
from compact_tui.plain.everywhere import take_back
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.moving import AGAIN, Step, Visit
from compact_tui.plain.teller import Teller
from compact_tui.services import history

_CHOICES = (
    Choice("read", "Read what was changed, newest first"),
    Choice("undo", "Undo the newest change"),
    Choice("redo", "Do again what was undone"),
)


def history_place(teller: Teller, visit: Visit) -> Step:
    """Read the history, undo or redo."""
    changes = history.history(visit.desk)
    heading = f"History. {count(len(changes), 'change')}."
    chosen = choose(teller, Menu(heading=heading, choices=_CHOICES, help=("Undo works at every prompt with u.",)))
    if chosen == "read":
        teller.pages(
            f"{change.when}, {change.by or 'somebody'}: {change.what}" + (" (taken back)" if change.undone else "")
            for change in changes
        )
    else:
        take_back(teller, visit.desk, history.redo if chosen == "redo" else history.undo)
    return AGAIN
