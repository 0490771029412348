"""An audit in which everything was said, from which the next round begins."""

from pathlib import Path

from compact_tui.services import answering, grading, records
from compact_tui.services.books import open_audit
from compact_tui.services.desk import Desk
from compact_tui.storage.pack_copy import encode_pack
from tests.lighthouse import edition_one, edition_two
from tests.services.desks import at, started_with

THREE_YEARS = 3 * 365
NEW_ROUND = {"cycle": "", "pack": ""}


def last_round(tmp_path: Path) -> Desk:
    """An audit of eleven standards in which everything was said; what it rests on is then a year and more old."""
    desk = started_with(tmp_path, edition_one())
    for standard in edition_one().standard:
        for one in standard.criterion:
            answering.answer(desk, one.id, "lit", note=f"Note on {one.id}.")
        grading.grade(desk, standard.id, "bright")
        grading.summarise(desk, standard.id, f"Summary of {standard.id}.")
    answering.write_note(desk, "l1-clean", "Private words on l1.", private=True)
    answering.answer(desk, "l2-spare", "no-lamp", reason="There is only one lens.")
    records.add_evidence(desk, {"title": "Oil bill", "kind": "entry", "seen_on": "1 Nov 2026"}, ("l1-clean",))
    records.add_evidence(desk, {"title": "Boat log", "kind": "entry"}, ("l5-clean",))
    records.add_evidence(desk, {"title": "Old chart", "kind": "entry"}, ("l10-spare",))
    for what, due in (("Count the steps", "1 Mar 2027"), ("Mend the horn", "1 May 2027"), ("Oil the lock", "")):
        records.add_action(desk, {"what": what, "who": "Keeper", "due": due}, ("l4-clean",))
    for action, day in ((0, "20 Feb 2027"), (2, "4 May 2027")):
        later = at(desk, days=200)
        records.do_action(later, open_audit(desk).kept.actions[action].id, "Done.", day)
    return at(desk, days=THREE_YEARS)


def pack_two(desk: Desk) -> str:
    """The path of the second edition."""
    path = desk.workspace.root.parent / "two.pack.json"
    path.write_bytes(encode_pack(edition_two()))
    return str(path)
