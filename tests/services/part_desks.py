"""An audit with standards lent to two colleagues, and the desks on which they answer them."""

from pathlib import Path

import msgspec

from compact_tui.services import answering, part_opening, parts, records
from compact_tui.services.desk import Desk
from tests.services.desks import desk_in, started


def lender(tmp_path: Path, **typed: str) -> Desk:
    """A desk with an audit of the small pack in which some is answered; ids end in ``m`` for mine."""
    desk = started(tmp_path / "ours", contact_email="lead@school.example", **typed)
    answering.answer(desk, "u1-ticket", "in-hand", note="Ten tickets.")
    answering.write_note(desk, "u1-ticket", "Ask Bob.", private=True)
    answering.answer(desk, "u2-watch", "half-way", note=r"See C:\Users\jo\rota.xlsx for it.")
    seen = {"title": "Ticket roll", "kind": "ticket-stub", "where": "By the door"}
    records.add_evidence(desk, seen, ("u1-ticket", "u3-match"))
    return desk


def lent(desk: Desk, standards: str, to: str, **typed: str) -> Path:
    """A part that was lent; its file."""
    made = parts.export_part(desk, {"standards": standards, "lent_to": to, **typed})
    return Path(made.path)


def opened_by(desk: Desk, file: Path, folder: Path) -> Desk:
    """The desk of a colleague who opened a part; ids are of their own."""
    opened = part_opening.open_part(desk, {"file": str(file), "folder": str(folder)})
    who = f"{opened.lent_to} officer"
    return msgspec.structs.replace(
        desk_in(Path(opened.folder), who=who, name=f"{folder.name}-"), now=lambda: desk.now()
    )


def sent_back(desk: Desk) -> Path:
    """The file that a colleague sends back."""
    return Path(part_opening.return_part(desk).part_file)
