"""The next edition of the small pack: a question replaced, one retired, one worded anew."""

from msgspec.structs import replace

from compact_tui.core.pack import AuditPack
from compact_tui.core.pack_head import ItemChange


def next_small_edition(pack: AuditPack) -> AuditPack:
    """u1-ticket became u1-stub, u2-watch is retired, u3-match is worded anew; the rest is the same."""
    first, second, third = pack.standard
    ticket, *others = first.criterion
    stub = replace(
        ticket, id="u1-stub", question="Is every stub kept?", text="Each stub lies in the drawer for a year."
    )
    match = replace(third.criterion[0], text=third.criterion[0].text.replace("umbrella", "brolly"))
    change = ItemChange(item="u1-stub", how="meaning-changed", was=("u1-ticket",), note="Tickets were given up.")
    return replace(
        pack,
        pack=replace(pack.pack, edition="2028.1", item_change=(change,)),
        standard=(
            replace(first, criterion=(stub, *others)),
            replace(second, criterion=tuple(c for c in second.criterion if c.id != "u2-watch")),
            replace(third, criterion=(match, *third.criterion[1:])),
        ),
    )
