"""The return of the round before of a setting, and what was decided about it."""

from compact_tui.core.pack import AuditPack
from compact_tui.core.read_before import ReadBefore, said_before
from compact_tui.core.read_records import PlanVerdict
from compact_tui.services.collected import facts_of_return, row_before
from compact_tui.services.desk import Desk
from compact_tui.services.partnership_book import kept
from compact_tui.services.reading_parts import lent_here, moderations_in, remarks_on
from compact_tui.services.return_rows import Packs
from compact_tui.storage.return_index import ReturnRow


def before_of(desk: Desk, row: ReturnRow, pack: AuditPack) -> dict[str, tuple[str, ...]]:
    """What was said of a setting last round, in lines, as ``core.read_before.said_before`` has them.

    In a reader's own workspace it is what came along with the return.
    """
    here = lent_here(desk)
    if here is not None:
        return {one.standard: one.lines for one in here.before if one.return_id == row.id}
    return said_before(read_before(desk, row, pack))


def read_before(desk: Desk, row: ReturnRow, pack: AuditPack) -> ReadBefore | None:
    """What the same setting returned in the newest round before, on the same audit; ``None`` where it did not.

    Args:
        desk: Where.
        row: The return that is read now.
        pack: What it answers; its words stand for an edition that is not here.
    """
    before = row_before(desk, row.entry, row.cycle) if row.entry else None
    if before is None or before.pack != row.pack:
        return None
    facts = facts_of_return(desk, before.id)
    return ReadBefore(
        cycle=before.cycle,
        pack=Packs(desk).find(facts.pack, facts.edition, facts.variation) or pack,
        own={one.standard: one.level for one in facts.grades},
        moderations=moderations_in(desk, before.id),
        remarks=remarks_on(desk, before.id),
        verdict=next((one for one in kept(desk, "plan_verdicts", PlanVerdict) if one.id == before.id), None),
        actions=len(facts.actions),
    )
