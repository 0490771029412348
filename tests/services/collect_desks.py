"""A partnership of galleries that asks for the small pack, and returns that settings of its register made."""

from pathlib import Path

from msgspec.structs import replace

from compact_tui.core.audit import Audit
from compact_tui.core.partnership import RegisterEntry
from compact_tui.core.returns import Return, with_digest
from compact_tui.exchange.return_json import encode
from compact_tui.services.collect_deciding import match_return
from compact_tui.services.collected import returns_here
from compact_tui.services.collecting import collect
from compact_tui.services.desk import Desk, edit
from compact_tui.services.partnership import start_partnership
from compact_tui.services.partnership_book import keep
from tests.samples import lamp_audit, lamp_return, setting
from tests.services.desks import SMALL_PACK, desk_in

TYPED = {
    "name": "Brolly partnership",
    "area": "Portsmouth",
    "cycle": "2026-2028",
    "return_to": "brolly@example.org",
    "other_areas": "Southampton = south@example.org",
}


def partnership(root: Path, *, settings: int = 8) -> Desk:
    """A desk of a partnership with settings G1, G2 and so on in its register."""
    desk = desk_in(root, who="Officer")
    start_partnership(desk, TYPED, pack=str(SMALL_PACK))
    entries = [entry(number) for number in range(1, settings + 1)]
    keep(desk, "register-import", "register", tuple(edit("register", one.id, None, one) for one in entries))
    return desk


def entry(number: int, **changes: object) -> RegisterEntry:
    """A setting of the register."""
    made = RegisterEntry(
        id=f"G{number}",
        name=f"Gallery {number}",
        sector="education",
        kind="primary-school",
        contact_email=f"lead{number}@gallery.example",
    )
    return replace(made, **changes)


def return_by(number: int, return_id: str = "", audit: Audit | None = None, **changes: object) -> Return:
    """A return of a setting of the register."""
    who = setting(id=f"set-{number}", name=f"Gallery {number}", register_id=f"G{number}")
    made = lamp_return(audit or lamp_audit(), who)
    return with_digest(replace(made, id=return_id or f"r-{number}", **changes))


def stranger(return_id: str, name: str, register_id: str = "") -> Return:
    """A return of a setting that the register does not have under this name or number."""
    who = setting(id=f"set-{return_id}", name=name, register_id=register_id)
    return with_digest(replace(lamp_return(lamp_audit(), who), id=return_id))


def posted(folder: Path, *returns: Return) -> Path:
    """A folder with some returns as files."""
    folder.mkdir(exist_ok=True)
    for one in returns:
        (folder / f"{one.id}.json").write_bytes(encode(one))
    return folder


def states(desk: Desk) -> dict[str, tuple[str, str]]:
    """Setting and state of each return, by its id."""
    return {line.id: (line.entry, line.state) for line in returns_here(desk).returns}


def last_round_on(root: Path, *given: tuple[str, str], number: str = "") -> Desk:
    """A desk on which returns called The old gallery were given to settings in the last round, and one came now."""
    desk = partnership(root / "partnership")
    before = [with_digest(replace(stranger(id_, "The old gallery", number), cycle="2024-2026")) for id_, _ in given]
    collect(desk, [posted(root / "before", *before)])
    for id_, place in given:
        match_return(desk, id_, place)
    collect(desk, [posted(root / "now", stranger("r-now", "the OLD gallery", number))])
    return desk
