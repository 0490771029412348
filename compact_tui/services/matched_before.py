"""Where people put returns of the same name last round."""

from collections.abc import Callable

from compact_tui.core.matched_before import HandMatch, entry_last_round, round_before
from compact_tui.core.matching import Matcher
from compact_tui.services.desk import Desk
from compact_tui.services.return_rows import matches_of
from compact_tui.storage.return_index import ReturnIndex, ReturnRow


def last_round(desk: Desk, index: ReturnIndex, matcher: Matcher) -> Callable[[ReturnRow], str]:
    """What finds, for a return, the id of the setting that one of its name was given to by hand last round.

    It finds nothing, an empty text, where nobody decided so, or that setting is in the register no more.

    Args:
        desk: Where.
        index: What was collected.
        matcher: The register.
    """
    cycles, decided = index.cycles(), [one for one in matches_of(desk).values() if one.entry]
    rows = [(index.return_(one.id), one.entry) for one in decided]
    hands = [HandMatch(row.cycle, row.register_id, row.name, entry) for row, entry in rows if row is not None]

    def found(row: ReturnRow) -> str:
        last = round_before(row.cycle, cycles)
        entry = entry_last_round(hands, last, row.register_id, row.name)
        return matcher.part_of(entry) if entry and matcher.knows(entry) else ""

    return found
