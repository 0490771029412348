"""The places of the partnership's side, each with its key and how it stands: the hub shows them, in this order."""

from compact_tui.core.partnership import expected
from compact_tui.core.text import count
from compact_tui.core.views import PlaceLine
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import contacts_of, register_of

PARTNERSHIP_PLACES: tuple[tuple[str, str, str], ...] = (
    ("register", "r", "Register: whom returns are expected from, and asking them"),
    ("contactpoints", "w", "Whom settings ring, as requests tell them"),
    ("chase", "c", "Chase: who has not returned, and reminding them"),
    ("collect", "i", "Collect: take in what settings sent, and say whose it is"),
    ("readqueue", "l", "Reading: which returns want a look, and what is decided about them"),
    ("replies", "y", "Replies: what each setting hears about its return, and what it answers"),
    ("analysis", "a", "Analysis: how settings graded themselves, by sector and standard"),
)
"""Id, key and words of each place, in the order of the year. Its screen is in ``ui.places``."""
ON_LINES = {"replies", "readqueue", "collect", "analysis", "register", "chase", "contactpoints"}
"""Those that the line-by-line program has too."""


def partnership_places(desk: Desk) -> tuple[PlaceLine, ...]:
    """The places of the partnership's side, with how those stand that can say so at once."""
    open_ones = sum(expected(entry, desk.today) for entry in register_of(desk))
    states = {
        "register": count(open_ones, "setting") if open_ones else "nobody in it yet",
        "contactpoints": str(len(contacts_of(desk))),
    }
    return tuple(
        PlaceLine(id=id_, words=words, key=key, state=states.get(id_, "")) for id_, key, words in PARTNERSHIP_PLACES
    )
