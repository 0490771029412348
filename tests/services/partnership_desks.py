"""Partnerships that tests begin with: one that was started, one with a register, and a return of a setting."""

from pathlib import Path

from compact_tui.services import partnership, register
from compact_tui.services.desk import Desk
from tests.services.desks import SMALL_PACK, desk_in

TYPED = {
    "name": "Rain partnership",
    "area": "Portsea",
    "cycle": "2026-2028",
    "due": "2026-12-01",
    "return_to": "returns@rain.example",
}
TABLE = """\
id,name,type,email,also works in,due
P01,Brolly House,primary-school,head@brolly.example,Southsea,
P02,Little Acorns,nursery,,,2026-12-18
P03,Sea Scouts,voluntary-group,sea@scouts.example; two@scouts.example,,
"""


def started_partnership(root: Path, *, pack: str = str(SMALL_PACK), **typed: str) -> Desk:
    """The desk of a partnership that asks for the small pack."""
    desk = desk_in(root, who="Officer")
    partnership.start_partnership(desk, TYPED | typed, pack=pack)
    return desk


def with_register(desk: Desk, table: str = TABLE) -> Desk:
    """The same with settings in its register."""
    file = desk.workspace.root / "register.csv"
    file.write_text(table, "utf-8")
    register.import_register(desk, file)
    file.unlink()
    return desk
