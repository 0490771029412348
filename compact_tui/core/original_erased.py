"""That a file which came in was taken away, because it held a text that was to go."""

from collections.abc import Iterable

from compact_tui.core.days import say_day
from compact_tui.core.errors import CompactError
from compact_tui.core.record import PartnershipRecord
from compact_tui.core.text import count

RETURN = "return"


class OriginalErased(PartnershipRecord, frozen=True):
    """A file that came in and was taken away; what stood in it is kept nowhere."""

    id: str
    """SHA-256 of its bytes, by which it is known if it comes again."""
    kind: str
    """What it was, such as ``return``."""
    on: str
    """The day it was taken away."""
    why: str
    document: str = ""
    """Id of the document in it; empty where it had none."""
    entry: str = ""
    """Id of the setting in the register; empty where that was not known."""
    cycle: str = ""
    """The round of a return."""
    by: str = ""
    at: str = ""


def not_counted(erased: Iterable[OriginalErased], cycle: str, here: Iterable[str]) -> tuple[str, ...]:
    """What analysis says of returns that were taken away and that nothing took the place of; nothing where none were.

    Args:
        erased: What was taken away.
        cycle: The round that is counted.
        here: Ids of the settings that a return of counts.
    """
    there = frozenset(here)
    gone = [one for one in erased if (one.kind, one.cycle) == (RETURN, cycle) and one.entry and one.entry not in there]
    settings = len({one.entry for one in gone})
    if not gone:
        return ()
    days = " and ".join(dict.fromkeys(say_day(one.on) for one in sorted(gone, key=lambda one: one.on)))
    return (f"Not counted: {count(settings, 'setting')} whose return was taken away on {days}, to erase a text.",)


def refused(erased: OriginalErased) -> CompactError:
    """Why a file that was taken away is not taken in again."""
    return CompactError(
        f"This very file was taken away on {say_day(erased.on)}, to erase a text that is in it.",
        "Please send a new one without that text.",
    )
