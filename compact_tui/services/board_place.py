"""How the notice boards stand, for Home and for the year's dates; the notice list is not read for it."""

from collections import defaultdict

from compact_tui.core.board import in_order
from compact_tui.core.board_show import again_on, stands
from compact_tui.core.record_views import CalendarEvent
from compact_tui.core.walk import Look
from compact_tui.services.board_books import all_boards, newest_looks, switched, waiting_walk
from compact_tui.services.desk import Desk


def board_words(desk: Desk) -> str:
    """How the boards stand, in a few words."""
    if not in_order(all_boards(desk)):
        return "none named yet"
    if waiting_walk(desk) is not None:
        return "a walk to go on with"
    return stands(_known(desk), desk.today)


def _known(desk: Desk) -> tuple[Look, ...]:
    """The latest looks at what still belongs on boards that still hang."""
    hanging = {one.id for one in in_order(all_boards(desk))}
    off = {(one.board, one.item) for one in switched(desk)}
    return tuple(one for one in newest_looks(desk) if one.board in hanging and (one.board, one.item) not in off)


def board_events(desk: Desk) -> tuple[CalendarEvent, ...]:
    """The day by which each board wants its next walk; one where nobody has walked, since it was named."""
    looks: dict[str, list[Look]] = defaultdict(list)
    for one in _known(desk):
        looks[one.board].append(one)
    days = {one: again_on(looks[one.id]) if looks[one.id] else one.opened_on for one in in_order(all_boards(desk))}
    return tuple(
        CalendarEvent(day=day, what=f"Walk to the notice board: {one.name}", kind="walk", id=one.id)
        for one, day in days.items()
        if day
    )
