"""The places of the partnership's side, each with its key and how it stands: the hub shows them, in this order."""

from compact_tui.core.came_words import CAME
from compact_tui.core.partnership import ReplyMade, expected
from compact_tui.core.read_records import Allocation
from compact_tui.core.text import count
from compact_tui.core.views import PlaceLine
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import contacts_of, head_of, kept, register_of

PARTNERSHIP_PLACES: tuple[tuple[str, str, str], ...] = (
    ("register", "r", "Register: whom returns are expected from, and asking them"),
    ("contactpoints", "w", "Whom settings ring, as requests tell them"),
    ("chase", "c", "Chase: who has not returned, and reminding them"),
    ("collect", "i", "Collect: take in what settings sent, and say whose it is"),
    ("readqueue", "l", "Reading: which returns want a look, and what is decided about them"),
    ("replies", "y", "Replies: what each setting hears about its return, and what it answers"),
    ("analysis", "a", "Analysis: how settings graded themselves, by sector and standard"),
    ("cityknowledge", "k", "What staff know, across the city: by topic, the least known first"),
    ("learninglog", "g", "Learning log: what was found, what is done about it; training, audits"),
    ("reports", "p", "Learning reports: each sector's and the city's, to write and publish"),
    ("came", "z", CAME),
)
"""Id, key and words of each place, in the order of the year. Its screen is in ``ui.places``."""
ON_LINES = {
    "came",
    "cityknowledge",
    "learninglog",
    "reports",
    "replies",
    "readqueue",
    "collect",
    "analysis",
    "register",
    "chase",
    "contactpoints",
}
"""Those that the line-by-line program has too."""


def partnership_places(desk: Desk) -> tuple[PlaceLine, ...]:
    """The places of the partnership's side, with what waits in each that can say so at once."""
    states = _states(desk)
    return tuple(
        PlaceLine(id=id_, words=words, key=key, state=states.get(id_, "")) for id_, key, words in PARTNERSHIP_PLACES
    )


def _states(desk: Desk) -> dict[str, str]:
    open_ones = {entry.id for entry in register_of(desk) if expected(entry, desk.today)}
    states = {
        "register": count(len(open_ones), "setting") if open_ones else "nobody in it yet",
        "contactpoints": str(len(contacts_of(desk))),
    }
    if not (desk.workspace.index_path.exists() or desk.workspace.originals_folder.exists()):
        return states | {"chase": f"{len(open_ones)} not in yet" if open_ones else ""}
    from compact_tui.services.collect_index import open_index
    from compact_tui.services.put_aside import waiting_in
    from compact_tui.services.return_rows import TURNED_AWAY

    with open_index(desk) as index:
        rows = tuple(index.returns(cycle=head_of(desk).cycle))
        aside = sum(1 for _ in waiting_in(desk, index))
    counted = {row.id for row in rows if row.current and row.entry}
    missing = len(open_ones - {row.entry for row in rows})
    unmatched = sum(not row.entry and row.how != TURNED_AWAY for row in rows)
    read = sum(bool(one.done_on) and one.id in counted for one in kept(desk, "allocations", Allocation))
    replied = {one.return_id for one in kept(desk, "replies", ReplyMade)} & counted
    waiting = [f"{unmatched} of nobody yet"] if unmatched else []
    waiting += [f"{aside} put aside"] if aside else []
    return states | {
        "chase": f"{missing} not in yet" if missing else "all are in",
        "collect": ", ".join(waiting),
        "readqueue": f"{read} of {len(counted)} read" if counted else "",
        "replies": f"{len(replied)} of {len(counted)} made" if counted else "",
    }
