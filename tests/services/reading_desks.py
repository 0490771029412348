"""A partnership of lamps with returns that were collected, for reading them."""

from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.partnership import PartnershipHead, RegisterEntry
from compact_tui.core.returns import Return, with_digest
from compact_tui.exchange.return_json import encode
from compact_tui.services import allocating, moderating
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership_book import begin_partnership
from compact_tui.services.partnership_pack import keep_pack
from tests.samples import lamp_pack, lamp_return, setting
from tests.services.desks import desk_in

HEAD = PartnershipHead(id="p-1", name="Lamp partnership", pack="lamps", edition="1", cycle="2026-2028")


def galleries(folder: Path, number: int = 4, *, dim: tuple[int, ...] = ()) -> Desk:
    """A desk of a partnership with so many galleries, each with a return; some are dim in the hall."""
    desk = desk_in(folder, who="Chair", name="g")
    sectors = ("education", "early-years", "other")
    register = [RegisterEntry(id=f"G{n}", name=f"Gallery {n}", sector=sectors[n % 3]) for n in range(1, number + 1)]
    edits = [edit("partnership", HEAD.id, None, HEAD), *(edit("register", one.id, None, one) for one in register)]
    begin_partnership(desk, "partnership-start", "started", tuple(edits))
    keep_pack(desk, lamp_pack())
    inbox = folder.parent / f"{folder.name} inbox"
    inbox.mkdir(parents=True)
    for n in range(1, number + 1):
        (inbox / f"{n}.json").write_bytes(encode(gallery(n, "dim" if n in dim else "bright")))
    collect(desk, [inbox])
    return desk


def with_returns(desk: Desk) -> Desk:
    """Two returns of settings of a partnership's register, shared out among readers, with a decision."""
    keep_pack(desk, lamp_pack())
    inbox = desk.workspace.root / "inbox"
    inbox.mkdir()
    names = (("P01", "Brolly House"), ("P02", "Little Acorns"))
    for number, (entry, name) in enumerate(names, 1):
        made = gallery(number, ("bright", "dim")[number - 1], entry, name)
        (inbox / f"{entry}.json").write_bytes(encode(made))
    collect(desk, [inbox])
    allocating.allocate(desk, {"readers": "Ann = P01, Ben"})
    moderating.moderate(desk, "r-2", "stairs", "glowing", "The log stops in March.")
    return desk


def gallery(number: int, hall: str = "bright", entry: str = "", name: str = "") -> Return:
    """The return of one gallery with a grade for its hall."""
    who = setting(id=f"set-{number}", name=name or f"Gallery {number}", register_id=entry or f"G{number}")
    made = lamp_return(who=who)
    first, *rest = made.standards
    words = f"In gallery {number} the hall is lit from seven until ten by lamps of its own kind, {number} in all."
    changed = (replace(first, grade=hall, summary=words), *rest)
    return with_digest(replace(made, id=f"r-{number}", cycle=HEAD.cycle, standards=changed))
