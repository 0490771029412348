"""A partnership with seven returns of this round, three of the one before, and an agency's audit in its register."""

from pathlib import Path

from msgspec.structs import replace

from compact_tui.exchange.agency_json import encode_agency
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import keep
from tests.agency import agency_return
from tests.analysis_samples import BEFORE, MODERATED, SEVEN, SEVEN_BEFORE, collected
from tests.services.partnership_desks import started_partnership

TYPED = {
    "finding": "Wet racks.",
    "will_do": "A course",
    "kind": "training",
    "who": "Trainer",
    "due": "18 December 2026",
    "standard": "1",
    "sector": "education",
}
PLANNED = {"title": "Trays", "who": "NHS", "month": "March 2027", "kind": "case-file", "standard": "1"}


def learning_desk(root: Path) -> Desk:
    """Groups under three are kept back: early years, with two returns, are."""
    desk = started_partnership(root, threshold="3")
    collected(desk, (*SEVEN_BEFORE, *SEVEN), MODERATED)
    inbox = root.parent / "from-agencies"
    inbox.mkdir()
    (inbox / "a.json").write_bytes(encode_agency(agency_return()))
    collect(desk, [inbox])
    return desk


def of_last_round(desk: Desk, line_id: str) -> None:
    """Put a line of the log into the round before."""
    from compact_tui.core.partnership import Learning
    from compact_tui.services.partnership_book import kept

    before = next(one for one in kept(desk, "learning", Learning) if one.id == line_id)
    keep(desk, "made-for-the-test", "x", (edit("learning", line_id, before, replace(before, cycle=BEFORE)),))
