"""Promises of the learning log whose day has passed: said to whoever publishes a report that repeats them."""

from collections.abc import Sequence

from compact_tui.core.days import say_day
from compact_tui.core.good_practice import one_line
from compact_tui.core.learning_log import LATE, state_of
from compact_tui.core.learning_report_words import of_sector
from compact_tui.core.partnership import Learning
from compact_tui.core.text import count

_TOLD = 3
"""So many are told in full."""


def late_lines(log: Sequence[Learning], sector: str, today: str) -> tuple[Learning, ...]:
    """The lines that a report would repeat though their day has passed, the latest first.

    Args:
        log: The lines of the log that a report may repeat.
        sector: Id of the sector; ``city`` for all of them.
        today: The day (``YYYY-MM-DD``) on which the report is made.
    """
    return tuple(
        sorted((one for one in of_sector(log, sector) if state_of(one, today) == LATE), key=lambda one: one.due)
    )


def late_count(late: Sequence[Learning]) -> str:
    """How many they are, such as ``1 line of the log is late``."""
    return f"{count(len(late), 'line')} of the log {'is' if len(late) == 1 else 'are'} late"


def late_words(late: Sequence[Learning]) -> tuple[str, ...]:
    """What they promise and what can be done about it, a sentence each; nothing where there are none."""
    if not late:
        return ()
    told = [f'{one.id} "{one_line(one.will_do)}" (by {say_day(one.due)})' for one in late[:_TOLD]]
    told += [f"and {len(late) - _TOLD} more"] if len(late) > _TOLD else []
    each = "it" if len(late) == 1 else "each"
    return (
        f"{late_count(late)}: {', '.join(told)}. Say that {each} is done, or give it a new day: compact-tui "
        f"partnership log {late[0].id} --done DAY, or --due DAY",
    )
