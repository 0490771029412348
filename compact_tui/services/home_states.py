"""How those places of Home stand that take long to ask; loaded and asked after Home was painted first."""

from compact_tui.core.days import say_short
from compact_tui.core.page_kinds import offered
from compact_tui.core.small_group import for_ourselves
from compact_tui.core.text import count
from compact_tui.services.agency_books import agency_words
from compact_tui.services.backups import backups_words
from compact_tui.services.board_place import board_words
from compact_tui.services.books import OpenAudit
from compact_tui.services.calendar import year_events
from compact_tui.services.desk import Desk
from compact_tui.services.review import review_words
from compact_tui.services.spot_place import spot_words


def slow_states(desk: Desk, opened: OpenAudit | None) -> dict[str, str]:
    """The state of each such place, by the place's id.

    Args:
        desk: Where, when and who.
        opened: The audit that is shown, if one is.
    """
    states = {
        "spot": spot_words(desk),
        "boards": board_words(desk),
        "agency": agency_words(desk),
        "backups": backups_words(desk),
    }
    if opened is not None:
        states |= {"review": review_words(desk, opened), "calendar": calendar_words(desk, opened)}
    if opened is not None and not for_ourselves(opened.pack):
        states["pages"] = count(len(offered(opened.pack)), "page")
    return states


def calendar_words(desk: Desk, opened: OpenAudit) -> str:
    """The next thing that is due."""
    coming = [event for event in year_events(desk, opened) if event.day >= desk.today]
    return f"next {say_short(coming[0].day)}" if coming else "nothing to come"
