"""Who has not returned: by sector and days late, with reminders to send, and how many had answered on each day."""

from compact_tui.core.chase_views import ChaseView
from compact_tui.core.chasing import chase_view
from compact_tui.core.matching import Matcher
from compact_tui.core.partnership import Chase, RegisterEntry, RequestMade
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import head_of, kept, register_of
from compact_tui.services.round_returns import settings_in_round


def chase(desk: Desk) -> ChaseView:
    """The round as it stands today.

    Raises:
        UsageError: If no partnership was started here.
        WorkspaceError: If its book, or the index of what came in, cannot be read.
    """
    requests, chases = kept(desk, "requests", RequestMade), kept(desk, "chases", Chase)
    head = head_of(desk)
    register, came = register_of(desk), returned_on(desk, head.cycle)
    counted = {entry.id: entry for entry in settings_in_round(desk, head.cycle)}
    entries = tuple(counted.get(entry.id, entry) for entry in register)
    return chase_view(head, entries, requests, chases, came, desk.today, _maybe_here(desk, head.cycle, register))


def returned_on(desk: Desk, cycle: str) -> dict[str, str]:
    """The day on which the first return of a round came in, by the id of the register's entry."""
    if not (desk.workspace.index_path.exists() or desk.workspace.originals_folder.exists()):
        return {}
    from compact_tui.services.collect_index import open_index

    came: dict[str, str] = {}
    with open_index(desk) as index:
        for row in index.returns(cycle=cycle):
            if row.entry:
                came[row.entry] = min(row.received_on, came.get(row.entry, row.received_on))
    return came


def _maybe_here(desk: Desk, cycle: str, register: tuple[RegisterEntry, ...]) -> set[str]:
    """Entries that a return of this round could be of which belongs to nobody yet."""
    if not desk.workspace.index_path.exists():
        return set()
    from compact_tui.services.collect_index import open_index
    from compact_tui.services.return_rows import TURNED_AWAY

    with open_index(desk) as index:
        rows = [row for row in index.returns(cycle=cycle) if not row.entry and row.how != TURNED_AWAY]
    matcher = Matcher(register) if rows else None
    return {id_ for row in rows if matcher for id_ in matcher.find(row.register_id, row.name, row.contact).offered}


def round_standing(desk: Desk) -> tuple[str, ...]:
    """How the round stands, in sentences."""
    return chase(desk).standing
