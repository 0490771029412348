"""Saying which criteria a record belongs to: a list to tick by number."""

from collections.abc import Callable

from compact_tui.core.record_views import BelongsView
from compact_tui.plain.menu import Choice, Menu, choose
from compact_tui.plain.teller import Teller

_HELP = ("Type a number to change whether it belongs there. Each change is saved at once.", "Done goes back.")


def tick(
    teller: Teller,
    question: str,
    read: Callable[[], tuple[BelongsView, ...]],
    keep: Callable[[tuple[str, ...]], object],
) -> None:
    """Ask which criteria and standards a record belongs to, one at a time, until the person is done.

    Args:
        teller: Whoever asks.
        question: What is asked.
        read: Gives every criterion and standard, and whether the record belongs there.
        keep: Keeps those that it belongs to.
    """
    while True:
        lines = read()
        choices = (
            Choice("done", "Done"),
            *(
                Choice(line.id, f"{line.number} {line.words}".strip(), "yes" if line.belongs else "no")
                for line in lines
            ),
        )
        chosen = choose(teller, Menu(heading=question, choices=choices, enter="done", enter_words="done", help=_HELP))
        if chosen == "done":
            return
        keep(tuple(line.id for line in lines if line.belongs != (line.id == chosen)))
        teller.kept()
